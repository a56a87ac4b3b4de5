"""Texts of a coalition form of any length: stored, or told at their field and kept; never an error page."""

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from frontend.member_facts import COLUMNS as FACTS
from frontend.profile_form import BASICS, SECTIONS
from frontend.profile_lengths import BASIC, SHAPES, most_characters
from store.coalitions import coalition_by_slug
from tests.frontend.stored import get, soup, store_coalition, values, words

EDIT = "/coalitions/zx/edit"
COLUMNS = {BASIC: BASICS, **SECTIONS}
CHOSEN = {"language", "country", "actor_type", "role_wish", "region", "regions", "represents", *FACTS}
TEXTS = {
    f"{section}-0-{column}" if section else column: most_characters(section, column)
    for section in SHAPES
    for column in COLUMNS[section]
    if column not in CHOSEN
}
"""Each field that anything may be typed in, and each hidden slug, with the most characters it takes."""
LENGTHS = st.integers(0, 400) | st.integers(9_990, 10_010) | st.sampled_from([80, 81, 300, 301, 20_000])


def test_the_limits_are_those_of_the_store() -> None:
    limited = {field for field, most in TEXTS.items() if most is not None}
    assert {"name", "members-0-name", "goals-0-text", "needs-0-text", "members-0-slug"} <= limited


@pytest.mark.parametrize(
    ("language", "name", "goal"),
    [
        (
            "en",
            "Name of the coalition: at most 300 characters",
            "Goal 1, Goal in one or two sentences: at most 10,000 characters",
        ),
        (
            "fi",
            "Koalition nimi: enintään 300 merkkiä",
            "Tavoite 1, Tavoite yhdellä tai kahdella virkkeellä: enintään 10\u00a0000 merkkiä",
        ),
        (
            "sv",
            "Koalitionens namn: högst 300 tecken",
            "Mål 1, Målet i en eller två meningar: högst 10\u00a0000 tecken",
        ),
    ],
)
def test_too_long_is_told_at_the_field_in_the_readers_language(
    client: TestClient, session: Session, language: str, name: str, goal: str
) -> None:
    store_coalition(session)
    typed = values(get(client, EDIT)) | {"name": "a" * 301, "goals-0-text": "b" * 10_001}
    answer = client.post(EDIT, data=typed, headers={"accept-language": language})
    assert answer.status_code == 422
    page = soup(answer)
    links = {str(link["href"]): words(link) for link in page.select("#summary a")}
    assert links == {"#name": name, "#goals-0-text": goal}
    for target, message in links.items():
        assert message in words(page.find(id=f"{target[1:]}-fault"))
    assert {name: values(page)[name] for name in ("name", "goals-0-text")} == {
        "name": "a" * 301,
        "goals-0-text": "b" * 10_001,
    }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(lengths=st.dictionaries(st.sampled_from(sorted(TEXTS)), LENGTHS, min_size=1, max_size=4))
def test_texts_of_any_length_are_stored_or_told_and_kept(
    client: TestClient, session: Session, lengths: dict[str, int]
) -> None:
    store_coalition(session)
    typed = values(get(client, EDIT)) | {field: "a" * length for field, length in lengths.items()}
    answer = client.post(EDIT, data=typed)
    too_long = {
        field
        for field, length in lengths.items()
        if (most := TEXTS[field]) is not None and length > most and not field.endswith("slug")
    }
    empty = {field for field in lengths if not lengths[field] and field.endswith(("name", "text"))}
    if lengths.get("goals-0-indicator") == 0:
        empty.discard("goals-0-text")  # a row without anything in it is let go
    page = soup(answer)
    told = {str(link["href"])[1:] for link in page.select("#summary a")}
    assert told == too_long | empty
    if told:
        assert answer.status_code == 422
        kept = values(page)
        assert {field: kept[field] for field in lengths} == {field: typed[field] for field in lengths}
        assert all(page.find(id=field)["aria-invalid"] == "true" for field in told)  # type: ignore[index]
    else:
        assert answer.status_code == 303


@pytest.mark.parametrize("sign", ["\x80", "\x85", "\x9f"])
def test_a_name_of_signs_that_nobody_types_is_no_name(
    client: TestClient, session: Session, sign: str
) -> None:
    store_coalition(session)
    answer = client.post(EDIT, data=values(get(client, EDIT)) | {"name": sign * 3})
    assert answer.status_code == 422
    session.expire_all()
    assert coalition_by_slug(session, "zx").name == "Zx"

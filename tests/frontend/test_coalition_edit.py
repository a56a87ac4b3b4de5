"""The form of a coalition: nothing typed is lost, faults are told where they are, identities stay."""

from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from frontend.profile_form import SECTIONS, form_of, posted_form
from store.coalitions import coalition_by_slug, public_coalition
from store.models import GoalCreate
from store.slugs import slug_of
from store.vocabulary import Language
from tests.builders import member
from tests.frontend.stored import get, main_words, soup, store_coalition, values, words

TYPED: dict[str, str] = {
    "name": "Hoivatyön koalitio",
    "language": "fi",
    "summary": 'Ensimmäinen rivi.\nToinen <rivi> & "lainaus".',
    "country": "FI",
    "regions": "Lappi, Pirkanmaa, SE332",
    "target_groups": "työnhakijat\nalanvaihtajat",
    "seen": "",
    "goals-0-slug": "",
    "goals-0-text": "Hoitajia lisää",
    "goals-0-indicator": "70 työssä",
    "needs-0-slug": "",
    "needs-0-text": "Hoitajia puuttuu",
    "needs-0-region": "Lappi",
    "needs-0-evidence": "Kysely 2025",
    "members-0-slug": "",
    "members-0-name": "Opisto",
    "members-0-actor_type": "vet_provider",
    "members-0-country": "SE",
    "members-0-region": "",
    "members-0-role_wish": "",
    "members-0-expertise": "Opettaa",
    "members-0-contribution": "",
    "members-0-cannot_alone": "",
    "members-0-represents": "job_seekers",
    "members-0-capacities": "talo\nopettajat",
    "members-0-legal_type": "public",
    "members-0-founded": "1.3.1995",
    "members-0-municipality": "rovaniemi",
    "members-0-business_id": "1234567-8",
    "members-0-pic": "999999999",
    "members-0-oid": "ei ole",
    "members-0-suomi_fi_mandate": "yes",
    "members-0-may_co_fund": "no",
    "members-0-consortium_experience": "",
    "members-0-newcomer": "yes",
}
TYPABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.just("\n")
CHOSEN = (
    *("language", "country", "actor_type", "role_wish"),
    *("legal_type", "suomi_fi_mandate", "may_co_fund", "consortium_experience", "represents", "newcomer"),
)


def send(
    client: TestClient, typed: dict[str, str], address: str = "/coalitions/new/edit", **more: str
) -> Any:
    return client.post(address, data=typed | more)


def test_a_new_coalition_is_stored_and_shown(client: TestClient, session: Session) -> None:
    answer = send(client, TYPED, do="save")
    assert (answer.status_code, answer.headers["location"]) == (303, "/coalitions/hoivatyon-koalitio?saved=1")
    assert "Saved." in main_words(get(client, answer.headers["location"]))
    stored = coalition_by_slug(session, "hoivatyon-koalitio")
    assert stored.summary == TYPED["summary"]
    assert stored.nuts_regions == ["FI1D7", "FI19B", "SE332"]
    assert stored.target_groups == ["työnhakijat", "alanvaihtajat"]
    assert (stored.goals[0].slug, stored.goals[0].indicator) == ("goal-1", "70 työssä")
    assert (stored.needs[0].nuts_region, stored.needs[0].evidence) == ("FI1D7", "Kysely 2025")
    assert (stored.members[0].slug, stored.members[0].country) == ("opisto", "SE")
    assert stored.members[0].role_wish is None
    assert stored.members[0].contribution is None
    assert stored.members[0].capacities == ["talo", "opettajat"]


def test_what_is_stored_stands_in_the_form_and_saves_to_the_same(
    client: TestClient, session: Session
) -> None:
    before = public_coalition(store_coalition(session))
    typed = values(get(client, "/coalitions/zx/edit", "sv"))
    assert typed["regions"] == "Lappland"
    assert send(client, typed, "/coalitions/zx/edit").status_code == 303
    session.expire_all()
    after = public_coalition(coalition_by_slug(session, "zx"))
    assert after.model_dump(exclude={"last_modified_at"}) == before.model_dump(exclude={"last_modified_at"})


def test_only_a_name_and_the_rest_later(client: TestClient, session: Session) -> None:
    blank = values(get(client, "/coalitions/new/edit", "sv"))
    assert blank["language"] == "sv"
    assert send(client, blank, name="Ny").status_code == 303
    stored = coalition_by_slug(session, "ny")
    assert (stored.members, stored.goals, stored.needs) == ([], [], [])


def test_faults_are_summed_up_and_told_at_their_fields_and_nothing_is_lost(
    client: TestClient, session: Session
) -> None:
    wrong = TYPED | {
        "name": " ",
        "regions": "Lappi, Atlantis",
        "country": "XX",
        "goals-0-text": "",
        "members-0-actor_type": "wizard",
        "needs-0-region": "Lappi, Kainuu",
    }
    answer = send(client, wrong, do="save")
    assert answer.status_code == 422
    page = soup(answer)
    assert words(page.title).startswith("Error: ")
    links = {str(a["href"]): words(a) for a in page.select("#summary a")}
    assert list(links) == [
        "#name",
        "#country",
        "#regions",
        "#goals-0-text",
        "#needs-0-region",
        "#members-0-actor_type",
    ]
    assert "Atlantis is not a region" in links["#regions"]
    for target, message in links.items():
        field = page.select_one(f"[id='{target[1:]}']")
        assert field is not None
        assert field["aria-invalid"] == "true"
        described = str(field["aria-describedby"]).split()
        assert any(message in words(page.find(id=name)) for name in described)
    kept = values(page)
    assert {name: value for name, value in kept.items() if name in wrong and value != wrong[name]} == {
        "country": kept["country"],
        "members-0-actor_type": "",
    }
    assert coalition_by_slug_or_none(session) is None


def coalition_by_slug_or_none(session: Session) -> object | None:
    from store.coalitions import coalitions

    return next(iter(coalitions(session)), None)


@pytest.mark.parametrize("section", list(SECTIONS))
def test_adding_and_removing_rows_keeps_everything(client: TestClient, section: str) -> None:
    more = soup(send(client, TYPED, do=f"add-{section}"))
    kept = values(more)
    assert {name: kept[name] for name in TYPED} == TYPED
    first_field = SECTIONS[section][1]
    focused = more.select_one("[autofocus]")
    assert focused is not None
    assert focused["id"] == f"{section}-1-{first_field}"
    typed = kept | {f"{section}-1-{first_field}": "Toinen"}
    less = values(soup(send(client, typed, do=f"remove-{section}-0")))
    assert less[f"{section}-0-{first_field}"] == "Toinen"
    assert f"{section}-1-{first_field}" not in less
    emptied = soup(send(client, less, do=f"remove-{section}-0"))
    assert values(emptied)[f"{section}-0-{first_field}"] == ""


def test_a_strange_button_saves_nothing_strange(client: TestClient, session: Session) -> None:
    assert send(client, TYPED, do="remove-members-77").status_code == 200
    assert send(client, TYPED, do="drop-table").status_code == 303
    assert coalition_by_slug(session, "hoivatyon-koalitio").members[0].name == "Opisto"


def test_language_switch_keeps_what_is_typed(client: TestClient) -> None:
    answer = send(client, TYPED, switch="sv")
    page = soup(answer)
    assert page.html["lang"] == "sv"  # type: ignore[index]
    assert {name: values(page)[name] for name in TYPED} == TYPED
    assert "language=sv" in answer.headers["set-cookie"]


def test_enter_saves_and_does_not_press_another_button(client: TestClient) -> None:
    page = get(client, "/coalitions/new/edit")
    buttons = page.select("button[form=profile], form#profile button")
    assert (buttons[0]["name"], buttons[0]["value"]) == ("do", "save")


def test_another_persons_save_is_not_overwritten_unseen(client: TestClient, session: Session) -> None:
    store_coalition(session)
    mine = values(get(client, "/coalitions/zx/edit")) | {"summary": "Mine."}
    store_coalition(session, summary="Theirs.")
    answer = send(client, mine, "/coalitions/zx/edit")
    assert answer.status_code == 422
    page = soup(answer)
    assert "Another person saved this. Both texts are kept." in main_words(page)
    assert [words(quote) for quote in page.select(".both blockquote")] == ["Mine.", "Theirs."]
    session.expire_all()
    assert coalition_by_slug(session, "zx").summary == "Theirs."
    again = values(soup(answer))
    assert again["summary"] == "Mine."
    assert send(client, again, "/coalitions/zx/edit").status_code == 303
    session.expire_all()
    assert coalition_by_slug(session, "zx").summary == "Mine."


def test_rows_keep_their_identity_when_they_are_reworded_or_moved(
    client: TestClient, session: Session
) -> None:
    store_coalition(session, goals=[GoalCreate(slug="care", text="A"), GoalCreate(slug="goal-1", text="B")])
    typed = values(get(client, "/coalitions/zx/edit")) | {"goals-1-text": "B2"}
    typed = values(soup(send(client, typed, "/coalitions/zx/edit", do="remove-goals-0")))
    typed = values(soup(send(client, typed, "/coalitions/zx/edit", do="add-goals"))) | {"goals-1-text": "C"}
    send(client, typed, "/coalitions/zx/edit", do="save")
    session.expire_all()
    goals = coalition_by_slug(session, "zx").goals
    assert [(goal.slug, goal.text) for goal in goals] == [("goal-1", "B2"), ("goal-2", "C")]


def test_forged_or_doubled_slugs_become_slugs(client: TestClient, session: Session) -> None:
    twice = {name.replace("-0-", "-1-"): value for name, value in TYPED.items() if "-0-" in name}
    send(client, TYPED | twice, **{"members-0-slug": "../x", "members-1-slug": "a", "goals-1-slug": "goal-1"})
    stored = coalition_by_slug(session, "hoivatyon-koalitio")
    assert [row.slug for row in stored.members] == ["opisto", "a"]
    assert sorted(row.slug for row in stored.goals) == ["goal-1", "goal-2"]


def test_the_same_name_and_the_names_of_pages_get_addresses_of_their_own(client: TestClient) -> None:
    for name, slug in (("New", "new-2"), ("Zx", "zx"), ("Zx", "zx-2"), ("日本", "coalition")):
        assert send(client, TYPED, name=name).headers["location"] == f"/coalitions/{slug}?saved=1"


def test_members_fold_unless_they_need_attention(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[member(slug="a", name="Zx"), member(slug="b", name="Zx")])
    page = get(client, "/coalitions/zx/edit")
    assert [fold.has_attr("open") for fold in page.select("details.row-card")] == [False, False]
    faulty = soup(send(client, values(page), "/coalitions/zx/edit", **{"members-1-name": ""}))
    assert [fold.has_attr("open") for fold in faulty.select("details.row-card")] == [False, True]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    typed=st.dictionaries(st.sampled_from(sorted(TYPED)), st.text(TYPABLE, max_size=30)),
    do=st.sampled_from(["save", "add-members", "add-goals", "", "x"]),
)
def test_whatever_is_typed_comes_back_or_is_stored(
    client: TestClient, typed: dict[str, str], do: str
) -> None:
    answer = client.post("/coalitions/new/edit", data=TYPED | typed | {"do": do})
    assert answer.status_code in {200, 303, 422}
    if answer.status_code != 303:
        kept = values(soup(answer))
        written = {name for name in typed if not name.endswith(CHOSEN)}
        assert {name: kept[name] for name in written} == {name: typed[name] for name in written}


def test_signs_that_nobody_types_are_dropped(client: TestClient, session: Session) -> None:
    send(client, TYPED, name="A\x00b\x1fc")
    assert coalition_by_slug(session, "abc").name == "Abc"


@given(st.text(max_size=80), st.sets(st.from_regex(r"[a-z]{1,5}", fullmatch=True), max_size=5))
def test_slugs_are_slugs_and_new(name: str, taken: set[str]) -> None:
    slug = slug_of(name, taken)
    assert slug not in taken
    assert all(part.isascii() and part.isalnum() and part == part.lower() for part in slug.split("-"))


def test_form_and_post_agree(session: Session) -> None:
    form = form_of(public_coalition(store_coalition(session)), Language.FI)
    sent = {
        f"{s}-{n}-{f}": v
        for s, rows in form.rows.items()
        for n, row in enumerate(rows)
        for f, v in row.items()
    }
    assert posted_form(form.basics | sent | {"seen": form.seen}) == form

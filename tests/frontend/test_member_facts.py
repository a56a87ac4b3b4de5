"""Facts that calls ask for: shown with what is not known, typed in three languages, told when unreadable."""

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from frontend.member_facts import COLUMNS, facts_of, facts_row
from store.coalitions import coalition_by_slug
from store.models import Member, MemberCreate
from store.vocabulary import Identifier, Language, LegalType
from tests.builders import member
from tests.frontend.stored import get, soup, store_coalition, values, words

EDIT = "/coalitions/zx/edit"
KNOWN: dict[str, Any] = {
    "legal_type": LegalType.PUBLIC,
    "founded": date(1995, 3, 1),
    "municipality": "698",
    "identifiers": {Identifier.PIC: "999999999", Identifier.SUOMI_FI_MANDATE: "yes"},
    "lacks": [Identifier.OID],
    "may_co_fund": False,
}

FACTS_FOLD = "details.row-card details:has([name$=legal_type])"
"""The fold of one member that holds the facts calls ask for."""


def stored_member(session: Session) -> Member:
    session.expire_all()
    return coalition_by_slug(session, "zx").members[0]


@pytest.mark.parametrize(
    ("language", "count", "facts"),
    [
        (
            "en",
            "Facts that calls ask for (7 of 10 known)",
            {
                "Public or private": "public body",
                "Established on": "1\u00a0March\u00a01995",
                "Municipality": "Rovaniemi",
                "Business ID (Y-tunnus)": "Not known",
                "Participant Identification Code (PIC)": "999999999",
                "Organisation ID (OID)": "No",
                "Suomi.fi mandate": "Yes",
                "Could fund a tested solution on a larger scale": "No",
                "Experience of projects with several countries": "Not known",
            },
        ),
        (
            "fi",
            "Tiedot, joita haut kysyvät (7/10 tiedossa)",
            {"Perustamispäivä": "1.3.1995", "Organisaatiotunnus (OID)": "Ei", "Y-tunnus": "Ei tiedossa"},
        ),
        (
            "sv",
            "Uppgifter som utlysningar frågar efter (7 av 10 kända)",
            {"Offentlig eller privat": "offentlig organisation", "FO-nummer": "Uppgift saknas"},
        ),
    ],
)
def test_known_and_unknown_are_shown(
    client: TestClient, session: Session, language: str, count: str, facts: dict[str, str]
) -> None:
    store_coalition(session, members=[member(name="Zx", **KNOWN)])
    fold = get(client, "/coalitions/zx", language).select_one(".member-grid details")
    assert fold is not None
    assert words(fold.summary) == count
    shown = {words(row.dt): words(row.dd) for row in fold.select(".facts > div")}
    assert len(shown) == len(COLUMNS)
    assert {label: shown[label] for label in facts} == facts


@pytest.mark.parametrize("language", list(Language))
def test_what_is_known_stands_in_the_form_and_saves_to_the_same(
    client: TestClient, session: Session, language: str
) -> None:
    store_coalition(session, members=[member(name="Zx", **KNOWN)])
    page = get(client, EDIT, language)
    assert [fold.has_attr("open") for fold in page.select(FACTS_FOLD)] == [False]
    assert client.post(EDIT, data=values(page)).status_code == 303
    after = stored_member(session)
    assert {name: getattr(after, name) for name in KNOWN} == KNOWN
    assert after.consortium_experience is None


def test_facts_are_typed_as_people_write_them(client: TestClient, session: Session) -> None:
    store_coalition(session)
    typed = {
        "members-0-legal_type": "public_service",
        "members-0-founded": "1995-03-01",
        "members-0-municipality": " uleåborg ",
        "members-0-business_id": "Ingen",
        "members-0-pic": "EI",
        "members-0-oid": " E99999999 ",
        "members-0-suomi_fi_mandate": "no",
        "members-0-may_co_fund": "yes",
        "members-0-consortium_experience": "no",
    }
    assert client.post(EDIT, data=values(get(client, EDIT)) | typed).status_code == 303
    after = stored_member(session)
    assert (after.legal_type, after.founded) == (LegalType.PUBLIC_SERVICE, date(1995, 3, 1))
    assert (after.municipality, after.identifiers) == ("564", {Identifier.OID: "E99999999"})
    assert set(after.lacks) == {Identifier.BUSINESS_ID, Identifier.PIC, Identifier.SUOMI_FI_MANDATE}
    assert (after.may_co_fund, after.consortium_experience) == (True, False)


def test_what_cannot_be_read_is_told_at_its_field_and_kept(client: TestClient, session: Session) -> None:
    store_coalition(session)
    wrong = {
        "members-0-founded": "1995",
        "members-0-municipality": "Atlantis",
        "members-0-business_id": "12",
        "members-0-pic": "12345678",
        "members-0-oid": "99999999",
    }
    answer = client.post(EDIT, data=values(get(client, EDIT)) | wrong)
    assert answer.status_code == 422
    page = soup(answer)
    assert [str(link["href"])[1:] for link in page.select("#summary a")] == list(wrong)
    assert {name: values(page)[name] for name in wrong} == wrong
    folds = page.select(f"details.row-card, {FACTS_FOLD}")
    assert [fold.has_attr("open") for fold in folds] == [True, True]
    assert stored_member(session).founded is None


def test_a_number_of_another_register_is_taken_abroad(client: TestClient, session: Session) -> None:
    store_coalition(session)
    typed = values(get(client, EDIT)) | {"members-0-country": "SE", "members-0-business_id": "556677-8899"}
    assert client.post(EDIT, data=typed).status_code == 303
    assert stored_member(session).identifiers == {Identifier.BUSINESS_ID: "556677-8899"}


TYPED = st.text(max_size=12) | st.sampled_from(
    ("yes", "no", "none", "ei ole", "ingen", "999999999", "E99999999", "1234567-8", "1.3.1995", "31.2.1995")
)
ROWS = st.fixed_dictionaries(dict.fromkeys(COLUMNS, TYPED) | {"country": st.sampled_from(["FI", "SE"])})


@given(ROWS)
def test_what_is_not_told_can_be_stored_and_comes_back(row: dict[str, str]) -> None:
    told: list[str] = []
    facts = facts_of(row, lambda column, _: told.append(column))
    stored = MemberCreate.model_validate(member(country=row["country"]).model_dump() | facts)
    again = facts_row(stored, Language.SV) | {"country": row["country"]}
    assert facts_of(again, lambda column, _: told.append(f"again {column}")) == facts
    assert not any(column.startswith("again") for column in told)

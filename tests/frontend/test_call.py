"""One call: facts, dates, doubts, text, changes, and where a quotation stands."""

from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.routes.dependencies import who_asks
from api.services.access.actor import STRANGER
from frontend.prose import SPOT
from store.models import Doubt, Link
from store.vocabulary import BudgetScope, CallFlag, CallStatus, Programme
from tests.builders import cut_off
from tests.frontend.stored import (
    NOW,
    get,
    main_words,
    store_call,
    store_changed_call,
    store_coalition,
    store_run,
    store_unknown_call,
    words,
)

HERE = "/calls/ESF-2026-TEST"


def test_facts_with_source_and_moment(client: TestClient, session: Session) -> None:
    store_call(
        session,
        budget_scope=BudgetScope.SHARED,
        min_duration=12,
        max_duration=24,
        deadline_model="two-stage",
        specific_objectives=["4.1", "9.9"],
        nuts_regions=["FI196", "FI1DA", "SE1"],
        countries=["FI", "EL"],
        area={"fi": "Länsi-Suomi"},
    )
    page = get(client, HERE)
    facts = {words(row.dt): words(row.dd) for row in page.select(".facts > div")}
    assert facts["Call budget"] == "€3.5\u00a0million, shared with other topics of the same call"
    assert facts["Project duration"] == "12–24 months"
    assert facts["Procedure"] == "Two-stage procedure"
    assert facts["Specific objectives"] == "4.1 Pathways to employment ; 9.9".replace(" ;", ";")
    assert facts["Regions"] == "Satakunta, South Savo, Östra Sverige"
    assert facts["Countries"] == "Finland, Greece"
    assert facts["Programme area"] == "Länsi-Suomi"
    assert page.select_one(".facts span[lang=fi]") is not None
    assert "fetched 20\u00a0May\u00a02026, 01:00 Finnish time" in main_words(page)


def test_unknown_facts_are_worded_each(client: TestClient, session: Session) -> None:
    store_unknown_call(session)
    page = get(client, HERE, "fi")
    rows = page.select("section[aria-labelledby=facts] .facts > div")
    facts = {words(row.dt): words(row.dd) for row in rows}
    known = {"Ohjelma", "Hakuilmoituksen tunnus"}
    assert {name for name, value in facts.items() if value != "Ei tiedossa"} == known
    assert "Lähde ei anna tekstiä" in main_words(page)


def test_cut_offs_stand_in_order_with_the_past_and_the_next_marked(
    client: TestClient, session: Session
) -> None:
    store_call(
        session,
        cut_offs=[cut_off("2027-02-16"), cut_off("2026-01-27"), cut_off("2026-09-17")],
        continuous=True,
    )
    steps = [words(step) for step in get(client, HERE).select(".strip__step")]
    dated = [step for step in steps if step.rpartition(" ")[2] in {"passed", "next", "later"}]
    assert [step.rpartition(" ")[2] for step in dated] == ["passed", "next", "later"]
    assert dated[0].startswith("Cut-off 27\u00a0January\u00a02026")
    assert dated[2].startswith("Closes 16\u00a0February\u00a02027")


def test_past_dates_are_told_as_past(client: TestClient, session: Session) -> None:
    store_call(session, cut_offs=[cut_off("2026-05-05")])
    opened, closed, today = (words(step) for step in get(client, HERE, "fi").select(".strip__step"))
    assert today == "Tänään 20.5.2026"
    assert opened == "Avautui 30.4.2026"
    assert closed == "Päättyi 5.5.2026 klo\u00a017.00 Brysselin aikaa (18.00 Suomen aikaa) mennyt"


def test_status_against_the_sources_claim(client: TestClient, session: Session) -> None:
    store_call(
        session, cut_offs=[cut_off("2026-05-05")], source_status=CallStatus.OPEN, source_status_text="Avoin"
    )
    notice = words(get(client, HERE).find(class_="notice"))
    assert "By its dates the call is: Closed. The source says: Open." in notice
    assert "Avoin" in notice


def test_doubts_and_not_seen_since(client: TestClient, session: Session) -> None:
    store_call(session, doubts=[Doubt(flag=CallFlag.TEXT_DISAGREES, note="text 1 May, data 2 May")])
    store_run(session, started_at=NOW + timedelta(days=2))
    page = main_words(get(client, HERE))
    assert "text 1 May, data 2 May" in page
    assert "Not seen at the source since 20\u00a0May\u00a02026" in page
    assert "does not mean that it is closed" in page


def test_changes_are_told_in_words_and_only_what_is_gone_is_struck(
    client: TestClient, session: Session
) -> None:
    store_changed_call(session)
    page = get(client, HERE)
    told = {words(change.h3): change for change in page.select(".change")}
    assert set(told) == {"Cut-offs", "Opening day", "Co-financing rate"}
    gone = [words(line) for line in told["Cut-offs"].find_all("del")]
    assert gone == ["17\u00a0September\u00a02026, 17:00 Brussels time (18:00 Finnish time)"]
    assert told["Cut-offs"].find("ins") is None
    assert words(told["Co-financing rate"].find("del")) == "Not known"
    assert words(told["Co-financing rate"].find("ins")) == "80%"
    assert words(told["Opening day"].find("ins")) == "1\u00a0May\u00a02026"


def test_nothing_changed_says_since_when(client: TestClient, session: Session) -> None:
    store_call(session)
    assert "Nothing has changed since 20\u00a0May\u00a02026" in main_words(get(client, HERE))


def test_a_quotation_is_marked_in_the_text(client: TestClient, session: Session) -> None:
    text = "## Aim\nTrain <people> for care.\n- mentors"
    store_call(session, description=text)
    start = text.index("<people>")
    mark = get(client, f"{HERE}?start={start}&end={start + 8}").find(id=SPOT)
    assert words(mark) == "<people>"
    assert get(client, f"{HERE}?start=x&end=99999999999999999999").find("mark") is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_a_link_that_a_browser_would_run_is_no_link(
    client: TestClient, session: Session, address: str
) -> None:
    store_call(
        session, url=address, links=[Link(label="x", url=address), Link(label="y", url="https://y.example")]
    )
    links = [str(a["href"]) for a in get(client, HERE).select("main a[href]")]
    assert address not in links
    assert "https://y.example" in links


def test_coalitions_lead_to_their_checks(client: TestClient, session: Session) -> None:
    store_call(session)
    assert get(client, HERE).select_one("main a.btn-primary")["href"] == "/coalitions/new"  # type: ignore[index]
    store_coalition(session, slug="ours")
    assert get(client, HERE).select_one("a[href='/coalitions/ours/checks/ESF-2026-TEST']") is not None


def test_an_unknown_call_is_a_page_that_says_what_next(client: TestClient) -> None:
    page = get(client, "/calls/NOPE", "sv", status=404)
    assert words(page.h1) == "Ingenting finns på den här adressen"
    assert page.select_one("main a.btn-primary") is not None


def test_the_opening_day_alone_is_forthcoming(client: TestClient, session: Session) -> None:
    store_unknown_call(session, opening_date=date(2026, 9, 1))
    assert "Haku avautuu 1.9.2026" in main_words(get(client, HERE, "fi"))


def test_how_to_apply_tells_what_the_source_gives_and_words_the_rest(
    client: TestClient, session: Session
) -> None:
    store_call(
        session,
        deadline_model="two-stage",
        links=[Link(label="Guide", url="https://example.org/guide")],
        description="Applications must be written in English.",
    )
    section = get(client, HERE).select_one("section[aria-labelledby=apply]")
    assert section is not None
    rows = {words(row.dt): words(row.dd) for row in section.select(".facts > div")}
    assert rows["Procedure"] == "Two-stage procedure"
    assert rows["Links that the source gives"] == "Guide"
    assert rows["Language of the application"] == "English See the condition"
    assert section.select_one("a[href='https://example.org/ESF-2026-TEST']") is not None


def test_a_form_that_there_is_is_named_and_one_that_there_is_not_is_said(
    client: TestClient, session: Session
) -> None:
    store_call(session)
    assert "A coalition can draft on this form" in main_words(get(client, HERE))
    store_call(session, identifier="OTHER", action="Zx", programme=Programme.JUST_TRANSITION_MECHANISM)
    other = main_words(get(client, "/calls/OTHER"))
    assert "Koalitio has no form for such a call yet" in other
    assert "Not known . Language of the call notice: English" in other


def test_a_stranger_is_told_what_signing_in_would_show(client: TestClient, session: Session) -> None:
    store_call(session)
    store_coalition(session, slug="ours", name="Secret name")
    assert isinstance(client.app, FastAPI)
    client.app.dependency_overrides[who_asks] = lambda: STRANGER
    page = get(client, HERE)
    assert "Signed in, you see for each of your coalitions" in main_words(page)
    link = page.select_one("main a.btn-primary")
    assert link is not None
    assert str(link["href"]) == "/sign-in?next=%2Fcalls%2FESF-2026-TEST"
    assert "Secret name" not in page.get_text()

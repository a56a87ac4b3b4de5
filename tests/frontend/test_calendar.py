"""Deadlines by month, and as a calendar that is read back by a calendar library."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar, Event
from sqlmodel import Session

from store.vocabulary import Programme
from tests.builders import cut_off
from tests.frontend.stored import get, main_words, store_call, store_unknown_call, words

TWO = [cut_off("2026-09-17"), cut_off("2026-10-06", None)]


def events(client: TestClient, address: str) -> list[Event]:
    """The events of a calendar file, read back."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert calendar["version"] == "2.0"
    return [part for part in calendar.walk("VEVENT") if isinstance(part, Event)]


def test_live_deadlines_stand_under_their_month_and_day(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A", title="Two", cut_offs=[cut_off("2026-05-01"), *TWO])
    store_call(session, identifier="B", title="Closed", cut_offs=[cut_off("2026-05-19")])
    store_unknown_call(session, identifier="C")
    page = get(client, "/calendar")
    assert [words(h2) for h2 in page.select(".month h2")] == [
        "September 2026 1 deadline",
        "October 2026 1 deadline",
    ]
    assert [words(h3) for h3 in page.select(".month h3")] == [
        "Thursday 17\u00a0September\u00a02026",
        "Tuesday 6\u00a0October\u00a02026",
    ]
    assert "Cut-off 17\u00a0September\u00a02026, 17:00 Brussels time (18:00 Finnish time)" in main_words(page)
    assert "1 call that is not closed names no cut-off ahead" in main_words(page)
    assert "Closed" not in [words(a) for a in page.select(".due a")]


def test_the_grid_counts_what_the_list_holds_and_leads_to_it(client: TestClient, session: Session) -> None:
    for name in "AB":
        store_call(session, identifier=name, cut_offs=TWO[:1])
    page = get(client, "/calendar", "fi")
    cells = page.select(".month__due a")
    assert [words(cell) for cell in cells] == ["17 : 2 määräpäivää 2"]
    day = page.find(id=str(cells[0]["href"]).removeprefix("#"))
    assert day is not None
    assert len(day.select(".due")) == 2
    assert words(page.select_one(".month__grid thead")).split() == ["ma", "ti", "ke", "to", "pe", "la", "su"]


def test_programme_and_region_narrow_page_and_feed(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A", programme=Programme.ERASMUS_PLUS, nuts_regions=["FI1D7"])
    store_call(session, identifier="B", nuts_regions=["FI196"])
    page = get(client, "/calendar?programme=erasmus_plus&region=Lappi", "fi")
    assert len(page.select(".due")) == 1
    feed = words(page.find(class_="subscribe__address"))
    assert feed == "http://localhost/calendar.ics?programme=erasmus_plus&region=FI1D7&lang=fi"
    assert len(events(client, feed)) == 1
    assert len(events(client, "/calendar.ics")) == 2
    assert len(events(client, "/calendar.ics?region=Satakunta")) == 1


def test_nothing_ahead_says_what_next(client: TestClient, session: Session) -> None:
    assert "No deadlines ahead" in main_words(get(client, "/calendar"))
    store_call(session)
    page = get(client, "/calendar?programme=social_dialogue")
    assert page.select_one(".empty a.btn")["href"] == "/calendar"  # type: ignore[index]


def test_many_deadlines_are_cut_and_it_is_said(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("frontend.pages.calendar.MOST_SHOWN", 2)
    for name in "ABC":
        store_call(session, identifier=name)
    page = get(client, "/calendar")
    assert len(page.select(".due")) == 2
    assert "1 later one is left out" in main_words(page)
    assert len(events(client, "/calendar.ics")) == 3


def test_an_event_tells_all_in_the_language_of_the_address(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A/B", title="Hoiva; työ, ja muuta", language="fi", cut_offs=TWO)
    hour, day = events(client, "/calendar.ics?lang=sv")
    assert hour.decoded("dtstart") == datetime(2026, 9, 17, 15, tzinfo=UTC)
    assert day.decoded("dtstart") == date(2026, 10, 6)
    assert str(hour["summary"]) == "Brytdatum: Hoiva; työ, ja muuta"
    assert str(day["summary"]) == "Ansökningstiden går ut: Hoiva; työ, ja muuta"
    assert "17.9.2026 kl.\u00a017.00 Brysseltid (18.00 finländsk tid)" in str(hour["description"])
    assert "https://example.org/ESF-2026-TEST" in str(hour["description"])
    assert str(hour["url"]) == "http://localhost/calls/A%2FB"
    assert hour.decoded("dtstamp") == datetime(2026, 5, 19, 22, tzinfo=UTC)
    assert [str(events(client, f"/calendar.ics?lang={one}")[1]["summary"])[:4] for one in ("en", "fi")] == [
        "Call",
        "Haku",
    ]


def test_a_moved_deadline_is_the_same_event_in_a_later_state(client: TestClient, session: Session) -> None:
    def told() -> list[tuple[str, int, Any]]:
        return [
            (str(one["uid"]), int(str(one["sequence"])), one.decoded("dtstart"))
            for one in events(client, "/calendar.ics")
        ]

    store_call(session, cut_offs=TWO)
    before = told()
    assert len({uid for uid, _, _ in before}) == 2
    store_call(session, cut_offs=[TWO[0], cut_off("2026-11-03", None)])
    after = told()
    assert [uid for uid, _, _ in after] == [uid for uid, _, _ in before]
    assert [sequence for _, sequence, _ in after] == [1, 1]
    assert after[1][2] == date(2026, 11, 3)
    store_call(session, title="Only the title", cut_offs=[TWO[0], cut_off("2026-11-03", None)])
    assert [sequence for _, sequence, _ in told()] == [1, 1]


def test_a_calendar_that_has_the_newest_is_told_so(client: TestClient, session: Session) -> None:
    store_call(session)
    first = client.get("/calendar.ics")
    assert first.headers["cache-control"] == "public, max-age=3600"
    held = {"if-none-match": first.headers["etag"]}
    again = client.get("/calendar.ics", headers=held)
    assert (again.status_code, again.content) == (304, b"")
    store_call(session, cut_offs=TWO)
    assert client.get("/calendar.ics", headers=held).status_code == 200


def test_one_call_as_a_file_with_its_past_too(client: TestClient, session: Session) -> None:
    store_call(session, identifier="A B/C", cut_offs=[cut_off("2026-05-01"), *TWO])
    page = get(client, "/calls/A%20B%2FC")
    link = page.select_one("a[href*='.ics']")
    assert link is not None
    assert len(events(client, str(link["href"]))) == 3
    store_unknown_call(session, identifier="NONE")
    assert client.get("/calls/NONE.ics").status_code == 404
    assert client.get("/calls/NOPE.ics").status_code == 404


def test_days_that_mean_no_day_are_left_out(client: TestClient, session: Session) -> None:
    store_call(session, cut_offs=[cut_off("9999-12-31", None)])
    assert events(client, "/calendar.ics") == []
    assert get(client, "/calendar", "sv").h1 is not None


@pytest.mark.parametrize("title", ["a\r\nBEGIN:VEVENT", "x" * 500, "emoji 🎓 ä", "\\n;,:"])
def test_no_title_breaks_out_of_its_line(client: TestClient, session: Session, title: str) -> None:
    store_call(session, title=title)
    (event,) = events(client, "/calendar.ics")
    assert "".join(title.split()) in "".join(str(event["summary"]).split())

"""The time of a call as a line: what stands where, what is not known, what has moved; and its list."""

from datetime import UTC, date, datetime

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from tests.builders import cut_off
from tests.frontend.stored import get, store_call, store_unknown_call, words

HERE = "/calls/ESF-2026-TEST"


def kinds(client: TestClient) -> list[str]:
    """The classes of the marks on the line, in order."""
    page = get(client, HERE)
    marks = page.select(".line [class^=line__cut], .line__today, .line__opens, .line__moved")
    return [str(mark["class"][-1]).rpartition("__")[2].removeprefix("cut--") for mark in marks]


def test_opening_today_and_cut_offs_stand_in_order_of_time(client: TestClient, session: Session) -> None:
    store_call(
        session,
        opening_date=date(2026, 1, 1),
        cut_offs=[cut_off("2026-04-01"), cut_off("2026-07-01"), cut_off("2027-01-01")],
    )
    assert kinds(client) == ["opens", "passed", "today", "next", "later"]
    circles = get(client, HERE).select(".line circle")
    assert [int(str(circle["cx"])) for circle in circles] == sorted(int(str(c["cx"])) for c in circles)
    assert int(str(circles[-1]["cx"])) == 650


def test_the_picture_has_a_name_and_every_mark_a_line_of_the_list(
    client: TestClient, session: Session
) -> None:
    store_call(session)
    page = get(client, HERE, "fi")
    picture = page.find("svg", role="img")
    assert picture is not None
    assert "Hakuaika päättyy 6.10.2026" in str(picture["aria-label"])
    assert len(page.select(".strip__step")) == len(kinds(client))


def test_a_moved_date_is_struck_and_leads_to_the_change(client: TestClient, session: Session) -> None:
    store_call(session, cut_offs=[cut_off("2026-09-17")])
    store_call(session, cut_offs=[cut_off("2026-10-06")], fetched_at=datetime(2026, 5, 20, 5, tzinfo=UTC))
    moved = get(client, HERE).select_one(".strip__step--moved")
    assert moved is not None
    assert words(moved.find("del")).startswith("17\u00a0September\u00a02026")
    assert "changed, seen 20\u00a0May\u00a02026" in words(moved)
    assert moved.select_one("a[href='#changes']") is not None
    assert "moved" in kinds(client)


def test_a_date_that_came_back_has_not_moved(client: TestClient, session: Session) -> None:
    for day in ("2026-09-17", "2026-10-06", "2026-09-17"):
        store_call(session, cut_offs=[cut_off(day)])
    struck = [words(one.find("del")) for one in get(client, HERE).select(".strip__step--moved")]
    assert [one.partition(",")[0] for one in struck] == ["6\u00a0October\u00a02026"]


@pytest.mark.parametrize(("continuous", "says"), [(True, "Continuous call"), (None, "Not known")])
def test_an_end_that_is_not_given_is_worded(
    client: TestClient, session: Session, continuous: bool | None, says: str
) -> None:
    store_unknown_call(session, opening_date=date(2026, 1, 1), continuous=continuous)
    page = get(client, HERE)
    assert says in words(page.select(".strip__step")[-1])
    assert bool(page.select(".line__arrow")) is bool(continuous)
    assert bool(page.select(".line__track--unknown")) is not bool(continuous)


def test_nothing_known_has_no_picture_but_words(client: TestClient, session: Session) -> None:
    store_unknown_call(session)
    page = get(client, HERE)
    assert page.find(class_="line") is None
    assert [words(one) for one in page.select(".strip__step--unknown")] == [
        "Opens Not known",
        "Closes Not known",
    ]


@pytest.mark.parametrize(("today", "x"), [("2026-04-01", 32), ("2027-04-01", 678)])
def test_today_outside_the_period_stands_beyond_its_end(
    client: TestClient, session: Session, monkeypatch: pytest.MonkeyPatch, today: str, x: int
) -> None:
    store_call(session)
    monkeypatch.setenv("KOALITIO_TODAY", today)
    mark = get(client, HERE).select_one(".line__today")
    assert mark is not None
    assert str(mark["d"]).startswith(f"M{x} ")


def test_days_are_written_only_where_they_have_room(client: TestClient, session: Session) -> None:
    store_call(session, cut_offs=[cut_off(f"2026-06-{day:02}") for day in range(1, 29)])
    page = get(client, HERE)
    assert len(page.select(".line circle")) == 28
    assert len(page.select(".line text")) <= 8
    assert len(page.select(".strip__step")) == 30

"""Time decides the status: hours, midnights, summer time, and the SQL twin of the rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, select

from store import call_dates, queries
from store.importer import save_call
from store.models import Call
from store.vocabulary import CallStatus
from tests import builders
from tests.builders import cut_off


def test_a_cut_off_with_an_hour_ends_at_that_local_hour() -> None:
    assert builders.cut_off("2026-10-06").ends_at() == datetime(2026, 10, 6, 15, tzinfo=UTC)
    assert builders.cut_off("2026-02-19", "13:00", "Europe/Helsinki").ends_at() == datetime(
        2026, 2, 19, 11, tzinfo=UTC
    )


def test_a_cut_off_without_an_hour_ends_at_the_next_local_midnight() -> None:
    assert builders.cut_off("2026-09-30", None, "Europe/Helsinki").ends_at() == datetime(
        2026, 9, 30, 21, tzinfo=UTC
    )
    assert builders.cut_off("2026-10-25", None).ends_at() == datetime(2026, 10, 25, 23, tzinfo=UTC)


def test_helsinki_one_o_clock_is_brussels_noon() -> None:
    assert (
        builders.cut_off("2026-03-05", "13:00", "Europe/Helsinki").ends_at()
        == builders.cut_off("2026-03-05", "12:00").ends_at()
    )


def test_status_through_the_life_of_a_call() -> None:
    opens = call_dates.opens_at(date(2026, 4, 30), "Europe/Brussels")
    closes = call_dates.closes_at([builders.cut_off("2026-10-06")])
    assert opens is not None
    assert closes is not None

    def at(moment: datetime) -> CallStatus | None:
        return call_dates.derive_status(opens, closes, None, moment)

    assert at(opens - timedelta(seconds=1)) is CallStatus.FORECASTED
    assert at(opens) is CallStatus.OPEN
    assert at(closes - timedelta(seconds=1)) is CallStatus.OPEN
    assert at(closes) is CallStatus.CLOSED


def test_without_dates_the_status_is_unknown_not_closed() -> None:
    now = datetime(2026, 5, 20, tzinfo=UTC)
    assert call_dates.derive_status(None, None, None, now) is None
    assert call_dates.derive_status(now, None, None, now) is None
    assert call_dates.derive_status(now, None, True, now) is CallStatus.OPEN


def test_next_cut_off_skips_those_that_ended() -> None:
    cut_offs = [builders.cut_off(day) for day in ("2026-01-27", "2026-09-17", "2027-02-16")]
    now = datetime(2026, 5, 20, tzinfo=UTC)
    assert call_dates.next_cut_off(cut_offs, now) == cut_offs[1]
    assert call_dates.next_cut_off(cut_offs[:1], now) is None
    assert call_dates.closes_at(cut_offs) == cut_offs[2].ends_at()


moments = st.one_of(st.none(), st.sampled_from([datetime(2026, 5, d, tzinfo=UTC) for d in (18, 20, 22)]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(opens=moments, closes=moments, continuous=st.sampled_from([None, True, False]))
def test_the_database_derives_the_same_status(
    session: Session, opens: datetime | None, closes: datetime | None, continuous: bool | None
) -> None:
    now = datetime(2026, 5, 20, tzinfo=UTC)
    call = save_call(session, builders.call()).call
    call.opens_at, call.closes_at, call.continuous = opens, closes, continuous
    session.add(call)
    session.commit()
    expected = call_dates.derive_status(opens, closes, continuous, now)
    met = [s for s in CallStatus if session.exec(select(Call).where(queries.status_clause(s, now))).all()]
    assert met == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("day", "hour", "zone", "utc"),
    [
        ("2026-10-25", "03:30", "Europe/Helsinki", "2026-10-25T00:30"),  # comes twice: the first holds
        ("2026-03-29", "03:30", "Europe/Helsinki", "2026-03-29T01:30"),  # never comes
        ("2026-10-25", None, "Europe/Brussels", "2026-10-25T23:00"),  # a day of 25 hours
        ("2026-03-29", None, "Europe/Brussels", "2026-03-29T22:00"),  # a day of 23 hours
    ],
)
def test_cut_offs_on_the_days_when_clocks_change(day: str, hour: str | None, zone: str, utc: str) -> None:
    assert cut_off(day, hour, zone).ends_at() == datetime.fromisoformat(f"{utc}+00:00")

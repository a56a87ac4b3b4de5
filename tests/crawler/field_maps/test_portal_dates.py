"""The portal's four ways of writing a day."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.errors import BrokenRecord
from crawler.field_maps import portal_dates
from store.clock import BRUSSELS


@pytest.mark.parametrize(
    ("written", "day", "hour"),
    [
        ("2026-10-06T00:00:00.000+0000", "2026-10-06", "17:00"),
        ("2023-06-06T17:00:00.000+0000", "2023-06-06", "17:00"),
        ("2021-09-21T22:00:00.000+0000", "2021-09-22", "17:00"),
        ("2022-03-23T23:00:00.000+0000", "2022-03-24", "17:00"),
        ("2026-08-27T10:00:07.000+0000", "2026-08-27", "12:00"),
        ("2026-07-10T21:59:00.000+0000", "2026-07-10", "23:59"),
    ],
)
def test_each_way_is_brussels_local_time(written: str, day: str, hour: str) -> None:
    cut_off = portal_dates.cut_off(written)
    assert (cut_off.date.isoformat(), f"{cut_off.time:%H:%M}", cut_off.zone) == (day, hour, "Europe/Brussels")


@given(st.dates(dt.date(2015, 1, 1), dt.date(2035, 12, 31)))
def test_three_ways_of_one_day_are_the_same_cut_off(day: dt.date) -> None:
    midnight = dt.datetime.combine(day, dt.time(0), BRUSSELS).astimezone(dt.UTC)
    ways = (
        f"{day}T00:00:00.000+0000",
        f"{day}T17:00:00.000+0000",
        f"{midnight:%Y-%m-%dT%H:%M:%S}.000+0000",
    )
    assert {portal_dates.cut_off(way) for way in ways} == {portal_dates.cut_off(ways[0])}
    assert portal_dates.day(ways[2]) == day


@given(st.text())
def test_what_is_no_date_breaks_only_the_record(text: str) -> None:
    with suppress(BrokenRecord):
        portal_dates.cut_off(text)

"""Dates and periods in the formats of the three languages: written, then read back."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.dates import find_dates, find_periods, parse_date
from tests.crawler.parsing import writing

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
TIMES = st.times().map(lambda t: t.replace(second=0, microsecond=0))


def spans(text: str) -> list[tuple[str, str]]:
    """Periods of a text as pairs of ISO days."""
    return [(p.opens.date.isoformat(), p.closes.date.isoformat()) for p in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "opens", "closes"),
    [
        ("26.1.–26.3.2026", "2026-01-26", "2026-03-26"),
        ("30.6. – 15.12.2023", "2023-06-30", "2023-12-15"),
        ("15.5.-29.8.2025", "2025-05-15", "2025-08-29"),
        ("19.11.2025 – 19.2.2026 klo 13:00", "2025-11-19", "2026-02-19"),
        ("15.11.–31.1.2024", "2023-11-15", "2024-01-31"),
        ("15.11.2023 — 31.1.2024", "2023-11-15", "2024-01-31"),
        ("Hakujakso 2: 2. 1.10.- 15.12.2023", "2023-10-01", "2023-12-15"),
        ("1.–30.9.2026", "2026-09-01", "2026-09-30"),
        ("27.2.2025 14:00 - 10.4.2025 12:00", "2025-02-27", "2025-04-10"),
        ("mellan den 3 mars och den 5 maj 2026", "2026-03-03", "2026-05-05"),
        ("1 mars till 5 maj 2026", "2026-03-01", "2026-05-05"),
        ("from 3 March to 5 May 2026", "2026-03-03", "2026-05-05"),
        ("1–30 September 2026", "2026-09-01", "2026-09-30"),
    ],
)
def test_period_with_the_year_once_or_twice(text: str, opens: str, closes: str) -> None:
    assert spans(text) == [(opens, closes)]


def test_every_period_of_a_list_takes_the_year_at_its_end() -> None:
    text = "den första är 12.5.–25.9., den andra 26.9.–23.10. och den tredje 24.10.–27.11.2023."
    assert spans(text) == [
        ("2023-05-12", "2023-09-25"),
        ("2023-09-26", "2023-10-23"),
        ("2023-10-24", "2023-11-27"),
    ]


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("päättyy 19.2.2026 klo 13.00 Suomen aikaa", "2026-02-19", "13:00"),
        ("senast den 5 mars 2026 kl. 13.00", "2026-03-05", "13:00"),
        ("6 October 2026 17:00", "2026-10-06", "17:00"),
        ("23 July 2026 – 17:00:00 CET (Brussels)", "2026-07-23", "17:00"),
        ("May, 28 2026 17:00 (Brussels time)", "2026-05-28", "17:00"),
        ("6 October 2026 at 5 pm", "2026-10-06", "17:00"),
        ("06/10/2026", "2026-10-06", None),
        ("5. maaliskuuta 2026", "2026-03-05", None),
        ("2026-10-06T00:00:00.000+0000", "2026-10-06", None),
        ("12.5.2026 10.6.2026", "2026-05-12", None),
    ],
)
def test_date_with_its_hour(text: str, day: str, hour: str | None) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.date.isoformat() == day
    assert (found.time and f"{found.time:%H:%M}") == hour


@pytest.mark.parametrize(
    "text",
    ["erityistavoite 4.1. Polkuja töihin", "31.2.2026", "version 2.10", "may apply in 2026", "klo 13.00", ""],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_dates(text) == []


@given(DAYS, TIMES, st.sampled_from(writing.LANGUAGES))
def test_a_written_day_and_hour_is_read_back(day: dt.date, time: dt.time, language: str) -> None:
    for written in writing.days(day, language):
        found = find_dates(f"x {written} {writing.hour(time, language)} y")
        assert [(f.date, f.time) for f in found] == [(day, time)], written


@given(DAYS, st.integers(0, 360), st.sampled_from(["–", "-", " – ", " - ", "—"]))
def test_a_written_period_is_read_back_with_and_without_its_first_year(
    opens: dt.date, length: int, dash: str
) -> None:
    closes = opens + dt.timedelta(days=length)
    end = f"{closes.day}.{closes.month}.{closes.year}"
    for start in (f"{opens.day}.{opens.month}.", f"{opens.day}.{opens.month}.{opens.year}"):
        assert spans(f"Haku on auki {start}{dash}{end}.") == [(opens.isoformat(), closes.isoformat())]


@given(st.lists(DAYS, min_size=1, max_size=5, unique=True), st.sampled_from(writing.LANGUAGES))
def test_an_enumeration_is_read_back_in_order(days: list[dt.date], language: str) -> None:
    text = writing.enumeration([writing.days(day, language)[0] for day in days], language)
    assert [found.date for found in find_dates(text)] == days


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
    for period in find_periods(text):
        assert period.opens.date <= period.closes.date


@given(st.text(alphabet="0123456789.:–- /klokdenmars,April", max_size=40))
def test_no_heap_of_digits_breaks_the_reader(text: str) -> None:
    find_dates(text)
    find_periods(text)

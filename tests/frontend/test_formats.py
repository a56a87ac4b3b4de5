"""Dates, clocks, money and ages in the three languages."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.formats import NBSP, Formats
from frontend.words import Words
from store.models import CutOff
from store.vocabulary import Language
from tests.builders import cut_off

NOW = datetime(2026, 5, 19, 22, tzinfo=UTC)
EN, FI, SV = (Formats(Words(language), NOW) for language in Language)
ALL = (EN, FI, SV)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("given_cut_off", "shown"),
    [
        (
            cut_off("2026-10-06"),
            (
                "6 October 2026, 17:00 Brussels time (18:00 Finnish time)",
                "6.10.2026 klo 17.00 Brysselin aikaa (18.00 Suomen aikaa)",
                "6.10.2026 kl. 17.00 Brysseltid (18.00 finländsk tid)",
            ),
        ),
        (  # the day the clocks go back
            cut_off("2026-10-25"),
            (
                "25 October 2026, 17:00 Brussels time (18:00 Finnish time)",
                "25.10.2026 klo 17.00 Brysselin aikaa (18.00 Suomen aikaa)",
                "25.10.2026 kl. 17.00 Brysseltid (18.00 finländsk tid)",
            ),
        ),
        (  # winter
            cut_off("2027-01-15"),
            (
                "15 January 2027, 17:00 Brussels time (18:00 Finnish time)",
                "15.1.2027 klo 17.00 Brysselin aikaa (18.00 Suomen aikaa)",
                "15.1.2027 kl. 17.00 Brysseltid (18.00 finländsk tid)",
            ),
        ),
        (  # the reader's day is another one
            cut_off("2026-10-24", "23:59"),
            (
                "24 October 2026, 23:59 Brussels time (25 October 2026, 00:59 Finnish time)",
                "24.10.2026 klo 23.59 Brysselin aikaa (25.10.2026 klo 0.59 Suomen aikaa)",
                "24.10.2026 kl. 23.59 Brysseltid (25.10.2026 kl. 0.59 finländsk tid)",
            ),
        ),
        (  # both clocks show the same: said once
            cut_off("2026-03-26", "13:00", "Europe/Helsinki"),
            (
                "26 March 2026, 13:00 Finnish time",
                "26.3.2026 klo 13.00 Suomen aikaa",
                "26.3.2026 kl. 13.00 finländsk tid",
            ),
        ),
        (
            cut_off("2026-03-26", None, "Europe/Helsinki"),
            (
                "26 March 2026, hour not known",
                "26.3.2026, kellonaika ei tiedossa",
                "26.3.2026, uppgift om klockslag saknas",
            ),
        ),
    ],
)
def test_cut_off_is_told_on_both_clocks(given_cut_off: CutOff, shown: tuple[str, str, str]) -> None:
    assert tuple(plain(formats.cut_off(given_cut_off)) for formats in ALL) == shown


@given(
    st.dates(date(2021, 1, 1), date(2036, 12, 31)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
)
def test_finnish_clock_is_always_one_hour_ahead_of_brussels(day: date, hour: time) -> None:
    shown = plain(EN.cut_off(CutOff(date=day, time=hour, zone="Europe/Brussels")))
    later = datetime.combine(day, hour) + timedelta(hours=1)
    assert shown.startswith(f"{plain(EN.day(day))}, {hour:%H:%M} Brussels time")
    assert f"{later:%H:%M} Finnish time" in shown
    assert (plain(EN.day(later.date())) in shown.partition("(")[2]) == (later.date() != day)


def test_days_and_hours_do_not_break_over_lines() -> None:
    assert EN.day(date(2026, 10, 6)) == f"6{NBSP}October{NBSP}2026"
    assert f"klo{NBSP}17.00{NBSP}Brysselin" not in FI.cut_off(cut_off("2026-10-06"))
    assert f"klo{NBSP}17.00" in FI.cut_off(cut_off("2026-10-06"))


@pytest.mark.parametrize(
    ("euros", "shown"),
    [
        ((247_916,), ("€247,916", "247 916 €", "247 916 €")),
        ((3_500_000,), ("€3.5 million", "3,5 milj. €", "3,5 mn €")),
        ((13_250_000,), ("€13.25 million", "13,25 milj. €", "13,25 mn €")),
        ((630_000_000,), ("€630 million", "630 milj. €", "630 mn €")),
        ((13_545_678,), ("€13,545,678", "13 545 678 €", "13 545 678 €")),
        ((1_000_000, 3_000_000), ("€1–3 million", "1–3 milj. €", "1–3 mn €")),
        ((200_000, 700_000), ("€200,000–700,000", "200 000–700 000 €", "200 000–700 000 €")),
    ],
)
def test_money_is_exact_and_each_languages_own(euros: tuple[int, ...], shown: tuple[str, str, str]) -> None:
    told = tuple(formats.money(*euros) for formats in ALL)
    assert tuple(map(plain, told)) == shown
    assert not any(" " in text for text in told)


def test_numbers_and_per_cent() -> None:
    assert [plain(f.number(26.44)) for f in ALL] == ["26.44", "26,44", "26,44"]
    assert [plain(f.number(1812)) for f in ALL] == ["1,812", "1 812", "1 812"]
    assert [plain(f.percent(80)) for f in ALL] == ["80%", "80 %", "80 %"]
    assert [plain(f.percent(26.44)) for f in ALL] == ["26.44%", "26,44 %", "26,44 %"]


@given(st.integers(0, 10**12))
def test_money_never_loses_a_euro(euros: int) -> None:
    shown = plain(FI.money(euros)).removesuffix(" €")
    millions = shown.endswith(" milj.")
    number = shown.removesuffix(" milj.").replace(" ", "").replace(",", ".")
    whole, _, part = number.partition(".")
    assert int(whole + part.ljust(6, "0") if millions else whole) == euros


def test_unknown_ends_of_a_range_are_left_open() -> None:
    assert EN.between(None, None) is None
    assert plain(EN.between(None, 100) or "") == "up to €100"
    assert plain(FI.between(100, None) or "") == "vähintään 100 €"
    assert plain(SV.between(100, 100) or "") == "100 €"
    assert EN.months(None, None) is None
    assert plain(EN.months(12, 12) or "") == "12 months"
    assert SV.months(12, 24) == "12–24 månader"


@pytest.mark.parametrize(
    ("ago", "shown"),
    [
        (timedelta(seconds=20), ("just now", "juuri nyt", "alldeles nyss")),
        (timedelta(minutes=1), ("1 minute ago", "minuutti sitten", "för 1 minut sedan")),
        (timedelta(hours=2), ("2 hours ago", "2 tuntia sitten", "för 2 timmar sedan")),
        (timedelta(days=12), ("12 days ago", "12 päivää sitten", "för 12 dagar sedan")),
    ],
)
def test_age_counts_days_and_never_weeks(ago: timedelta, shown: tuple[str, str, str]) -> None:
    assert tuple(plain(formats.age(NOW - ago)) for formats in ALL) == shown


def test_days_are_counted_on_the_calls_calendar() -> None:
    late = Formats(Words(Language.EN), datetime(2026, 5, 19, 21, 30, tzinfo=UTC))
    assert late.days_until(date(2026, 5, 20), "Europe/Brussels") == 1
    assert late.days_until(date(2026, 5, 20), "Europe/Helsinki") == 0
    assert late.days_left(0) == "last day today"
    assert plain(late.days_left(1)) == "1 day left"


def test_a_moment_is_told_on_the_readers_clock() -> None:
    assert plain(EN.moment(NOW)) == "20 May 2026, 01:00 Finnish time"
    assert plain(FI.moment(NOW)) == "20.5.2026 klo 1.00 Suomen aikaa"
    assert plain(EN.day_of(NOW)) == "20 May 2026"

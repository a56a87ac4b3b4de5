"""What a call's text says of its own dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.call_texts import (
    says_continuous,
    stated_closings,
    stated_cut_offs,
    stated_hours,
    stated_periods,
)
from tests.crawler.parsing import writing

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
CUT_OFFS = {
    "fi": "Seuraaviin päivämääriin: {} mennessä jätetyt hakemukset otetaan käsittelyyn.",
    "sv": "Ansökningarna behandlas i omgångar med brytdatum {}.",
    "en": "Applications are assessed after each cut-off: {}.",
}
CLOSINGS = {
    "fi": "Vuoden hakuaika päättyy {} klo 13.00 Suomen aikaa.",
    "sv": "Ansökningstiden går ut den {}.",
    "en": "Deadline for submitting applications: {}, 17:00 (Brussels time).",
}


def test_cut_offs_of_a_continuous_call() -> None:
    text = (
        "Avoinna 2.2.2026–29.10.2026. 11.3.2026, 7.5.2026, 18.8.2026 ja 29.10.2026 mennessä jätetyt "
        "hakemukset otetaan käsittelyyn seuraavana arkipäivänä."
    )
    days = [found.date.isoformat() for found in stated_cut_offs(text)]
    assert days == ["2026-03-11", "2026-05-07", "2026-08-18", "2026-10-29"]


def test_rounds_end_where_their_periods_end() -> None:
    text = "Hakujakso 1: 30.6. – 30.9.2023\nHakujakso 2: 2. 1.10.- 15.12.2023"
    assert [str(found.date) for found in stated_cut_offs(text)] == ["2023-09-30", "2023-12-15"]


@given(st.lists(DAYS, min_size=1, max_size=5, unique=True), st.sampled_from(writing.LANGUAGES))
def test_enumerated_cut_offs_are_read_back(days: list[dt.date], language: str) -> None:
    listed = writing.enumeration([writing.days(day, language)[0] for day in days], language)
    found = stated_cut_offs(CUT_OFFS[language].format(listed))
    assert [cut_off.date for cut_off in found] == sorted(days)


@given(DAYS, st.sampled_from(writing.LANGUAGES))
def test_a_stated_closing_is_read_back(day: dt.date, language: str) -> None:
    text = CLOSINGS[language].format(writing.days(day, language)[0])
    assert [found.date for found in stated_closings(text)] == [day]


def test_a_date_that_is_no_deadline_for_applying_is_none() -> None:
    text = "Hankkeet on toteutettava 31.12.2029 mennessä. Deadline for questions: 5 May 2026."
    assert stated_cut_offs(text) == []
    assert stated_closings(text) == []


def test_until_words_make_a_closing() -> None:
    assert [str(f.date) for f in stated_closings("Hankehaku on käynnissä 15.12.2023 asti.")] == ["2023-12-15"]


def test_periods_count_only_where_applying_is_spoken_of() -> None:
    text = "ESR+-haku on avoinna 26.1.–26.3.2026.\nKoulutus pidetään 1.2.–3.2.2026."
    assert [str(period.closes.date) for period in stated_periods(text)] == ["2026-03-26"]


def test_the_closing_hour_is_taken_where_the_text_gives_one() -> None:
    text = (
        "Hakemus jätetään viimeistään 31.8.2026 klo 16.15. Hakuinfo: 6.6.2026 klo 9.00, 6.6.2026 klo 10.00."
    )
    assert stated_hours(text) == {dt.date(2026, 8, 31): dt.time(16, 15)}


@pytest.mark.parametrize(
    "text",
    [
        "Kyseessä on jatkuva haku.",
        "Jatkuva JTF-hankehaku on auki.",
        "Hankehaku toteutetaan jatkuvana hakuna.",
        "Fortlöpande ansökan.",
        "This is a continuous call.",
    ],
)
def test_words_for_a_continuous_call(text: str) -> None:
    assert says_continuous(text) == text


@pytest.mark.parametrize("text", ["Jatkuva oppiminen on tavoite.", "Continuous learning.", "Haku on auki."])
def test_other_continuity_is_not_the_call(text: str) -> None:
    assert says_continuous(text) is None


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    says_continuous(text)
    stated_closings(text)
    stated_cut_offs(text)
    stated_hours(text)
    stated_periods(text)

"""Envelope, grant range, rate and duration, where a text says so plainly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.grants import READERS, co_financing_rate, duration, envelope, grant_range
from tests.crawler.parsing import writing

ENVELOPES = {
    "fi": "Hankkeille on jaossa noin {} euroa.",
    "sv": "För utlysningen har {} euro reserverats.",
    "en": "The estimated budget of the call is EUR {}.",
}
RATES = {
    "fi": "Tukitaso on enintään {} prosenttia.",
    "sv": "Stödnivån är högst {} procent.",
    "en": "The co-financing rate is at most {} per cent.",
}
DURATIONS = {
    "fi": "Hankkeiden kesto on {}–{} kuukautta.",
    "sv": "Projekttiden är {}–{} månader.",
    "en": "The duration is between {} and {} months.",
}
LANGUAGE = st.sampled_from(writing.LANGUAGES)


@given(st.integers(1_000, 999_999_999), LANGUAGE)
def test_a_stated_envelope_is_read_back(euros: int, language: str) -> None:
    assert envelope(ENVELOPES[language].format(writing.grouped(euros, " "))) == euros


@given(st.integers(1, 100), LANGUAGE)
def test_a_stated_rate_is_read_back(rate: int, language: str) -> None:
    assert co_financing_rate(RATES[language].format(rate)) == rate


@given(st.integers(1, 60), st.integers(0, 60), LANGUAGE)
def test_a_stated_duration_is_read_back(low: int, more: int, language: str) -> None:
    assert duration(DURATIONS[language].format(low, low + more)) == (low, low + more)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hankkeille myönnetään avustusta joko 30 000 euroa tai 60 000 euroa.", 30_000, 60_000),
        ("Kertakorvaus 120 000, 250 000 tai 400 000 euroa.", 120_000, 400_000),
        ("The grant amount is between 200 000 EUR and 700 000 EUR per project.", 200_000, 700_000),
        ("At most EUR 900 000 per project.", None, 900_000),
        ("Stöd högst 50 000 euro per projekt.", None, 50_000),
    ],
)
def test_grant_per_project(text: str, low: int | None, high: int) -> None:
    assert grant_range(text) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Hankkeen kesto on enintään 36 kuukautta.", None, 36),
        ("Projects last 24 to 36 months.", 24, 36),
        ("Projekttid: 2 år.", 24, 24),
        ("The duration is up to 3 years.", None, 36),
        ("The action has a minimum duration of 4 years.", 48, None),
    ],
)
def test_duration_in_months(text: str, low: int | None, high: int | None) -> None:
    assert duration(text) == (low, high)


@pytest.mark.parametrize(
    ("reader", "text"),
    [
        (envelope, "Hakijan liikevaihto on 2 miljoonaa euroa."),
        (envelope, "Jaossa on 1 miljoona euroa Lapissa ja 2 miljoonaa euroa Kainuussa."),
        (envelope, "Budjetti on 3 miljoonaa euroa. Budjetti on 4 miljoonaa euroa."),
        (co_financing_rate, "A co-financing of at least 20% must come from other resources."),
        (co_financing_rate, "Tukitaso on 80 % ja investoinneille 70 %."),
        (co_financing_rate, "Omarahoitus on enintään 20 prosenttia tuesta."),
        (co_financing_rate, "The maximum is 80% of women."),
        (
            co_financing_rate,
            "At least 75% of the EU contribution goes to financial support to third parties.",
        ),
        (co_financing_rate, "Such works may not exceed 20% of the total eligible costs."),
        (envelope, "Procurers may hand on a budget of EUR 200 000 to end-users."),
    ],
)
def test_what_is_not_plain_is_not_known(reader: object, text: str) -> None:
    assert callable(reader)
    assert reader(text) is None


def test_a_flat_rate_is_no_funding_rate() -> None:
    assert (
        co_financing_rate("Tukitaso on enintään 80 prosenttia, kustannusmalli 40 prosentin flat rate.") == 80
    )


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    for read in READERS:
        read(text)

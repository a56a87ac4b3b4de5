"""Amounts in the formats of the three languages: written, then read back to the euro."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.money import find_amounts, find_listed_amounts, find_ranges, parse_amount, whole_euros
from tests.crawler.parsing import writing

EUROS = st.integers(1, 999_999_999)
SPACES = (" ", "\u00a0", "\u202f")
MILLION = {
    "fi": ("{} miljoonaa euroa", "{} milj. euron", "{} M€"),
    "sv": ("{} miljoner euro", "{} mn euro", "{} milj. euro"),
    "en": ("EUR {} million", "€{} million", "{} million euros", "{} MEUR"),
}


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("3,5 miljoonaa euroa", 3_500_000),
        ("13,5 milj. euron", 13_500_000),
        ("noin 5 000 000 euroa", 5_000_000),
        ("380 000 euroa", 380_000),
        ("3,5 miljoner euro", 3_500_000),
        ("3,606 miljoner euro", 3_606_000),
        ("5 mn euro", 5_000_000),
        ("EUR 4 million", 4_000_000),
        ("EUR 1,250 million", 1_250_000_000),
        ("€247,916", 247_916),
        ("€1.000.000", 1_000_000),
        ("8 MEUR", 8_000_000),
        ("20 tuhatta euroa", 20_000),
        ("€55 billion", 55_000_000_000),
        ("vuonna 2026 380 000 euroa", 380_000),
        ("1 000 000,50 euroa", 1_000_001),
    ],
)
def test_amount_as_sources_write_it(text: str, euros: int) -> None:
    assert parse_amount(text) == euros


@pytest.mark.parametrize("text", ["450 miljoner kronor", "12 liikkuvuutta", "USD 4 million", "euroa", ""])
def test_what_is_no_euro_is_no_amount(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("200 000 EUR – 700 000 EUR", 200_000, 700_000),
        ("€1.000.000 – €3.000.000", 1_000_000, 3_000_000),
        ("500 000 – 1 500 000 EUR", 500_000, 1_500_000),
        ("1–3 miljoonaa euroa", 1_000_000, 3_000_000),
        ("EUR 200 000–700 000", 200_000, 700_000),
        ("joko 30 000 euroa tai 60 000 euroa", 30_000, 60_000),
        ("120 000, 250 000 tai 400 000 euroa", 120_000, 400_000),
        ("mellan 100 000 och 250 000 euro", 100_000, 250_000),
    ],
)
def test_range_from_its_least_to_its_most(text: str, low: int, high: int) -> None:
    assert [(found.low, found.high) for found in find_ranges(text)] == [(low, high)]


@given(EUROS, st.sampled_from([*SPACES, ".", ","]))
def test_a_grouped_amount_is_read_back(euros: int, separator: str) -> None:
    number = writing.grouped(euros, separator)
    for written in (f"{number} euroa", f"noin {number} €", f"EUR {number}", f"€{number}"):
        assert parse_amount(written) == euros, written


@given(st.integers(1, 99_999), st.sampled_from(writing.LANGUAGES))
def test_millions_with_decimals_are_exact(tenths: int, language: str) -> None:
    mark = "." if language == "en" else ","
    number = f"{tenths // 10}{mark}{tenths % 10}"
    for form in MILLION[language]:
        assert parse_amount(form.format(number)) == tenths * 100_000, form


@given(EUROS, EUROS)
def test_two_amounts_of_a_sentence_are_two(first: int, second: int) -> None:
    text = f"Yhteensä {writing.grouped(first, ' ')} euroa. Lisäksi {writing.grouped(second, ' ')} euroa."
    assert [found.euros for found in find_amounts(text)] == [first, second]


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    for found in find_amounts(text):
        assert found.euros >= 0
    for span in find_ranges(text):
        assert span.low <= span.high


@given(st.text(alphabet="0123456789., €eurmiljtoan-–'", max_size=40))
def test_no_heap_of_digits_breaks_the_reader(text: str) -> None:
    find_ranges(text)


@given(EUROS)
def test_amounts_given_as_data_are_read_from_text_and_number(euros: int) -> None:
    assert whole_euros(str(euros)) == whole_euros(euros) == whole_euros(Decimal(euros)) == euros


@pytest.mark.parametrize("value", [0, "0", "", None, "unknown", -5, [], "NaN", "1e400"])
def test_no_amount_as_data_is_not_known(value: object) -> None:
    assert whole_euros(value) is None


@pytest.mark.parametrize(
    ("datum", "euros"),
    [
        ("1.250.000 euroa", 1_250_000),
        ("1 250 000,00 €", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1.250", 1_250),
        ("EUR 4000000.00", 4_000_000),
        ("2 x 500 000", None),
        ("500 000 – 700 000", None),
        ("NaN", None),
        ("Infinity", None),
        (float("nan"), None),
        (1e30, None),
        (-5, None),
        (True, None),
        ({"a": 1}, None),
    ],
)
def test_amounts_in_odd_notation_are_read_or_not_known(datum: object, euros: int | None) -> None:
    assert whole_euros(datum) == euros


@pytest.mark.parametrize("text", ["2 x 500 000 euroa", "3 × 1,5 milj. euroa", "2x 40 000 €", "2 kpl x 100 €"])
def test_of_a_product_no_half_is_taken(text: str) -> None:
    assert parse_amount(f"Jaossa on {text}.") is None


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("120 000, 250 000 tai 400 000 euroa", [120_000, 250_000, 400_000]),
        ("EUR 30 000 or 60 000 per project", [30_000, 60_000]),
        ("mellan 1 och 3 miljoner euro", [1_000_000, 3_000_000]),
        ("between €200,000 and €700,000", [200_000, 700_000]),
        ("in 2026, EUR 400 000", [400_000]),
        ("EUR 400 000 for 24 or 36 months", [400_000]),
        ("EUR 400 000 and 80 % of the costs", [400_000]),
    ],
)
def test_bare_numbers_of_a_list_take_the_currency_of_their_neighbour(text: str, euros: list[int]) -> None:
    assert [found.euros for found in find_listed_amounts(text)] == euros

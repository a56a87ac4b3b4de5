"""What people type into one field: read exactly, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend import typed
from frontend.formats import Formats
from frontend.words import Words
from store.vocabulary import Language
from tests.frontend.stored import NOW


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_a_reader(text: str) -> None:
    count, euros, share, day = typed.count(text), typed.euros(text), typed.share(text), typed.day(text)
    assert count is None or count >= 0
    assert euros is None or euros >= 0
    assert share is None or 0 < share <= 1
    assert day is None or isinstance(day, date)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_is_read_as_each_of_us_writes_it(day: date) -> None:
    assert typed.day(f" {day.day}.{day.month}.{day.year} ") == day
    assert typed.day(f"{day.day:02}/{day.month:02}/{day.year}") == day
    assert typed.day(day.isoformat()) == day


@pytest.mark.parametrize("text", ["", "1998", "31.2.1998", "9.1998", "1.9.98", "1998-9-1", "tomorrow"])
def test_half_a_day_is_no_day(text: str) -> None:
    assert typed.day(text) is None


@given(st.integers(min_value=0, max_value=999_999_999), st.sampled_from(list(Language)))
def test_an_amount_is_read_back_from_the_field_it_stood_in(euros: int, language: Language) -> None:
    assert typed.euros(Formats(Words(language), NOW).number(euros)) == euros


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("250000", 250_000),
        ("250 000 €", 250_000),
        ("€250,000", 250_000),
        ("EUR 250 000", 250_000),
        ("0", 0),
        ("1,5 milj. €", 1_500_000),
        ("", None),
        ("-5", None),
        ("about 5", None),
        ("5 to 6", None),
    ],
)
def test_amounts(text: str, euros: int | None) -> None:
    assert typed.euros(text) == euros


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("80", 0.8),
        ("80 %", 0.8),
        ("72,5%", 0.725),
        ("100", 1.0),
        ("0", None),
        ("101", None),
        ("", None),
        ("x", None),
    ],
)
def test_shares(text: str, share: float | None) -> None:
    assert typed.share(text) == share


@pytest.mark.parametrize(
    ("text", "count"), [("24", 24), (" 0 ", 0), ("²", None), ("1.5", None), ("9" * 12, None), ("", None)]
)
def test_counts(text: str, count: int | None) -> None:
    assert typed.count(text) == count

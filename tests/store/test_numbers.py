"""Numbers as written are exact, and no text breaks their reader."""

import doctest
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from store import money, numbers
from store.numbers import parse_number


@given(st.decimals(0, 10**9, places=2, allow_nan=False))
def test_a_plain_number_is_exact(number: Decimal) -> None:
    assert parse_number(f"{number}", decimal_comma=True) == number
    assert parse_number(f"{number}".replace(".", ","), decimal_comma=True) == number


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    parse_number(text)


def test_examples_of_numbers_and_money_are_true() -> None:
    assert [doctest.testmod(module).failed for module in (numbers, money)] == [0, 0]

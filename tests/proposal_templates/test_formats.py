"""Dates, money and places as each language writes them, and table columns wide enough for their words."""

from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates import formats
from proposal_templates.context import Language
from proposal_templates.render.measure import fitted, longest_word


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["3 September 2026", "17:00", "EUR 68,000,000", "80%", "Greece", "Finnish"]),
        ("fi", ["3.9.2026", "klo 17.00", "68 000 000 euroa", "80 %", "Kreikka", "suomi"]),
        ("sv", ["3 september 2026", "kl. 17.00", "68 000 000 euro", "80 %", "Grekland", "finska"]),
    ],
)
def test_each_language_writes_them_its_own_way(language: Language, told: list[str]) -> None:
    written = [
        formats.day(date(2026, 9, 3), language),
        formats.hour(time(17), language),
        formats.money(Decimal(68_000_000), language),
        formats.share(Decimal("0.8"), language),
        formats.country("EL", language),
        formats.language_name("fi", language),
    ]
    assert [text.replace("\u00a0", " ") for text in written] == told


def test_cents_and_part_percents_are_kept_and_unknown_codes_stand_for_themselves() -> None:
    assert formats.money(Decimal("1234.5"), "en").endswith("1,234.5")
    assert formats.share(Decimal("0.475"), "en") == "47.5%"
    assert formats.country("Nonce", "en") == "Nonce"


def test_a_moment_is_told_by_the_clock_of_its_zone_and_a_zone_has_a_name() -> None:
    read = datetime(2026, 5, 19, 22, tzinfo=UTC).astimezone(ZoneInfo("Europe/Brussels"))
    assert formats.moment(read, "fi", "Brysselin aikaa") == "20.5.2026, klo 0.00 Brysselin aikaa"
    assert formats.moment(read, "sv") == "20 maj 2026, kl. 0.00"
    assert formats.zone_name(read) == "Europe/Brussels"
    assert formats.zone_name(read.astimezone(UTC)) == "UTC"
    assert formats.zone_name(read.replace(tzinfo=None)) is None


@given(st.lists(st.tuples(st.integers(1, 12), st.floats(0, 5000)), min_size=1, max_size=24))
def test_column_widths_add_up_and_keep_their_least(columns: list[tuple[int, float]]) -> None:
    shares, least = [share for share, _ in columns], [width for _, width in columns]
    whole = 9860
    widths = fitted(shares, least, whole)
    assert sum(widths) == whole
    if sum(least) < whole:
        assert all(width >= floor - 1 for width, floor in zip(widths, least, strict=True))


def test_the_longest_word_breaks_after_hyphens() -> None:
    assert longest_word("co-financing", 9) == longest_word("financing", 9)
    assert longest_word("", 9) == 0

"""Amounts of euro: `3,5 miljoonaa euroa`, `13,5 milj. euron`, `5 mn euro`, `EUR 4 million`, `€247,916`.

Whole EUR as int; the arithmetic is exact (Decimal). Other currencies are no amounts here.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from store.numbers import NUMBER, SPACES, parse_number

_MILLION_EN = r"millions?"
_SCALES = {
    10**3: r"tuhatta|tuhannen|tuhat|tusen|thousand",
    10**6: rf"miljoon(?:aa|an|a)|miljon(?:er)?|milj\.?|mn|{_MILLION_EN}",
    10**9: r"miljard(?:ia|in|er|i)?|mrd\.?|mdr\.?|billion|bn",
}
_LETTERS = {"k": 10**3, "t": 10**3, "m": 10**6}
_WORDS = "|".join(_SCALES.values())
_SCALE = rf"(?:(?:{_WORDS})(?![a-zåäö])|[kmt](?=€|eur|\b))"
_EURO = r"(?:€|(?:euro(?:jen|illa|lla|ista|sta|ja|on|a|n|s)?|eur)\b)"
_AMOUNT = rf"(?P<n>{NUMBER})(?:[{SPACES}\n]?(?P<s>{_SCALE}))?"
_SUFFIXED = re.compile(rf"(?<![\w.,]){_AMOUNT}[{SPACES}\n]?{_EURO}", re.IGNORECASE)
_PREFIXED = re.compile(rf"(?:€|\b(?:eur|euros?)\b)[{SPACES}]?{_AMOUNT}", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\w.,]){_AMOUNT}[{SPACES}]?$", re.IGNORECASE)
_AFTER = re.compile(rf"[{SPACES}]?[-–—][{SPACES}]?{_AMOUNT}(?![\w.])", re.IGNORECASE)
_LINK = re.compile(
    rf"[{SPACES}]?(?:[-–—]|\b(?:to|and|or|ja|tai|till|och|eller)\b)[{SPACES}]?(?:€|\beur\b)?[{SPACES}]?",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{_LINK.pattern}|,[{SPACES}]", re.IGNORECASE)
_LISTED_AFTER = re.compile(rf"(?:{_LISTED.pattern}){_AMOUNT}(?![\w.%]|[{SPACES}]?[%€])", re.IGNORECASE)
_SPREAD = 50
_TIMES = re.compile(rf"\d[{SPACES}]?(?:kpl[{SPACES}]?)?[x×*][{SPACES}]?$", re.IGNORECASE)
_DATUM = re.compile(rf"(?:(?:€|eur)[{SPACES}]?)?(?P<n>{NUMBER})(?:[{SPACES}]?{_EURO})?", re.IGNORECASE)
_LARGEST = 10**12


@dataclass(frozen=True)
class FoundAmount:
    """An amount in whole EUR and its span in the text."""

    euros: int
    start: int
    end: int


@dataclass(frozen=True)
class FoundRange:
    """Two amounts joined by a dash, *to*, *and* or *or*; `low` is the smaller, whole EUR."""

    low: int
    high: int
    start: int
    end: int


def find_amounts(text: str) -> list[FoundAmount]:
    """Every amount of euro, in order; of `2 x 500 000 euroa` no sum is made, and no half is taken for it.

    >>> [found.euros for found in find_amounts("noin 5 000 000 euroa, EUR 4 million")]
    [5000000, 4000000]
    """
    found: list[FoundAmount] = []
    matches = [*_PREFIXED.finditer(text), *_SUFFIXED.finditer(text)]
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        is_part = _TIMES.search(text, max(0, match.start() - 8), match.start())
        euros = None if is_part else _euros(match["n"], match["s"])
        if euros is not None and (not found or match.start() >= found[-1].end):
            found.append(FoundAmount(euros, match.start(), match.end()))
    return found


def find_ranges(text: str) -> list[FoundRange]:
    """Every pair such as `200 000 EUR – 700 000 EUR`, `1–3 miljoonaa euroa`, `30 000 tai 60 000 euroa`."""
    amounts = find_amounts(text)
    ranges: list[FoundRange] = []
    for before, amount, after in zip([None, *amounts], amounts, [*amounts[1:], None], strict=False):
        low = before if before and _is_linked(text, before, amount) else _first_half(text, amount)
        high = amount
        if low is None and not (after and _is_linked(text, amount, after)):
            low, high = amount, _second_half(text, amount) or amount
        if low is not None and high is not low and low.euros <= high.euros:
            ranges.append(FoundRange(low.euros, high.euros, low.start, high.end))
    return ranges


def find_listed_amounts(text: str) -> list[FoundAmount]:
    """Every amount, and every bare number that a list or range gives the currency of its neighbour.

    A number far smaller than its neighbour is none of them (`in 2026, EUR 400 000`).

    >>> [found.euros for found in find_listed_amounts("120 000, 250 000 tai 400 000 euroa; 1–3 milj. euroa")]
    [120000, 250000, 400000, 1000000, 3000000]
    """
    amounts = find_amounts(text)
    found: list[FoundAmount] = []
    for amount, after in zip(amounts, [*amounts[1:], None], strict=False):
        end = after.start if after else len(text)
        listed = [*_listed_before(text, amount), amount, *_listed_after(text, amount, end)]
        found += [one for one in listed if not found or one.start >= found[-1].end]
    return found


def parse_amount(text: str) -> int | None:
    """The first amount of a text in whole EUR, or None.

    >>> parse_amount("13,5 milj. euron"), parse_amount("€247,916"), parse_amount("450 miljoner kronor")
    (13500000, 247916, None)
    """
    return next((found.euros for found in find_amounts(text)), None)


def whole_euros(value: Any) -> int | None:
    """An amount given as data (string or number); None for 0, empty and whatever is no amount.

    >>> whole_euros("13250000"), whole_euros("1.250.000 euroa"), whole_euros(0), whole_euros("")
    (13250000, 1250000, None, None)
    """
    amount = _amount_of(value)
    if amount is None or not 0 < amount < _LARGEST:
        return None
    return int(amount.to_integral_value(rounding=ROUND_HALF_UP)) or None


def _amount_of(value: Any) -> Decimal | None:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        amount = Decimal(str(value))
        return amount if amount.is_finite() else None
    datum = _DATUM.fullmatch(value.strip()) if isinstance(value, str) else None
    return parse_number(datum["n"]) if datum else None


def _is_linked(text: str, first: FoundAmount, second: FoundAmount) -> bool:
    return bool(_LINK.fullmatch(text[first.end : second.start]))


def _first_half(text: str, last: FoundAmount) -> FoundAmount | None:
    """The first half of `1–3 miljoonaa euroa`, which takes scale and currency from the second.

    Of a list such as `120 000, 250 000 tai 400 000 euroa` it is the first member.
    """
    scale = _scale_of(text[last.start : last.end])
    first, end = None, last.start
    while (bare := _bare_before(text, end)) is not None:
        euros = _euros(bare["n"], bare["s"] or scale)
        if euros is None or (first is not None and euros > first.euros):
            break
        first = FoundAmount(euros, bare.start(), bare.end())
        end = bare.start()
    return first


def _listed_before(text: str, last: FoundAmount) -> list[FoundAmount]:
    """Bare numbers before an amount, which take scale and currency from it."""
    scale, start = _scale_of(text[last.start : last.end]), last.start
    listed: list[FoundAmount] = []
    while (bare := _bare_before(text, start)) is not None:
        euros = _euros(bare["n"], bare["s"] or scale)
        if euros is None or euros * _SPREAD < last.euros:
            break
        start = bare.start()
        listed.insert(0, FoundAmount(euros, start, bare.end()))
    return listed


def _listed_after(text: str, first: FoundAmount, before: int) -> list[FoundAmount]:
    """Bare numbers after an amount that has its currency in front, as far as the next amount."""
    listed: list[FoundAmount] = []
    end = first.end
    while (bare := _LISTED_AFTER.match(text, end)) is not None and bare.end() <= before:
        euros = _euros(bare["n"], bare["s"])
        if euros is None or euros * _SPREAD < first.euros:
            break
        end = bare.end()
        listed.append(FoundAmount(euros, bare.start("n"), end))
    return listed


def _bare_before(text: str, end: int) -> re.Match[str] | None:
    """A number without currency that is linked to what begins at `end`."""
    link = next((m for m in _LISTED.finditer(text, max(0, end - 12), end) if m.end() == end), None)
    return _BEFORE.search(text, max(0, link.start() - 24), link.start()) if link else None


def _second_half(text: str, first: FoundAmount) -> FoundAmount | None:
    """The second half of `EUR 200 000–700 000`, which takes the currency from the first."""
    bare = _AFTER.match(text, first.end)
    euros = _euros(bare["n"], bare["s"]) if bare else None
    return None if bare is None or euros is None else FoundAmount(euros, first.end, bare.end())


def _scale_of(amount: str) -> str | None:
    match = re.search(rf"\d[{SPACES}]?({_SCALE})", amount, re.IGNORECASE)
    return match[1] if match else None


def _euros(number: str, scale: str | None) -> int | None:
    word = (scale or "").lower()
    decimal_comma = bool(word) and not re.fullmatch(_MILLION_EN, word)
    value = parse_number(number, decimal_comma=decimal_comma)
    if value is None:
        return None
    euros = (value * _factor(word)).to_integral_value(rounding=ROUND_HALF_UP)
    return int(euros) if euros < _LARGEST else None


def _factor(word: str) -> int:
    named = (factor for factor, names in _SCALES.items() if re.fullmatch(names, word))
    return next(named, _LETTERS.get(word, 1))

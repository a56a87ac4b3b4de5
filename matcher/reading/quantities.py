"""Ranges, limits and choices in plain text: `between 6mo and 24mo`, `at most €60000`, `€1 or €2`."""

import re
from dataclasses import dataclass
from functools import cache

from matcher.reading.words import Words

MONEY = "€"
MONTHS = "mo"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Either a choice of options, or a range of which one side may be open."""

    minimum: int | None = None
    maximum: int | None = None
    options: tuple[int, ...] = ()


def quantity_of(text: str, unit: str, words: Words) -> Quantity | None:
    """The only quantity of a unit that a text states; None when there is none, or more than one.

    >>> from store.vocabulary import Language
    >>> from matcher.reading.words import words_of
    >>> quantity_of("between 6mo and 24mo", MONTHS, words_of(Language.EN))
    Quantity(minimum=6, maximum=24, options=())
    """
    found: list[Quantity] = []
    rest = text
    for shape in _shapes(unit, words):
        while match := shape.search(rest):
            found.append(_quantity(match))
            rest = f"{rest[: match.start()]} ¤ {rest[match.end() :]}"
    distinct = list(dict.fromkeys(found))
    if len(distinct) == 2:
        distinct = _joined(*distinct)
    if len(distinct) != 1:
        return None
    one = distinct[0]
    return None if one.minimum is not None and one.maximum is not None and one.minimum > one.maximum else one


def _quantity(match: re.Match[str]) -> Quantity:
    named = match.groupdict()
    numbers = tuple(int(number) for number in re.findall(r"\d+", named.get("options") or ""))
    if numbers:
        return Quantity(options=tuple(sorted(set(numbers))))
    low, high = (int(named[name]) if named.get(name) else None for name in ("low", "high"))
    return Quantity(minimum=low, maximum=high)


def _joined(first: Quantity, second: Quantity) -> list[Quantity]:
    """`at least A` and `at most B` of one sentence are one range."""
    for low, high in ((first, second), (second, first)):
        if low.maximum is None and high.minimum is None and not (low.options or high.options):
            return [Quantity(low.minimum, high.maximum)]
    return [first, second]


@cache
def _shapes(unit: str, words: Words) -> tuple[re.Pattern[str], ...]:
    file = words.file
    one = {name: _one(unit, name) for name in ("low", "high")}
    bare = _one(unit, None)
    choice = rf"{bare}(?:, ?{bare})*,? (?:{words.any_of(file.choice_links)}) {bare}"
    link = words.any_of(file.range_links)
    at_least = words.any_of((*file.at_least, *file.patterns["quantity.minimum"]))
    at_most = words.any_of((*file.at_most, *file.patterns["quantity.maximum"]))
    between = words.any_of(file.between)
    no_word = r"(?<!\w)"
    shapes = (
        rf"{no_word}{between} {one['low']} ?{link} ?{one['high']}",
        rf"{no_word}{one['low']} ?{link} ?{one['high']} {between}(?!\w)",
        rf"{no_word}{one['low']} ?(?:[-–—]|to|till) ?{one['high']}",
        rf"{no_word}(?P<options>{choice})",
        rf"{no_word}{at_least} (?:of |on |is |är )?{one['low']}",
        rf"{no_word}{one['low']} {words.any_of(file.or_more)}(?!\w)",
        rf"{no_word}{at_most} (?:of |on |is |är )?{one['high']}",
        rf"{no_word}(?P<options>{bare})",
    )
    return tuple(re.compile(shape) for shape in shapes)


def _one(unit: str, name: str | None) -> str:
    number = rf"(?P<{name}>\d+)" if name else r"\d+"
    return rf"{MONEY}{number}(?!\w)" if unit == MONEY else rf"{number}{unit}(?!\w)"

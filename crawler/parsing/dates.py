"""Dates in running text: `26.1.–26.3.2026`, `6 October 2026 17:00`, `den 5 mars 2026 kl. 13.00`, `klo 13.00`.

A date without a year takes it from the next dated one that it is joined to (`11.3., 7.5. ja 29.10.2026`);
one that no year belongs to is no date. Impossible days are passed over, never an error.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from crawler.parsing.months import MONTH_NUMBERS, month_pattern
from crawler.parsing.times import time_after

_MONTH = month_pattern()
_DASH = "[-–—]"
_YEARS = range(1950, 2151)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)",
        r"(?<![\d/])(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})(?!\d)",
        r"(?<![\d.,])(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?:\s?(?P<y>\d{4})(?!\d))?",
        rf"(?<![\d.,])(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})(?=\s?{_DASH}\s?\d{{1,2}}\.\d)",
        rf"(?<![\d.,])(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th)?\s+(?:of\s+)?(?P<n>{_MONTH})\.?,?"
        r"(?:\s+(?P<y>\d{4})(?!\d))?",
        rf"(?<!\w)(?P<n>{_MONTH})\.?,?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.]\d|\d)"
        r"(?:,?\s+(?P<y>\d{4})(?!\d))?",
        rf"(?<![\d.,])(?P<d>\d{{1,2}})\.?(?=\s?(?:{_DASH}|to|till)\s?\d{{1,2}}(?:\.\d{{1,2}}\.|\.?\s+{_MONTH}))",
    )
)
_JOIN_WORDS = (
    "ja|sekä|tai|och|samt|eller|and|or|to|till|until|from|between|den|det|the|"
    "första|andra|tredje|fjärde|femte|sista|second|third|fourth|last"
)
_JOINED = re.compile(rf"(?:[\s,;.]|{_DASH}|\b(?:{_JOIN_WORDS})\b)*", re.IGNORECASE)
_SPAN = re.compile(rf"\s*(?:{_DASH}|\bto\b|\btill\b|\buntil\b)\s*(?:den\s+)?")
_BETWEEN = re.compile(r"\b(?:between|mellan)\s+(?:den\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|och)\s*(?:den\s+)?")


@dataclass(frozen=True)
class FoundDate:
    """A date, the local hour written with it (None: none written) and its span in the text."""

    date: dt.date
    time: dt.time | None
    start: int
    end: int


@dataclass(frozen=True)
class FoundPeriod:
    """A period from one date to another, both included."""

    opens: FoundDate
    closes: FoundDate


@dataclass(frozen=True)
class _Token:
    day: int
    month: int | None
    year: int | None
    start: int
    end: int
    time: dt.time | None = None


def find_dates(text: str) -> list[FoundDate]:
    """Every full date, in order.

    >>> [str(found.date) for found in find_dates("11.3., 7.5. ja 29.10.2026 mennessä")]
    ['2026-03-11', '2026-05-07', '2026-10-29']
    """
    found = []
    for token in _with_lent_years(text, list(_tokens(text))):
        date = _date(token)
        if date is not None:
            found.append(FoundDate(date, token.time, token.start, token.end))
    return found


def find_periods(text: str) -> list[FoundPeriod]:
    """Every period of two dates joined by a dash or a word for *to*; year once at the end is enough.

    >>> [(str(p.opens.date), str(p.closes.date)) for p in find_periods("15.11.–31.1.2024")]
    [('2023-11-15', '2024-01-31')]
    """
    periods: list[FoundPeriod] = []
    for first, second in pairwise(find_dates(text)):
        is_free = not periods or first.start >= periods[-1].closes.end
        if is_free and first.date <= second.date and _makes_period(text, first, second):
            periods.append(FoundPeriod(first, second))
    return periods


def parse_date(text: str) -> FoundDate | None:
    """The first full date of a text, or None."""
    return next(iter(find_dates(text)), None)


def _makes_period(text: str, first: FoundDate, second: FoundDate) -> bool:
    gap = text[first.end : second.start]
    if _SPAN.fullmatch(gap):
        return True
    return bool(_AND.fullmatch(gap) and _BETWEEN.search(text[: first.start]))


def _tokens(text: str) -> Iterator[_Token]:
    """Non-overlapping date-like tokens, earlier pattern first where two begin together."""
    found: list[tuple[int, int, re.Match[str]]] = []
    for rank, pattern in enumerate(_PATTERNS):
        found.extend((match.start(), rank, match) for match in pattern.finditer(text))
    end = -1
    for start, _, match in sorted(found, key=lambda item: item[:2]):
        if start < end:
            continue
        parts = match.groupdict()
        month = MONTH_NUMBERS.get(parts["n"].lower()) if parts.get("n") else int(parts.get("m") or 0)
        time, end = time_after(text, match.end())
        yield _Token(
            day=int(parts["d"]),
            month=month or None,
            year=int(parts["y"]) if parts.get("y") else None,
            start=start,
            end=end,
            time=time,
        )


def _with_lent_years(text: str, tokens: list[_Token]) -> list[_Token]:
    """Lends month and year backwards from a token to those joined before it."""
    lent: list[_Token] = []
    for token in reversed(tokens):
        lent.append(_lent(token, lent[-1], text[token.end : lent[-1].start]) if lent else token)
    return lent[::-1]


def _lent(token: _Token, after: _Token, gap: str) -> _Token:
    """The token with what it lacks from the one after; a period that ran backwards began a year earlier."""
    if not _JOINED.fullmatch(gap):
        return token
    month, year = token.month or after.month, token.year
    if year is None and after.year is not None:
        turns = _SPAN.fullmatch(gap) and (month or 0, token.day) > (after.month or 0, after.day)
        year = after.year - 1 if turns else after.year
    return replace(token, month=month, year=year)


def _date(token: _Token) -> dt.date | None:
    if token.month is None or token.year is None or token.year not in _YEARS:
        return None
    try:
        return dt.date(token.year, token.month, token.day)
    except ValueError:
        return None

"""What a project may get, where a text says so plainly: envelope, grant range, rate, duration.

Each reader asks for its own cue in the same sentence and for one reading; two that differ mean None.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from crawler.parsing.sentences import sentences
from store.money import find_amounts, find_ranges

T = TypeVar("T")

LONGEST_PROJECT = 240
"""Months; what is longer is no project's duration."""

_GRANT = re.compile(
    r"\bper (?:project|projekt|grant)\b|\bgrant (?:amount|per)|\bsize of (?:the|a) grant"
    r"|hanketta kohden|hankkei?lle myönne|yhden hankkeen tuki|avustusta joko|\bavustus (?:on )?\d"
    r"|kertakorvaus|projektkohtai|\bbidrag(?:et|sbelopp\w*)? (?:är|uppgår)|bidrag på antingen"
    r"|beviljas (?:ett )?(?:bidrag|understöd)",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(
    r"\b(?:jaossa|jaettava\w*|haettava\w*|budjet\w*|käytettävissä|myöntövaltuus|varattu)\b"
    r"|\b(?:utlyser|budget\w*|reserverat\w*|att fördela|tillgänglig\w*|beloppet är)\b"
    r"|\bavailable\b[^.]{0,30}\b(?:call|funding)\b",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:enintään|korkeintaan|högst|maximalt|up to|at most|maximum|no more than)\b", re.IGNORECASE
)
_RATE = re.compile(
    r"\b(?:EU )?co-?financing rate|\bEU co-?financing|\bfunding rate|\bEU (?:grant|contribution)"
    r"|\b(?:grants?|lump sum)\b.{0,250}\bof (?:the )?(?:project.?s )?(?:total )?(?:budget|eligible costs)"
    r"|tukitaso|tukiprosentti|tuki-intensiteetti|\btuki on|\btukea (?:myönn|enint)"
    r"|stödnivå|stödprocent|\bstödet (?:är|var)|finansieringsgrad",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(r"\b(?:at least|minimum|vähintään|minst)\b", re.IGNORECASE)
_OWN_SHARE = re.compile(
    r"omarahoitu|hallinno|egenfinansiering|own (?:contribution|resources)|other (?:re)?sources|\bexceed",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"third part|\bFSTP\b|\bprocurers\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:%|per ?cent\b|pros?ent\w*\b|procent\w*\b)(?!\s*flat)",
    re.IGNORECASE,
)
_DURATION_CUE = re.compile(
    r"\b(?:kesto\w*|kestä\w+|duration|last(?:s|ing)?|löptid\w*|varaktighet\w*|projekttid\w*)\b", re.IGNORECASE
)
_DURATION = re.compile(
    r"(?:(?P<low>\d{1,3})\s?(?:[-–—]|to|and|ja|till|och)\s?)?(?P<high>\d{1,3})\s?"
    r"(?P<unit>kuukau\w+|kk\b|months?|månader|månad|vuo(?:tta|den|si)|years?|år)\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"vuo|year|år", re.IGNORECASE)


def envelope(text: str) -> int | None:
    """The money of the whole call in EUR, when one sentence with one amount says so.

    >>> envelope("Hankkeille on jaossa noin 1,5 miljoonaa euroa.")
    1500000
    """
    return _agreed(_envelope_of(sentence) for sentence in _plain(text))


def grant_range(text: str) -> tuple[int | None, int | None]:
    """Smallest and largest grant per project in EUR, as far as a sentence says.

    >>> grant_range("Hankkeille myönnetään avustusta joko 30 000 euroa tai 60 000 euroa.")
    (30000, 60000)
    """
    return _agreed(_grant_of(sentence) for sentence in _plain(text)) or (None, None)


def co_financing_rate(text: str) -> float | None:
    """The funder's share in per cent of eligible costs.

    >>> co_financing_rate("The co-financing rate is at most 80 % of the eligible costs.")
    80.0
    """
    return _agreed(_rate_of(sentence) for sentence in _plain(text))


def duration(text: str) -> tuple[int | None, int | None]:
    """Shortest and longest project in months; one of the two is None when only the other is said.

    >>> duration("Hankkeiden kesto on 6–24 kuukautta."), duration("The duration is up to 36 months.")
    ((6, 24), (None, 36))
    """
    return _agreed(_duration_of(sentence) for sentence in _plain(text)) or (None, None)


def _plain(text: str) -> list[str]:
    """Sentences that speak of the call itself, not of money that projects hand on."""
    return [sentence for sentence in sentences(text) if not _ASIDE.search(sentence)]


def _agreed(readings: Iterable[T | None]) -> T | None:
    found = {reading for reading in readings if reading is not None}
    return found.pop() if len(found) == 1 else None


def _envelope_of(sentence: str) -> int | None:
    amounts = find_amounts(sentence)
    is_envelope = _ENVELOPE.search(sentence) and not _GRANT.search(sentence)
    return amounts[0].euros if is_envelope and len(amounts) == 1 and amounts[0].euros > 0 else None


def _grant_of(sentence: str) -> tuple[int | None, int | None] | None:
    if not _GRANT.search(sentence):
        return None
    ranges = find_ranges(sentence)
    if len(ranges) == 1:
        return ranges[0].low, ranges[0].high
    amounts = find_amounts(sentence)
    if len(amounts) == 1 and amounts[0].euros > 0:
        return (None if _AT_MOST.search(sentence) else amounts[0].euros), amounts[0].euros
    return None


def _rate_of(sentence: str) -> float | None:
    """The only percentage of a sentence about the funder's share."""
    if not _RATE.search(sentence) or _OWN_SHARE.search(sentence) or _AT_LEAST.search(sentence):
        return None
    rates = {float(match["n"].replace(",", ".")) for match in _PERCENT.finditer(sentence)}
    rate = rates.pop() if len(rates) == 1 else 0.0
    return rate if 0 < rate <= 100 else None


def _duration_of(sentence: str) -> tuple[int | None, int | None] | None:
    match = _DURATION.search(sentence) if _DURATION_CUE.search(sentence) else None
    if match is None:
        return None
    factor = 12 if _YEARS.match(match["unit"]) else 1
    low, high = (int(match[name]) * factor if match[name] else None for name in ("low", "high"))
    if high is None or not 0 < high <= LONGEST_PROJECT or (low is not None and low > high):
        return None
    before = sentence[: match.start()]
    if low is not None or _AT_MOST.search(before):
        return low, high
    return (high, None) if _AT_LEAST.search(before) else (high, high)


READERS: tuple[Callable[[str], object], ...] = (envelope, grant_range, co_financing_rate, duration)
"""All readers of this file; none ever fails on a text."""

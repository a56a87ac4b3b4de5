"""What a call's text says of its own dates: stated periods, closings, cut-offs, and whether it is continuous.

Used to find the cut-offs of continuous calls and to compare the text with the source's data.
"""

import re
from collections.abc import Iterator
from datetime import date, time

from crawler.parsing.dates import FoundDate, FoundPeriod, find_dates, find_periods
from crawler.parsing.sentences import sentences

_APPLYING = re.compile(
    r"hake|haku|haet|\b(?:ansök|sök|utlysning|appl|propos|submi|calls?\b)",
    re.IGNORECASE,
)
_CUT_OFF = re.compile(
    r"hakujakso|katkaisupäiv|\b(?:ansökningsperioden|ansökningsomgången)\b|brytdatum"
    r"|\b(?:ensimmäinen|toinen|kolmas|neljäs) jakso|\b(?:första|andra|tredje|fjärde) (?:perioden|omgången)"
    r"|\bcut-?\s?offs?\b|\bapplication (?:period|round)s?\b",
    re.IGNORECASE,
)
_BY = re.compile(r"mennessä|\bsenast\b|\bby\b|\bno later than\b", re.IGNORECASE)
_CONTINUOUS = re.compile(
    r"\bjatkuva(?:na|an|ssa|n)?\b(?:-[\w-]{0,40})?(?:\s+[\w-]{0,40})?haku\w*"
    r"|\b(?:kontinuerlig(?:a|t)?|löpande|fortlöpande)\s+(?:\w+\s)?(?:ansökan|ansökning|utlysning)"
    r"|\bansökningar (?:tas|togs) emot (?:fort)?löpande"
    r"|\bcontinuous(?:ly open)?\s+(?:call|application|submission)|\brolling (?:call|basis)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:hakuaika|haku)\w*\s+(?:\w+\s+){0,3}?(?:päättyy|sulkeutuu)"
    r"|ansökningstiden\s+(?:går ut|löper ut|slutar|upphör)|utlysningen\s+(?:stänger|stängs)"
    r"|(?:ansökningsperioden|utlysningen) är öppen till och med"
    r"|deadline\s+(?:for|of)\s+(?:the\s+)?(?:submi\w+|applications?|applying|receipt)"
    r"(?:\s+(?:of|for)?\s*(?:the )?(?:applications|proposals))?"
    r"|(?:submission|application)\s+deadline|the call closes|call closing(?: date)?",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s+(?:asti|saakka)\b")
_BETWEEN = re.compile(r"[\s:–—-]*(?:on|is|den|:)?[\s:–—-]*")


def says_continuous(text: str) -> str | None:
    """The sentence that calls the application period continuous, or None.

    >>> says_continuous("Kyseessä on jatkuva haku Lapissa.")
    'Kyseessä on jatkuva haku Lapissa.'
    """
    return next((sentence for sentence in sentences(text) if _CONTINUOUS.search(sentence)), None)


def stated_cut_offs(text: str) -> list[FoundDate]:
    """Cut-offs that the text enumerates, by date, each once; spans are within their own sentences.

    >>> [str(d.date) for d in stated_cut_offs("11.3. ja 7.5.2026 mennessä jätetyt hakemukset.")]
    ['2026-03-11', '2026-05-07']
    """
    found: dict[date, FoundDate] = {}
    for sentence in sentences(text):
        for stated in _cut_offs_of(sentence):
            found.setdefault(stated.date, stated)
    return [found[day] for day in sorted(found)]


def _cut_offs_of(sentence: str) -> list[FoundDate]:
    """Dates of a sentence about cut-offs or rounds, and dates beside *by* in one about applying."""
    by = _BY.search(sentence) if _APPLYING.search(sentence) else None
    if by is None and not _CUT_OFF.search(sentence):
        return []
    openings = {period.opens.start for period in find_periods(sentence)}
    dates = [stated for stated in find_dates(sentence) if stated.start not in openings]
    if by is not None and by[0].lower() == "mennessä":  # the Finnish word stands after its dates
        return [stated for stated in dates if stated.start < by.start()]
    return dates


def stated_hours(text: str) -> dict[date, time]:
    """Local hours that sentences about applying write beside a day; a day with two hours is left out."""
    hours: dict[date, set[time]] = {}
    for sentence in sentences(text):
        for stated in find_dates(sentence) if _APPLYING.search(sentence) else ():
            if stated.time is not None:
                hours.setdefault(stated.date, set()).add(stated.time)
    return {day: written.pop() for day, written in hours.items() if len(written) == 1}


def stated_periods(text: str) -> list[FoundPeriod]:
    """Application periods: periods in sentences that speak of applying."""
    return [
        period
        for sentence in sentences(text)
        if _APPLYING.search(sentence)
        for period in find_periods(sentence)
    ]


def stated_closings(text: str) -> list[FoundDate]:
    """Dates that the text names as the end of applying, right beside the words that say so.

    >>> [str(d.date) for d in stated_closings("Deadline for submission: 23 July 2026 – 17:00:00 CET")]
    ['2026-07-23']
    """
    return [stated for sentence in sentences(text) for stated in _closings(sentence)]


def _closings(sentence: str) -> Iterator[FoundDate]:
    cues = [cue.end() for cue in _CLOSING.finditer(sentence)]
    is_about_applying = bool(_APPLYING.search(sentence))
    for stated in find_dates(sentence):
        is_until = is_about_applying and _UNTIL.match(sentence, stated.end)
        gaps = [sentence[end : stated.start] for end in cues if end <= stated.start]
        if is_until or any(_BETWEEN.fullmatch(gap) for gap in gaps):
            yield stated

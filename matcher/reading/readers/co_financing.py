"""The co-financing rate: the funder's share, not a flat rate, own share, threshold or part of the budget."""

import re

from matcher.eligibility.conditions import CoFinancing
from matcher.reading.sentence import Sentence
from matcher.reading.words import Words

LOWEST_RATE = 0.1
"""A share below this is no co-financing rate of these programmes."""

_PERCENT = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,]\d{1,2})?)%")
_DOUBTS = ("recommended", "negated", "example", "past", "conditional", "strand", "indicative")


def read_co_financing(sentence: Sentence) -> CoFinancing | None:
    """`The grant covers at most 80% of the costs`; a second rate may be that of investments (R12)."""
    words, text = sentence.words, sentence.text
    if (
        "%" not in text
        or sentence.doubts(*_DOUBTS)
        or _is_aside(f"{sentence.heading} {sentence.intro}", words)
    ):
        return None
    rates: dict[bool, set[float]] = {False: set(), True: set()}
    rest = text
    for match, around in reversed(_with_surroundings(text, words)):
        if words.says("co_financing.aside", around) or _is_least(text[: match.start()], words):
            rest = rest.replace(around, " ")
            continue
        invested = words.says("co_financing.investment", around)
        rates[invested].add(float(match[1].replace(",", ".")) / 100)
    cue = f"{sentence.heading}: {rest}" if _PERCENT.fullmatch(rest.strip(" .")) else rest
    if not words.says("co_financing.cue", cue):
        return None
    general, investment = (_only(rates[invested]) for invested in (False, True))
    if any(len(found) > 1 for found in rates.values()) or (general is None and investment is None):
        return None
    return CoFinancing(maximum_rate=general, maximum_rate_investment=investment, **sentence.basis("R12"))


def _is_aside(text: str, words: Words) -> bool:
    return words.says("co_financing.aside", text)


def _is_least(before: str, words: Words) -> bool:
    return bool(re.search(rf"(?<!\w){words.any_of(words.file.at_least)} $", before))


def _only(rates: set[float]) -> float | None:
    rate = next(iter(rates)) if len(rates) == 1 else None
    return round(rate, 4) if rate is not None and LOWEST_RATE <= rate <= 1 else None


def _with_surroundings(text: str, words: Words) -> list[tuple[re.Match[str], str]]:
    """Each percentage with the words that belong to it: back to the last one, on to the next boundary."""
    boundary = re.compile(rf"[,;]|(?<!\w){words.any_of(words.file.patterns['co_financing.boundary'])}(?!\w)")
    matches = list(_PERCENT.finditer(text))
    found = []
    for before, match, after in zip([None, *matches], matches, [*matches[1:], None], strict=False):
        stop = boundary.search(text, match.end())
        ends = [len(text)] + ([stop.start()] if stop else []) + ([after.start()] if after else [])
        start = _last_boundary(text, boundary, before.end(), match.start()) if before else 0
        found.append((match, text[start : min(ends)]))
    return found


def _last_boundary(text: str, boundary: re.Pattern[str], start: int, end: int) -> int:
    """Where the words that belong to a percentage begin, after the one before it."""
    first = boundary.search(text, start, end)
    return first.start() if first else start

"""Text made plain for the grammars: lower case, single spaces, and every quantity in figures.

Number words become `3`, percentages `80%`, amounts of euro `€30000`, lengths of time `36mo`. A number
repeated in brackets goes; so do footnotes and apostrophes.
"""

import re
from functools import cache

from matcher.reading.words import Words
from store.money import find_listed_amounts

_FOOTNOTE = re.compile(r"\[\[[^\]]{0,2000}\]\]|\[\d{1,3}\]")
_BROKEN_WORD = re.compile(r"(?<=[a-zåäö])-\n(?=[a-zåäö])")
_SPACE = re.compile(r"\s+")
_APOSTROPHE = re.compile(r"['’‘`]")
_REPEATED = re.compile(r"(\d+) \(\1\)")
_LARGEST_MONTHS = 240


def without_footnotes(text: str) -> str:
    """The text with footnotes blanked out, every other character in its old place."""
    return _FOOTNOTE.sub(lambda note: " " * len(note[0]), text)


def plain(text: str, words: Words) -> str:
    """Plain text of a sentence.

    >>> from matcher.reading.words import words_of
    >>> from store.vocabulary import Language
    >>> plain("Hankkeen kesto on enintään kolme vuotta.", words_of(Language.FI))
    'hankkeen kesto on enintään 36mo.'
    >>> plain("A grant of EUR 30 000 or 60 000 covers at most 80 per cent.", words_of(Language.EN))
    'a grant of €30000 or €60000 covers at most 80%.'
    """
    text = _SPACE.sub(" ", _BROKEN_WORD.sub("", without_footnotes(text))).strip()
    text = _with_amounts(text).lower()
    text = _APOSTROPHE.sub("", text)
    for number, names in _number_names(words):
        text = names.sub(number, text)
    if words.file.articles_count:
        text = _articles_as_one(words).sub(r"\1 1", text)
    text = _REPEATED.sub(r"\1", text)
    text = _percentages(words).sub(r"\1%", text)
    return _with_lengths(text.replace(",%", "%"), words)


def _with_amounts(text: str) -> str:
    """Amounts as `€30000`; a bare number listed before an amount takes its currency."""
    for amount in reversed(find_listed_amounts(text)):
        text = f"{text[: amount.start]}€{amount.euros}{text[amount.end :]}"
    return text


@cache
def _number_names(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (str(number), re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])"))
        for number, written in words.file.numbers.items()
    )


@cache
def _articles_as_one(words: Words) -> re.Pattern[str]:
    """`Minst en`, where the article is a number."""
    return re.compile(
        rf"(?<!\w)({words.any_of(words.file.at_least)}) {words.any_of(words.file.articles)}(?!\w)"
    )


@cache
def _percentages(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:[.,]\d{{1,2}})?) ?{words.any_of(words.file.percent)}(?!\w)")


@cache
def _lengths(words: Words) -> re.Pattern[str]:
    """A number with a unit of time, and up to two numbers that share the unit."""
    links = words.any_of((*words.file.range_links, *words.file.choice_links, ","))
    units = rf"(?P<months>{words.any_of(words.file.months)})|(?P<years>{words.any_of(words.file.years)})"
    bare = rf"(?:(?:\d{{1,3}}(?:mo)? ?{links} ?)){{0,3}}"
    return re.compile(rf"(?<![\w.,€])(?P<bare>{bare})(?P<n>\d{{1,3}})[ -]?(?:{units})(?!\w)")


def _with_lengths(text: str, words: Words) -> str:
    return _lengths(words).sub(_in_months, text)


def _in_months(match: re.Match[str]) -> str:
    factor = 12 if match["years"] else 1
    if int(match["n"]) * factor > _LARGEST_MONTHS:
        return match[0]
    return re.sub(r"\d+(?!\w)", lambda n: f"{int(n[0]) * factor}mo", f"{match['bare']}{match['n']}")

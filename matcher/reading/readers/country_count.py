"""From how many different countries the organisations have to come."""

from matcher.eligibility.conditions import CountryCount
from matcher.reading.sentence import Sentence

MOST = 27
"""More countries than this are a programme's reach, not a consortium's minimum."""

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")


def read_country_count(sentence: Sentence) -> CountryCount | None:
    """`From at least three different Member States`; `a partner from another country` makes two (R06)."""
    count = _count(sentence)
    if count is None or not 2 <= count <= MOST:
        return None
    if sentence.doubts(*_DOUBTS) or sentence.words.says("size.aside", sentence.text):
        return None
    return CountryCount(minimum=count, **sentence.basis("R06"))


def _count(sentence: Sentence) -> int | None:
    words, text = sentence.words, sentence.text
    if others := words.first("countries.others", text):
        return int(others["n"]) + 1
    if words.says("countries.another", text):
        return 2
    found = {
        int(match["n"])
        for key in ("countries.minimum", "countries.each_different")
        for match in words.every(key, text)
        if not words.says("size.before_subset", text[: match.start()])
        and not words.says("countries.aside", f"{sentence.heading} {sentence.intro} {text[: match.end()]}")
    }
    return found.pop() if len(found) == 1 else None

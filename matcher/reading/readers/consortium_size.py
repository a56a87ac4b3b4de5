"""How many funded organisations a consortium needs, or may have."""

from matcher.eligibility.conditions import ConsortiumSize
from matcher.reading.sentence import Sentence

LARGEST_MINIMUM = 20
LARGEST = 60
"""More partners than this are something else, such as participants of a training."""

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")


def read_consortium_size(sentence: Sentence) -> ConsortiumSize | None:
    """`At least three organisations`; `a coordinator and at least two partners` is three (R05)."""
    low, high = _bounds(sentence)
    if (low or 0) > LARGEST_MINIMUM or not (low or 1) <= (high or LARGEST) <= LARGEST:
        return None
    if (low is None and high is None) or sentence.doubts(*_DOUBTS):
        return None
    words = sentence.words
    if words.says("size.before_subset", sentence.heading) or words.says("size.aside", sentence.text):
        return None
    return ConsortiumSize(minimum=low, maximum=high, **sentence.basis("R05"))


def _bounds(sentence: Sentence) -> tuple[int | None, int | None]:
    words, text = sentence.words, sentence.text
    if words.says("size.only_single", text):
        return 1, 1
    if words.says("size.single", text):
        return 1, None
    if ranged := words.first("size.range", text):
        return int(ranged["n"]), int(ranged["m"])
    high = words.first("size.maximum", text)
    maximum = int(high["n"]) if high else None
    if coordinator := words.first("size.coordinator_plus", text):
        return int(coordinator["n"]) + 1, maximum
    return _least(sentence), maximum


def _least(sentence: Sentence) -> int | None:
    """The minimum, when it is about the whole consortium and not about some of its members."""
    words, text = sentence.words, sentence.text
    found = {
        int(match["n"])
        for match in words.every("size.minimum", text)
        if not words.says("size.subset", text[match.end() :])
        and not words.says("size.before_subset", f"{sentence.intro} {text[: match.end()]}")
    }
    least = found.pop() if len(found) == 1 else 0
    return least if least > 1 else None

"""How long a project may last."""

from matcher.eligibility.conditions import Duration
from matcher.reading.quantities import MONTHS, quantity_of
from matcher.reading.sentence import Sentence

LONGEST = 120
"""Months; what is longer is no project of these programmes."""

_DOUBTS = ("recommended", "negated", "example", "past", "conditional", "strand", "indicative")


def read_duration(sentence: Sentence) -> Duration | None:
    """`The project lasts between 6 and 24 months`; `24 or 36 months` is a choice (R15)."""
    words, text = sentence.words, sentence.text
    said = f"{sentence.heading}: {text}"
    if MONTHS not in text or not words.says("duration.cue", said) or words.says("duration.aside", text):
        return None
    found = quantity_of(text, MONTHS, words)
    if (
        found is None
        or sentence.doubts(*_DOUBTS)
        or max(found.options, default=found.maximum or found.minimum or 0) > LONGEST
    ):
        return None
    return Duration(
        minimum=found.minimum or None,
        maximum=found.maximum,
        options=found.options,
        **sentence.basis("R15"),
    )

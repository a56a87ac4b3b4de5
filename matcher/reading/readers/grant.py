"""Grant per project: fixed amounts or a range; not the call's budget, nor what one person or partner gets."""

from matcher.eligibility.conditions import Grant
from matcher.reading.quantities import MONEY, quantity_of
from matcher.reading.sentence import Sentence

SMALLEST = 1_000
"""EUR; less is a unit cost."""

_DOUBTS = ("recommended", "negated", "example", "past", "conditional", "strand", "indicative")


def read_grant(sentence: Sentence) -> Grant | None:
    """`A grant of EUR 30 000 or EUR 60 000` (R10); `EUR 200 000 to 700 000 per project` (R11)."""
    words, text = sentence.words, sentence.text
    if (
        MONEY not in text
        or not words.says("grant.cue", text)
        or words.says("grant.aside", f"{sentence.intro} {text}")
    ):
        return None
    if sentence.doubts(*_DOUBTS):
        return None
    by_months = {int(m["months"]): int(m["euros"]) for m in words.every("grant.months", text)}
    if len(by_months) > 1:
        return Grant(maximum_by_months=by_months, **sentence.basis("R11"))
    found = quantity_of(text, MONEY, words)
    if found is None or min(found.options, default=found.minimum or found.maximum or 0) < SMALLEST:
        return None
    return Grant(
        options=found.options,
        minimum=found.minimum,
        maximum=found.maximum,
        **sentence.basis("R10" if found.options else "R11"),
    )

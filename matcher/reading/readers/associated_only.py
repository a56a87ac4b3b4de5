"""Who may take part as associated partner only."""

from matcher.eligibility.conditions import AssociatedOnly
from matcher.reading.kinds import kinds_in, meaning
from matcher.reading.sentence import Sentence

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")


def read_associated_only(sentence: Sentence) -> AssociatedOnly | None:
    """`Companies may take part only as associated partners` (R08)."""
    words, text = sentence.words, sentence.text
    match = words.first("associated.only", text)
    if match is None or sentence.doubts(*_DOUBTS) or not words.says("associated.word", text):
        return None
    kinds = kinds_in(words).listed(match["kinds"])
    meant = meaning(kinds) if kinds else None
    if meant is None or meant.everybody:
        return None
    return AssociatedOnly(
        actor_types=meant.actor_types, legal_types=meant.legal_types, **sentence.basis("R08")
    )

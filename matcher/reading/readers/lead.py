"""Who has to coordinate, and who must not."""

from matcher.eligibility.conditions import Lead
from matcher.reading.kinds import Meant, kinds_in, meaning
from matcher.reading.places import groups_in
from matcher.reading.sentence import Sentence

_DOUBTS = ("recommended", "weak", "example", "past", "conditional", "strand", "indicative")


def read_lead(sentence: Sentence) -> Lead | None:
    """`The coordinator must be a public authority`; `for-profit bodies may not coordinate` (R03, R23)."""
    words, text = sentence.words, sentence.text.rstrip(" .;")
    is_about_lead = any(words.says(key, text) for key in ("lead.established", "lead.excluded", "lead.must"))
    if sentence.items or not is_about_lead or sentence.doubts(*_DOUBTS):
        return None
    established = words.first("lead.established", text)
    if established and (groups := groups_in(established["countries"], words)):
        return Lead(groups=groups, **sentence.basis("R03"))
    if excluded := words.first("lead.excluded", text):
        meant = _meant(excluded["kinds"], sentence)
        legal = meant.legal_types if meant else ()
        return Lead(excluded_legal_types=legal, **sentence.basis("R23")) if legal else None
    led = words.first("lead.must", text)
    meant = _meant(led["kinds"], sentence) if led else None
    if meant is None or meant.everybody or sentence.doubts("negated"):
        return None
    return Lead(actor_types=meant.actor_types, legal_types=meant.legal_types, **sentence.basis())


def _meant(names: str, sentence: Sentence) -> Meant | None:
    kinds = kinds_in(sentence.words).listed(names)
    return meaning(kinds) if kinds else None

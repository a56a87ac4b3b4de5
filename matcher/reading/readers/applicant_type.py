"""Who may apply."""

import re

from matcher.eligibility.conditions import ApplicantType
from matcher.reading.kinds import kinds_in, meaning
from matcher.reading.sentence import Sentence
from matcher.reading.words import Words

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")
_END = re.compile(r"[ .:;,]+$")


def read_applicant_type(sentence: Sentence) -> ApplicantType | None:
    """`Applicants must be public or private bodies`; a list with an unknown name is not read (R01)."""
    words = sentence.words
    text = _END.sub("", sentence.text)
    if sentence.items:
        text = f"{text}: {', '.join(_END.sub('', item) for item in sentence.items)}"
    match = words.first("applicants.list", text)
    if match is None or sentence.doubts(*_DOUBTS) or words.says("applicants.additive", text):
        return None
    is_about_applicants = any(
        words.says(key, sentence.intro) for key in ("applicants.heading", "country.applicants")
    )
    if sentence.intro and not is_about_applicants:
        return None
    kinds = kinds_in(words).listed(_without_asides(match["kinds"], words))
    meant = meaning(kinds) if kinds else None
    if meant is None:
        return None
    return ApplicantType(
        any_organisation=meant.everybody,
        legal_types=meant.legal_types or None,
        actor_types=meant.actor_types or None,
        **sentence.basis("R01"),
    )


def _without_asides(text: str, words: Words) -> str:
    for aside in words.compiled(words.file.patterns["applicants.asides"]):
        text = aside.sub("", text)
    return " ".join(text.split()).strip(" :,()")

"""Finnish, Swedish or English: which of the three a text is in, by its commonest little words."""

import re
from collections.abc import Sequence

_LITTLE_WORDS = {
    "en": {"the", "of", "and", "to", "in", "is", "for", "be", "are", "by", "with", "this", "that", "which"},
    "fi": {"ja", "on", "että", "ovat", "sekä", "tai", "myös", "voi", "jotka", "joka", "ei", "haku", "euroa"},
    "sv": {"och", "att", "som", "för", "är", "av", "den", "det", "till", "med", "på", "kan", "ska", "en"},
}
_WORD = re.compile(r"[a-zåäö]+")


def language_of(text: str, among: Sequence[str], otherwise: str) -> str:
    """ISO 639-1 code of the language with most little words in the text; `otherwise` when none leads.

    >>> language_of("Ansökan kan lämnas in på svenska och finska.", ["fi", "sv"], "fi")
    'sv'
    """
    words = _WORD.findall(text.lower())
    counts = {language: sum(word in _LITTLE_WORDS[language] for word in words) for language in among}
    best = max(counts, key=lambda language: counts[language], default=otherwise)
    leads = all(counts[best] > count for language, count in counts.items() if language != best)
    return best if counts and leads else otherwise

"""Words that a programme has of its own: what lead, partners and money are called in its calls."""

from functools import lru_cache
from typing import Any

from matcher.eligibility.phrases import words
from store.labels import RoleWords
from store.vocabulary import Language

AS = {Language.EN: "as {}", Language.SV: "som {}"}


@lru_cache(maxsize=1)
def own_names() -> frozenset[str]:
    """The names by which a sentence asks for such a word: `coordinator`, `grant`, ..."""
    return frozenset(words()["own_words"][RoleWords.EU_GRANT])


def own_word(name: str, form: str, language: Language, said_by: RoleWords) -> str:
    """The word in one of its forms; the first stands where a language has no such form.

    >>> own_word("coordinator", "gen", Language.FI, RoleWords.FINNISH_PROGRAMME)
    'päätoteuttajan'
    """
    forms: dict[str, Any] = words()["own_words"][said_by][name][language]
    return str(forms[form or "nom"])


def as_role(role: str, language: Language, said_by: RoleWords) -> str:
    """`as coordinator`, `päätoteuttajana`, `som koordinator`."""
    if language is Language.FI:
        return own_word(role, "ess", language, said_by)
    return AS[language].format(own_word(role, "nom", language, said_by))

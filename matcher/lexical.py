"""Words that profile and call share, counted only where both are in one language.

Across languages shared words are names and numbers, which mislead; so a call in another language gets none.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]

STEMMERS = {
    "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian",
    "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian", "it": "italian", "lt": "lithuanian",
    "nb": "norwegian", "nl": "dutch", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "sv": "swedish",
}  # fmt: skip
"""Snowball's name of a language, by ISO 639-1 code; others are matched by whole words."""

_WORD = re.compile(r"[^\W_]{2,}")


def words(text: str) -> list[str]:
    """Words of two or more letters or digits, in lower case.

    >>> words("Care-work in Lapland, 2026")
    ['care', 'work', 'in', 'lapland', '2026']
    """
    return _WORD.findall(text.lower())


def stems(text: str, language: str | None) -> list[str]:
    """Words brought to their stem in `language` (Snowball, https://snowballstem.org).

    >>> stems("Trained carers", "en"), stems("työttömien", "fi"), stems("Trained carers", None)
    (['train', 'carer'], ['työttöm'], ['trained', 'carers'])
    """
    stem = _stemmer(language or "")
    return [stem(word) for word in words(text)]


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language not in STEMMERS:
        return str
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(STEMMERS[language]).stemWord
    return lru_cache(maxsize=100_000)(stem)


class Bm25:
    """BM25 (Lucene's idf, k1 = 1.5, b = 0.75) over token lists, by the package bm25s."""

    def __init__(self, documents: Sequence[Sequence[str]]) -> None:
        """Index the documents; one without tokens scores 0 always."""
        self._size = len(documents)
        self._index: Any = None
        if any(documents):
            import bm25s

            self._index = bm25s.BM25()
            self._index.index([list(tokens) for tokens in documents], show_progress=False)

    def scores(self, query: Sequence[str]) -> Scores:
        """(n,) scores, 0 or more; tokens no document has are passed over."""
        known = [] if self._index is None else [token for token in query if token in self._index.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._index.get_scores(known), dtype=np.float32)

"""BM25 over all documents, words in lower case, no stemming.

Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", with Lucene's idf,
k1 = 1.5 and b = 0.75, by the package bm25s (Lù 2024, https://arxiv.org/abs/2407.03618).
"""

from collections.abc import Sequence

import numpy as np

from matcher.documents import Document
from matcher.lexical import Bm25, words
from matcher.profile import Profile, profile_text


class Bm25Baseline:
    """Ranks by words that profile and call share."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Index title and whole text of every document."""
        self._ids = np.array([document.id for document in documents])
        self._index = Bm25([words(f"{document.title} {document.text}") for document in documents])

    def rank(self, profile: Profile) -> list[str]:
        """Ids, best first; ties by id."""
        scores = self._index.scores(words(profile_text(profile)))
        return [str(name) for name in self._ids[np.lexsort((self._ids, -scores))]]

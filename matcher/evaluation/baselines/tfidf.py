"""TF-IDF and cosine over all documents, words in lower case, sublinear counts (by scikit-learn).

Salton & Buckley 1988, "Term-weighting approaches in automatic text retrieval".
"""

from collections.abc import Sequence

import numpy as np

from matcher.documents import Document
from matcher.lexical import words
from matcher.profile import Profile, profile_text


class TfidfBaseline:
    """Ranks by the cosine of weighted word counts."""

    def __init__(self, documents: Sequence[Document]) -> None:
        """Index title and whole text of every document."""
        from sklearn.feature_extraction.text import TfidfVectorizer

        self._ids = np.array([document.id for document in documents])
        self._vectorizer = TfidfVectorizer(analyzer=words, sublinear_tf=True)
        self._matrix = self._vectorizer.fit_transform([f"{d.title} {d.text}" for d in documents])

    def rank(self, profile: Profile) -> list[str]:
        """Ids, best first; ties by id."""
        query = self._vectorizer.transform([profile_text(profile)])
        scores = np.asarray((self._matrix @ query.T).todense()).ravel()
        return [str(name) for name in self._ids[np.lexsort((self._ids, -scores))]]

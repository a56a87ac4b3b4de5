"""The ranker: one profile against an index of calls; `match` and `evaluate` both call `rank`.

One profile at a time: nothing is taken from other profiles. What an index knows of its calls as a whole (word
frequencies, mean similarity) may be used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matcher import features
from matcher.documents import Document
from matcher.encoder import Vectors
from matcher.fit import Fit, fit_of
from matcher.language_means import LanguageMeans
from matcher.lexical import Bm25, stems
from matcher.profile import EmbeddedProfile, profile_text
from store.vocabulary import CallStatus


@dataclass(frozen=True)
class ScoreParts:
    """What a score is made of: `meaning` and `words` as in `matcher.features`; `cosine` is -1 to 1."""

    meaning: float
    words: float
    cosine: float


@dataclass(frozen=True)
class Match:
    """A call at its place: `score` orders the calls that may still be applied for; it is no probability."""

    document: Document
    rank: int
    score: float
    parts: ScoreParts
    fit: Fit


class Index:
    """Calls made ready for ranking: vectors with their language taken away, words by language."""

    def __init__(self, documents: Sequence[Document], vectors: Vectors, means: LanguageMeans) -> None:
        """Take over `documents` and their raw passage vectors, (len(documents), dimensions)."""
        self.documents = documents
        self.means = means
        self.vectors = means.centre_passages(vectors, [document.language for document in documents])
        self.ids = np.array([document.id for document in documents])
        self._languages = np.array([document.language or "" for document in documents])
        self._words: dict[str, tuple[features.Rows, Bm25]] = {}

    @cached_property
    def places(self) -> npt.NDArray[np.int8]:
        """Place of each call before any score counts, see `place`."""
        return np.array([place(document) for document in self.documents], dtype=np.int8)

    def words_in(self, language: str) -> tuple[features.Rows, Bm25]:
        """Row numbers of the calls in `language`, and their words."""
        if language not in self._words:
            rows = np.flatnonzero(self._languages == language)
            calls = [self.documents[int(row)] for row in rows]
            self._words[language] = rows, Bm25([stems(f"{c.title} {c.text}", language) for c in calls])
        return self._words[language]


def place(document: Document) -> int:
    """0 for an open call, 1 for a forthcoming one, 2 when no partner lets the coalition apply, 3 when closed.

    A status that is not known counts for neither side: such a call stands among the open ones.
    """
    if document.status is CallStatus.CLOSED:
        return 3
    if document.barred:
        return 2
    return 1 if document.status is CallStatus.FORECASTED else 0


def rank(profile: EmbeddedProfile, index: Index) -> list[Match]:
    """Every call of the index, best first: by place, then score, then id."""
    if not index.documents:
        return []
    language = profile.profile.language
    query = index.means.centre_queries(profile.whole[np.newaxis, :], [language])[0]
    cosines = np.asarray(index.vectors @ query, dtype=np.float32)
    meaning = features.meaning(cosines)
    words = _words(profile, index)
    scores = features.WEIGHTS["meaning"] * meaning + features.WEIGHTS["words"] * words
    order = np.lexsort((index.ids, -scores, index.places))
    return [
        Match(
            document=index.documents[row],
            rank=number,
            score=float(scores[row]),
            parts=ScoreParts(float(meaning[row]), float(words[row]), float(cosines[row])),
            fit=fit_of(float(scores[row]), float(cosines[row]), index.means.unrelated),
        )
        for number, row in enumerate(order, start=1)
    ]


def _words(profile: EmbeddedProfile, index: Index) -> features.Numbers:
    language = profile.profile.language
    if language is None:
        return np.zeros(len(index.documents), dtype=np.float32)
    rows, words = index.words_in(language)
    asked = dict.fromkeys(stems(profile_text(profile.profile), language))
    return features.words(words.scores(list(asked)), rows, len(index.documents))

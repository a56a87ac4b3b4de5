"""What the ranking weighs, by name; each feature is one number per call, 0 where nothing is known.

    meaning  how near the call's text lies to the coalition's, language taken away; standard deviations from
    the mean
             over all calls
    words    words that coalition and call share (BM25 on stems), within the coalition's language only;
    standard
             deviations from the mean over the calls in that language, cut at 8; 0 for calls in other
             languages

Taken as deviations, `words` has mean 0 within its language: it orders those calls among themselves and
lifts the language as a whole by nothing. Without calls in that language, or without a shared word, it
changes no order.
"""

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]
Rows = npt.NDArray[np.intp]

WEIGHTS = {"meaning": 1.0, "words": 0.4}
"""Fixed; chosen on the tuning sets of docs/ranking.md, where 0.3 to 0.6 do equally well."""

ROUNDING = 1e-6
"""A spread below this share of the values is the rounding of float32 and not a difference."""

WORDS_AT_MOST = 8.0
"""One rare shared word can stand dozens of deviations out; beyond this it says no more."""


def deviations(values: Numbers) -> Numbers:
    """Values as standard deviations from their mean; zeros when they are all alike.

    >>> deviations(np.array([1.0, 2.0, 3.0], dtype=np.float32)).round(2).tolist()
    [-1.2200000286102295, 0.0, 1.2200000286102295]
    """
    if not len(values):
        return values
    exact = values.astype(np.float64)
    spread = float(exact.std())
    if spread <= ROUNDING * max(1.0, float(np.abs(exact).max())):
        return np.zeros_like(values)
    return np.asarray((exact - exact.mean()) / spread, dtype=np.float32)


def meaning(cosines: Numbers) -> Numbers:
    """Feature `meaning` of each call from its cosine."""
    return deviations(cosines)


def words(scores: Numbers, rows: Rows, count: int) -> Numbers:
    """Feature `words` of `count` calls from the BM25 scores of those in the coalition's language, `rows`."""
    feature = np.zeros(count, dtype=np.float32)
    feature[rows] = np.minimum(deviations(scores), WORDS_AT_MOST)
    return feature

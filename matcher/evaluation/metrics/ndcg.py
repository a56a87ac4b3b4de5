"""Normalised discounted cumulative gain at 10.

    DCG  = sum over ranks r = 1..10 of (2^grade(r) - 1) / log2(r + 1)
    nDCG = DCG / DCG of the best possible order

Järvelin & Kekäläinen 2002, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), 422-446; the
exponential gain is that of Burges et al. 2005, "Learning to rank using gradient descent". Grades may be
decimals.
"""

from collections.abc import Sequence
from math import exp2, log2

CUT = 10


def ndcg_at_10(ranked: Sequence[float], judged: Sequence[float]) -> float:
    """nDCG@10, 0 to 1, of grades in ranked order; `judged` holds the query's grades above 0, in any order.

    >>> round(ndcg_at_10([0, 1], [1]), 4)
    0.6309
    """
    best = _gain(sorted(judged, reverse=True))
    return _gain(ranked) / best if best else 0.0


def _gain(grades: Sequence[float]) -> float:
    return sum((exp2(grade) - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:CUT]))

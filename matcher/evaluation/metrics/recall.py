"""Recall at 10: which share of the fitting documents stands among the first ten.

    Recall@10 = |fitting documents in ranks 1..10| / |fitting documents|

Manning, Raghavan & Schütze 2008, "Introduction to Information Retrieval", section 8.3. Fitting is a grade
above 0.
"""

from collections.abc import Sequence

CUT = 10


def recall_at_10(ranked: Sequence[float], judged: Sequence[float]) -> float:
    """Recall@10, 0 to 1, of grades in ranked order; `judged` holds the grades above 0 of the query.

    >>> recall_at_10([0, 2, 0, 1], [1, 2, 3, 1])
    0.5
    """
    return sum(grade > 0 for grade in ranked[:CUT]) / len(judged) if judged else 0.0

"""Reciprocal rank of the first fitting document; its mean over queries is the MRR.

    RR = 1 / rank of the first document with a grade above 0, over the whole ranking; 0 when there is none

Voorhees 1999, "The TREC-8 Question Answering Track Report", TREC-8, 77-82.
"""

from collections.abc import Sequence


def reciprocal_rank(ranked: Sequence[float], judged: Sequence[float]) -> float:  # noqa: ARG001 (one shape)
    """Reciprocal rank, 0 to 1, of grades in ranked order.

    >>> reciprocal_rank([0, 0, 1, 3], [1, 3])
    0.3333333333333333
    """
    return next((1 / rank for rank, grade in enumerate(ranked, start=1) if grade > 0), 0.0)

"""Measures of a ranking, one a file: each takes the grades in ranked order and all grades above 0."""

from collections.abc import Callable, Sequence

from matcher.evaluation.metrics.ndcg import ndcg_at_10
from matcher.evaluation.metrics.recall import recall_at_10
from matcher.evaluation.metrics.reciprocal_rank import reciprocal_rank

Metric = Callable[[Sequence[float], Sequence[float]], float]

METRICS: dict[str, Metric] = {
    "ndcg@10": ndcg_at_10,
    "recall@10": recall_at_10,
    "mrr": reciprocal_rank,
}
"""By the name they are printed under; each is 0 to 1, and their mean over queries is reported."""

"""How sure a mean is: the percentile bootstrap over queries.

Efron & Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13: draw as many queries as there are,
with replacement, many times; the middle 95 % of the means is the interval. Seeded, so that a run can be
repeated.
"""

from collections.abc import Sequence

import numpy as np

SAMPLES = 2000
LEVEL = 0.95
SEED = 20260520


def bootstrap_interval(values: Sequence[float]) -> tuple[float, float]:
    """Lower and upper end of the 95 % interval of the mean of `values`; raises ValueError for none."""
    if not values:
        raise ValueError("an interval needs at least one value")
    numbers = np.asarray(values, dtype=np.float64)
    draws = np.random.default_rng(SEED).integers(0, len(numbers), size=(SAMPLES, len(numbers)))
    low, high = np.quantile(numbers[draws].mean(axis=1), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)

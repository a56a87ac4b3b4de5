"""How well a call fits, in three words; never a percentage, for no number here is a chance of winning.

A call's score says how many standard deviations it stands above the usual call for this coalition. On ten
profiles read by hand (docs/ranking.md) calls at 2.5 and more had a mean grade of 1.2 of 3, from 1.5 to 2.5
of 0.4, below of 0.1. However far it stands above the others, a call whose words come no nearer to the
coalition's than those of unrelated texts fits by chance: so strong and good also ask for a cosine above
that noise.
"""

from enum import StrEnum

from matcher.language_means import Unrelated

STRONG, GOOD = 2.5, 1.5
STRONG_ABOVE_NOISE, GOOD_ABOVE_NOISE = 2.0, 1.0


class Fit(StrEnum):
    """The words a match is shown with."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"


def fit_of(score: float, cosine: float, unrelated: Unrelated | None) -> Fit:
    """The word for a score (standard deviations) and a cosine; noise not measured asks nothing of the cosine.

    >>> fit_of(2.7, 0.31, Unrelated(0.02, 0.1)), fit_of(2.7, 0.15, Unrelated(0.02, 0.1))
    (<Fit.STRONG: 'strong'>, <Fit.GOOD: 'good'>)
    """
    if score >= STRONG and _clear_of_noise(cosine, unrelated, STRONG_ABOVE_NOISE):
        return Fit.STRONG
    if score >= GOOD and _clear_of_noise(cosine, unrelated, GOOD_ABOVE_NOISE):
        return Fit.GOOD
    return Fit.POSSIBLE


def _clear_of_noise(cosine: float, unrelated: Unrelated | None, deviations: float) -> bool:
    return unrelated is None or cosine >= unrelated.above(deviations)

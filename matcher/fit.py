"""How well a call fits, in three words; never a percentage, for no number here is a chance of winning.

Two things are asked. The call has to lie clearly nearer to the coalition than texts that have nothing to do
with each other (in standard deviations of that noise, measured once per engine), whatever else is stored; and
it has to stand out from the usual stored call. docs/ranking.md tells how well the words part calls that fit
from others.
"""

from enum import StrEnum

from matcher.language_means import Unrelated

STRONG_ABOVE_NOISE, GOOD_ABOVE_NOISE = 4.0, 3.0
"""Standard deviations of the cosines of unrelated texts."""

STRONG_ABOVE_USUAL, GOOD_ABOVE_USUAL = 1.0, 0.5
"""Standard deviations of the scores of all stored calls."""

STRONG_ALONE, GOOD_ALONE = 2.5, 1.5
"""How far a call has to stand out when the noise of the engine was not measured."""


class Fit(StrEnum):
    """The words a match is shown with."""

    STRONG = "strong"
    GOOD = "good"
    POSSIBLE = "possible"


def fit_of(score: float, cosine: float, unrelated: Unrelated | None) -> Fit:
    """The word for a score (standard deviations above the usual call) and a cosine (-1 to 1).

    >>> fit_of(1.2, 0.42, Unrelated(0.0, 0.1)), fit_of(1.2, 0.32, Unrelated(0.0, 0.1))
    (<Fit.STRONG: 'strong'>, <Fit.GOOD: 'good'>)
    """
    if unrelated is None:
        return _word(score >= STRONG_ALONE, score >= GOOD_ALONE)
    return _word(
        score >= STRONG_ABOVE_USUAL and cosine >= unrelated.above(STRONG_ABOVE_NOISE),
        score >= GOOD_ABOVE_USUAL and cosine >= unrelated.above(GOOD_ABOVE_NOISE),
    )


def _word(strong: bool, good: bool) -> Fit:
    if strong:
        return Fit.STRONG
    return Fit.GOOD if good else Fit.POSSIBLE

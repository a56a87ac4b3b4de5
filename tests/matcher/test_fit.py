"""The three words and what they ask for."""

import pytest

from matcher.fit import Fit, fit_of
from matcher.language_means import Unrelated

NOISE = Unrelated(0.0, 0.1)


@pytest.mark.parametrize(
    ("score", "cosine", "fit"),
    [
        (1.0, 0.41, Fit.STRONG),
        (0.99, 0.9, Fit.GOOD),
        (5.0, 0.39, Fit.GOOD),
        (0.5, 0.31, Fit.GOOD),
        (0.49, 0.9, Fit.POSSIBLE),
        (5.0, 0.29, Fit.POSSIBLE),
        (-3.0, -0.5, Fit.POSSIBLE),
    ],
)
def test_the_word_asks_for_nearness_and_for_standing_out(score: float, cosine: float, fit: Fit) -> None:
    assert fit_of(score, cosine, NOISE) is fit


@pytest.mark.parametrize(("score", "fit"), [(2.5, Fit.STRONG), (1.5, Fit.GOOD), (1.4, Fit.POSSIBLE)])
def test_an_engine_whose_noise_is_not_known_goes_by_standing_out_alone(score: float, fit: Fit) -> None:
    assert fit_of(score, -1.0, None) is fit

"""The three words and what they ask for."""

import pytest

from matcher.fit import GOOD, STRONG, Fit, fit_of
from matcher.language_means import Unrelated

NOISE = Unrelated(0.0, 0.1)


@pytest.mark.parametrize(
    ("score", "cosine", "fit"),
    [
        (STRONG, 0.2, Fit.STRONG),
        (STRONG - 0.01, 0.9, Fit.GOOD),
        (STRONG + 5, 0.19, Fit.GOOD),
        (GOOD, 0.1, Fit.GOOD),
        (GOOD - 0.01, 0.9, Fit.POSSIBLE),
        (STRONG + 5, 0.09, Fit.POSSIBLE),
        (-3.0, -0.5, Fit.POSSIBLE),
    ],
)
def test_the_word_depends_on_standing_out_and_on_being_near(score: float, cosine: float, fit: Fit) -> None:
    assert fit_of(score, cosine, NOISE) is fit


def test_an_engine_whose_noise_is_not_known_goes_by_standing_out_alone() -> None:
    assert fit_of(STRONG, -1.0, None) is Fit.STRONG

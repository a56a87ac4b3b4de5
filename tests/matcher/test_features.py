"""Features are deviations: they order, and lift nothing as a whole."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher import features

NUMBERS = st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=40)


@given(NUMBERS)
def test_deviations_keep_the_order_and_have_mean_zero(values: list[float]) -> None:
    given_values = np.array(values, dtype=np.float32)
    found = features.deviations(given_values)
    assert float(found.mean()) == pytest.approx(0, abs=1e-2)
    order = np.argsort(given_values, kind="stable")
    assert np.all(np.diff(found[order]) >= 0)


@given(st.floats(-1e4, 1e4, width=32), st.integers(0, 20))
def test_values_all_alike_have_no_deviation(value: float, count: int) -> None:
    assert not features.deviations(np.full(count, value, dtype=np.float32)).any()


def test_words_count_only_at_the_rows_of_the_language() -> None:
    found = features.words(np.array([0.0, 4.0], dtype=np.float32), np.array([1, 3]), 5)
    assert found.tolist() == [0.0, -1.0, 0.0, 1.0, 0.0]


def test_no_call_in_the_language_or_no_shared_word_changes_nothing() -> None:
    nothing = np.array([], dtype=np.float32)
    assert not features.words(nothing, np.array([], dtype=np.intp), 3).any()
    assert not features.words(np.zeros(3, dtype=np.float32), np.arange(3), 3).any()

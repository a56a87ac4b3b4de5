"""Metrics against values worked out by hand, and what has to hold for any ranking."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.evaluation.bootstrap import bootstrap_interval
from matcher.evaluation.metrics import METRICS
from matcher.evaluation.metrics.ndcg import ndcg_at_10
from matcher.evaluation.metrics.recall import recall_at_10
from matcher.evaluation.metrics.reciprocal_rank import reciprocal_rank

GRADES = st.lists(st.sampled_from([0.0, 0.0, 0.0, 0.5, 1.0, 2.0, 2.5, 3.0]), min_size=1, max_size=25)


def judged(ranked: list[float]) -> list[float]:
    """The grades above 0."""
    return [grade for grade in ranked if grade > 0]


def test_ndcg_by_hand() -> None:
    gained = 7 / log2(2) + 1 / log2(4) + 3 / log2(5)
    best = 7 / log2(2) + 3 / log2(3) + 1 / log2(4)
    assert ndcg_at_10([3, 0, 1, 2], [1, 2, 3]) == pytest.approx(gained / best)


def test_ndcg_of_decimal_grades_by_hand() -> None:
    assert ndcg_at_10([0, 1.5], [1.5]) == pytest.approx(1 / log2(3))
    gained = (2**0.5 - 1) + (2**1.5 - 1) / log2(3)
    best = (2**1.5 - 1) + (2**0.5 - 1) / log2(3)
    assert ndcg_at_10([0.5, 1.5], [0.5, 1.5]) == pytest.approx(gained / best)


def test_ndcg_counts_ten_ranks_and_ten_best() -> None:
    assert ndcg_at_10([0] * 10 + [3], [3]) == 0
    assert ndcg_at_10([1] * 10, [1] * 12) == pytest.approx(1)


def test_recall_by_hand() -> None:
    assert recall_at_10([0, 1, 0.5] + [0] * 7 + [2, 2], [1, 0.5, 2, 2]) == 0.5


def test_reciprocal_rank_by_hand() -> None:
    assert reciprocal_rank([0, 0, 0.5, 1], [0.5, 1]) == pytest.approx(1 / 3)
    assert reciprocal_rank([0] * 19 + [1], [1]) == pytest.approx(1 / 20)


@given(GRADES)
def test_every_metric_lies_between_0_and_1_and_is_0_without_a_fitting_document(ranked: list[float]) -> None:
    for metric in METRICS.values():
        assert 0 <= metric(ranked, judged(ranked)) <= 1 + 1e-9
        assert metric([0.0] * len(ranked), judged(ranked)) == 0


@given(GRADES)
def test_the_best_order_is_the_best_and_ndcg_of_it_is_1(ranked: list[float]) -> None:
    best = sorted(ranked, reverse=True)
    for metric in METRICS.values():
        assert metric(best, judged(ranked)) >= metric(ranked, judged(ranked)) - 1e-9
    if judged(ranked):
        assert ndcg_at_10(best, judged(ranked)) == pytest.approx(1)


@given(GRADES, st.integers(0, 23))
def test_moving_a_better_document_up_never_costs(ranked: list[float], place: int) -> None:
    place %= max(1, len(ranked) - 1)
    if len(ranked) < 2 or ranked[place] >= ranked[place + 1]:
        return
    swapped = [*ranked]
    swapped[place], swapped[place + 1] = ranked[place + 1], ranked[place]
    for metric in METRICS.values():
        assert metric(swapped, judged(ranked)) >= metric(ranked, judged(ranked)) - 1e-9


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_an_interval_holds_its_mean_and_is_the_same_each_time(values: list[float]) -> None:
    low, high = bootstrap_interval(values)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert bootstrap_interval(values) == (low, high)


def test_an_interval_of_ten_coin_tosses_is_wide_and_of_a_thousand_is_narrow() -> None:
    few, many = bootstrap_interval([0.0, 1.0] * 5), bootstrap_interval([0.0, 1.0] * 500)
    assert few[0] == pytest.approx(0.2, abs=0.05)
    assert few[1] == pytest.approx(0.8, abs=0.05)
    assert many[1] - many[0] == pytest.approx(2 * 1.96 * 0.5 / 1000**0.5, abs=0.006)
    with pytest.raises(ValueError, match="at least one"):
        bootstrap_interval([])

"""The line of values: each value at its height, nothing joined that lies far apart, axes round and inside."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.formats import Formats
from frontend.line_chart import NARROW, WIDE, LineChart, line_chart, runs_of
from frontend.words import Words
from store.vocabulary import Language
from tests.frontend.stored import NOW

F = Formats(Words(Language.FI), NOW)
DAY = date(2025, 1, 1)
NUMBERS = st.floats(-1e6, 1e6).map(lambda number: round(number, 6))
VALUES = st.lists(
    st.tuples(st.integers(0, 4000), NUMBERS),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one[0],
)


def values(*days_and_values: tuple[int, float]) -> list[tuple[date, float]]:
    return [(DAY + timedelta(days=days), value) for days, value in days_and_values]


def read_back(chart: LineChart) -> list[float]:
    """The values as the picture shows them: heights between its lowest and its highest level."""
    low, high = chart.up[0], chart.up[-1]

    def number(label: str) -> float:
        return float(label.replace("\u00a0", "").replace("\u2212", "-").replace(",", "."))

    unit = (number(high.label) - number(low.label)) / (low.y - high.y)
    return [number(low.label) + (low.y - mark.y) * unit for mark in chart.points]


def test_heights_and_table_have_one_sum() -> None:
    told = values((0, 8), (91, 17), (275, 26), (365, 31))
    for width in (WIDE, NARROW):
        shown = read_back(line_chart(told, 70, F, width))
        assert sum(shown) == pytest.approx(8 + 17 + 26 + 31, abs=0.5)


@given(VALUES, st.none() | NUMBERS)
def test_everything_lies_inside(told: list[tuple[int, float]], target: float | None) -> None:
    chart = line_chart(values(*sorted(told)), target, F, NARROW)
    for mark in (*chart.points, *chart.across):
        assert chart.left - 0.1 <= mark.x <= chart.right + 0.1
    heights = [mark.y for mark in (*chart.points, *chart.up)] + (
        [] if chart.target is None else [chart.target]
    )
    assert all(chart.top - 0.1 <= y <= chart.bottom + 0.1 for y in heights)
    assert len(chart.points) == len(told)
    assert 2 <= len(chart.up) <= 9
    assert 1 <= len(chart.across) <= 5


@pytest.mark.parametrize(
    ("gaps", "runs"),
    [
        ([90, 90, 90], [4]),
        ([90, 90, 300, 90], [3, 2]),
        ([365, 365], [3]),
        ([365, 365, 420], [3, 1]),
        ([401], [1, 1]),
        ([180], [2]),
    ],
)
def test_far_values_are_not_joined(gaps: list[int], runs: list[int]) -> None:
    days = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    assert [len(run) for run in runs_of(values(*((day, 1.0) for day in days)))] == runs


def test_one_value_has_a_picture() -> None:
    chart = line_chart(values((0, 0)), None, F)
    assert (len(chart.points), chart.target) == (1, None)
    assert chart.left < chart.points[0].x < chart.right


def test_long_times_are_marked_by_years_and_short_ones_by_months() -> None:
    years = [mark.label for mark in line_chart(values((0, 1), (1500, 2)), None, F, NARROW).across]
    assert years
    assert all(label.isdecimal() for label in years)
    months = [mark.label for mark in line_chart(values((0, 1), (100, 2)), None, F, NARROW).across]
    assert months[0] == "1/2025"

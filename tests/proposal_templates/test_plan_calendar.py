"""Project time: periods of a timetable, and every planned month marked exactly once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.plan.calendar import Period, marked, outside, periods, planned, stretches

durations = st.integers(1, 84)


@given(durations)
def test_periods_hold_every_month_of_the_project_once_and_no_other(duration: int) -> None:
    held = [month for each in periods(duration) for month in range(each.first, each.last + 1)]
    assert held == list(range(1, duration + 1))


@given(durations)
def test_months_up_to_two_years_and_quarters_above(duration: int) -> None:
    lengths = {each.last - each.first + 1 for each in periods(duration)[:-1]}
    assert lengths <= ({1} if duration <= 24 else {3})
    assert len(periods(duration)) == (duration if duration <= 24 else -(-duration // 3))


@pytest.mark.parametrize(
    ("month", "year", "quarter"), [(1, 1, 1), (3, 1, 1), (4, 1, 2), (12, 1, 4), (13, 2, 1), (36, 3, 4)]
)
def test_a_month_belongs_to_the_quarter_of_its_project_year(month: int, year: int, quarter: int) -> None:
    (found,) = [each for each in periods(48) if each.holds(month)]
    assert (found.year, found.quarter) == (year, quarter)


def test_the_last_quarter_ends_with_the_project() -> None:
    assert periods(25)[-1] == Period(25, 25)
    assert len(periods(72)) == 24


@given(durations, st.lists(st.integers(1, 90), max_size=12))
def test_every_planned_month_is_marked_once_or_told_to_be_outside(duration: int, months: list[int]) -> None:
    columns = periods(duration)
    signs = marked(columns, months)
    left = outside(months, duration)
    assert len(signs) == len(columns)
    for month in set(months):
        holding = [i for i, column in enumerate(columns) if column.holds(month)]
        assert len(holding) + (month in left) == 1
        assert all(signs[i] for i in holding)
    for sign, column in zip(signs, columns, strict=True):
        assert sign == any(column.holds(month) for month in months)


@given(st.lists(st.integers(1, 60), max_size=20))
def test_stretches_hold_the_same_months_and_never_touch(months: list[int]) -> None:
    found = stretches(months)
    assert [m for first, last in found for m in range(first, last + 1)] == sorted(set(months))
    assert all(left[1] + 1 < right[0] for left, right in pairwise(found))


def test_a_stretch_is_planned_only_when_both_its_ends_are_known() -> None:
    assert planned(3, 6) == (3, 4, 5, 6)
    assert planned(None, 6) == planned(3, None) == planned(6, 3) == ()

"""Meetings by month from their rhythm: none outside the project, none lost, in the order they are held."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.context import MeetingFacts
from proposal_templates.plan import meeting_months, meetings_of
from tests.proposal_templates import planned

months = st.integers(1, 90)
maybe_months = st.none() | months


@given(maybe_months, st.none() | st.integers(0, 30), st.none() | st.integers(1, 84))
def test_no_meeting_lies_outside_the_project(
    first: int | None, step: int | None, duration: int | None
) -> None:
    held = meeting_months(MeetingFacts(first_month=first, every_months=step), duration)
    assert all(month >= 1 for month in held)
    assert duration is None or all(month <= duration for month in held)
    assert first is not None or not held


@given(st.integers(1, 84), st.integers(1, 84), st.integers(1, 24))
def test_meetings_keep_their_rhythm_until_the_last_that_fits(duration: int, first: int, step: int) -> None:
    held = meeting_months(MeetingFacts(first_month=first, every_months=step), duration)
    if first > duration:
        assert held == ()
    else:
        assert held[0] == first
        assert all(right - left == step for left, right in pairwise(held))
        assert held[-1] + step > duration


def test_a_meeting_without_a_rhythm_is_held_once() -> None:
    assert meeting_months(MeetingFacts(first_month=4), 24) == (4,)
    assert meeting_months(MeetingFacts(first_month=4), None) == (4,)


def test_a_repeated_meeting_has_no_end_while_the_duration_is_unknown() -> None:
    assert meeting_months(planned.steering(), None) == ()


def test_meetings_of_several_kinds_come_in_the_order_they_are_held() -> None:
    context = planned.context(
        meetings=(planned.steering(every_months=6), planned.steering(first_month=2, every_months=4)),
        duration_months=12,
    )
    held = [(each.month, each.kind, each.number) for each in meetings_of(context)]
    assert held == [(1, 0, 1), (2, 1, 1), (6, 1, 2), (7, 0, 2), (10, 1, 3)]

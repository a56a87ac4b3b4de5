"""Measured values: one a goal and day, found by day, of one coalition alone."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from store import clock, goal_values
from store.models import GoalValue
from tests.frontend.stored import store_coalition


def value(coalition_id: int | None, day: str, number: float, goal: str = "goal-1") -> GoalValue:
    assert coalition_id is not None
    return GoalValue(
        coalition_id=coalition_id,
        goal_slug=goal,
        day=date.fromisoformat(day),
        value=number,
        by="Zx",
        at=clock.now(),
    )


def test_values_come_by_day_and_of_one_coalition(session: Session) -> None:
    ours, theirs = store_coalition(session), store_coalition(session, slug="other", name="Other")
    for day, number in (("2026-03-01", 3.0), ("2025-03-01", 1.0)):
        goal_values.keep(session, value(ours.id, day, number))
    goal_values.keep(session, value(theirs.id, "2025-01-01", 9.0))
    goal_values.keep(session, value(ours.id, "2025-06-01", 7.0, "gone"))
    assert ours.id is not None
    assert [one.value for one in goal_values.values_of(session, ours.id)] == [1.0, 7.0, 3.0]
    assert [one.value for one in goal_values.values_of(session, ours.id, "goal-1")] == [1.0, 3.0]


def test_a_day_holds_one_value_of_a_goal(session: Session) -> None:
    ours = store_coalition(session)
    goal_values.keep(session, value(ours.id, "2026-03-01", 3.0))
    with pytest.raises(IntegrityError):
        goal_values.keep(session, value(ours.id, "2026-03-01", 4.0))


def test_a_value_is_found_by_day_and_number_and_taken_back(session: Session) -> None:
    ours, theirs = store_coalition(session), store_coalition(session, slug="other", name="Other")
    kept = goal_values.keep(session, value(ours.id, "2026-03-01", 3.0))
    assert ours.id is not None
    assert theirs.id is not None
    assert kept.id is not None
    assert goal_values.value_on(session, ours.id, "goal-1", date(2026, 3, 1)) == kept
    assert goal_values.value_by_id(session, ours.id, kept.id) == kept
    assert goal_values.value_by_id(session, theirs.id, kept.id) is None
    goal_values.take_back(session, kept)
    assert goal_values.values_of(session, ours.id) == []

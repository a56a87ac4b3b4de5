"""Use case: add, correct and take back what was measured of a goal, and say what its target is."""

from datetime import date

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from api.errors import AheadOfTime, BadChoice, DayTaken
from api.services.access.permission import Action, require
from api.services.following.follow_up import ValuePublic
from store import clock, coalitions, goal_values
from store.errors import NotFound
from store.models import Coalition, GoalCreate, GoalValue
from store.models.kinds import Measure

_MEASURE: TypeAdapter[float] = TypeAdapter(Measure)


def add_value(
    session: Session, slug: str, goal: str, day: date, value: float, note: str | None = None
) -> ValuePublic:
    """Keeps a new value of a goal that is in the profile.

    Raises NotFound for any other goal, DayTaken, AheadOfTime, BadChoice for a number that none measures,
    and what `require` does.
    """
    actor = require(session, Action.DRAFT, slug)
    stored = _with_goal(session, slug, goal)
    _check(session, stored, goal, day, value)
    assert stored.id is not None
    kept = GoalValue(
        coalition_id=stored.id, goal_slug=goal, day=day, value=value, note=note, by=actor.name, at=clock.now()
    )
    return ValuePublic.model_validate(goal_values.keep(session, kept), from_attributes=True)


def correct_value(
    session: Session, slug: str, goal: str, value_id: int, day: date, value: float, note: str | None = None
) -> ValuePublic:
    """Corrects day, value and note; it then is of whoever corrected it. Raises as `add_value`."""
    actor = require(session, Action.DRAFT, slug)
    stored, kept = _value(session, slug, goal, value_id)
    _check(session, stored, goal, day, value, kept.id)
    kept.day, kept.value, kept.note = day, value, note
    kept.by, kept.at = actor.name, clock.now()
    return ValuePublic.model_validate(goal_values.keep(session, kept), from_attributes=True)


def take_back_value(session: Session, slug: str, goal: str, value_id: int) -> ValuePublic:
    """Takes a value away and gives it as it was. Raises NotFound, and what `require` does."""
    require(session, Action.DRAFT, slug)
    _, kept = _value(session, slug, goal, value_id)
    was = ValuePublic.model_validate(kept, from_attributes=True)
    goal_values.take_back(session, kept)
    return was


def set_target(
    session: Session,
    slug: str,
    goal: str,
    *,
    unit: str | None,
    baseline: float | None,
    target: float | None,
    due: date | None,
) -> None:
    """Says what a goal's indicator is counted in, from where to where, and by when; None is not known.

    Raises NotFound for a goal that is not in the profile, BadChoice for a number that none measures, and
    what `require` does.
    """
    require(session, Action.EDIT_PROFILE, slug)
    profile = coalitions.profile_of(_with_goal(session, slug, goal))
    said = {"unit": unit, "baseline": baseline, "target": target, "due": due}
    try:
        goals = [
            GoalCreate.model_validate(one.model_dump() | (said if one.slug == goal else {}))
            for one in profile.goals
        ]
    except ValidationError as wrong:
        raise BadChoice(f"{wrong.errors()[0]['msg']}.") from None
    coalitions.save_coalition(session, profile.model_copy(update={"goals": goals}))


def _with_goal(session: Session, slug: str, goal: str) -> Coalition:
    stored = coalitions.coalition_by_slug(session, slug)
    if goal not in {one.slug for one in stored.goals}:
        raise NotFound(f"No goal {goal!r} in the profile of {slug!r}.")
    return stored


def _value(session: Session, slug: str, goal: str, value_id: int) -> tuple[Coalition, GoalValue]:
    stored = coalitions.coalition_by_slug(session, slug)
    assert stored.id is not None
    kept = goal_values.value_by_id(session, stored.id, value_id)
    if kept is None or kept.goal_slug != goal:
        raise NotFound(f"No value {value_id} of the goal {goal!r}.")
    return stored, kept


def _check(
    session: Session, stored: Coalition, goal: str, day: date, value: float, own: int | None = None
) -> None:
    assert stored.id is not None
    try:
        _MEASURE.validate_python(value)
    except ValidationError as wrong:
        raise BadChoice(f"{value}: {wrong.errors()[0]['msg']}.") from None
    if day > clock.today(clock.HELSINKI):
        raise AheadOfTime(f"{day} is still ahead: give the day on which the value was measured.")
    there = goal_values.value_on(session, stored.id, goal, day)
    if there is not None and there.id != own:
        raise DayTaken(f"There is a value of {day} already: correct it, or give another day.")

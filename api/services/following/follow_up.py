"""Use case: how a coalition's goals are doing: what was measured of each, and whether it nears the target."""

from datetime import date, datetime
from enum import StrEnum

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from store import coalitions, goal_values
from store.errors import NotFound
from store.models import Coalition, CoalitionPublic, GoalValue


class Trend(StrEnum):
    """What the newest value says beside the one before, and beside the target where that can be told."""

    NONE = "none"
    ONE = "one"
    UP = "up"
    DOWN = "down"
    SAME = "same"
    CLOSER = "closer"
    FARTHER = "farther"
    REACHED = "reached"


class ValuePublic(BaseModel):
    """One measurement as shown."""

    id: int
    day: date
    value: float
    note: str | None
    by: str
    at: datetime


class GoalFollowUp(BaseModel):
    """A goal with what is known of its indicator, and its values by day; None is not known.

    text: None for a goal that has left the profile and whose values are still kept.
    """

    slug: str
    text: str | None
    indicator: str | None = None
    unit: str | None = None
    baseline: float | None = None
    target: float | None = None
    due: date | None = None
    values: list[ValuePublic] = []

    @property
    def last(self) -> ValuePublic | None:
        """The newest value."""
        return self.values[-1] if self.values else None

    @property
    def change(self) -> float | None:
        """How much the newest value differs from the one before; None without two."""
        return self.values[-1].value - self.values[-2].value if len(self.values) > 1 else None

    @property
    def trend(self) -> Trend:
        """Closer or farther is told only where the way from baseline to target is known."""
        if not self.values:
            return Trend.NONE
        if _is_reached(self.baseline, self.target, self.values[-1].value):
            return Trend.REACHED
        if self.change is None:
            return Trend.ONE
        if self.change == 0:
            return Trend.SAME
        if self.baseline is None or self.target is None or self.baseline == self.target:
            return Trend.UP if self.change > 0 else Trend.DOWN
        return Trend.CLOSER if (self.change > 0) == (self.target > self.baseline) else Trend.FARTHER

    def at_start(self, year: int) -> ValuePublic | None:
        """The newest value that was measured by 1 January of the year."""
        return next((one for one in reversed(self.values) if one.day <= date(year, 1, 1)), None)

    def within(self, year: int) -> list[ValuePublic]:
        """The values measured after 1 January and by 31 December of the year."""
        return [one for one in self.values if date(year, 1, 1) < one.day <= date(year, 12, 31)]


class FollowUp(BaseModel):
    """A coalition's goals in the order of its profile, then goals that have left it and have values."""

    coalition: CoalitionPublic
    goals: list[GoalFollowUp]

    def goal(self, slug: str) -> GoalFollowUp:
        """The goal of that slug. Raises store.errors.NotFound."""
        found = next((one for one in self.goals if one.slug == slug), None)
        if found is None:
            raise NotFound(f"No goal {slug!r} in this coalition.")
        return found


def follow_up(session: Session, slug: str) -> FollowUp:
    """All goals with their values. Raises what `require` does."""
    require(session, Action.READ_WORK, slug)
    stored = coalitions.coalition_by_slug(session, slug)
    assert stored.id is not None
    by_goal: dict[str, list[GoalValue]] = {}
    for value in goal_values.values_of(session, stored.id):
        by_goal.setdefault(value.goal_slug, []).append(value)
    return FollowUp(coalition=coalitions.public_coalition(stored), goals=_goals(stored, by_goal))


def _goals(stored: Coalition, by_goal: dict[str, list[GoalValue]]) -> list[GoalFollowUp]:
    facts = ("slug", "text", "indicator", "unit", "baseline", "target", "due")
    known = [
        GoalFollowUp(
            **{name: getattr(goal, name) for name in facts}, values=_public(by_goal.get(goal.slug, []))
        )
        for goal in stored.goals
    ]
    here = {goal.slug for goal in known}
    left = [
        GoalFollowUp(slug=slug, text=None, values=_public(values))
        for slug, values in sorted(by_goal.items())
        if slug not in here
    ]
    return known + left


def _public(values: list[GoalValue]) -> list[ValuePublic]:
    return [ValuePublic.model_validate(value, from_attributes=True) for value in values]


def _is_reached(baseline: float | None, target: float | None, value: float) -> bool:
    if baseline is None or target is None:
        return target is not None and value == target
    return value >= target if target >= baseline else value <= target

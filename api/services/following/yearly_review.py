"""Use case: one year of a coalition: what it reached, decided, submitted and learnt, and what is open.

Everything is read from rows that somebody wrote; what nobody wrote down is None or missing, never filled in.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.deciding.decisions import DecisionPublic, decisions
from api.services.following import follow_up as goals_followed
from api.services.following.follow_up import GoalFollowUp, ValuePublic
from api.services.members.member_inputs import RestsOn, rests_on
from store import clock, coalitions, goal_values, member_inputs, member_work, pursuits
from store.models import CallPublic, CoalitionPublic, PursuitChange
from store.vocabulary import Choice, InputState, Stage


class GoalInYear(BaseModel):
    """A goal's values around a year; None where nothing was measured by or in it."""

    goal: GoalFollowUp
    start: ValuePublic | None
    end: ValuePublic | None
    rests_on: RestsOn | None


class Decided(NamedTuple):
    """The last choice that was made about a call in the year, with the reason given until its end."""

    call: CallPublic
    choice: Choice
    reason: str | None
    by: str
    at: datetime


class Learnt(NamedTuple):
    """What was learnt from a call, as it was last written in the year."""

    call: CallPublic
    words: str


class Part(NamedTuple):
    """What a member did in the year: answers, proposals and weights given."""

    name: str
    answers: int
    proposals: int
    weights: int

    @property
    def is_silent(self) -> bool:
        """Whether it did nothing that is written down."""
        return not (self.answers or self.proposals or self.weights)


class Open(BaseModel):
    """What waits: pursued calls not submitted, answers awaited, proposals, members' answers, no values."""

    to_submit: list[DecisionPublic]
    awaited: list[DecisionPublic]
    proposals: int
    unanswered: int
    unmeasured: list[GoalFollowUp]


class YearlyReview(BaseModel):
    """One year; `until` is its last day, or today while it runs. left: goals that have left the profile."""

    coalition: CoalitionPublic
    year: int
    until: date
    goals: list[GoalInYear]
    left: int
    decided: list[Decided]
    submitted: list[DecisionPublic]
    granted: list[DecisionPublic]
    rejected: list[DecisionPublic]
    learnt: list[Learnt]
    members: list[Part]
    open: Open

    @property
    def is_over(self) -> bool:
        """Whether nothing more can happen in the year."""
        return self.until == date(self.year, 12, 31)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written down in the year."""
        measured = any(one.end for one in self.goals)
        told = self.decided or self.submitted or self.granted or self.rejected or self.learnt
        return not (measured or told or any(not one.is_silent for one in self.members))

    def with_choice(self, choice: Choice) -> list[Decided]:
        """The decisions of that kind."""
        return [one for one in self.decided if one.choice is choice]


@dataclass(frozen=True)
class _Told:
    """Decisions as they stand, by the call's number, and every step that led there, the oldest first."""

    decisions: dict[int, DecisionPublic]
    steps: list[PursuitChange]

    def last(self, field: str, call_id: int, until: date) -> PursuitChange | None:
        """The newest step of a field of a call by the end of a day."""
        steps = (one for one in reversed(self.steps) if (one.field, one.call_id) == (field, call_id))
        return next((one for one in steps if _day(one.at) <= until), None)

    def day(self, call_id: int, stage: Stage, known: date | None) -> date | None:
        """The day that was told, else the day on which somebody wrote that the stage was reached."""
        if known is not None:
            return known
        found = (s for s in self.steps if (s.field, s.new, s.call_id) == ("stage", stage, call_id))
        return max((_day(one.at) for one in found), default=None)


def years(session: Session, slug: str) -> list[int]:
    """The years in which anything was written down, the newest first; the present one is always there."""
    require(session, Action.READ_WORK, slug)
    coalition_id = _id(session, slug)
    told = _told(session, slug, coalition_id)
    days = [value.day for value in goal_values.values_of(session, coalition_id)]
    days += [_day(one.at) for one in told.steps]
    for one in told.decisions.values():
        days += [day for day in (one.submitted_on, one.answered_on) if day is not None]
    days += [_day(at) for _, at, _ in _acts(session, coalition_id)]
    return sorted({_today().year, *(day.year for day in days)}, reverse=True)


def yearly_review(session: Session, slug: str, year: int) -> YearlyReview:
    """The review of a year, told as of its end or of today. Raises what `require` does."""
    require(session, Action.READ_WORK, slug)
    coalition_id = _id(session, slug)
    followed = goals_followed.follow_up(session, slug)
    told = _told(session, slug, coalition_id)
    until = min(date(year, 12, 31), _today())
    grounds = rests_on(session, slug)
    stored = {
        "submitted": _reached(told, year, (Stage.SUBMITTED, Stage.GRANTED, Stage.REJECTED)),
        "granted": _answered(told, year, Stage.GRANTED),
        "rejected": _answered(told, year, Stage.REJECTED),
    }
    here = [one for one in followed.goals if one.text is not None]
    return YearlyReview(
        coalition=followed.coalition,
        year=year,
        until=until,
        goals=[_goal(one, year, grounds.get(f"goal:{one.slug}")) for one in here],
        left=len(followed.goals) - len(here),
        decided=_decided(told, year),
        learnt=_learnt(told, year),
        members=_members(session, followed.coalition, coalition_id, year),
        open=_open(session, coalition_id, told, here),
        **stored,
    )


def _goal(one: GoalFollowUp, year: int, grounds: RestsOn | None) -> GoalInYear:
    within = one.within(year)
    return GoalInYear(
        goal=one, start=one.at_start(year), end=within[-1] if within else None, rests_on=grounds
    )


def _decided(told: _Told, year: int) -> list[Decided]:
    end, found = date(year, 12, 31), []
    for call_id, one in told.decisions.items():
        step = told.last("choice", call_id, end)
        if step is None or step.new is None or _day(step.at).year != year:
            continue
        why = told.last("reason", call_id, end)
        found.append(Decided(one.call, Choice(step.new), why.new if why else None, step.by, step.at))
    return sorted(found, key=lambda one: one.at)


def _learnt(told: _Told, year: int) -> list[Learnt]:
    found = []
    for call_id, one in told.decisions.items():
        step = told.last("learnt", call_id, date(year, 12, 31))
        if step and step.new and _day(step.at).year == year:
            found.append(Learnt(one.call, step.new))
    return found


def _reached(told: _Told, year: int, stages: tuple[Stage, ...]) -> list[DecisionPublic]:
    """Calls that were submitted in the year, whatever became of them since."""
    found = []
    for call_id, one in told.decisions.items():
        day = told.day(call_id, Stage.SUBMITTED, one.submitted_on)
        if one.stage in stages and day is not None and day.year == year:
            found.append((day, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _answered(told: _Told, year: int, stage: Stage) -> list[DecisionPublic]:
    found = []
    for call_id, one in told.decisions.items():
        day = told.day(call_id, stage, one.answered_on)
        if one.stage is stage and day is not None and day.year == year:
            found.append((day, one))
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]


def _members(session: Session, coalition: CoalitionPublic, coalition_id: int, year: int) -> list[Part]:
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for member, at, kind in _acts(session, coalition_id):
        if _day(at).year == year:
            counted[member, kind] += 1
    kinds = ("answer", "proposal", "weight")
    return [Part(one.name, *(counted[one.slug, kind] for kind in kinds)) for one in coalition.members]


def _acts(session: Session, coalition_id: int) -> Iterable[tuple[str, datetime, str]]:
    """Everything that members gave: who, when, and what kind of it."""
    for question in member_work.questions_of(session, coalition_id):
        if question.answered_at:
            yield question.member_slug, question.answered_at, "answer"
    for task in member_work.tasks_of(session, coalition_id):
        if task.answered_at:
            yield task.member_slug, task.answered_at, "answer"
    for proposal in member_inputs.inputs_of(session, coalition_id):
        yield proposal.member_slug, proposal.at, "proposal"
    for weighing in member_inputs.weighings_of(session, coalition_id):
        yield weighing.member_slug, weighing.at, "weight"


def _open(session: Session, coalition_id: int, told: _Told, goals: list[GoalFollowUp]) -> Open:
    """What waits now: of a year that is over, nobody knows what waited then."""
    pursued = [one for one in told.decisions.values() if one.choice is Choice.PURSUE]
    asked = [one.answered_at for one in member_work.questions_of(session, coalition_id)]
    asked += [one.answered_at for one in member_work.tasks_of(session, coalition_id)]
    proposals = member_inputs.inputs_of(session, coalition_id)
    return Open(
        to_submit=[one for one in pursued if one.stage in (None, Stage.PREPARING, Stage.DRAFTING)],
        awaited=[one for one in pursued if one.stage is Stage.SUBMITTED],
        proposals=sum(one.state is InputState.PROPOSED for one in proposals),
        unanswered=sum(at is None for at in asked),
        unmeasured=[one for one in goals if not one.values],
    )


def _told(session: Session, slug: str, coalition_id: int) -> _Told:
    steps = pursuits.history(session, coalition_id)
    return _Told({one.call.id: one for one in decisions(session, slug)}, steps[::-1])


def _id(session: Session, slug: str) -> int:
    stored = coalitions.coalition_by_slug(session, slug)
    assert stored.id is not None
    return stored.id


def _day(moment: datetime) -> date:
    return moment.astimezone(clock.HELSINKI).date()


def _today() -> date:
    return clock.today(clock.HELSINKI)

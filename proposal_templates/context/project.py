"""What the coalition has decided about one project for one call."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from proposal_templates.context.budget import BudgetFacts
from proposal_templates.context.words import Counts, GoalRef, Level, MemberRef, WorkKind, WorkRef


@dataclass(frozen=True, kw_only=True)
class PartFacts:
    """A member's part in a work package, and why it is this member's."""

    member: MemberRef | None = None
    part: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class TaskFacts:
    """One task; months are project months, 1 is the first."""

    title: str | None = None
    description: str | None = None
    lead: MemberRef | None = None
    members: tuple[MemberRef, ...] = ()
    first_month: int | None = None
    last_month: int | None = None


@dataclass(frozen=True, kw_only=True)
class MilestoneFacts:
    """One milestone."""

    title: str | None = None
    description: str | None = None
    lead: MemberRef | None = None
    month: int | None = None
    verification: str | None = None


@dataclass(frozen=True, kw_only=True)
class DeliverableFacts:
    """One deliverable; `level` PU (public), SEN (sensitive) or an EU classification."""

    title: str | None = None
    description: str | None = None
    """With format and language."""
    lead: MemberRef | None = None
    type: str | None = None
    level: str | None = None
    month: int | None = None


@dataclass(frozen=True, kw_only=True)
class WorkPackageFacts:
    """One work package; a title, lead or month that is not decided is None."""

    kind: WorkKind = "goal"
    title: str | None = None
    goals: tuple[GoalRef, ...] = ()
    objectives: str | None = None
    results: str | None = None
    lead: MemberRef | None = None
    lead_reason: str | None = None
    first_month: int | None = None
    last_month: int | None = None
    parts: tuple[PartFacts, ...] = ()
    tasks: tuple[TaskFacts, ...] = ()
    milestones: tuple[MilestoneFacts, ...] = ()
    deliverables: tuple[DeliverableFacts, ...] = ()
    cost_effectiveness: str | None = None


@dataclass(frozen=True, kw_only=True)
class EventFacts:
    """One event or mobility beside the regular meetings."""

    name: str | None = None
    member: MemberRef | None = None
    """Who organises it."""
    type: str | None = None
    area: str | None = None
    place: str | None = None
    month: int | None = None
    days: int | None = None
    attendees: int | None = None


@dataclass(frozen=True, kw_only=True)
class RiskFacts:
    """One risk, rated after the measure is taken."""

    text: str | None = None
    likelihood: Level | None = None
    impact: Level | None = None
    work: WorkRef | None = None
    measure: str | None = None
    owner: MemberRef | None = None


@dataclass(frozen=True, kw_only=True)
class IndicatorFacts:
    """One indicator of a goal, or a common one of the fund by its code (`EECO01`)."""

    code: str | None = None
    text: str | None = None
    goal: GoalRef | None = None
    counts: Counts | None = None
    unit: str | None = None
    baseline: str | None = None
    target: str | None = None
    source: str | None = None
    """Where the data comes from."""


@dataclass(frozen=True, kw_only=True)
class CommitmentFacts:
    """What goes on after the project: who keeps what, at what cost, from which money."""

    what: str | None = None
    member: MemberRef | None = None
    yearly_cost: str | None = None
    money: str | None = None
    signed: bool | None = None


@dataclass(frozen=True, kw_only=True)
class EffectFacts:
    """Effects of one goal over time, on target groups, members and region."""

    goal: GoalRef | None = None
    short_term: str | None = None
    medium_term: str | None = None
    long_term: str | None = None


@dataclass(frozen=True, kw_only=True)
class ProjectFacts:
    """What the coalition has already decided about the project itself."""

    name: str | None = None
    acronym: str | None = None
    contact: str | None = None
    start: date | None = None
    duration_months: int | None = None
    municipalities: tuple[str, ...] = ()
    """Where the work is done, by name in the draft's language."""
    priorities: tuple[str, ...] = ()
    """Priorities of the programme that the project serves, the main one first."""
    work_packages: tuple[WorkPackageFacts, ...] = ()
    events: tuple[EventFacts, ...] = ()
    risks: tuple[RiskFacts, ...] = ()
    indicators: tuple[IndicatorFacts, ...] = ()
    effects: tuple[EffectFacts, ...] = ()
    commitments: tuple[CommitmentFacts, ...] = ()
    budget: BudgetFacts = field(default_factory=BudgetFacts)
    answers: Mapping[str, str] = field(default_factory=dict)
    """Answers to questions of forms, by the question's key."""

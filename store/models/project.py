"""What a coalition has decided about one project for one call, beside the line-up and its plan."""

from collections import Counter
from datetime import datetime

from pydantic import Field as Limits
from pydantic import field_validator
from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import JsonOf, Moment
from store.models.kinds import Day, Slug, Words
from store.models.part import Days, DocumentPart, Month, Persons
from store.models.project_budget import Budget
from store.vocabulary import Counts, RiskLevel, WorkKind


class MemberPart(DocumentPart):
    """A member's part in a work package, and why it is this member's."""

    member: Slug | None = None
    part: Words | None = None
    reason: Words | None = None


class Task(DocumentPart):
    """One task; months are project months, 1 is the first."""

    title: Words | None = None
    description: Words | None = None
    lead: Slug | None = None
    members: tuple[Slug, ...] = ()
    first_month: Month | None = None
    last_month: Month | None = None


class Milestone(DocumentPart):
    """One milestone."""

    title: Words | None = None
    description: Words | None = None
    lead: Slug | None = None
    month: Month | None = None
    verification: Words | None = None


class Deliverable(DocumentPart):
    """One deliverable; `level` PU (public), SEN (sensitive) or an EU classification."""

    title: Words | None = None
    description: Words | None = None
    """With format and language."""
    lead: Slug | None = None
    type: Words | None = None
    level: Words | None = None
    month: Month | None = None


class WorkPackage(DocumentPart):
    """One work package; a title, lead or month that is not decided is None."""

    slug: Slug
    kind: WorkKind = WorkKind.GOAL
    title: Words | None = None
    goals: tuple[Slug, ...] = ()
    objectives: Words | None = None
    results: Words | None = None
    lead: Slug | None = None
    lead_reason: Words | None = None
    first_month: Month | None = None
    last_month: Month | None = None
    parts: tuple[MemberPart, ...] = ()
    tasks: tuple[Task, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    deliverables: tuple[Deliverable, ...] = ()
    cost_effectiveness: Words | None = None


class Event(DocumentPart):
    """One event or mobility beside the regular meetings."""

    name: Words | None = None
    member: Slug | None = None
    """Who organises it."""
    type: Words | None = None
    area: Words | None = None
    place: Words | None = None
    month: Month | None = None
    days: Days | None = None
    attendees: Persons | None = None


class Risk(DocumentPart):
    """One risk, rated after the measure is taken."""

    text: Words | None = None
    likelihood: RiskLevel | None = None
    impact: RiskLevel | None = None
    work: Slug | None = None
    measure: Words | None = None
    owner: Slug | None = None


class Indicator(DocumentPart):
    """One indicator of a goal, or a common one of the fund by its code (`EECO01`)."""

    code: Words | None = None
    text: Words | None = None
    goal: Slug | None = None
    counts: Counts | None = None
    unit: Words | None = None
    baseline: Words | None = None
    target: Words | None = None
    source: Words | None = None
    """Where the data comes from."""


class Commitment(DocumentPart):
    """What goes on after the project: who keeps what, at what cost, from which money."""

    what: Words | None = None
    member: Slug | None = None
    yearly_cost: Words | None = None
    money: Words | None = None
    signed: bool | None = None


class Effect(DocumentPart):
    """Effects of one goal over time, on target groups, members and region."""

    goal: Slug | None = None
    short_term: Words | None = None
    medium_term: Words | None = None
    long_term: Words | None = None


class ProjectContent(DocumentPart):
    """What the coalition has decided about the project itself.

    Months, grant, total cost and places stand in the line-up's plan, which eligibility is judged by.
    """

    name: Words | None = None
    acronym: Words | None = None
    contact: Words | None = None
    start: Day | None = None
    priorities: tuple[Words, ...] = ()
    """Priorities of the programme that the project serves, the main one first."""
    work_packages: tuple[WorkPackage, ...] = ()
    events: tuple[Event, ...] = ()
    risks: tuple[Risk, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    effects: tuple[Effect, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    budget: Budget = Budget()
    answers: dict[str, Words] = Limits(default_factory=dict)
    """Answers to questions of forms, by the question's key."""

    @field_validator("work_packages")
    @classmethod
    def _each_slug_once(cls, packages: tuple[WorkPackage, ...]) -> tuple[WorkPackage, ...]:
        slug, times = Counter(work.slug for work in packages).most_common(1)[0] if packages else ("", 0)
        if times > 1:
            raise ValueError(f"{times} of them have the id {slug!r}: give each its own")
        return packages


class ProjectBase(SQLModel):
    """The content, as one document."""

    content: ProjectContent = Field(default_factory=ProjectContent, sa_type=JsonOf(ProjectContent))


class Project(ProjectBase, table=True):
    """A stored project of one coalition for one call."""

    __table_args__ = (UniqueConstraint("coalition_id", "call_id"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id")
    call_id: int = Field(foreign_key="call.id", index=True)
    saved_at: datetime = Field(sa_type=Moment)
    last_modified_at: datetime = Field(sa_type=Moment)


class ProjectPublic(ProjectBase):
    """What a reader or a machine sees of a project."""

    coalition_id: int
    call_id: int
    saved_at: datetime
    last_modified_at: datetime

"""The coalition's profile: goals, needs, members, and how they work together."""

from dataclasses import dataclass, field
from datetime import date

from proposal_templates.context.cooperation import CooperationFacts
from proposal_templates.context.words import LetterState, MemberRef, NeedRef, Represents, Role, Size, Weight


@dataclass(frozen=True, kw_only=True)
class WeighedFacts:
    """How much a goal or need weighs for one member, as it said itself."""

    name: str | None = None
    """The member's name."""
    weight: Weight | None = None


@dataclass(frozen=True, kw_only=True)
class GoalFacts:
    """One goal of the coalition, in its own words; values as written in the draft's language."""

    text: str
    indicator: str | None = None
    unit: str | None = None
    baseline: str | None = None
    target: str | None = None
    due: date | None = None
    """The day by which the target is to be reached."""
    given_by: str | None = None
    """Name of the member whose input it is; None when the coalition states it together."""
    weighed_by: tuple[WeighedFacts, ...] = ()
    """Those for whom it weighs, the most first."""


@dataclass(frozen=True, kw_only=True)
class NeedFacts:
    """One need of the coalition's region, in its own words."""

    text: str
    region: str | None = None
    evidence: str | None = None
    figure: str | None = None
    """The number that shows it, with its unit."""
    given_by: str | None = None
    """Name of the member whose input it is; None when the coalition states it together."""
    weighed_by: tuple[WeighedFacts, ...] = ()
    """Those for whom it weighs, the most first."""


@dataclass(frozen=True, kw_only=True)
class CoalitionFacts:
    """The coalition's profile."""

    name: str | None = None
    language: str | None = None
    """ISO 639-1 code of the profile's texts."""
    summary: str | None = None
    country: str | None = None
    regions: tuple[str, ...] = ()
    """Names of regions as a reader would write them."""
    goals: tuple[GoalFacts, ...] = ()
    needs: tuple[NeedFacts, ...] = ()
    target_groups: tuple[str, ...] = ()
    """Whom the coalition works for, each in its own words."""
    cooperation: CooperationFacts = field(default_factory=CooperationFacts)
    """The standing arrangements between the members."""


@dataclass(frozen=True, kw_only=True)
class AnswerFacts:
    """What one member puts against one need: the asset it brings, in its own words."""

    need: NeedRef | None = None
    asset: str | None = None


@dataclass(frozen=True, kw_only=True)
class EmployerFacts:
    """What an employer commits to; numbers of persons. A count that is not known is None, none is 0."""

    size: Size | None = None
    vacancies: int | None = None
    work_trials: int | None = None
    mentors: int | None = None
    retention: str | None = None
    """What it does so that people stay, in its own words."""
    contact_owner: MemberRef | None = None
    """The member that keeps the contact."""
    letter: LetterState | None = None


@dataclass(frozen=True, kw_only=True)
class StaffFacts:
    """One person or post that works in the project."""

    function: str | None = None
    """Post, or name and post."""
    tasks: str | None = None
    expertise: str | None = None


@dataclass(frozen=True, kw_only=True)
class PastProjectFacts:
    """One earlier project of a member."""

    title: str | None = None
    reference: str | None = None
    programme: str | None = None
    period: str | None = None
    part: str | None = None
    """What the member was in it: coordinator, beneficiary, ..., in its own words."""
    amount: str | None = None
    website: str | None = None


@dataclass(frozen=True, kw_only=True)
class IdentifierFacts:
    """One registration: its name in the draft's language and the number as written."""

    name: str
    number: str


@dataclass(frozen=True, kw_only=True)
class MemberFacts:
    """One member of the coalition; texts in its own words and the coalition's language."""

    name: str | None = None
    actor_type: str | None = None
    """Key of `actors.yaml`, for example `vet_provider`."""
    actor_type_label: str | None = None
    """What the kind of actor is called in the draft's language; None takes the word of `actors.yaml`."""
    legal_type: str | None = None
    """In the draft's language."""
    identifiers: tuple[IdentifierFacts, ...] = ()
    country: str | None = None
    region: str | None = None
    municipality: str | None = None
    """By name, in the draft's language."""
    role: Role | None = None
    expertise: str | None = None
    contribution: str | None = None
    """What it brings that no other member does."""
    cannot_alone: str | None = None
    """What it cannot do alone."""
    capacities: tuple[str, ...] = ()
    answers: tuple[AnswerFacts, ...] = ()
    represents: tuple[Represents, ...] = ()
    newcomer: bool | None = None
    """Whether it has never taken part in the programme before."""
    employer: EmployerFacts | None = None
    staff: tuple[StaffFacts, ...] = ()
    past_projects: tuple[PastProjectFacts, ...] = ()

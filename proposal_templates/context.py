"""What a draft is made from: everything is handed in, nothing is looked up.

Every field may be None (an empty tuple for lists): that means *not known* and becomes a visible gap.
Texts of the coalition stay in its own words and language; quotations stay in the call's.
The names of fields here are the paths that origins show, for example `coalition.goals[0].text`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal, get_args

Language = Literal["en", "fi", "sv"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Role = Literal["coordinator", "beneficiary", "associated_partner", "subcontractor"]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A passage of the call: `call.texts[field][start:end] == text` (characters, end exclusive)."""

    text: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class CutOff:
    """One cut-off in the call's own clock; an hour the source does not give is None."""

    day: date
    hour: time | None = None
    zone: str | None = None
    """IANA zone name, for example Europe/Brussels."""


@dataclass(frozen=True, kw_only=True)
class CallFacts:
    """The call as its source published it at `fetched_at`; money in EUR, rate as a share (0.8 is 80 %)."""

    identifier: str | None = None
    title: str | None = None
    programme: str | None = None
    """Programme key, for example `erasmus_plus`."""
    action: str | None = None
    """Type of action in the source's words, for example `ERASMUS Lump Sum Grants`."""
    language: str | None = None
    """ISO 639-1 code of the call's texts and title."""
    opening: date | None = None
    cut_offs: tuple[CutOff, ...] = ()
    budget: Decimal | None = None
    grant_min: Decimal | None = None
    grant_max: Decimal | None = None
    rate: Decimal | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166-1 codes; EL and UK are understood."""
    url: str | None = None
    source: str | None = None
    """Where the call was read, as a reader would name it."""
    fetched_at: datetime | None = None
    """In the zone that the call's days are meant in; that zone is named beside the hour."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Full texts by field name; what quotations are checked against."""
    quotes: tuple[Quote, ...] = ()
    """Passages that bear on this coalition, best first."""


@dataclass(frozen=True, kw_only=True)
class GoalFacts:
    """One goal of the coalition, in its own words."""

    text: str
    indicator: str | None = None
    given_by: str | None = None
    """Name of the member whose input it is; None when the coalition states it together."""


@dataclass(frozen=True, kw_only=True)
class NeedFacts:
    """One need of the coalition's region, in its own words."""

    text: str
    region: str | None = None
    evidence: str | None = None
    given_by: str | None = None
    """Name of the member whose input it is; None when the coalition states it together."""


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


@dataclass(frozen=True, kw_only=True)
class MemberFacts:
    """One member of the coalition; texts in its own words and the coalition's language."""

    name: str | None = None
    actor_type: str | None = None
    """Key of `actors.yaml`, for example `vet_provider`."""
    actor_type_label: str | None = None
    """What the kind of actor is called in the draft's language; None takes the word of `actors.yaml`."""
    country: str | None = None
    region: str | None = None
    role: Role | None = None
    expertise: str | None = None
    contribution: str | None = None
    """What it brings that no other member does."""
    capacities: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MatchReason:
    """Why the call fits: one goal or need of the coalition and the passage of the call that it met."""

    aim: str
    """Text of one of `coalition.goals` or `coalition.needs`, unchanged."""
    quote: Quote


@dataclass(frozen=True, kw_only=True)
class ProjectFacts:
    """What the coalition has already decided about the project itself."""

    name: str | None = None
    acronym: str | None = None
    contact: str | None = None
    duration_months: int | None = None


@dataclass(frozen=True, kw_only=True)
class DraftContext:
    """All that one draft is made from."""

    language: Language
    made_on: date
    call: CallFacts
    coalition: CoalitionFacts
    members: tuple[MemberFacts, ...] = ()
    reasons: tuple[MatchReason, ...] = ()
    project: ProjectFacts = field(default_factory=ProjectFacts)

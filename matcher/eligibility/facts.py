"""What a verdict is judged from, as plain values; None always means *not known*, never no and never 0."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from matcher.eligibility.conditions import ConditionBase
from store.vocabulary import ActorType, Identifier, LegalType, PartnerRole, Programme


@dataclass(frozen=True, slots=True)
class Party:
    """One organisation as the rules see it.

    role: in this call's line-up; None when it takes no part. country: ISO 3166-1 alpha-2. nuts_region: any
    level, 2021 or 2024. municipality: Finnish three-digit code. identifiers: True has it, False has it not;
    absent not known. applications, applications_led: in the call's round, this one included. assumed: a
    partner that nobody has yet, thought of for a what-if; what is not known of it is as the rules need it.
    """

    key: str
    name: str
    actor_type: ActorType
    country: str
    role: PartnerRole | None = None
    role_wish: PartnerRole | None = None
    nuts_region: str | None = None
    municipality: str | None = None
    legal_type: LegalType | None = None
    founded: date | None = None
    identifiers: Mapping[Identifier, bool] = field(default_factory=dict)
    may_co_fund: bool | None = None
    consortium_experience: bool | None = None
    applications: int | None = None
    applications_led: int | None = None
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Project:
    """What the coalition plans for this call; money in EUR, length in months.

    regions: NUTS codes where the work is done; empty means where the funded members are. statements and
    declarations: True given, False known to be lacking; absent not known.
    """

    grant: int | None = None
    total_cost: int | None = None
    own_funding: int | None = None
    other_funding: int | None = None
    investment: bool | None = None
    months: int | None = None
    language: str | None = None
    regions: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    statements: Mapping[str, bool] = field(default_factory=dict)
    declarations: Mapping[str, bool] = field(default_factory=dict)
    activities: tuple[str, ...] | None = None
    main_priorities: int | None = None
    further_priorities: int | None = None
    management_amount: int | None = None
    salaries: int | None = None
    other_costs: int | None = None
    further_costs: int | None = None
    pages: int | None = None
    characters: Mapping[str, int] = field(default_factory=dict)


NO_PLAN = Project()
"""Nothing planned yet: every condition of the proposal is still open."""


class Origin(StrEnum):
    """Where a condition of a call comes from; later ones win over earlier ones of the same type."""

    RULE = "rule"
    SOURCE = "source"
    TEXT = "text"
    DOCUMENT = "document"
    OFFICER = "officer"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a condition rests on: a rule's reference, or words of the call.

    For words: `quote` stands at start:end of the call's `field` (description, conditions), or on `page` (from
    1) of the call document named `document`. by: who confirmed; at: when (UTC).
    """

    quote: str | None = None
    field: str | None = None
    document: str | None = None
    page: int | None = None
    start: int | None = None
    end: int | None = None
    by: str | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A condition as it stands for one call, with its origin and what it rests on."""

    condition: ConditionBase
    origin: Origin
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class CallFacts:
    """A call as the rules see it. opens_at, closes_at: UTC; cut_off: local day of the last cut-off.

    nuts_regions: where the call applies, None not known. area_regions: regions of the broad area that the
    source names (those sure to belong; those that only some definitions count).
    continuous: open without a cut-off. own: conditions that belong to this call alone (read, confirmed,
    corrected).
    """

    key: str
    programme: Programme
    identifier: str
    source: str | None = None
    action: str | None = None
    title: str = ""
    closes_at: datetime | None = None
    cut_off: date | None = None
    continuous: bool | None = None
    countries: tuple[str, ...] | None = None
    nuts_regions: tuple[str, ...] | None = None
    area_regions: tuple[str, ...] | None = None
    area_uncertain: tuple[str, ...] = ()
    own: tuple[Applied, ...] = ()

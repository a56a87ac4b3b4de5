"""What is judged: one line-up for one call, with the facts that several conditions ask for."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Protocol

from matcher.eligibility.conditions import (
    ApplicantType,
    AssociatedOnly,
    Certainty,
    ConditionBase,
    CoordinatorAge,
    CountryGroup,
    CountryScope,
    Lead,
    Region,
)
from matcher.eligibility.facts import NO_PLAN, Applied, CallFacts, Origin, Party, Project
from matcher.eligibility.judgement import Answer, Cure, Finding, Message, Question
from store.vocabulary import PartnerRole

ON_MEMBERS = frozenset((ApplicantType, AssociatedOnly, CoordinatorAge, CountryScope, Lead, Region))
"""Conditions that each member meets or fails by itself."""

APPLICANTS = (PartnerRole.COORDINATOR, PartnerRole.BENEFICIARY)
"""Roles that sign the grant agreement; only these count for numbers, countries and actor types (R08)."""

FUNDED = (*APPLICANTS, PartnerRole.AFFILIATED_ENTITY)
"""Roles that get a share of the grant. An affiliated entity gets one through the applicant it is tied to.

Source: Erasmus+ Programme Guide, part D.
"""


class Countries(Protocol):
    """Members of a group of countries (ISO 3166-1 alpha-2), and how sure the list is."""

    @property
    def members(self) -> frozenset[str]: ...

    @property
    def certainty(self) -> Certainty: ...


class Book(Protocol):
    """What the judges need of the rule book."""

    @property
    def countries(self) -> Mapping[CountryGroup, Countries]: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one condition comes to for a line-up, before its certainty and origin are weighed."""

    answer: Answer
    reason: Message
    curable: bool = True
    cure: Cure | None = None
    question: Question | None = None
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What one condition comes to for one member in one role."""

    answer: Answer
    reason: Message
    question: Question | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What need not be judged again. Conditions go by `id`: whoever shares this keeps them alive.

    standings: by condition, member and role. findings: by line-up, then by the conditions of one
    type. members: by the conditions of one type, member and role. answers: of each member, by all
    conditions on members. left_out: members that could not be funded, by the conditions of one type.
    cast: each member in each role.
    """

    standings: dict[tuple[int, str, PartnerRole], Standing] = field(default_factory=dict)
    findings: dict[Hashable, dict[Hashable, tuple[Finding, ...]]] = field(default_factory=dict)
    members: dict[Hashable, tuple[Finding, ...]] = field(default_factory=dict)
    answers: dict[Hashable, tuple[tuple[Answer, ...], ...]] = field(default_factory=dict)
    left_out: dict[Hashable, frozenset[str]] = field(default_factory=dict)
    cast: dict[tuple[str, PartnerRole | None], Party] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One line-up for one call; `parties` carry their roles, `applied` the call's conditions.

    known: what was found so far and holds for other line-ups of the same members, and for other calls.
    """

    call: CallFacts
    parties: tuple[Party, ...]
    applied: tuple[Applied, ...]
    book: Book
    now: datetime
    project: Project = NO_PLAN
    known: Known = field(default_factory=Known, repr=False, compare=False)

    @cached_property
    def coordinators(self) -> tuple[Party, ...]:
        """Members that lead: one, when the line-up is in order."""
        return tuple(party for party in self.parties if party.role is PartnerRole.COORDINATOR)

    @cached_property
    def applicants(self) -> tuple[Party, ...]:
        """Members that sign the grant agreement, the coordinator first."""
        return self.coordinators + tuple(p for p in self.parties if p.role is PartnerRole.BENEFICIARY)

    @cached_property
    def line_up(self) -> tuple[tuple[str, PartnerRole | None], ...]:
        """Who is in which role."""
        return tuple((party.key, party.role) for party in self.parties)

    @cached_property
    def on_members(self) -> tuple["Group", ...]:
        """The conditions that each member meets or fails by itself."""
        return grouped(each for each in self.applied if type(each.condition) in ON_MEMBERS)

    def with_line_up(self, parties: tuple[Party, ...]) -> "Case":
        """The same case for another line-up of the same members; what is found of the conditions is kept."""
        other = Case(self.call, parties, self.applied, self.book, self.now, self.project, self.known)
        other.__dict__["on_members"] = self.on_members
        return other

    @property
    def places_planned(self) -> bool:
        """Whether the plan says where the project takes place."""
        return bool(self.project.regions or self.project.municipalities)

    @cached_property
    def unplanned(self) -> "Case":
        """The same case without a plan: what holds whatever is planned."""
        return replace(self, project=NO_PLAN, known=Known()) if self.places_planned else self

    @cached_property
    def members(self) -> tuple[Party, ...]:
        """The coalition's own members, whatever their role; nobody that is only thought of."""
        return tuple(party for party in self.parties if not party.assumed)


@dataclass(frozen=True, slots=True)
class Group:
    """A call's conditions of one type. key: their ids and origins."""

    kind: type[ConditionBase]
    key: tuple[tuple[int, Origin], ...]
    applied: tuple[Applied, ...]


def grouped(applied: Iterable[Applied]) -> tuple[Group, ...]:
    """Conditions by their type, in the order in which the types come up."""
    by_type: dict[type[ConditionBase], list[Applied]] = {}
    for each in applied:
        by_type.setdefault(type(each.condition), []).append(each)
    return tuple(
        Group(kind, tuple([(id(each.condition), each.origin) for each in group]), tuple(group))
        for kind, group in by_type.items()
    )


def names(parties: Sequence[Party]) -> tuple[str, ...]:
    """The parties' names, for a sentence."""
    return tuple(party.name for party in parties)


def keys(parties: Sequence[Party]) -> tuple[str, ...]:
    """The parties' keys, for a finding."""
    return tuple(party.key for party in parties)


def worst(answers: Sequence[Answer]) -> Answer:
    """NO if there is one, else UNKNOWN if there is one, else YES."""
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def best(answers: Sequence[Answer]) -> Answer:
    """YES if there is one, else UNKNOWN if there is one, else NO."""
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO

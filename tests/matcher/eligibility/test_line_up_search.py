"""All line-ups of small coalitions are tried: none has a better verdict than the one that is proposed.

And what is known later never overturns what was said before: a yes or a no of a decided line-up stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.assess import findings_of, partnership
from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ApplicantType,
    AssociatedOnly,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CountryCount,
    CountryScope,
    Lead,
    Region,
    Trait,
)
from matcher.eligibility.facts import Applied, Party
from matcher.eligibility.judging.case import Case
from matcher.eligibility.line_up import propose
from matcher.eligibility.what_if import verdict_of
from store.vocabulary import ActorType, LegalType, PartnerRole, Verdict
from tests.matcher.eligibility.making import BOOK, NOW, UNKNOWN, a_call, applied, made, party

T = TypeVar("T")

KINDS = (ActorType.VET_PROVIDER, ActorType.EMPLOYER, ActorType.HEI)
COUNTRIES = ("FI", "SE", "EE")
REGIONS = ("FI196", "FI1D7", "FI19B")
LEGAL = (LegalType.PUBLIC, LegalType.FOR_PROFIT)
FOUNDED = (date(1990, 1, 1), date(2025, 9, 1))
RANK = {Verdict.ELIGIBLE: 2, Verdict.NEEDS_REVIEW: 1, Verdict.INELIGIBLE: 0}
CALL = a_call(cut_off=date(2026, 5, 1))
FACTS: dict[str, tuple[Any, ...]] = {
    "legal_type": LEGAL,
    "founded": FOUNDED,
    "nuts_region": REGIONS,
    "may_co_fund": (True, False),
    "consortium_experience": (True, False),
}
"""What may not be known of a member, and what it may turn out to be."""


def some(of: Sequence[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """One or more of these."""
    return st.lists(st.sampled_from(of), min_size=1, unique=True).map(tuple)


def a(kind: type[ConditionBase], **values: st.SearchStrategy[Any]) -> st.SearchStrategy[ConditionBase]:
    """A condition of this type with values drawn for it."""
    return st.fixed_dictionaries(values).map(lambda drawn: made(kind, **drawn))


NEED = st.builds(
    ActorNeed,
    any_of=some(KINDS),
    trait=st.sampled_from([None, None, Trait.POTENTIAL_CO_FUNDER]),
    minimum=st.integers(1, 2),
    per_country=st.booleans(),
    may_be_associated=st.booleans(),
)
CONDITIONS: tuple[st.SearchStrategy[ConditionBase], ...] = (
    a(ApplicantType, legal_types=some(LEGAL), actor_types=some(KINDS)),
    a(AssociatedOnly, actor_types=some(KINDS), countries=some(COUNTRIES)),
    a(CountryScope, countries=some(COUNTRIES), excluded=st.sampled_from([(), ("EE",)])),
    a(Region, regions=some(REGIONS)),
    a(Lead, actor_types=some(KINDS), traits=st.sampled_from([(), (Trait.CONSORTIUM_EXPERIENCE,)])),
    a(CoordinatorAge, minimum_years=st.just(2)),
    a(CountryCount, minimum=st.integers(1, 3)),
    a(ConsortiumSize, minimum=st.integers(1, 2), maximum=st.sampled_from([None, 2, 3])),
    a(ActorTypes, needs=st.lists(NEED, min_size=1, max_size=2).map(tuple)),
)


@st.composite
def asked(draw: st.DrawFn) -> tuple[Applied, ...]:
    """One to four conditions of different types, all of them sure."""
    kinds = draw(st.lists(st.integers(0, len(CONDITIONS) - 1), min_size=1, max_size=4, unique=True))
    return tuple(applied(draw(CONDITIONS[kind])) for kind in kinds)


@st.composite
def coalition(
    draw: st.DrawFn, roles: Sequence[PartnerRole | None], wishes: Sequence[PartnerRole | None]
) -> tuple[Party, ...]:
    """One to three members of which much is known; abroad no region is told."""
    members = []
    for place in range(draw(st.integers(1, 3))):
        country = draw(st.sampled_from(COUNTRIES))
        facts = {name: draw(st.sampled_from([*values, None])) for name, values in FACTS.items()}
        facts["nuts_region"] = facts["nuts_region"] if country == "FI" else None
        facts["role_wish"] = draw(st.sampled_from(wishes))
        kind, role = draw(st.sampled_from(KINDS)), draw(st.sampled_from(roles))
        members.append(party(f"m{place}", country, role, kind=kind, **facts))
    return tuple(members)


@settings(deadline=None, max_examples=150)
@given(coalition([None], [None, *PartnerRole]), asked())
def test_no_line_up_does_better_than_the_proposed_one(
    parties: tuple[Party, ...], conditions: tuple[Applied, ...]
) -> None:
    found = propose(CALL, parties, conditions, BOOK, NOW)
    case = Case(CALL, found, conditions, BOOK, NOW)
    tried = (
        tuple(replace(each, role=role) for each, role in zip(parties, roles, strict=True))
        for roles in product((None, *PartnerRole), repeat=len(parties))
    )
    best = max(RANK[verdict_of(case.with_line_up(line_up)).verdict] for line_up in tried)
    assert RANK[verdict_of(case).verdict] == best


@settings(deadline=None, max_examples=150)
@given(coalition([None, *PartnerRole], [None]), asked(), st.data())
def test_a_fact_known_later_overturns_no_answer(
    parties: tuple[Party, ...], conditions: tuple[Applied, ...], data: st.DataObject
) -> None:
    before = _answers(parties, conditions)
    after = _answers(tuple(_known(each, data) for each in parties), conditions)
    assert {kind: after[kind] for kind, answer in before.items() if answer is not UNKNOWN} == {
        kind: answer for kind, answer in before.items() if answer is not UNKNOWN
    }


def _answers(
    parties: tuple[Party, ...], conditions: tuple[Applied, ...]
) -> dict[type[ConditionBase], object]:
    case = Case(CALL, parties, conditions, BOOK, NOW)
    return {type(f.applied.condition): f.answer for f in findings_of(partnership(conditions), case)}


def _known(member: Party, data: st.DataObject) -> Party:
    """The member with all that was not known; regions only for Finland."""
    missing = {
        name: data.draw(st.sampled_from(values))
        for name, values in FACTS.items()
        if getattr(member, name) is None and (name != "nuts_region" or member.country == "FI")
    }
    return replace(member, **missing)

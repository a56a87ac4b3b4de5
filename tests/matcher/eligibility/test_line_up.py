"""Proposed line-ups: one that passes if there is one, wishes kept, the same every time."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.eligibility.assess import findings_of, partnership
from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ApplicantType,
    ApplicationCount,
    AssociatedOnly,
    Certainty,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CountryCount,
    CountryScope,
    Deadline,
    Lead,
    Region,
    Trait,
)
from matcher.eligibility.facts import Applied, Origin, Party, Project
from matcher.eligibility.judgement import Answer
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.line_up import propose
from store.vocabulary import ActorType, LegalType, PartnerRole
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    BENEFICIARY,
    BOOK,
    COORDINATOR,
    NO,
    NOW,
    SUBCONTRACTOR,
    UNKNOWN,
    a_call,
    a_case,
    applied,
    made,
    party,
)

VET, EMPLOYER, UNION, SEEKERS = (
    ActorType.VET_PROVIDER,
    ActorType.EMPLOYER,
    ActorType.TRADE_UNION,
    ActorType.TARGET_GROUP_ORG,
)
CALL = a_call(cut_off=date(2026, 3, 5))


def free(key: str, country: str = "FI", wish: PartnerRole | None = None, **facts: object) -> Party:
    """A member without a role, and its wish."""
    return party(key, country, None, role_wish=wish, **facts)


def roles(
    members: Sequence[Party], *conditions: ConditionBase, project: Project | None = None
) -> list[object]:
    """The proposed roles, in the members' order."""
    found = propose(CALL, members, [applied(c) for c in conditions], BOOK, NOW, project or Project())
    assert [p.key for p in found] == [p.key for p in members]
    return [p.role for p in found]


LEAD, BEN, ASSO, SUB = COORDINATOR, BENEFICIARY, ASSOCIATED, SUBCONTRACTOR


def test_everybody_takes_part_and_the_first_leads() -> None:
    members = [free("a"), free("b", kind=UNION), free("c", kind=SEEKERS)]
    assert roles(members) == [LEAD, BEN, BEN]
    assert roles([]) == []


@pytest.mark.parametrize(
    ("wishes", "wanted"),
    [
        ((None, LEAD, None), [BEN, LEAD, BEN]),
        ((LEAD, LEAD, None), [LEAD, BEN, BEN]),
        ((BEN, None, None), [BEN, LEAD, BEN]),
        ((BEN, BEN, BEN), [LEAD, BEN, BEN]),
        ((ASSO, None, SUB), [ASSO, LEAD, SUB]),
        ((ASSO, BEN, SUB), [ASSO, LEAD, SUB]),
    ],
)
def test_wishes_are_kept_where_they_pass(
    wishes: tuple[PartnerRole | None, ...], wanted: list[object]
) -> None:
    assert roles([free(str(place), wish=wish) for place, wish in enumerate(wishes)]) == wanted


def test_a_definite_lead_comes_before_one_who_wishes_it() -> None:
    old = made(CoordinatorAge, minimum_years=2)
    young, unknown, sure = date(2025, 1, 1), None, date(2000, 1, 1)
    assert roles([free("a", wish=LEAD, founded=unknown), free("b", founded=sure)], old) == [BEN, LEAD]
    assert roles([free("a", wish=LEAD, founded=young), free("b", founded=unknown)], old) == [BEN, LEAD]
    assert roles([free("a", founded=sure), free("b", founded=sure, wish=LEAD)], old) == [BEN, LEAD]
    assert roles([free("a", founded=young), free("b", founded=young, wish=LEAD)], old) == [BEN, LEAD]


def test_members_that_may_not_be_funded_stand_beside() -> None:
    public = made(ApplicantType, legal_types=(LegalType.PUBLIC,))
    members = [
        free("a", kind=UNION, wish=LEAD),
        free("b", legal_type=LegalType.PUBLIC),
        free("c", kind=UNION, wish=SUB),
    ]
    assert roles(members, public) == [ASSO, LEAD, SUB]


def test_members_shut_out_take_no_part() -> None:
    assert roles([free("a"), free("b", "BY")], made(CountryScope, excluded=("BY",))) == [LEAD, None]


def test_members_outside_the_territory_stand_beside() -> None:
    lapland = made(Region, regions=("FI1D7",))
    members = [free("a", nuts_region="FI1B1", wish=LEAD), free("b", nuts_region="FI1D7"), free("c")]
    assert roles(members, lapland) == [ASSO, LEAD, ASSO]
    assert roles(members[::2], lapland) == [ASSO, LEAD]


def test_a_member_of_which_nobody_knows_is_funded_only_where_it_is_needed() -> None:
    public = made(ApplicantType, legal_types=(LegalType.PUBLIC,))
    sure, unknown = free("a", legal_type=LegalType.PUBLIC), free("b")
    assert roles([unknown, sure], public) == [ASSO, LEAD]
    assert roles([unknown, sure], public, made(ConsortiumSize, minimum=2)) == [BEN, LEAD]
    assert roles([unknown, free("c")], public) == [LEAD, BEN]


def test_whoever_wishes_to_stand_beside_is_funded_where_it_is_needed() -> None:
    members = [free("a"), free("b", "SE", ASSO), free("c", "FI", ASSO), free("d", "EE", SUB)]
    assert roles(members, made(CountryCount, minimum=2)) == [LEAD, BEN, ASSO, SUB]
    assert roles(members, made(CountryCount, minimum=3)) == [LEAD, BEN, ASSO, BEN]
    assert roles(members, made(ConsortiumSize, minimum=4)) == [LEAD, BEN, BEN, BEN]
    assert roles(members, made(CountryCount, minimum=4)) == [LEAD, ASSO, ASSO, SUB]
    needs = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,)),))
    assert roles([free("a"), free("b", wish=ASSO, kind=EMPLOYER)], needs) == [LEAD, BEN]


def test_only_one_who_wishes_to_stand_beside_could_lead() -> None:
    leads = made(Lead, actor_types=(ActorType.HEI,))
    needed = made(ConsortiumSize, minimum=2)
    assert roles([free("a"), free("b", wish=ASSO, kind=ActorType.HEI)], leads, needed) == [BEN, LEAD]


def test_a_maximum_keeps_wishes_and_representatives_longest() -> None:
    members = [free("a"), free("b", kind=SEEKERS), free("c", wish=BEN), free("d"), free("e", kind=UNION)]
    assert roles(members, made(ConsortiumSize, maximum=4)) == [LEAD, BEN, BEN, ASSO, BEN]
    assert roles(members, made(ConsortiumSize, maximum=3)) == [ASSO, LEAD, BEN, ASSO, BEN]
    assert roles(members, made(ConsortiumSize, maximum=5)) == [LEAD, BEN, BEN, BEN, BEN]
    assert roles(members, made(ConsortiumSize, maximum=1)) == [ASSO, LEAD, ASSO, ASSO, ASSO]


def test_a_maximum_does_not_cost_what_is_needed() -> None:
    members = [free("a"), free("b"), free("c", "SE"), free("d", "EE")]
    both = (made(ConsortiumSize, maximum=3), made(CountryCount, minimum=3))
    assert roles(members, *both) == [LEAD, ASSO, BEN, BEN]


def test_a_country_without_the_kind_it_needs_stands_beside() -> None:
    needs = made(ActorTypes, needs=(ActorNeed(any_of=(VET,), per_country=True),))
    members = [free("a"), free("b", "SE", kind=EMPLOYER), free("c", "EE"), free("d", "EE", kind=UNION)]
    assert roles(members, needs) == [LEAD, ASSO, BEN, BEN]
    assert roles(members, needs, made(CountryCount, minimum=3)) == [LEAD, BEN, BEN, BEN]


def test_two_of_a_kind_in_each_country() -> None:
    needs = made(ActorTypes, needs=(ActorNeed(any_of=(VET,), per_country=True, minimum=2),))
    members = [free("a", "SE"), free("b"), free("c")]
    assert roles(members, needs) == [ASSO, LEAD, BEN]


def test_if_nobody_may_be_funded_the_least_fails() -> None:
    eu = made(CountryScope, countries=("MD",))
    assert roles([free("a"), free("b", wish=LEAD)], eu) == [BEN, LEAD]


def test_whoever_has_applied_too_often_neither_leads_nor_is_funded() -> None:
    rule = made(ApplicationCount, maximum=5, maximum_as_coordinator=1)
    members = [
        free("a", applications=6),
        free("b", applications=5, applications_led=2, wish=LEAD),
        free("c", applications=1, applications_led=1),
    ]
    assert roles(members, rule) == [ASSO, BEN, LEAD]
    assert roles([free("a"), free("b", applications_led=2, wish=LEAD)], rule) == [LEAD, BEN]


def test_a_country_where_a_trait_is_not_known_stands_beside() -> None:
    need = ActorNeed(trait=Trait.CONSORTIUM_EXPERIENCE, per_country=True)
    members = [free("a"), free("b", "SE", consortium_experience=True)]
    assert roles(members, made(ActorTypes, needs=(need,))) == [ASSO, LEAD]


def test_what_is_recalled_or_closed_changes_no_line_up() -> None:
    recalled = made(ConsortiumSize, Certainty.C, minimum=9)
    closed = made(Deadline, day=date(2020, 1, 1))
    assert roles([free("a"), free("b", wish=ASSO)], recalled, closed) == [LEAD, ASSO]


def test_the_plan_decides_where_the_work_is_done() -> None:
    lapland, plan = made(Region, regions=("FI1D7",)), Project(regions=("FI1D7",))
    members = [free("a", nuts_region="FI1B1"), free("b", nuts_region="FI1D7"), free("c")]
    assert roles(members, lapland, project=plan) == [ASSO, LEAD, BEN]


def test_a_reading_that_shuts_all_out_leaves_the_line_up_alone() -> None:
    reading = Applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,)), Origin.TEXT)
    members = [free("a", kind=UNION), free("b", kind=SEEKERS)]
    found = propose(CALL, members, [reading], BOOK, NOW)
    assert [p.role for p in found] == [LEAD, BEN]


CONDITIONS = st.one_of(
    st.builds(lambda n: made(ConsortiumSize, minimum=n), st.integers(1, 4)),
    st.builds(lambda n: made(ConsortiumSize, maximum=n), st.integers(1, 4)),
    st.builds(lambda n: made(CountryCount, minimum=n), st.integers(1, 3)),
    st.sampled_from(
        [
            made(ApplicantType, legal_types=(LegalType.PUBLIC,)),
            made(Lead, actor_types=(VET, UNION)),
            made(Lead, countries=("FI",)),
            made(CountryScope, countries=("FI", "SE"), excluded=("EE",)),
            made(AssociatedOnly, actor_types=(EMPLOYER,)),
            made(CoordinatorAge, minimum_years=2),
            made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,)),)),
            made(ActorTypes, needs=(ActorNeed(any_of=(UNION,), may_be_associated=True),)),
            made(ActorTypes, needs=(ActorNeed(any_of=(VET,), per_country=True),)),
        ]
    ),
)
MEMBERS = st.lists(
    st.builds(
        lambda country, kind, wish, legal, founded: (country, kind, wish, legal, founded),
        st.sampled_from(["FI", "SE", "EE"]),
        st.sampled_from([VET, EMPLOYER, UNION]),
        st.sampled_from([None, COORDINATOR, BENEFICIARY, ASSOCIATED]),
        st.sampled_from([None, LegalType.PUBLIC, LegalType.FOR_PROFIT]),
        st.sampled_from([None, date(2000, 1, 1), date(2025, 1, 1)]),
    ),
    min_size=1,
    max_size=4,
)


def _answers(line_up: Sequence[Party], conditions: Sequence[Applied]) -> list[Answer]:
    found = findings_of(partnership(conditions), a_case(*line_up, call=CALL, conditions=conditions))
    return [each.answer for each in found]


@settings(max_examples=150, deadline=None)
@given(MEMBERS, st.lists(CONDITIONS, max_size=4, unique_by=lambda c: (type_of(c), str(c))))
def test_a_line_up_that_passes_is_found_if_there_is_one(
    drawn: list[tuple[str, ActorType, PartnerRole | None, LegalType | None, date | None]],
    drawn_conditions: list[ConditionBase],
) -> None:
    members = [
        free(str(place), country, wish, kind=kind, legal_type=legal, founded=founded)
        for place, (country, kind, wish, legal, founded) in enumerate(drawn)
    ]
    conditions = [applied(condition) for condition in drawn_conditions]
    found = propose(CALL, members, conditions, BOOK, NOW)
    assert propose(CALL, members, conditions, BOOK, NOW) == found
    answers = _answers(found, conditions)
    if NO in answers or UNKNOWN in answers:
        for choice in product((COORDINATOR, BENEFICIARY, ASSOCIATED), repeat=len(members)):
            other = [
                party(m.key, m.country, role, **_facts(m)) for m, role in zip(members, choice, strict=True)
            ]
            assert {NO, UNKNOWN} & set(_answers(other, conditions)), choice


def _facts(one: Party) -> dict[str, object]:
    return {"kind": one.actor_type, "legal_type": one.legal_type, "founded": one.founded}


def test_whoever_is_shut_out_is_not_even_a_subcontractor() -> None:
    shut = made(CountryScope, excluded=("BY",))
    assert roles([free("a"), free("b", "BY", wish=SUB), free("c", wish=SUB)], shut) == [LEAD, None, SUB]


def test_a_kind_in_each_country_may_take_one_who_wishes_to_stand_beside() -> None:
    needs = made(ActorTypes, needs=(ActorNeed(any_of=(VET,), per_country=True),))
    members = [
        free("a"),
        free("b", "SE", wish=ASSO),
        free("c", "SE", kind=EMPLOYER),
        free("d", "EE", kind=EMPLOYER),
    ]
    assert roles(members, needs, made(CountryCount, minimum=2)) == [LEAD, BEN, BEN, ASSO]


def test_whoever_counts_as_associated_partner_is_one_although_it_wishes_to_subcontract() -> None:
    needs = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,), may_be_associated=True),))
    only_vet = made(ApplicantType, actor_types=(VET,))
    assert roles([free("a"), free("b", kind=EMPLOYER, wish=SUB)], needs, only_vet) == [LEAD, ASSO]
    assert roles([free("a"), free("b", kind=EMPLOYER, wish=SUB)], only_vet) == [LEAD, SUB]

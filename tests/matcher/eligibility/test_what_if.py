"""What more partners would make of it: judged with partners thought of."""

from datetime import date, timedelta

import pytest

from matcher.eligibility.assess import assess, findings_of, partnership, proposal
from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ApplicantType,
    AssociatedOnly,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CountryCount,
    CountryGroup,
    CountryScope,
    Deadline,
    Grant,
    Lead,
    Region,
    Trait,
)
from matcher.eligibility.facts import Party, Project
from matcher.eligibility.judge import judge
from matcher.eligibility.judgement import WhatIf
from matcher.eligibility.judging.case import Case
from matcher.eligibility.partners import Thought, with_partner
from matcher.eligibility.sentences import say
from matcher.eligibility.what_if import what_if, what_ifs
from store.vocabulary import ActorType, Language, LegalType, Verdict
from tests.matcher.eligibility.making import (
    BENEFICIARY,
    BOOK,
    COORDINATOR,
    NOW,
    a_call,
    a_case,
    applied,
    lead,
    made,
    party,
    say_all,
)

VET, EMPLOYER, THIRD, UNION = (
    ActorType.VET_PROVIDER,
    ActorType.EMPLOYER,
    ActorType.THIRD_SECTOR,
    ActorType.TRADE_UNION,
)
TWO_COUNTRIES = made(CountryCount, minimum=2)


def case_of(conditions: tuple[ConditionBase, ...], *parties: Party, project: Project | None = None) -> Case:
    """A case under rules."""
    rules = tuple(applied(condition) for condition in conditions)
    return a_case(*parties, conditions=rules, project=project or Project())


def ideas(*conditions: ConditionBase, parties: tuple[Party, ...] = (lead(),)) -> tuple[WhatIf, ...]:
    """The what-ifs, after they were said."""
    case = case_of(conditions, *parties)
    found = what_ifs(case, judge(case.call, case.parties, case.applied, BOOK, NOW))
    say_all(each.message for each in found)
    return found


def partners(found: tuple[WhatIf, ...]) -> list[object]:
    """The partners that each what-if names."""
    return [each.message.values["partners"] for each in found]


def test_a_partner_thought_of_joins_as_beneficiary() -> None:
    line_up = with_partner((lead(), party("b")), EMPLOYER, "SE")
    assert line_up[:2] == (lead(), party("b"))
    new = line_up[2]
    assert (new.actor_type, new.country, new.role, new.assumed) == (EMPLOYER, "SE", BENEFICIARY, True)
    again = with_partner(line_up, EMPLOYER, "SE")
    assert len({each.key for each in again}) == 4
    assert {each.key for each in with_partner((), EMPLOYER, "SE")}.isdisjoint(
        each.key for each in with_partner((), EMPLOYER, "EE")
    )


def test_as_coordinator_it_takes_the_lead() -> None:
    line_up = with_partner((lead(), party("b", role=None)), EMPLOYER, "SE", COORDINATOR)
    assert [each.role for each in line_up] == [BENEFICIARY, None, COORDINATOR]


def test_one_partner_from_a_second_country_in_three_ways() -> None:
    found = ideas(TWO_COUNTRIES)
    assert [(each.actor_type, each.country, each.role, each.verdict, each.partners) for each in found] == [
        (VET, "SE", BENEFICIARY, Verdict.ELIGIBLE, 1),
        (EMPLOYER, "EE", BENEFICIARY, Verdict.ELIGIBLE, 1),
        (THIRD, "DE", BENEFICIARY, Verdict.ELIGIBLE, 1),
    ]
    assert [each.message.key for each in found] == ["what_if.named.eligible"] * 3
    assert found[0].message.values["partners"] == ("vet_provider SE",)
    assert found[0].message.values["count"] == 1


def test_countries_that_are_there_already_are_not_thought_of() -> None:
    found = ideas(made(CountryCount, minimum=3), parties=(lead(), party("b", "SE")))
    assert [each.country for each in found] == ["EE", "DE", "LV"]


def test_countries_outside_the_call_are_not_thought_of() -> None:
    found = ideas(TWO_COUNTRIES, made(CountryScope, countries=("FI", "LV", "EE")))
    assert [each.country for each in found] == ["EE", "LV", "EE"]


def test_kinds_outside_the_call_are_not_thought_of() -> None:
    kinds = made(ApplicantType, actor_types=(VET, ActorType.HEI))
    assert {each.actor_type for each in ideas(TWO_COUNTRIES, kinds)} == {VET}
    only_hei = made(ApplicantType, actor_types=(ActorType.HEI,))
    found = ideas(TWO_COUNTRIES, only_hei, parties=(lead(kind=ActorType.HEI),))
    assert {each.actor_type for each in found} == {ActorType.HEI}


def test_a_missing_kind_may_come_from_home() -> None:
    need = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER, UNION)),))
    assert partners(ideas(need)) == [("employer FI",), ("trade_union FI",)]


def test_one_partner_of_the_kind_from_abroad_cures_both() -> None:
    need = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,)),))
    found = ideas(TWO_COUNTRIES, need)
    assert partners(found) == [("employer SE",), ("employer EE",), ("employer DE",)]
    assert {each.verdict for each in found} == {Verdict.ELIGIBLE}


def test_several_partners_are_told_together_once() -> None:
    (found,) = ideas(made(CountryCount, minimum=3))
    assert (found.actor_type, found.country, found.partners, found.role) == (None, None, 2, BENEFICIARY)
    assert (found.verdict, found.message.key) == (Verdict.ELIGIBLE, "what_if.named.eligible")
    assert found.message.values["partners"] == ("vet_provider SE", "employer EE")
    assert (found.message.values["count"], found.message.values["countries"]) == (2, 2)


def test_many_partners_are_counted() -> None:
    (three,) = ideas(made(ConsortiumSize, minimum=4))
    assert three.message.key == "what_if.named.eligible"
    assert three.message.values["partners"] == ("vet_provider FI", "employer FI", "third_sector FI")
    (found,) = ideas(made(ConsortiumSize, minimum=8), TWO_COUNTRIES)
    assert (found.message.key, found.partners) == ("what_if.many.eligible", 7)
    assert (found.message.values["count"], found.message.values["countries"]) == (7, 2)


def test_more_partners_than_kinds_named_among_them() -> None:
    need = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,), minimum=2),))
    (found,) = ideas(TWO_COUNTRIES, need)
    assert found.message.values["partners"] == ("employer SE", "employer FI")
    assert found.verdict is Verdict.ELIGIBLE
    (more,) = ideas(made(CountryCount, minimum=4), need)
    assert more.message.values["partners"] == ("employer SE", "employer EE", "third_sector DE")


def test_a_kind_in_each_country() -> None:
    need = made(ActorTypes, needs=(ActorNeed(any_of=(VET,), per_country=True),))
    found = ideas(need, parties=(lead(), party("b", "EE", kind=UNION)))
    assert partners(found) == [("vet_provider EE",)]
    (two,) = ideas(need, parties=(lead(), party("b", "EE", kind=UNION), party("c", "SE", kind=UNION)))
    assert two.message.values["partners"] == ("vet_provider EE", "vet_provider SE")


def test_another_lead() -> None:
    found = ideas(made(Lead, actor_types=(ActorType.HEI,)))
    assert [(each.actor_type, each.country, each.role, each.verdict) for each in found] == [
        (ActorType.HEI, "FI", COORDINATOR, Verdict.ELIGIBLE)
    ]


def test_a_lead_old_enough_is_assumed_to_be() -> None:
    case = case_of((made(CoordinatorAge, minimum_years=2),), lead(founded=date(2026, 1, 1)))
    dated = Case(a_call(cut_off=date(2026, 3, 5)), case.parties, case.applied, BOOK, NOW)
    judgement = judge(dated.call, dated.parties, dated.applied, BOOK, NOW)
    found = what_ifs(dated, judgement)
    assert {(each.role, each.verdict) for each in found} == {(COORDINATOR, Verdict.ELIGIBLE)}


def test_traits_are_assumed() -> None:
    need = made(ActorTypes, needs=(ActorNeed(trait=Trait.POTENTIAL_CO_FUNDER),))
    found = ideas(need, parties=(lead(may_co_fund=False),))
    assert {each.verdict for each in found} == {Verdict.ELIGIBLE}
    assert len(found) == 3


def test_a_partner_is_assumed_to_be_in_the_region() -> None:
    lapland = made(Region, regions=("FI1D7",))
    found = ideas(lapland, made(ConsortiumSize, minimum=2), parties=(lead(nuts_region="FI1D7"),))
    assert {(each.country, each.verdict) for each in found} == {("FI", Verdict.ELIGIBLE)}


def test_what_would_be_left_to_clarify_is_told() -> None:
    open_kind = made(ApplicantType, legal_types=(LegalType.PUBLIC,))
    found = ideas(TWO_COUNTRIES, open_kind)
    assert {each.verdict for each in found} == {Verdict.NEEDS_REVIEW}
    assert {each.message.key for each in found} == {"what_if.named.needs_review"}
    assert found[0].message.values["reason"].key == "legal_type.missing"  # type: ignore[union-attr]
    (many,) = ideas(made(ConsortiumSize, minimum=6), open_kind)
    assert many.message.key == "what_if.many.needs_review"


def test_nothing_is_thought_of_where_partners_do_not_help() -> None:
    assert ideas(made(ConsortiumSize, minimum=1)) == ()
    assert ideas(made(ConsortiumSize)) == ()
    assert ideas(made(ApplicantType, actor_types=(UNION,)), TWO_COUNTRIES) == ()
    assert ideas(made(ConsortiumSize, maximum=1), parties=(lead(), party("b"))) == ()
    assert ideas(made(ConsortiumSize, maximum=1), TWO_COUNTRIES) == ()


def test_without_anybody_funded_a_likely_country_is_thought_of() -> None:
    (found,) = ideas(made(ConsortiumSize, minimum=1), parties=(party("b", role=None),))
    assert (found.role, found.message.key) == (COORDINATOR, "what_if.lead.eligible")
    nobody = ideas(made(Lead, actor_types=(ActorType.HEI,)), parties=(party("b", role=None),))
    assert [each.country for each in nobody] == ["SE", "EE", "DE"]


def test_a_broken_plan_stays_broken() -> None:
    case = case_of((TWO_COUNTRIES, made(Grant, maximum=5)), lead(), project=Project(grant=6))
    judgement = judge(case.call, case.parties, case.applied, BOOK, NOW, case.project)
    assert judgement.verdict is Verdict.INELIGIBLE
    assert what_ifs(case, judgement) == ()


@pytest.mark.parametrize(
    ("thoughts", "verdict", "key", "one"),
    [
        ([Thought(VET, "SE")], Verdict.INELIGIBLE, "what_if.named.ineligible", True),
        ([Thought(VET, "SE"), Thought(EMPLOYER, "EE")], Verdict.ELIGIBLE, "what_if.named.eligible", False),
        ([Thought(VET, "SE")] * 4, Verdict.INELIGIBLE, "what_if.many.ineligible", False),
    ],
)
def test_what_people_think_of_themselves(
    thoughts: list[Thought], verdict: Verdict, key: str, one: bool
) -> None:
    rules = [applied(made(CountryCount, minimum=3))]
    found = what_if(a_call(), [lead()], rules, BOOK, NOW, Project(), thoughts)
    say_all([found.message])
    assert (found.verdict, found.message.key, found.partners) == (verdict, key, len(thoughts))
    assert (found.actor_type, found.country) == ((VET, "SE") if one else (None, None))


def test_a_thought_of_lead_keeps_its_role() -> None:
    found = what_if(a_call(), [lead()], [], BOOK, NOW, Project(), [Thought(VET, "SE", COORDINATOR)])
    assert (found.role, found.verdict) == (COORDINATOR, Verdict.ELIGIBLE)


def test_what_is_told_is_what_judging_gives() -> None:
    case = case_of((made(CountryCount, minimum=3), made(ConsortiumSize, minimum=4)), lead())
    found = what_ifs(case, judge(case.call, case.parties, case.applied, BOOK, NOW))
    for each in found:
        line_up = case.parties
        for told in each.message.values["partners"]:  # type: ignore[union-attr]
            kind, country = str(told).split()
            line_up = with_partner(line_up, ActorType(kind), country)
        other = case.with_line_up(line_up)
        again = assess(
            findings_of(partnership(case.applied), other), findings_of(proposal(case.applied), other)
        )
        assert again.verdict is each.verdict


def test_thoughts_are_judged_by_the_plan_the_moment_and_the_book() -> None:
    rules = [
        applied(made(Grant, maximum=10)),
        applied(made(Deadline)),
        applied(made(CountryScope, groups=(CountryGroup.EU,))),
    ]
    call, thoughts = a_call(closes_at=NOW), [Thought(VET, "SE")]
    before = NOW - timedelta(seconds=1)
    assert what_if(call, [lead()], rules, BOOK, before, Project(), thoughts).verdict is Verdict.ELIGIBLE
    broken = what_if(call, [lead()], rules, BOOK, before, Project(grant=11), thoughts)
    assert broken.message.values["reason"].key == "broken.euros"  # type: ignore[union-attr]
    closed = what_if(call, [lead()], rules, BOOK, NOW, Project(), thoughts)
    assert closed.message.values["reason"].key == "deadline.no"  # type: ignore[union-attr]
    outside = what_if(call, [lead()], rules, BOOK, before, Project(), [Thought(VET, "US")])
    assert outside.verdict is Verdict.INELIGIBLE
    say_all([outside.message, closed.message, broken.message])


def test_a_partner_that_leads_is_told_as_the_lead() -> None:
    (found,) = ideas(made(Lead, actor_types=(ActorType.HEI,)))
    assert (found.role, found.message.key) == (COORDINATOR, "what_if.lead.eligible")
    assert say(found.message, Language.EN).startswith(
        "With a higher education institution from Finland as coord"
    )
    assert "koordinaattorina" in say(found.message, Language.FI)
    assert "som koordinator" in say(found.message, Language.SV)


def test_of_several_partners_each_role_is_told() -> None:
    (found,) = ideas(made(Lead, actor_types=(ActorType.HEI,)), made(CountryCount, minimum=3))
    assert (found.role, found.message.key, found.verdict) == (
        COORDINATOR,
        "what_if.led.eligible",
        Verdict.ELIGIBLE,
    )
    assert (found.message.values["lead"], found.message.values["partners"]) == (("hei SE",), ("employer EE",))
    (many,) = ideas(made(Lead, actor_types=(ActorType.HEI,)), made(ConsortiumSize, minimum=6))
    assert (many.role, many.message.key) == (COORDINATOR, "what_if.many_led.eligible")


def test_two_conditions_on_the_lead_are_met_by_one_partner() -> None:
    rules = made(Lead, actor_types=(ActorType.HEI, UNION)), made(CoordinatorAge, minimum_years=2)
    case = case_of(rules, lead(founded=date(2026, 1, 1)))
    dated = Case(a_call(cut_off=date(2026, 3, 5)), case.parties, case.applied, BOOK, NOW)
    found = what_ifs(dated, judge(dated.call, dated.parties, dated.applied, BOOK, NOW))
    assert {(each.partners, each.role, each.actor_type) for each in found} == {
        (1, COORDINATOR, ActorType.HEI),
        (1, COORDINATOR, UNION),
    }


def test_where_a_lead_from_elsewhere_is_needed_the_members_stand_aside_and_that_is_told() -> None:
    abroad = made(CountryScope, countries=("SE", "EE"))
    found = ideas(abroad, parties=(lead(), party("b")))
    assert {(each.country, each.role, each.verdict) for each in found} == {
        ("SE", COORDINATOR, Verdict.ELIGIBLE),
        ("EE", COORDINATOR, Verdict.ELIGIBLE),
    }
    told = found[0].message
    assert (told.key, told.values["names"]) == ("what_if.aside", ("LEAD", "B"))
    shut = made(CountryScope, countries=("SE",), excluded=("FI",))
    out, *_ = ideas(shut, parties=(lead(),))
    assert (out.message.key, out.message.values["names"], out.verdict) == (
        "what_if.out",
        ("LEAD",),
        Verdict.ELIGIBLE,
    )


def test_a_lead_that_may_be_funded_becomes_beneficiary() -> None:
    (found,) = ideas(made(Lead, actor_types=(ActorType.HEI,)), made(ConsortiumSize, minimum=2))
    assert found.message.key == "what_if.lead.eligible"


def test_a_partner_is_of_one_legal_type_and_in_one_place() -> None:
    """What each condition by itself could be met by, one partner cannot always meet together."""
    firms = made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,), actor_types=(UNION,))
    no_firms = made(AssociatedOnly, legal_types=(LegalType.FOR_PROFIT,))
    assert {
        each.actor_type for each in ideas(TWO_COUNTRIES, firms, no_firms, parties=(lead(kind=UNION),))
    } == {UNION}
    two = made(ConsortiumSize, minimum=2)
    places = made(Region, regions=("FI1D7", "FI1B1")), made(Region, regions=("FI1D9", "FI1B1"))
    here = lead(nuts_region="FI1B1")
    assert {each.verdict for each in ideas(two, *places, parties=(here,))} == {Verdict.ELIGIBLE}


def test_what_the_cures_do_not_lead_to_is_searched_for() -> None:
    """A second employer may not be funded from the neighbours, so it has to come from further away."""
    need = made(ActorTypes, needs=(ActorNeed(any_of=(EMPLOYER,), trait=Trait.POTENTIAL_CO_FUNDER),))
    shut = made(AssociatedOnly, countries=("SE", "EE", "DE", "LV"))
    found = ideas(TWO_COUNTRIES, need, shut)
    assert found
    assert all(each.verdict is Verdict.ELIGIBLE for each in found)
    assert {pair for each in partners(found) for pair in each} <= {  # type: ignore[attr-defined]
        f"employer {country}" for country in ("LT", "DK", "PL", "NL", "ES")
    }

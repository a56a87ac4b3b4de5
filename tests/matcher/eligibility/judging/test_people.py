"""Who may take part with funding, at the edges."""

import pytest

from matcher.eligibility.conditions import ApplicantType, AssociatedOnly, CountryGroup, CountryScope
from matcher.eligibility.judgement import AnswerKind
from matcher.eligibility.judging.people import in_scope, of_legal_type
from store.vocabulary import ActorType, LegalType, PartnerRole
from tests.matcher.eligibility.making import (
    AFFILIATED,
    ASSOCIATED,
    BENEFICIARY,
    BOOK,
    COORDINATOR,
    NO,
    SUBCONTRACTOR,
    UNKNOWN,
    YES,
    judged,
    lead,
    made,
    party,
    stands,
)

PUBLIC_ONLY = made(ApplicantType, legal_types=(LegalType.PUBLIC,))
EU_ONLY = made(CountryScope, groups=(CountryGroup.EU,), excluded=("BY",))


def test_any_organisation_may_where_the_call_says_so() -> None:
    found = stands(made(ApplicantType, any_organisation=True), party())
    assert (found.answer, found.reason.key, found.question) == (YES, "applicant.any", None)


def test_a_rule_without_kinds_asks_the_call() -> None:
    found = stands(made(ApplicantType), party())
    assert (found.answer, found.reason.key) == (UNKNOWN, "applicant.not_told")
    assert found.question is not None
    assert (found.question.fact, found.question.kind) == ("call.applicant_type", AnswerKind.CALL_CONDITION)
    assert found.question.message.key == "ask.call.applicant_type"
    assert found.question.party is None


def test_the_legal_type_decides_and_is_asked_where_it_is_missing() -> None:
    yes = stands(PUBLIC_ONLY, party(legal_type=LegalType.PUBLIC))
    no = stands(PUBLIC_ONLY, party(legal_type=LegalType.FOR_PROFIT))
    unknown = stands(PUBLIC_ONLY, party("x"))
    assert (yes.answer, yes.reason.key, yes.reason.values, yes.question) == (
        YES,
        "applicant.yes",
        {"name": "A"},
        None,
    )
    assert (no.answer, no.reason.key, no.reason.values) == (NO, "applicant.no", {"name": "A"})
    assert (unknown.answer, unknown.reason.key) == (UNKNOWN, "legal_type.missing")
    assert unknown.reason.values == {"name": "X"}
    assert unknown.question is not None
    assert (unknown.question.fact, unknown.question.party) == ("member.legal_type", "x")
    assert (unknown.question.kind, unknown.question.message.key) == (
        AnswerKind.LEGAL_TYPE,
        "ask.member.legal_type",
    )


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (ActorType.MUNICIPALITY, YES),
        (ActorType.REGIONAL_COUNCIL, YES),
        (ActorType.WELLBEING_COUNTY, YES),
        (ActorType.EMPLOYMENT_AUTHORITY, YES),
        (ActorType.TRADE_UNION, NO),
        (ActorType.EMPLOYER_ORG, NO),
        (ActorType.THIRD_SECTOR, NO),
        (ActorType.TARGET_GROUP_ORG, NO),
        (ActorType.EMPLOYER, UNKNOWN),
        (ActorType.VET_PROVIDER, UNKNOWN),
        (ActorType.HEI, UNKNOWN),
        (ActorType.RESEARCH, UNKNOWN),
        (ActorType.SOCIAL_ENTERPRISE, UNKNOWN),
    ],
)
def test_the_law_tells_some_legal_types(kind: ActorType, answer: object) -> None:
    assert stands(PUBLIC_ONLY, party(kind=kind)).answer is answer


def test_the_profile_wins_over_the_law() -> None:
    union = party(kind=ActorType.TRADE_UNION, legal_type=LegalType.PUBLIC)
    assert stands(PUBLIC_ONLY, union).answer is YES


def test_one_match_in_either_list_is_enough() -> None:
    rule = made(ApplicantType, legal_types=(LegalType.PUBLIC,), actor_types=(ActorType.TRADE_UNION,))
    assert stands(rule, party(kind=ActorType.TRADE_UNION)).answer is YES
    assert stands(rule, party(kind=ActorType.MUNICIPALITY)).answer is YES
    assert stands(rule, party(kind=ActorType.THIRD_SECTOR)).answer is NO


def test_actor_types_alone_leave_no_question() -> None:
    rule = made(ApplicantType, actor_types=(ActorType.HEI,))
    assert stands(rule, party(kind=ActorType.HEI)).answer is YES
    assert stands(rule, party(kind=ActorType.EMPLOYER)).answer is NO


def test_all_legal_types_allowed_need_no_fact() -> None:
    assert of_legal_type(party(), tuple(LegalType)) is YES
    assert of_legal_type(party(), tuple(LegalType)[1:]) is UNKNOWN
    assert of_legal_type(party(), ()) is NO


@pytest.mark.parametrize("role", [ASSOCIATED, SUBCONTRACTOR])
def test_kinds_of_organisation_are_asked_of_funded_members_only(role: PartnerRole) -> None:
    one = party(role=role, legal_type=LegalType.FOR_PROFIT)
    found = stands(PUBLIC_ONLY, one)
    assert (found.answer, found.reason.key) == (YES, "member.free")


def test_an_affiliated_entity_is_asked_as_whoever_gets_money() -> None:
    found = stands(PUBLIC_ONLY, party(role=AFFILIATED, legal_type=LegalType.FOR_PROFIT))
    assert (found.answer, found.reason.key) == (NO, "applicant.no")


def test_no_member_of_an_allowed_kind_cannot_be_cured() -> None:
    firm = lead(legal_type=LegalType.FOR_PROFIT)
    found = judged(PUBLIC_ONLY, firm, party(kind=ActorType.TRADE_UNION))
    assert (found.answer, found.curable, found.cure) == (NO, False, None)
    assert found.parties == ("lead", "a")
    assert found.reason.key == "member.and_others"
    assert found.reason.values["names"] == ("A",)


def test_one_who_might_be_of_an_allowed_kind_leaves_it_curable() -> None:
    firm = lead(legal_type=LegalType.FOR_PROFIT)
    found = judged(PUBLIC_ONLY, firm, party("b", role=None))
    assert (found.answer, found.curable) == (NO, True)
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.role, found.cure.count) == ("cure.applicant", COORDINATOR, 1)


def test_some_fail_and_become_associated() -> None:
    town = lead(kind=ActorType.MUNICIPALITY)
    found = judged(PUBLIC_ONLY, town, party("b", kind=ActorType.TRADE_UNION))
    assert (found.answer, found.curable, found.parties) == (NO, True, ("b",))
    assert found.reason.key == "applicant.no"
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.count) == ("cure.associated", 0)
    assert found.cure.message.values == {"names": ("B",)}


def test_a_lead_that_fails_needs_another_lead() -> None:
    union = lead(kind=ActorType.TRADE_UNION)
    found = judged(PUBLIC_ONLY, union, party("b", kind=ActorType.MUNICIPALITY))
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.message.values) == (
        "cure.associated_lead",
        {"names": ("LEAD",)},
    )


@pytest.mark.parametrize(
    ("listed", "answer"),
    [
        (party(kind=ActorType.EMPLOYER), NO),
        (party(country="CH"), NO),
        (party(legal_type=LegalType.FOR_PROFIT), NO),
        (party(legal_type=LegalType.PUBLIC), YES),
        (party(), UNKNOWN),
    ],
)
def test_associated_only(listed: object, answer: object) -> None:
    rule = made(
        AssociatedOnly,
        actor_types=(ActorType.EMPLOYER,),
        legal_types=(LegalType.FOR_PROFIT,),
        countries=("CH",),
    )
    found = stands(rule, listed)  # type: ignore[arg-type]
    assert found.answer is answer
    keys = {NO: "associated_only.no", YES: "associated_only.yes", UNKNOWN: "legal_type.missing"}
    assert found.reason.key == keys[found.answer]
    assert found.reason.values == {"name": "A"}
    assert (found.question is None) == (found.answer is not UNKNOWN)
    if found.question:
        assert found.question.fact == "member.legal_type"


def test_nobody_but_associated_partners_sinks() -> None:
    rule = made(AssociatedOnly, actor_types=(ActorType.EMPLOYER,))
    assert not judged(rule, lead(kind=ActorType.EMPLOYER)).curable


@pytest.mark.parametrize(
    ("country", "role", "answer", "key"),
    [
        ("FI", BENEFICIARY, YES, "country.yes"),
        ("US", BENEFICIARY, NO, "country.no"),
        ("US", COORDINATOR, NO, "country.no"),
        ("US", ASSOCIATED, YES, "country.beside"),
        ("BY", BENEFICIARY, NO, "country.excluded"),
        ("BY", ASSOCIATED, NO, "country.excluded"),
        ("BY", SUBCONTRACTOR, NO, "country.excluded"),
        ("US", SUBCONTRACTOR, YES, "country.beside"),
    ],
)
def test_countries_in_scope_and_shut_out(country: str, role: PartnerRole, answer: object, key: str) -> None:
    found = stands(EU_ONLY, party(country=country, role=role))
    assert (found.answer, found.reason.key) == (answer, key)
    assert found.reason.values == {"name": "A", "country": country}


def test_a_group_that_is_recalled_says_neither_yes_nor_no() -> None:
    associated = (CountryGroup.ERASMUS_ASSOCIATED,)
    assert in_scope("TR", associated, (), BOOK) is UNKNOWN
    assert in_scope("US", associated, (), BOOK) is UNKNOWN
    assert in_scope("US", (CountryGroup.EEA,), (), BOOK) is NO
    assert in_scope("NO", (CountryGroup.EEA, *associated), (), BOOK) is YES
    assert in_scope("US", (CountryGroup.EU, *associated), (), BOOK) is UNKNOWN
    assert in_scope("US", (), ("US",), BOOK) is YES
    assert in_scope("US", (), ("CA",), BOOK) is NO
    assert in_scope("US", (), (), BOOK) is YES
    found = stands(made(CountryScope, groups=associated), party(country="TR"))
    assert (found.answer, found.reason.key) == (UNKNOWN, "country.unknown")
    assert found.question is not None
    assert found.question.fact == "call.country"


def test_a_scope_that_nobody_gives_asks() -> None:
    found = stands(made(CountryScope), party())
    assert (found.answer, found.reason.key) == (UNKNOWN, "country.not_told")
    assert found.question is not None
    assert found.question.fact == "call.country"


def test_only_exclusions_leave_all_others_in() -> None:
    rule = made(CountryScope, excluded=("BY",))
    assert stands(rule, party(country="US")).answer is YES
    assert stands(rule, party(country="BY")).answer is NO


def test_named_countries_alone() -> None:
    rule = made(CountryScope, countries=("MD",))
    assert stands(rule, party(country="MD")).answer is YES
    assert stands(rule, party(country="FI")).answer is NO


def test_a_country_outside_is_always_curable() -> None:
    found = judged(made(CountryScope, countries=("MD",)), lead())
    assert (found.answer, found.curable) == (NO, True)
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.role) == ("cure.country", COORDINATOR)


def test_an_excluded_country_leaves_the_line_up() -> None:
    found = judged(EU_ONLY, lead(), party("b", "BY", ASSOCIATED))
    assert (found.answer, found.parties) == (NO, ("b",))
    assert found.cure is not None
    assert (found.cure.message.key, found.cure.count) == ("cure.without", 0)
    assert found.cure.message.values == {"names": ("B",)}


def test_one_reason_is_told_once_and_the_others_by_name() -> None:
    asked = judged(made(ApplicantType), lead(), party("b"), party("c"))
    assert (asked.answer, asked.reason.key) == (UNKNOWN, "applicant.not_told")
    assert asked.parties == ("lead", "b", "c")
    three = judged(PUBLIC_ONLY, lead(), party("b"), party("c"))
    assert (three.reason.key, three.reason.values["names"]) == ("member.and_others", ("B", "C"))
    assert three.question is not None
    assert three.question.party == "lead"


def test_with_nobody_in_the_line_up_whoever_could_be_counts() -> None:
    yes = judged(EU_ONLY, party("b", "US", None), party("c", "FI", None))
    assert (yes.answer, yes.parties) == (YES, ("c",))
    no = judged(EU_ONLY, party("b", "US", None), party("c", "CA", None))
    assert (no.answer, no.parties) == (NO, ("b", "c"))


def test_a_coalition_without_members_fails_nothing() -> None:
    found = judged(EU_ONLY)
    assert (found.answer, found.reason.key) == (YES, "member.nobody")


def test_what_is_not_known_of_a_partner_thought_of_is_as_needed() -> None:
    thought = party("t", legal_type=None, assumed=True)
    found = stands(PUBLIC_ONLY, thought)
    assert (found.answer, found.reason.key) == (YES, "member.assumed")
    assert stands(made(ApplicantType), thought).answer is UNKNOWN
    assert stands(PUBLIC_ONLY, party("t", kind=ActorType.TRADE_UNION, assumed=True)).answer is NO


def test_a_partner_thought_of_is_no_member_that_could() -> None:
    found = judged(PUBLIC_ONLY, lead(legal_type=LegalType.FOR_PROFIT), party("t", assumed=True))
    assert not found.curable


def test_a_country_in_scope_is_told_of_those_who_get_money() -> None:
    beside = party(key="beside", country="US", role=ASSOCIATED)
    found = judged(EU_ONLY, beside, lead(country="FI"))
    assert (found.answer, found.reason.key, found.reason.values["country"]) == (YES, "country.yes", "FI")
    assert judged(EU_ONLY, beside).reason.key == "country.beside"

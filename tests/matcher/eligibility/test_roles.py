"""Who may do what, and the verdict of each member."""

import pytest

from matcher.eligibility.assess import findings_of, proposal
from matcher.eligibility.conditions import (
    ApplicantType,
    ApplicationCount,
    AssociatedOnly,
    ConsortiumSize,
    CountryScope,
    Lead,
    Region,
)
from matcher.eligibility.facts import Applied, Origin, Party, Project
from matcher.eligibility.judgement import Answer, PartyJudgement
from matcher.eligibility.member_verdict import judge_member
from matcher.eligibility.roles import answers_in, member_findings, role_answer
from store.vocabulary import ActorType, LegalType, PartnerRole, Verdict
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    BENEFICIARY,
    COORDINATOR,
    NO,
    SUBCONTRACTOR,
    UNKNOWN,
    YES,
    a_case,
    applied,
    lead,
    made,
    party,
    say_all,
)

UNION = ActorType.TRADE_UNION
PUBLIC = applied(made(ApplicantType, legal_types=(LegalType.PUBLIC,)))
NO_FIRMS = applied(made(Lead, excluded_legal_types=(LegalType.FOR_PROFIT,)))
NOT_BELARUS = applied(made(CountryScope, excluded=("BY",)))


def roles_of(one: Party, *conditions: Applied) -> list[Answer]:
    """Coordinator, beneficiary, affiliated entity, associated partner, subcontractor."""
    case = a_case(one, conditions=conditions)
    return [role_answer(one, role, case).answer for role in PartnerRole]


@pytest.mark.parametrize(
    ("one", "conditions", "answers"),
    [
        (party(), (), [YES, YES, YES, YES, YES]),
        (party(kind=UNION), (PUBLIC, applied(made(ConsortiumSize, minimum=9))), [NO, NO, NO, YES, YES]),
        (party(), (PUBLIC,), [UNKNOWN, UNKNOWN, UNKNOWN, YES, YES]),
        (party(legal_type=LegalType.FOR_PROFIT), (NO_FIRMS,), [NO, YES, YES, YES, YES]),
        (party(), (NO_FIRMS,), [UNKNOWN, YES, YES, YES, YES]),
        (party(country="BY"), (NOT_BELARUS,), [NO, NO, NO, NO, NO]),
        (party(country="BY"), (PUBLIC, NOT_BELARUS), [NO, NO, NO, NO, NO]),
    ],
)
def test_all_roles(one: Party, conditions: tuple[Applied, ...], answers: list[Answer]) -> None:
    assert roles_of(one, *conditions) == answers


def test_a_reason_for_every_role_that_is_not_open() -> None:
    one = party(kind=UNION)
    case = a_case(one, conditions=(PUBLIC,))
    refused, allowed = role_answer(one, COORDINATOR, case), role_answer(one, ASSOCIATED, case)
    assert (refused.role, refused.reason and refused.reason.key) == (COORDINATOR, "applicant.no")
    assert (allowed.role, allowed.reason) == (ASSOCIATED, None)


def test_what_fails_is_told_first() -> None:
    one = party(country="BY")
    found = member_findings(one, BENEFICIARY, a_case(one, conditions=(PUBLIC, NOT_BELARUS)))
    assert [(each.answer, each.parties) for each in found] == [(NO, ("a",)), (UNKNOWN, ("a",))]
    assert (
        role_answer(one, BENEFICIARY, a_case(one, conditions=(PUBLIC, NOT_BELARUS))).reason == found[0].reason
    )


def test_a_reading_that_shuts_everybody_out_is_in_doubt_itself() -> None:
    reading = applied(made(ApplicantType, legal_types=(LegalType.FOR_PROFIT,)), Origin.TEXT)
    one, other = party("a", kind=UNION), party("b", kind=UNION)
    alone = a_case(one, other, conditions=(reading,))
    (found,) = member_findings(one, BENEFICIARY, alone)
    assert (found.answer, found.reason.key, found.parties) == (UNKNOWN, "applicant.no", ("a",))
    assert found.question is not None
    assert found.question.fact == "call.applicant_type"
    firm = party("c", legal_type=LegalType.FOR_PROFIT)
    assert role_answer(one, BENEFICIARY, a_case(one, firm, conditions=(reading,))).answer is NO
    confirmed = applied(reading.condition, Origin.OFFICER)
    assert role_answer(one, BENEFICIARY, a_case(one, other, conditions=(confirmed,))).answer is NO


def test_the_answers_of_all_members_are_remembered_by_conditions() -> None:
    one, two = party("a", kind=UNION), party("b", legal_type=LegalType.PUBLIC)
    case = a_case(one, two, conditions=(PUBLIC,))
    roles = (COORDINATOR, ASSOCIATED)
    assert answers_in(roles, case) == ((NO, YES), (YES, YES))
    assert answers_in(roles, case) is answers_in(roles, case.with_line_up((one, two)))
    assert answers_in((ASSOCIATED,), case) == ((YES,), (YES,))


def test_places_planned_are_judged_for_every_line_up() -> None:
    place = applied(made(Region, regions=("FI1D7",)))
    one = lead(nuts_region="FI1B1")
    case = a_case(one, conditions=(place,), project=Project(regions=("FI1D7",)))
    assert role_answer(one, COORDINATOR, case).answer is YES
    group = case.with_line_up((one, party("b", nuts_region="FI1D7")))
    assert role_answer(one, COORDINATOR, group).answer is NO
    assert answers_in((COORDINATOR,), case) == ((YES,),)
    assert answers_in((COORDINATOR,), group) == ((NO,), (YES,))


def verdict(one: Party, *conditions: Applied) -> PartyJudgement:
    """The member's verdict, after it was said."""
    case = a_case(one, conditions=conditions)
    found = judge_member(one, case, findings_of(proposal(conditions), case))
    say_all([found.reason, *(role.reason for role in found.roles if role.reason)])
    return found


def test_a_member_that_may() -> None:
    found = verdict(lead(legal_type=LegalType.PUBLIC), PUBLIC)
    assert (found.party, found.role, found.verdict) == ("lead", COORDINATOR, Verdict.ELIGIBLE)
    assert (found.reason.key, found.reason.values) == ("member.may", {"name": "LEAD", "role": "coordinator"})
    assert found.question is None
    assert [role.role for role in found.roles] == list(PartnerRole)
    assert [each.answer for each in found.findings] == [YES]


def test_a_member_that_may_not() -> None:
    found = verdict(party(kind=UNION), PUBLIC)
    assert (found.verdict, found.reason.key, found.question) == (Verdict.INELIGIBLE, "applicant.no", None)


def test_a_member_of_which_something_is_not_known() -> None:
    found = verdict(party(), PUBLIC)
    assert (found.verdict, found.reason.key) == (Verdict.NEEDS_REVIEW, "legal_type.missing")
    assert found.question is not None
    assert found.question.fact == "member.legal_type"


def test_a_no_comes_before_a_question() -> None:
    found = verdict(party(country="BY"), PUBLIC, NOT_BELARUS)
    assert (found.verdict, found.reason.key) == (Verdict.INELIGIBLE, "country.excluded")


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (party(role=ASSOCIATED, kind=UNION), "member.beside_no"),
        (party(role=SUBCONTRACTOR, kind=UNION), "member.beside_no"),
        (party(role=ASSOCIATED), "member.beside_unknown"),
        (party(role=ASSOCIATED, legal_type=LegalType.PUBLIC), "member.may"),
    ],
)
def test_a_member_without_funding_is_told_whether_it_could_have_any(one: Party, key: str) -> None:
    found = verdict(one, PUBLIC)
    assert (found.verdict, found.role, found.reason.key) == (Verdict.ELIGIBLE, one.role, key)
    assert found.reason.values["name"] == "A"
    assert found.reason.values["role"] == one.role
    assert ("reason" in found.reason.values) == (key != "member.may")


def test_a_member_that_takes_no_part_is_judged_as_beneficiary() -> None:
    could = verdict(party(role=None), NO_FIRMS)
    assert (could.verdict, could.role, could.reason.key) == (Verdict.ELIGIBLE, None, "member.could")
    assert verdict(party(role=None, kind=UNION), PUBLIC).verdict is Verdict.INELIGIBLE


def test_an_associated_partner_from_an_excluded_country_may_not() -> None:
    assert verdict(party(country="BY", role=ASSOCIATED), NOT_BELARUS).verdict is Verdict.INELIGIBLE


def test_what_a_member_breaks_of_the_proposal_counts_and_what_is_open_does_not() -> None:
    rule = applied(made(ApplicationCount, maximum=5))
    broken = verdict(party(applications=6), rule)
    assert (broken.verdict, broken.reason.key) == (Verdict.INELIGIBLE, "applications.no")
    assert [each.answer for each in broken.findings] == [NO]
    assert verdict(party(), rule).verdict is Verdict.ELIGIBLE
    one = party("b", applications=1)
    case = a_case(one, party("c", applications=6), conditions=(rule,))
    assert judge_member(one, case, findings_of((rule,), case)).verdict is Verdict.ELIGIBLE


def test_associated_only_members_are_told_by_role() -> None:
    rule = applied(made(AssociatedOnly, actor_types=(ActorType.EMPLOYER,)))
    assert roles_of(party(kind=ActorType.EMPLOYER), rule) == [NO, NO, NO, YES, YES]

"""A whole judgement, from a call's conditions to its questions and what-ifs."""

from datetime import UTC, date, datetime, timedelta

from matcher.eligibility.conditions import (
    ApplicantType,
    CoordinatorAge,
    CountryCount,
    CountryGroup,
    Deadline,
    Grant,
    Identifiers,
    Lead,
)
from matcher.eligibility.facts import CallFacts, Party, Project
from matcher.eligibility.judge import check, judge
from matcher.eligibility.judgement import Judgement
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.rulebook import rulebook
from store.vocabulary import ActorType, Identifier, LegalType, PartnerRole, Programme, Verdict
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    BENEFICIARY,
    BOOK,
    COORDINATOR,
    NO,
    NOW,
    UNKNOWN,
    YES,
    a_call,
    applied,
    lead,
    made,
    party,
    told_judgement,
)

KA220 = CallFacts(
    "1",
    Programme.ERASMUS_PLUS,
    "KA220-ADU",
    closes_at=datetime(2026, 3, 5, 11, tzinfo=UTC),
    cut_off=date(2026, 3, 5),
)
OLD = date(1990, 1, 1)


def partner(key: str, country: str, role: PartnerRole | None = BENEFICIARY, **facts: object) -> Party:
    """A partner established long ago."""
    return party(key, country, role, **{"founded": OLD} | facts)


def checked(*parties: Party, now: datetime = NOW, project: Project | None = None) -> Judgement:
    """A check by the rules that Koalitio comes with, after everything was said."""
    found = check(KA220, parties, rulebook(), now, project or Project())
    told_judgement(found)
    return found


def test_three_partners_from_three_countries_may_apply() -> None:
    found = checked(partner("a", "FI", COORDINATOR), partner("b", "EE"), partner("c", "SE"))
    assert (found.verdict, found.curable, found.reason.key) == (Verdict.ELIGIBLE, True, "verdict.eligible")
    assert (found.cures, found.what_ifs, found.questions, found.proposed) == ((), (), (), False)
    assert {each.answer for each in found.findings} == {YES}
    assert [each.verdict for each in found.members] == [Verdict.ELIGIBLE] * 3
    assert [each.party for each in found.members] == ["a", "b", "c"]
    assert [warning.key for warning in found.warnings] == [
        "representation.job_seekers.none",
        "representation.workers.none",
    ]
    assert UNKNOWN in {each.answer for each in found.to_keep}


def test_a_country_short_tells_who_is_missing() -> None:
    found = checked(partner("a", "FI", COORDINATOR), partner("b", "EE"), partner("c", "SE", ASSOCIATED))
    assert (found.verdict, found.curable, found.reason.key) == (Verdict.INELIGIBLE, True, "country_count.few")
    assert [cure.message.key for cure in found.cures] == ["cure.countries"]
    assert {each.verdict for each in found.what_ifs} == {Verdict.ELIGIBLE}
    assert len(found.what_ifs) == 3
    assert found.findings[0].reason == found.reason


def test_without_roles_a_line_up_is_proposed() -> None:
    found = checked(partner("a", "FI", None), partner("b", "EE", None), partner("c", "SE", None))
    assert (found.verdict, found.proposed) == (Verdict.ELIGIBLE, True)
    assert [each.role for each in found.members] == [COORDINATOR, BENEFICIARY, BENEFICIARY]


def test_one_role_is_a_decision() -> None:
    found = checked(partner("a", "FI", COORDINATOR), partner("b", "EE", None), partner("c", "SE", None))
    assert (found.proposed, found.verdict) == (False, Verdict.INELIGIBLE)
    assert [each.role for each in found.members] == [COORDINATOR, None, None]


def test_a_closed_call_is_closed_for_good() -> None:
    members = (partner("a", "FI", COORDINATOR), partner("b", "EE"))
    found = checked(*members, now=datetime(2026, 3, 5, 11, tzinfo=UTC))
    assert (found.verdict, found.curable, found.reason.key) == (Verdict.INELIGIBLE, False, "deadline.no")
    assert (found.cures, found.what_ifs) == ((), ())


def test_a_planned_grant_that_is_not_among_the_amounts() -> None:
    members = (partner("a", "FI", COORDINATOR), partner("b", "EE"), partner("c", "SE"))
    found = checked(*members, project=Project(grant=100_000))
    assert (found.verdict, found.curable, found.reason.key) == (Verdict.INELIGIBLE, True, "broken.euros")
    assert [cure.message.key for cure in found.cures] == ["cure.grant.options"]
    assert found.what_ifs == ()
    assert type_of(found.to_keep[0].applied.condition) == "grant"


def test_an_empty_coalition_has_nobody_to_lead() -> None:
    found = checked()
    assert (found.verdict, found.curable) == (Verdict.INELIGIBLE, True)
    assert found.members == ()


def hand_made(*parties: Party, project: Project | None = None) -> Judgement:
    """A judgement under conditions that ask for several facts."""
    rules = [
        applied(made(ApplicantType, legal_types=(LegalType.PUBLIC,))),
        applied(made(Lead, legal_types=(LegalType.PUBLIC,))),
        applied(made(CoordinatorAge, minimum_years=2)),
        applied(made(CountryCount)),
        applied(made(Grant, maximum=10)),
        applied(made(Identifiers, needed=(Identifier.PIC,))),
    ]
    found = judge(a_call(cut_off=date(2026, 3, 5)), parties, rules, BOOK, NOW, project or Project())
    told_judgement(found)
    return found


def test_each_question_once_and_the_one_that_settles_most_first() -> None:
    found = hand_made(lead(), party("b"))
    assert found.verdict is Verdict.NEEDS_REVIEW
    assert [(question.fact, question.party) for question in found.questions] == [
        ("member.legal_type", "lead"),
        ("member.founded", "lead"),
        ("call.country_count", None),
    ]
    assert found.reason.key == "member.and_others"
    settled = hand_made(
        lead(legal_type=LegalType.PUBLIC, founded=OLD), party("b", legal_type=LegalType.PUBLIC)
    )
    assert [question.fact for question in settled.questions] == ["call.country_count"]


def test_judging_proposes_nothing_and_thinks_of_nobody() -> None:
    found = hand_made(party("a", role=None, legal_type=LegalType.PUBLIC))
    assert (found.verdict, found.proposed, found.what_ifs) == (Verdict.INELIGIBLE, False, ())
    assert [each.role for each in found.members] == [None]


def test_the_members_verdicts_stand_beside_the_groups() -> None:
    union = party("b", kind=ActorType.TRADE_UNION)
    found = hand_made(lead(legal_type=LegalType.PUBLIC, founded=OLD), union)
    assert [each.verdict for each in found.members] == [Verdict.ELIGIBLE, Verdict.INELIGIBLE]
    assert found.verdict is Verdict.INELIGIBLE
    assert [warning.key for warning in found.warnings] == ["representation.job_seekers.none"]


def test_a_registration_still_to_make_lowers_no_verdict() -> None:
    """It is told as what it is, with its cure, and is a step: decision record 0009."""
    ready = lead(legal_type=LegalType.PUBLIC, founded=OLD)
    lacking = lead(legal_type=LegalType.PUBLIC, founded=OLD, identifiers={Identifier.PIC: False})
    first, second = hand_made(ready), hand_made(lacking)
    step = next(found for found in second.to_keep if type_of(found.applied.condition) == "identifiers")
    assert (step.answer, step.cure and step.cure.message.key) == (NO, "cure.identifiers")
    assert second.members[0].findings[-1] == step
    assert {found.members[0].verdict for found in (first, second)} == {Verdict.ELIGIBLE}
    assert (second.verdict, second.reason, second.cures) == (first.verdict, first.reason, first.cures)


def test_a_question_that_settles_two_conditions_comes_first() -> None:
    rules = [
        applied(made(CountryCount)),
        applied(made(ApplicantType, legal_types=(LegalType.PUBLIC,))),
        applied(made(CoordinatorAge, minimum_years=2)),
        applied(made(CoordinatorAge, minimum_years=3)),
    ]
    found = judge(a_call(cut_off=date(2026, 3, 5)), [lead()], rules, BOOK, NOW)
    assert [question.fact for question in found.questions] == [
        "member.founded",
        "member.legal_type",
        "call.country_count",
    ]


def test_judging_goes_by_the_plan_the_moment_and_the_book() -> None:
    rules = [
        applied(made(Grant, maximum=10)),
        applied(made(Deadline)),
        applied(made(Lead, groups=(CountryGroup.EU,))),
    ]
    call = a_call(closes_at=NOW)
    early = judge(call, [lead()], rules, BOOK, NOW - timedelta(seconds=1), Project(grant=10))
    assert {each.answer for each in (*early.findings, *early.to_keep)} == {YES}
    assert judge(call, [lead()], rules, BOOK, NOW, Project(grant=10)).reason.key == "deadline.no"
    late = judge(call, [lead(country="US")], rules, BOOK, NOW - timedelta(days=1), Project(grant=11))
    assert [each.reason.key for each in late.findings][:1] == ["lead.country"]
    assert late.to_keep[0].reason.key == "broken.euros"

"""One verdict out of many findings, in a fixed order."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from matcher.eligibility.assess import assess, findings_of, judged, ordered, partnership, proposal
from matcher.eligibility.conditions import (
    ApplicantType,
    ConditionBase,
    ConsortiumSize,
    CoordinatorAge,
    CountryCount,
    Deadline,
    Grant,
    Identifiers,
    Region,
)
from matcher.eligibility.facts import Origin
from matcher.eligibility.judgement import Answer, Cure, Finding, Message
from matcher.eligibility.judging.case import grouped
from store.vocabulary import LegalType, Verdict
from tests.matcher.eligibility.making import NO, UNKNOWN, YES, a_call, a_case, applied, lead, made, party

CURE = Cure(Message("cure.one_coordinator"), 0)


def finding(kind: type[ConditionBase], answer: Answer, *, curable: bool = True) -> Finding:
    """A finding whose reason is called by its type and answer."""
    cure = CURE if answer is NO and curable else None
    return Finding(applied(made(kind)), answer, Message(f"{kind.__name__} {answer}"), curable, cure)


SIZE, COUNTRIES, PLACE = ConsortiumSize, CountryCount, Region


def test_nothing_failed_and_nothing_open_is_eligible() -> None:
    found = assess([finding(SIZE, YES)], [finding(Grant, YES)])
    assert (found.verdict, found.curable, found.reason, found.cures) == (
        Verdict.ELIGIBLE,
        True,
        Message("verdict.eligible"),
        (),
    )


def test_an_open_condition_of_the_proposal_lowers_nothing() -> None:
    assert assess([finding(SIZE, YES)], [finding(Grant, UNKNOWN)]).verdict is Verdict.ELIGIBLE


def test_an_open_condition_of_the_partnership_asks() -> None:
    found = assess(ordered([finding(SIZE, YES), finding(COUNTRIES, UNKNOWN)]), [])
    assert (found.verdict, found.curable, found.reason.key, found.cures) == (
        Verdict.NEEDS_REVIEW,
        True,
        "CountryCount unknown",
        (),
    )


def test_what_fails_and_can_be_cured_comes_before_what_is_open() -> None:
    found = assess(ordered([finding(COUNTRIES, UNKNOWN), finding(SIZE, NO)]), [])
    assert (found.verdict, found.curable, found.reason.key, found.cures) == (
        Verdict.INELIGIBLE,
        True,
        "ConsortiumSize no",
        (CURE,),
    )


def test_what_nobody_can_cure_comes_first() -> None:
    findings = ordered([finding(SIZE, NO), finding(PLACE, NO, curable=False), finding(COUNTRIES, UNKNOWN)])
    found = assess(findings, [finding(Grant, NO)])
    assert (found.verdict, found.curable, found.reason.key, found.cures) == (
        Verdict.INELIGIBLE,
        False,
        "Region no",
        (),
    )


def test_a_planned_value_that_breaks_a_rule_makes_ineligible_until_it_is_changed() -> None:
    found = assess(ordered([finding(COUNTRIES, UNKNOWN)]), [finding(Grant, NO)])
    assert (found.verdict, found.curable, found.reason.key, found.cures) == (
        Verdict.INELIGIBLE,
        True,
        "Grant no",
        (CURE,),
    )


def test_a_registration_still_to_make_breaks_no_plan() -> None:
    found = assess([finding(SIZE, YES)], [finding(Identifiers, NO)])
    assert (found.verdict, found.cures) == (Verdict.ELIGIBLE, ())
    asking = assess([finding(SIZE, UNKNOWN)], [finding(Identifiers, NO), finding(Grant, NO)])
    assert (asking.reason.key, asking.cures) == ("Grant no", (CURE,))


def test_the_partnership_is_told_before_the_proposal_and_both_are_cured() -> None:
    partners = Cure(Message("cure.partners", {"count": 1}))
    failed = Finding(applied(made(SIZE)), NO, Message("size"), True, partners)
    found = assess([failed], [finding(Grant, NO)])
    assert (found.reason.key, found.cures) == ("size", (partners, CURE))


def test_failed_first_then_open_then_met_each_by_type() -> None:
    given = [
        finding(SIZE, YES),
        finding(SIZE, NO),
        finding(COUNTRIES, YES),
        finding(COUNTRIES, NO),
        finding(PLACE, UNKNOWN),
        finding(SIZE, UNKNOWN),
        finding(ApplicantType, NO, curable=False),
        finding(PLACE, NO),
        finding(Deadline, YES),
    ]
    assert [found.reason.key for found in ordered(given)] == [
        "ApplicantType no",
        "Region no",
        "CountryCount no",
        "ConsortiumSize no",
        "Region unknown",
        "ConsortiumSize unknown",
        "Deadline yes",
        "CountryCount yes",
        "ConsortiumSize yes",
    ]


def test_partnership_and_proposal_are_told_apart() -> None:
    size, grant = applied(made(SIZE)), applied(made(Grant))
    assert [each.condition.source for each in partnership([grant, size])] == ["part_b", "call"]
    assert partnership([grant, size])[1:] == (size,)
    assert proposal([grant, size]) == (grant,)


def test_types_are_settled_each_by_itself() -> None:
    rule, reading = applied(made(SIZE, minimum=1)), applied(made(SIZE, minimum=9), Origin.TEXT)
    countries = applied(made(COUNTRIES, minimum=1))
    found = findings_of([rule, countries, reading], a_case(lead()))
    assert [(each.answer, each.reason.key) for each in found] == [
        (UNKNOWN, "doubt.disagree"),
        (YES, "country_count.yes"),
    ]


def test_what_is_remembered_is_not_judged_again() -> None:
    groups = grouped([applied(made(SIZE, minimum=2))])
    case = a_case(lead(), party())
    (first,) = judged(groups, case)
    (again,) = judged(groups, case.with_line_up(case.parties))
    assert again is first
    (other,) = judged(groups, case.with_line_up((lead(),)))
    assert (first.answer, other.answer) == (YES, NO)


def test_what_the_calls_dates_decide_is_judged_for_every_call() -> None:
    conditions = (applied(made(Deadline)), applied(made(CoordinatorAge, minimum_years=2)))
    one = a_case(
        lead(founded=date(2024, 3, 5)),
        call=a_call(closes_at=datetime(2026, 4, 1, tzinfo=UTC), cut_off=date(2026, 3, 5)),
        conditions=conditions,
    )
    other = type(one)(
        a_call(closes_at=datetime(2026, 2, 1, tzinfo=UTC), cut_off=date(2026, 3, 4)),
        one.parties,
        one.applied,
        one.book,
        one.now,
        one.project,
        one.known,
    )
    assert [found.answer for found in findings_of(conditions, one)] == [YES, YES]
    assert [found.answer for found in findings_of(conditions, other)] == [NO, NO]


@pytest.mark.parametrize("kinds", [(LegalType.PUBLIC,), (LegalType.FOR_PROFIT,)])
def test_whether_a_failure_sinks_is_judged_for_every_call(kinds: tuple[LegalType, ...]) -> None:
    place = applied(made(PLACE, regions=("FI1D7",)))
    kind = applied(made(ApplicantType, legal_types=kinds))
    inside = party("b", nuts_region="FI1D7", legal_type=LegalType.PUBLIC)
    case = a_case(lead(nuts_region="FI1B1"), inside, conditions=(place,))
    (alone,) = findings_of([place], case)
    both = type(case)(case.call, case.parties, (place, kind), case.book, case.now, case.project, case.known)
    (beside,) = findings_of([place], both)
    assert (alone.answer, alone.curable) == (NO, True)
    assert (beside.answer, beside.curable) == (NO, kinds == (LegalType.PUBLIC,))


@pytest.mark.parametrize("answer", [NO, UNKNOWN])
def test_of_two_territories_the_one_that_more_members_fail_comes_first(answer: Answer) -> None:
    few = replace(finding(PLACE, answer, curable=False), parties=("a",))
    many = replace(few, parties=("a", "b"))
    assert ordered([few, many]) == ordered([many, few]) == (many, few)


def test_met_conditions_keep_their_order_whomever_they_are_about() -> None:
    few = replace(finding(PLACE, YES), parties=("a",))
    many = replace(few, parties=("a", "b"))
    assert ordered([few, many]) == (few, many)

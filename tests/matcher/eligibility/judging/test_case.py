"""Who counts in a line-up, and how answers are put together."""

from datetime import UTC, datetime

from matcher.eligibility.conditions import ApplicantType, ConsortiumSize, Region
from matcher.eligibility.facts import Origin, Project
from matcher.eligibility.judging.case import best, grouped, keys, names, worst
from tests.matcher.eligibility.making import (
    ASSOCIATED,
    NO,
    SUBCONTRACTOR,
    UNKNOWN,
    YES,
    a_case,
    applied,
    lead,
    made,
    party,
)


def test_applicants_with_the_coordinator_first() -> None:
    case = a_case(
        party("b"), party("x", role=ASSOCIATED), lead(), party("y", role=SUBCONTRACTOR), party("z", role=None)
    )
    assert keys(case.coordinators) == ("lead",)
    assert keys(case.applicants) == ("lead", "b")
    assert names(case.applicants) == ("LEAD", "B")
    assert keys(case.members) == ("b", "x", "lead", "y", "z")
    assert case.line_up[1] == ("x", ASSOCIATED)


def test_partners_thought_of_are_funded_but_no_members() -> None:
    case = a_case(lead(), party("t", assumed=True))
    assert keys(case.applicants) == ("lead", "t")
    assert keys(case.members) == ("lead",)


def test_another_line_up_of_the_same_case() -> None:
    case = a_case(lead(), project=Project(months=3), now=datetime(2026, 1, 1, tzinfo=UTC))
    other = case.with_line_up((party("b"),))
    assert keys(other.parties) == ("b",)
    assert (other.call, other.applied, other.book, other.now, other.project) == (
        case.call,
        case.applied,
        case.book,
        case.now,
        case.project,
    )
    assert other.known is case.known


def test_places_planned() -> None:
    assert not a_case(project=Project(months=3)).places_planned
    assert a_case(project=Project(regions=("FI",))).places_planned
    assert a_case(project=Project(municipalities=("581",))).places_planned


def test_conditions_on_members_are_grouped() -> None:
    one, two = applied(made(Region)), applied(made(Region), Origin.TEXT)
    kinds = applied(made(ApplicantType))
    size = applied(made(ConsortiumSize))
    case = a_case(conditions=(one, size, kinds, two))
    assert [group.applied for group in case.on_members] == [(one, two), (kinds,)]
    assert [group.kind.__name__ for group in case.on_members] == ["Region", "ApplicantType"]
    assert case.on_members[0].key == ((id(one.condition), Origin.RULE), (id(two.condition), Origin.TEXT))
    assert [group.kind.__name__ for group in grouped((size, one))] == ["ConsortiumSize", "Region"]


def test_worst_and_best() -> None:
    assert worst([YES, UNKNOWN, NO]) is NO
    assert worst([YES, UNKNOWN]) is UNKNOWN
    assert worst([YES]) is worst([]) is YES
    assert best([NO, UNKNOWN, YES]) is YES
    assert best([NO, UNKNOWN]) is UNKNOWN
    assert best([NO]) is best([]) is NO

"""Money of the plan: exact at every edge, and open where nothing is planned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.eligibility.conditions import CoFinancing, ConditionBase, CostShare, FlatRate, Grant
from matcher.eligibility.facts import Project
from matcher.eligibility.judging.case import Outcome
from tests.matcher.eligibility.making import NO, UNKNOWN, YES, judged, lead, made

SET = made(Grant, options=(120_000, 250_000, 400_000))
RANGE = made(Grant, minimum=200_000, maximum=700_000)
BY_LENGTH = made(Grant, maximum_by_months={36: 1_500_000, 24: 1_000_000})


def planned(condition: ConditionBase, **values: object) -> Outcome:
    """The outcome for a plan with these values."""
    return judged(condition, lead(), project=Project(**values))  # type: ignore[arg-type]


def fact(found: Outcome) -> str | None:
    """What is asked."""
    return found.question.fact if found.question else None


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        (made(Grant), "grant"),
        (made(CoFinancing), "co_financing"),
        (made(CostShare), "management_share"),
        (made(FlatRate), "flat_rate"),
    ],
)
def test_a_value_that_nobody_gives_asks(condition: ConditionBase, kind: str) -> None:
    found = planned(condition, grant=1, total_cost=1, management_amount=1, salaries=1, other_costs=1)
    assert (found.answer, found.reason.key, fact(found)) == (UNKNOWN, f"{kind}.not_told", f"call.{kind}")


@pytest.mark.parametrize(
    ("condition", "grant", "answer"),
    [
        (SET, 250_000, YES),
        (SET, 250_001, NO),
        (SET, 249_999, NO),
        (RANGE, 199_999, NO),
        (RANGE, 200_000, YES),
        (RANGE, 700_000, YES),
        (RANGE, 700_001, NO),
        (RANGE, None, UNKNOWN),
        (made(Grant, maximum=10), 0, YES),
        (made(Grant, minimum=10), 9, NO),
    ],
)
def test_grant_at_its_edges(condition: Grant, grant: int | None, answer: object) -> None:
    found = planned(condition, grant=grant)
    assert found.answer is answer
    assert fact(found) == ("project.grant" if answer is UNKNOWN else None)
    assert found.reason.key == ("broken.euros" if answer is NO else f"keep.{_name(condition)}")
    if answer is NO:
        assert found.curable
        assert found.reason.values["planned"] == grant
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.count) == (f"cure.{_name(condition)}", 0)


def _name(condition: Grant) -> str:
    if condition.options:
        return "grant.options"
    if condition.minimum is None:
        return "grant.at_most"
    return "grant.at_least" if condition.maximum is None else "grant.between"


@pytest.mark.parametrize(
    ("grant", "months", "answer", "asks"),
    [
        (None, 24, UNKNOWN, "project.grant"),
        (1_000_000, 24, YES, None),
        (1_000_001, 24, NO, None),
        (1_500_000, 36, YES, None),
        (1_500_001, 36, NO, None),
        (1_000_000, None, YES, None),
        (1_000_001, None, UNKNOWN, "project.months"),
        (1_500_000, None, UNKNOWN, "project.months"),
        (1_500_001, None, NO, None),
        (1_000_001, 30, UNKNOWN, "project.months"),
    ],
)
def test_grant_by_length(grant: int | None, months: int | None, answer: object, asks: str | None) -> None:
    found = planned(BY_LENGTH, grant=grant, months=months)
    assert (found.answer, fact(found)) == (answer, asks)
    limits = {"limits": ("24 1000000", "36 1500000")}
    if answer is NO:
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.euros", grant)
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.message.values) == ("cure.grant.by_months", limits)
    else:
        assert (found.reason.key, found.reason.values) == ("keep.grant.by_months", limits)


def test_bounds_and_length_both_hold() -> None:
    both = made(Grant, minimum=200_000, maximum_by_months={24: 400_000, 36: 500_000})
    assert planned(both, grant=199_999, months=24).reason.values["rule"].key == "keep.grant.at_least"  # type: ignore[union-attr]
    assert planned(both, grant=200_000, months=24).answer is YES
    assert planned(both, grant=400_001, months=24).answer is NO
    assert planned(both).reason.key == "keep.grant.at_least"


@pytest.mark.parametrize(
    ("values", "answer", "asks"),
    [
        ({}, UNKNOWN, "project.total_cost"),
        ({"grant": 80}, UNKNOWN, "project.total_cost"),
        ({"total_cost": 100}, UNKNOWN, "project.grant"),
        ({"grant": 80, "total_cost": 100}, YES, None),
        ({"grant": 81, "total_cost": 100}, NO, None),
        ({"grant": 247_916, "total_cost": 309_896}, YES, None),
        ({"grant": 247_917, "total_cost": 309_896}, NO, None),
        ({"total_cost": 100, "own_funding": 10, "other_funding": 10}, UNKNOWN, "project.grant"),
        ({"total_cost": 100, "own_funding": 10, "other_funding": 9}, NO, None),
        ({"grant": 80, "total_cost": 100, "own_funding": 20, "other_funding": 0}, YES, None),
        ({"grant": 80, "total_cost": 100, "own_funding": 0, "other_funding": 19}, NO, None),
        ({"grant": 80, "total_cost": 100, "own_funding": 0}, YES, None),
        ({"grant": 80, "total_cost": 100, "other_funding": 0}, YES, None),
        ({"own_funding": 0, "other_funding": 0}, UNKNOWN, "project.total_cost"),
    ],
)
def test_co_financing(values: dict[str, int], answer: object, asks: str | None) -> None:
    found = planned(made(CoFinancing, maximum_rate=0.8), **values)
    assert (found.answer, fact(found)) == (answer, asks)
    told = {"rate": 0.8, "rest": 0.2}
    if answer is NO:
        assert found.reason.key == "broken.plain"
        assert found.reason.values["rule"].values == told  # type: ignore[union-attr]
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.message.values) == ("cure.co_financing", told)
    else:
        assert (found.reason.key, found.reason.values) == ("keep.co_financing", told)


TWO_RATES = made(CoFinancing, maximum_rate=0.8, maximum_rate_investment=0.7)


@pytest.mark.parametrize(
    ("grant", "investment", "answer", "asks", "rate"),
    [
        (70, True, YES, None, 0.7),
        (71, True, NO, None, 0.7),
        (80, False, YES, None, 0.8),
        (81, False, NO, None, 0.8),
        (70, None, YES, None, 0.8),
        (71, None, UNKNOWN, "project.investment", 0.8),
        (80, None, UNKNOWN, "project.investment", 0.8),
        (81, None, NO, None, 0.8),
    ],
)
def test_investments_have_a_rate_of_their_own(
    grant: int, investment: bool | None, answer: object, asks: str | None, rate: float
) -> None:
    found = planned(TWO_RATES, grant=grant, total_cost=100, investment=investment)
    assert (found.answer, fact(found)) == (answer, asks)
    rule = found.reason.values["rule"] if answer is NO else found.reason
    assert rule.values["rate"] == rate  # type: ignore[union-attr]


def test_one_rate_holds_for_investments_too() -> None:
    one = made(CoFinancing, maximum_rate=0.8)
    assert planned(one, grant=80, total_cost=100, investment=True).answer is YES
    only = made(CoFinancing, maximum_rate_investment=0.7)
    assert planned(only, grant=70, total_cost=100, investment=True).answer is YES
    assert planned(only, grant=70, total_cost=100).reason.key == "co_financing.not_told"
    higher = made(CoFinancing, maximum_rate=0.7, maximum_rate_investment=0.8)
    assert planned(higher, grant=75, total_cost=100).answer is UNKNOWN
    assert planned(higher, grant=81, total_cost=100).answer is NO


@given(st.integers(0, 10**9), st.integers(1, 99))
def test_a_grant_at_the_rate_is_never_refused(total: int, per_cent: int) -> None:
    """What multiplies out exactly is allowed, whatever binary fractions make of the rate."""
    condition = made(CoFinancing, maximum_rate=per_cent / 100)
    assert planned(condition, grant=total * per_cent // 100, total_cost=total).answer is YES
    assert planned(condition, grant=total * per_cent // 100 + 1, total_cost=total).answer is NO


@pytest.mark.parametrize(
    ("values", "answer", "asks"),
    [
        ({}, UNKNOWN, "project.management_amount"),
        ({"management_amount": 20}, UNKNOWN, "project.grant"),
        ({"grant": 100}, UNKNOWN, "project.management_amount"),
        ({"grant": 100, "management_amount": 20}, YES, None),
        ({"grant": 100, "management_amount": 21}, NO, None),
    ],
)
def test_management_share(values: dict[str, int], answer: object, asks: str | None) -> None:
    found = planned(made(CostShare, maximum_share=0.2), **values)
    assert (found.answer, fact(found)) == (answer, asks)
    if answer is NO:
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.euros", 21)
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.message.values) == ("cure.management_share", {"rate": 0.2})
    else:
        assert (found.reason.key, found.reason.values) == ("keep.management_share", {"rate": 0.2})


@pytest.mark.parametrize(
    ("values", "answer", "asks"),
    [
        ({}, UNKNOWN, "project.salaries"),
        ({"other_costs": 40}, UNKNOWN, "project.salaries"),
        ({"salaries": 100}, UNKNOWN, "project.other_costs"),
        ({"salaries": 100, "other_costs": 40}, UNKNOWN, "project.further_costs"),
        ({"salaries": 100, "other_costs": 40, "further_costs": 0}, YES, None),
        ({"salaries": 100, "other_costs": 41, "further_costs": 0}, YES, None),
        ({"salaries": 100, "other_costs": 39, "further_costs": 0}, YES, None),
        ({"salaries": 100, "other_costs": 42}, NO, None),
        ({"salaries": 100, "other_costs": 38}, NO, None),
        ({"salaries": 221_354, "other_costs": 88_542, "further_costs": 0}, YES, None),
        ({"salaries": 221_354, "other_costs": 88_543, "further_costs": 0}, NO, None),
        ({"salaries": 0, "other_costs": 0, "further_costs": 0}, YES, None),
    ],
)
def test_flat_rate_to_one_euro(values: dict[str, int], answer: object, asks: str | None) -> None:
    found = planned(made(FlatRate, rate=0.4), **values)
    assert (found.answer, fact(found)) == (answer, asks)
    if answer is NO:
        assert (found.reason.key, found.reason.values["planned"]) == ("broken.euros", values["other_costs"])
        assert found.cure is not None
        assert (found.cure.message.key, found.cure.message.values) == ("cure.flat_rate", {"rate": 0.4})
    else:
        assert (found.reason.key, found.reason.values) == ("keep.flat_rate", {"rate": 0.4})


def test_nothing_stands_beside_a_flat_rate() -> None:
    found = planned(made(FlatRate, rate=0.4), further_costs=1)
    assert (found.answer, found.reason.key, found.reason.values["planned"]) == (NO, "broken.euros_beside", 1)

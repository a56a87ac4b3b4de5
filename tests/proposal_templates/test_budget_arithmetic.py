"""Sums always meet: over members, over work packages, and with what is computed on top."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.budget.arithmetic import apportion, whole_euros
from proposal_templates.budget.costs import CostLine, CostPlan, cost_plan
from proposal_templates.budget.funding import all_equal, missing_funding, percents
from proposal_templates.budget.model import CostModel
from proposal_templates.budget.models import cost_model, load_models

COUNTED = [model.key for model in load_models() if model.categories]
AMOUNTS = st.decimals(0, 5_000_000, places=2)
RATES = st.decimals(0, 1, places=3)


def model(key: str) -> CostModel:
    """A cost model that is there."""
    found = cost_model(key)
    assert found
    return found


@st.composite
def plans(draw: st.DrawFn) -> tuple[CostModel, list[CostLine], Decimal, CostPlan]:
    """Cost lines of some members and work packages on any cost model, and their sums."""
    chosen = model(draw(st.sampled_from(COUNTED)))
    categories = st.sampled_from([category.key for category in chosen.categories])
    line = st.builds(
        CostLine,
        member=st.integers(0, 5),
        work=st.none() | st.integers(0, 4),
        category=categories,
        amount=AMOUNTS,
    )
    lines, rate = draw(st.lists(line, max_size=25)), draw(RATES)
    return chosen, lines, rate, cost_plan(chosen, lines, rate)


def test_the_finnish_example_is_met_to_the_euro() -> None:
    line = CostLine(member=0, work=None, category="salaries", amount=Decimal(221_354))
    whole = cost_plan(model("fi_flat_rate_40"), [line], Decimal("0.8")).whole
    found = [whole.overhead, whole.total, whole.grant, whole.rest]
    assert found == [Decimal(each) for each in (88_542, 309_896, 247_916, 61_980)]


@given(plans())
def test_sums_over_members_and_work_packages_are_the_whole(
    made: tuple[CostModel, list[CostLine], Decimal, CostPlan],
) -> None:
    _, lines, _, plan = made
    works = {line.work for line in lines}
    assert plan.whole.listed == sum(line.amount for line in lines)
    for total in ("listed", "overhead", "total", "grant"):
        whole = getattr(plan.whole, total)
        assert sum(getattr(each, total) for each in plan.by_member.values()) == whole
        assert sum(getattr(plan.by_work(work), total) for work in works) == whole
        for member, sums in plan.by_member.items():
            parts = [each for (of, _), each in plan.by_part.items() if of == member]
            assert sum(getattr(each, total) for each in parts) == getattr(sums, total)


@given(plans())
def test_what_is_computed_stays_within_its_rounding_and_is_never_negative(
    made: tuple[CostModel, list[CostLine], Decimal, CostPlan],
) -> None:
    chosen, _, rate, plan = made
    for sums in plan.by_member.values():
        assert sums.grant is not None
        assert sums.rest is not None
        if chosen.overhead:
            base = sum((sums.direct.get(key, Decimal(0)) for key in chosen.overhead.base), Decimal(0))
            assert abs(sums.overhead - chosen.overhead.value * base) <= Decimal("0.5")
        assert 0 <= rate * sums.total - sums.grant < 1
        assert sums.grant + sums.rest == sums.total
        assert min(sums.grant, sums.rest, sums.overhead) >= 0
    assert all(each.overhead >= 0 and (each.grant or 0) >= 0 for each in plan.by_part.values())


@given(plans())
def test_without_a_rate_the_grant_is_not_known(
    made: tuple[CostModel, list[CostLine], Decimal, CostPlan],
) -> None:
    chosen, lines, _, plan = made
    bare = cost_plan(chosen, lines, None)
    assert all(sums.grant is None and sums.rest is None for sums in bare.by_member.values())
    assert bare.whole.total == plan.whole.total


@given(st.integers(0, 10_000_000), st.lists(AMOUNTS, min_size=1, max_size=12))
def test_shares_of_a_whole_add_up_and_differ_from_the_exact_by_less_than_one(
    whole: int, weights: list[Decimal]
) -> None:
    total = sum(weights)
    if total == 0:
        return
    parts = apportion(Decimal(whole), weights)
    assert sum(parts) == whole
    for part, weight in zip(parts, weights, strict=True):
        assert part == part.to_integral_value()
        assert abs(part - whole * weight / total) < 1


@pytest.mark.parametrize(("whole", "weights"), [("1.5", ["1"]), ("-1", ["1"]), ("1", ["-1"]), ("1", ["0"])])
def test_what_cannot_be_shared_out_is_refused(whole: str, weights: list[str]) -> None:
    with pytest.raises(ValueError, match="weight"):
        apportion(Decimal(whole), [Decimal(weight) for weight in weights])


def test_equal_remainders_go_to_the_earlier_part() -> None:
    assert apportion(Decimal(2), [Decimal(1)] * 3) == (Decimal(1), Decimal(1), Decimal(0))
    assert apportion(Decimal(0), [Decimal(0)]) == (Decimal(0),)


def test_euros_are_rounded_as_the_rule_says() -> None:
    halves = [Decimal("88541.5"), Decimal("88541.49")]
    assert [whole_euros(each, "half_up") for each in halves] == [88_542, 88_541]
    assert whole_euros(Decimal("247916.99"), "down") == 247_916


@given(AMOUNTS, AMOUNTS, st.lists(AMOUNTS, max_size=6))
def test_gap_grant_and_funding_are_the_total(total: Decimal, grant: Decimal, known: list[Decimal]) -> None:
    assert missing_funding(total, grant, known) + grant + sum(known) == total


@given(st.lists(AMOUNTS, min_size=1, max_size=10))
def test_each_percent_is_within_half_a_tenth_of_its_amount(amounts: list[Decimal]) -> None:
    whole = sum(amounts, Decimal(0))
    shares = percents(amounts, whole)
    assert len(shares) == len(amounts)
    for amount, share in zip(amounts, shares, strict=True):
        assert abs(share * whole - amount) <= whole * Decimal("0.0005")


def test_equal_amounts_have_equal_percents() -> None:
    assert percents([Decimal(1), Decimal(1)], Decimal(3)) == (Decimal("0.333"), Decimal("0.333"))
    assert len(set(percents([Decimal(16_000)] * 2 + [Decimal(28_000)], Decimal(60_000)))) == 2


def test_equal_shares_are_noticed() -> None:
    assert all_equal([Decimal(5), Decimal("5.0")])
    assert not all_equal([Decimal(5), Decimal(6)])
    assert not all_equal([Decimal(5)])

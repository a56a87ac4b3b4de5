"""Whose money a budget overview tells of."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from crawler.field_maps.portal_budget import Budget, budget_of
from store.vocabulary import BudgetScope
from tests.crawler.builders import budget_row, overview

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("budgetTopicActionMap"), inner),
)


def test_a_topic_alone_in_its_line_has_a_budget_of_its_own() -> None:
    budget = budget_of(overview({"1": [budget_row("ESF-2026-POW")]}), "ESF-2026-POW")
    assert (budget.total, budget.scope) == (4_000_000, BudgetScope.OWN)


def test_a_line_with_siblings_is_an_envelope_they_share() -> None:
    rows = [budget_row("JTM-A", "630000000"), budget_row("JTM-B", "630000000")]
    budget = budget_of(overview({"1": rows}), "JTM-B")
    assert (budget.total, budget.scope) == (630_000_000, BudgetScope.SHARED)


def test_a_sibling_with_another_amount_leaves_the_own_one_alone() -> None:
    lines = {"1": [budget_row("A", "1000")], "2": [budget_row("B", "2000")]}
    assert budget_of(overview(lines), "B") == Budget(2_000, BudgetScope.OWN)


def test_equal_amounts_in_lines_of_their_own_leave_the_scope_unknown() -> None:
    lines = {"1": [budget_row("A", "25000")], "2": [budget_row("B", "25000")]}
    assert budget_of(overview(lines), "A") == Budget(25_000, None)


def test_rows_of_one_topic_in_one_line_repeat_and_in_two_lines_add_up() -> None:
    lines = {"1": [budget_row("A", "300"), budget_row("A", "300")], "2": [budget_row("A", "50")]}
    assert budget_of(overview(lines), "A").total == 350


def test_years_add_up_and_case_does_not_matter() -> None:
    row = budget_row("A-two-stage") | {"budgetYearMap": {"2026": "100", "2027": 200, "2028": ""}}
    assert budget_of(overview({"1": [row]}), "a-Two-Stage").total == 300


def test_zero_and_empty_are_not_known() -> None:
    rows = [budget_row("A", "0"), budget_row("A", "")]
    assert budget_of(overview({"1": rows}), "A") == Budget()


def test_grants_are_read_where_they_are_given() -> None:
    row = budget_row("A", minContribution=100, maxContribution="500", expectedGrants=3)
    budget = budget_of(overview({"1": [row]}), "A")
    assert (budget.smallest_grant, budget.largest_grant, budget.grants) == (100, 500, 3)


@given(JSON, st.text())
def test_no_shape_breaks_the_reader(value: Any, identifier: str) -> None:
    budget_of(value, identifier)
    budget_of({"budgetTopicActionMap": value}, identifier)
    budget_of({"budgetTopicActionMap": {"1": value}}, identifier)
    budget_of({"budgetTopicActionMap": {"1": [value]}}, identifier)

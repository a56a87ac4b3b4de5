"""Budget, shares and effort as a reader meets them, in three languages: sums, gaps, and what must be told."""

from dataclasses import replace
from decimal import Decimal

import pytest

from proposal_templates.blocks import SpanKind, TableBlock
from proposal_templates.budget.models import cost_model
from proposal_templates.context import BudgetFacts, Language, SubcontractFacts
from proposal_templates.desk import WorkPackage
from proposal_templates.origins import OriginKind
from proposal_templates.parts.money import PARTS
from proposal_templates.parts.money.ledger import rate_of
from tests.proposal_templates import budgets, builders
from tests.proposal_templates.budgets import ABROAD, AREA, COLLEGE, EMPLOYERS, PAID, PEERS, cost, desk, told
from tests.proposal_templates.reading import MARKS

FINNISH = ("fi_flat_rate_40", "fi_flat_rate_1_5")


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "Lakeside Vocational College | 221,354 | 88,542 | 309,896 | 247,916 | 61,980"),
        ("fi", "Järviseudun ammattiopisto | 221 354 | 88 542 | 309 896 | 247 916 | 61 980"),
        ("sv", "Sjöbygdens yrkesinstitut | 221 354 | 88 542 | 309 896 | 247 916 | 61 980"),
    ],
)
def test_the_finnish_table_tells_salaries_flat_rate_total_support_and_rest(
    language: Language, row: str
) -> None:
    at = desk(FINNISH, BudgetFacts(costs=budgets.salaries(221_354, 50_001, 50_001, 9)), language)
    found = budgets.lines(at, "budget")
    assert row in found
    total = next(line for line in found if line.startswith(("Total | ", "Yhteensä | ", "Totalt | ")))
    bare = "".join(character for character in total if character.isdigit() or character == "|")
    assert bare == "|321365|128546|449911|359926|89985"
    assert not any(MARKS[language] in line for line in found)


def test_an_investment_takes_the_investment_model_and_its_own_rate() -> None:
    lines = tuple(cost(member, 100_000, "investment") for member in PAID)
    found = told(desk(FINNISH, BudgetFacts(costs=lines, investment=True)), "budget")
    assert "Investment costs (EUR) | Flat rate 1.5% (EUR)" in found
    assert "Lakeside Vocational College | 100,000 | 1,500 | 101,500 | 71,050 | 30,450" in found


def test_a_member_without_costs_is_a_gap_and_the_whole_stays_open() -> None:
    at = desk(FINNISH, BudgetFacts(costs=budgets.salaries(221_354, 50_000, 50_000, None)))
    found = budgets.lines(at, "budget")
    assert any(line.startswith("Norrby Competence Centre | [TO COMPLETE: staff costs") for line in found)
    assert "Total | open" in found
    assert "Cost lines known so far: EUR 321,354." in told(at, "budget")
    assert " | 0" not in told(at, "budget")


def test_lump_sum_two_meets_in_all_three_tables() -> None:
    lines = tuple(
        cost(member, 1_000 * (member + 1) + 37 * work, category, work=work)
        for member in PAID
        for work in range(3)
        for category in ("employees", "travel", "volunteers")
    )
    at = desk("ls2", BudgetFacts(costs=lines), call=builders.call())
    whole, grid, detail = [block for block in budgets.blocks(at, "budget") if isinstance(block, TableBlock)]
    assert [column.heading for column in grid.columns[1:4]] == ["WP1", "WP2", "WP3"]

    def number(text: str) -> Decimal:
        return Decimal(text.replace(",", ""))

    totals = [number("".join(span.text for span in row[-1].words)) for row in whole.rows if len(row) > 2]
    by_work = [number("".join(span.text for span in row[-1].words)) for row in grid.rows]
    parts = [number("".join(span.text for span in row[-1].words)) for row in detail.rows]
    assert totals == by_work
    assert sum(totals[:-1]) == totals[-1] == sum(parts)
    base = sum((line.amount or 0 for line in lines if line.category != "volunteers"), Decimal(0))
    assert abs(totals[-1] - sum(line.amount or 0 for line in lines) - base * Decimal("0.07")) <= 2


def test_an_open_amount_keeps_what_is_known_and_asks_the_member_for_the_rest() -> None:
    lines = (*(cost(member, 5_000, work=0) for member in PAID), cost(PEERS, None, "travel", work=1))
    found = budgets.lines(desk("ls2", BudgetFacts(costs=lines)), "budget")
    known = next(line for line in found if line.startswith("4 | 5,000"))
    assert known.endswith("open | open")
    assert any(line.startswith("4 | [TO COMPLETE: amounts") for line in found)


def test_more_work_packages_than_fit_side_by_side_make_a_second_table() -> None:
    works = budgets.WORK * 4
    at = desk("ls2", BudgetFacts(costs=tuple(cost(COLLEGE, 10, work=work) for work in range(12))))
    project = replace(at.context.project, work_packages=works)
    at = replace(at, context=replace(at.context, project=project))
    tables = [block for block in budgets.blocks(at, "budget") if isinstance(block, TableBlock)]
    grids = [table for table in tables if table.key.startswith("budget_grid")]
    assert [len(table.columns) for table in grids] == [8, 7]


def test_a_role_without_grant_says_so_with_its_source_and_its_lines_are_not_counted() -> None:
    lines = (*(cost(member, 100) for member in PAID), cost(EMPLOYERS, 77))
    at = desk("ls2", BudgetFacts(costs=lines))
    assert "Lakeside Entrepreneurs | No cost lines: this role gets no EU grant" in told(at, "budget")
    assert "the member's role gets no grant: line 5: EUR 77." in told(at, "budget")
    rule = next(span for span in budgets.spans(at, "budget") if span.text.startswith("No cost lines"))
    assert rule.origin
    assert (rule.origin.kind, rule.origin.path) == (OriginKind.FORM, "roles.associated_partner")


def test_lines_that_cannot_be_counted_are_told() -> None:
    lines = (
        *budgets.salaries(1, 2, 3, 4),
        cost(AREA, 5, "travel"),
        cost(99, 6, "salaries"),
        cost(AREA, -7, "salaries"),
    )
    found = told(desk(FINNISH, BudgetFacts(costs=lines)), "budget")
    assert "the category is none of the cost model's: line 5: EUR 5." in found
    assert "no member is named: line 6: EUR 6." in found
    assert "below zero: line 7: -EUR" in found or "below zero: line 7: EUR -7" in found.replace("\u00a0", " ")


def test_planned_sums_stand_beside_computed_ones_and_limits_are_told() -> None:
    budget = BudgetFacts(costs=budgets.salaries(100_000, 0, 0, 0), total=Decimal(9), grant=Decimal(200_000))
    call = builders.call(rate=Decimal("0.9"), grant_max=Decimal(150_000), grant_min=None)
    found = told(desk(FINNISH, budget, call=call), "budget")
    assert "gives the total cost as EUR 9; the cost lines add up to EUR 140,000" in found
    assert "gives the grant as EUR 200,000; computed from the costs it is EUR 126,000" in found
    assert "above the call's greatest grant of EUR 150,000" in found
    assert "rate of 90% is above the greatest support allowed, 80%" in found
    assert "EUR 200,000 is more than 90% of the costs" in found
    low = desk(FINNISH, budget, call=builders.call(grant_min=Decimal(300_000), grant_max=None))
    assert "below the call's least grant of EUR 300,000" in told(low, "budget")


def test_a_lump_sum_is_shared_by_member_and_work_package() -> None:
    at = desk(
        "ka220_lump_sum",
        BudgetFacts(grant=Decimal(250_000), shares=budgets.shared(40_000, 90_000, 70_000, 50_000)),
    )
    found = budgets.lines(at, "budget")
    assert "1 Lakeside Vocational College | 40,000 | – | – | 40,000" in found
    assert "Total | 90,000 | 90,000 | 70,000 | 250,000" in found
    wrong = desk("ka220_lump_sum", BudgetFacts(grant=Decimal(251_000)))
    sums = "EUR 251,000 is none of the lump sums to choose from: EUR 120,000, EUR 250,000, EUR 400,000"
    assert sums in told(wrong, "budget")


def test_shares_have_reasons_or_gaps_and_percents_that_add_up() -> None:
    shares = list(budgets.shared(40_000, 90_000, 70_000, 50_000))
    shares[1] = replace(shares[1], reason=None)
    at = desk("ka220_lump_sum", BudgetFacts(grant=Decimal(250_000), shares=tuple(shares)))
    found = budgets.lines(at, "grant_shares")
    assert "Lakeside Vocational College | 40,000 | 16% | WP1: does the work" in found
    assert any("90,000 | 36% | WP2: [TO COMPLETE: why this amount" in line for line in found)
    assert "Total | 250,000 | 100%" in found
    assert "Lakeside Entrepreneurs | No share: this role gets no EU grant" in found


def test_shares_that_miss_the_grant_and_equal_shares_without_reason_are_told() -> None:
    equal = budgets.shared(60_000, 60_000, 60_000, 60_000, reason=None)
    found = told(desk("ka220_lump_sum", BudgetFacts(grant=Decimal(250_000), shares=equal)), "grant_shares")
    assert "The shares add up to EUR 240,000, the grant is EUR 250,000." in found
    assert "Every member has the same share, EUR 60,000, and none has a reason." in found
    reasoned = BudgetFacts(shares=budgets.shared(60_000, 60_000, 60_000, 60_000))
    assert "Every member has the same share" not in told(desk("ka220_lump_sum", reasoned), "grant_shares")


def test_that_every_share_is_the_same_is_not_told_while_a_share_is_open() -> None:
    some = BudgetFacts(shares=budgets.shared(60_000, 60_000, 60_000, 60_000, reason=None)[:2])
    assert "Every member has the same share" not in told(desk("ka220_lump_sum", some), "grant_shares")


def test_without_agreed_shares_the_costs_give_them_with_their_reason() -> None:
    at = desk(FINNISH, BudgetFacts(costs=budgets.salaries(221_354, 100, 100, 100)))
    found = told(at, "grant_shares")
    assert "| 247,916 | 99.9% | Follows from the member's own cost lines, at 80% of the total." in found
    assert MARKS["en"] not in found


@pytest.mark.parametrize(
    ("first", "said"),
    [(50_000, "20% of the grant.\nThat is within the limit of 20%"), (50_001, "above the limit of 20%")],
)
def test_the_share_of_management_is_held_against_its_limit(first: int, said: str) -> None:
    shares = budgets.shared(first, 250_000 - first, 0, 0)
    at = desk("ka220_lump_sum", BudgetFacts(grant=Decimal(250_000), shares=shares))
    assert said in told(at, "management_share")
    limit = next(
        span
        for span in budgets.spans(at, "management_share")
        if span.text == "20%" and span.origin and span.origin.source
    )
    assert limit.origin
    assert limit.origin.certainty == "A"


def test_management_stays_a_gap_until_every_share_is_known() -> None:
    shares = budgets.shared(50_000, 100_000, 50_000, 50_000)[:3]
    for known in ((), shares):
        at = desk("ka220_lump_sum", BudgetFacts(grant=Decimal(250_000), shares=known))
        assert told(at, "management_share").startswith(MARKS["en"])


def test_a_work_package_tells_its_cost_by_partner_with_reasons() -> None:
    shares = budgets.shared(50_000, 100_000, 50_000, 50_000)
    at = desk("ka220_lump_sum", BudgetFacts(grant=Decimal(250_000), shares=shares))
    found = told(replace(at, work=WorkPackage(2, "goal", (), 1)), "wp_cost")
    assert "Lakeside Employment Area | 100,000 | does the work" in found
    assert "Peer House Association | [TO COMPLETE: share in this work package" in found
    assert "Total | 100,000" in found
    assert "[TO COMPLETE: why this work package gives value for money." in found


def test_effort_is_counted_by_work_package_unless_the_form_leaves_it_out() -> None:
    lines = (
        cost(COLLEGE, 5, work=0, person_months=Decimal("1.5")),
        cost(COLLEGE, 5, work=2, person_months=Decimal(4)),
        cost(AREA, 5),
    )
    at = desk("ls2", BudgetFacts(costs=lines), call=builders.call(action="ERASMUS Project Grants"))
    found = budgets.lines(at, "staff_effort")
    assert "Lakeside Vocational College | WP1 1.5; WP3 4 | 5.5" in found
    assert any(line.startswith("Lakeside Employment Area | [TO COMPLETE: person-months") for line in found)
    lump = desk("ls2", BudgetFacts(costs=lines), call=builders.call())
    assert told(lump, "staff_effort") == "Staff effort: the form leaves this table out for lump sums."


def test_subcontracts_are_numbered_by_work_package_and_much_of_it_needs_reasons() -> None:
    bought = (
        SubcontractFacts(work=1, name="Study", cost=Decimal(400), justification="no member does it"),
        SubcontractFacts(work=1, name="Film"),
    )
    costs = (*(cost(member, 100) for member in PAID), cost(AREA, 300, "subcontracting"))
    at = desk("ls2", BudgetFacts(costs=costs, subcontracts=bought))
    found = told(at, "subcontracting")
    assert (
        "S2.1 | Study | 2 | [TO COMPLETE: what is bought. From: coordinator] | 400 | no member does it"
        in found
    )
    assert "S2.2 | Film | 2 |" in found
    assert "Subcontracting of EUR 400 is more than 30% of the total cost of EUR 749." in found
    assert "S1.1 | [TO COMPLETE: what is subcontracted" in told(desk("ls2", BudgetFacts()), "subcontracting")


def test_the_frame_tells_the_rules_of_the_model_with_sources() -> None:
    at = desk("si_plus", BudgetFacts())
    found = told(at, "cost_frame")
    assert "Cost model: Social Innovation+ budget." in found
    assert "(long-term unemployed): EUR 1,000,000 to EUR 3,000,000" in found
    facts = [span for span in budgets.spans(at, "cost_frame") if span.kind is SpanKind.FACT]
    assert all(span.origin and span.origin.source for span in facts if "EUR" in span.text)


def test_unknown_rate_and_unknown_indirect_costs_stay_gaps() -> None:
    lines = tuple(cost(member, 1_000, work=0) for member in PAID)
    found = told(desk("easi", BudgetFacts(costs=lines)), "budget")
    assert "Indirect costs are not counted: [TO COMPLETE: rate of indirect costs." in found
    assert told(desk("easi", BudgetFacts(costs=lines)), "grant_shares").count(MARKS["en"]) == len(PAID)
    rated = desk("easi", BudgetFacts(costs=lines), call=builders.call(rate=Decimal("0.95")))
    assert "| 950 | 25% |" in told(rated, "grant_shares")


def test_every_figure_leads_to_its_lines_and_rules() -> None:
    at = desk(FINNISH, BudgetFacts(costs=budgets.salaries(221_354, 1, 1, 1)))
    support = next(span for span in budgets.spans(at, "budget") if span.text == "247,916")
    assert support.origin
    kinds = {origin.kind for origin in support.origin.rests_on}
    assert kinds == {OriginKind.PROJECT, OriginKind.FORM}
    assert any(origin.path == "project.budget.costs[0].amount" for origin in support.origin.rests_on)
    for part in PARTS:
        for span in budgets.spans(at, part):
            assert span.kind is not SpanKind.FACT or span.origin, (part, span.text)


@pytest.mark.parametrize("part", sorted(PARTS))
@pytest.mark.parametrize("model", ["ls2", "ka220_lump_sum", "fi_flat_rate_40", "easi", ()])
def test_an_empty_budget_gives_gaps_and_no_figure(model: str, part: str) -> None:
    for language, mark in MARKS.items():
        at = desk(model, BudgetFacts(), language)  # type: ignore[arg-type]
        found = told(at, part)
        exempt = part in ("staff_effort", "cost_frame")
        assert exempt or mark in found
        nobody = told(desk(model, BudgetFacts(), language, members=()), part)  # type: ignore[arg-type]
        assert exempt or mark in nobody


def test_described_lines_stand_one_by_one() -> None:
    lines = (cost(ABROAD, 10, work=1, description="two trainers"), cost(ABROAD, 20))
    found = told(desk("ls2", BudgetFacts(costs=lines)), "budget")
    assert "Norrby Competence Centre | 2 | employees | two trainers | 10" in found


def test_a_kind_of_call_with_a_rate_of_its_own_has_that_rate_unless_the_call_names_another() -> None:
    at = desk("ls2", BudgetFacts(costs=(cost(COLLEGE, 100_000),)))
    model = cost_model("ls2")
    assert model
    assert rate_of(at, model)[0] == Decimal("0.8")
    call = replace(at.context.call, identifier="ERASMUS-EDU-2026-CBHE-STRAND-1", rate=None)
    rate, origin = rate_of(replace(at, context=replace(at.context, call=call)), model)
    assert (rate, origin and origin.certainty) == (Decimal("0.9"), "B")
    named = replace(call, rate=Decimal("0.7"))
    assert rate_of(replace(at, context=replace(at.context, call=named)), model)[0] == Decimal("0.7")

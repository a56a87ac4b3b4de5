"""The funding plan: the grant, who else pays, and what nobody pays yet."""

from decimal import Decimal

import pytest

from proposal_templates.context import BudgetFacts, FundingFacts, Language
from tests.proposal_templates import budgets
from tests.proposal_templates.budgets import AREA, COLLEGE, desk, told
from tests.proposal_templates.reading import MARKS

EXAMPLE = budgets.salaries(221_354, 0, 0, 0)
MODEL = "fi_flat_rate_40"


def paid(amount: int | None, kind: str | None = "own", **more: object) -> FundingFacts:
    """One line of funding."""
    value = None if amount is None else Decimal(amount)
    return FundingFacts(amount=value, kind=kind, **more)  # type: ignore[arg-type]


KINDS: dict[Language, list[str]] = {
    "en": [
        "EU and state funding (support)",
        "Municipal funding",
        "Other public funding",
        "Private funding",
        "Own contribution",
        "Total cost of the project",
        "Still without a payer",
    ],
    "fi": [
        "EU:n ja valtion rahoitus (tuki)",
        "Kunnallinen rahoitus",
        "Muu julkinen rahoitus",
        "Yksityinen rahoitus",
        "Omarahoitus",
        "Hankkeen kokonaiskustannukset",
        "Rahoittaja puuttuu",
    ],
    "sv": [
        "EU-finansiering och statlig finansiering (stöd)",
        "Kommunal finansiering",
        "Annan offentlig finansiering",
        "Privat finansiering",
        "Självfinansiering",
        "Projektets totala kostnader",
        "Finansiär saknas",
    ],
}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_kinds_stand_in_the_order_of_the_finnish_plan_in_its_words(language: Language) -> None:
    at = desk(MODEL, BudgetFacts(costs=EXAMPLE), language)
    found = budgets.lines(at, "funding_plan")
    assert [line.partition(" | ")[0] for line in found[2:9]] == KINDS[language]


def test_what_is_missing_is_a_figure_and_a_gap_that_asks_who_pays() -> None:
    funding = (paid(20_000, member=COLLEGE), paid(30_000, "municipal", source="Town of Lakeside"))
    found = told(desk(MODEL, BudgetFacts(costs=EXAMPLE, funding=funding)), "funding_plan")
    assert "EU and state funding (support) | 247,916" in found
    assert "Municipal funding | 30,000 | Town of Lakeside" in found
    assert "Own contribution | 20,000 | Lakeside Vocational College" in found
    assert "Other public funding | none entered" in found
    assert "Total cost of the project | 309,896" in found
    assert "Still without a payer | 11,980 | [TO COMPLETE: which member or body pays this" in found


def test_each_partner_sees_what_its_own_plan_leaves_open() -> None:
    funding = (paid(61_980, member=COLLEGE), paid(1_000, "municipal", member=AREA))
    costs = budgets.salaries(221_354, 50_001, 0, 0)
    found = told(desk(MODEL, BudgetFacts(costs=costs, funding=funding)), "funding_plan")
    assert "Lakeside Vocational College | 61,980 | 61,980 | nothing" in found
    assert "Lakeside Employment Area | 14,001 | 1,000 | 13,001 [TO COMPLETE:" in found


@pytest.mark.parametrize(
    ("amount", "said"),
    [(61_980, "meet the total cost."), (61_981, "are EUR 1 more than the total cost.")],
)
def test_funding_that_meets_or_passes_the_cost_is_told(amount: int, said: str) -> None:
    found = told(desk(MODEL, BudgetFacts(costs=EXAMPLE, funding=(paid(amount),))), "funding_plan")
    assert said in found
    assert "Still without a payer" not in found


def test_an_unknown_part_keeps_the_gap_unknown() -> None:
    unknown = BudgetFacts(costs=EXAMPLE, funding=(paid(None, member=AREA),))
    found = told(desk(MODEL, unknown), "funding_plan")
    assert (
        "Own contribution | [TO COMPLETE: amount of this funding in EUR. From: Lakeside Employment" in found
    )
    assert "Still without a payer" not in found
    bare = told(desk(MODEL, BudgetFacts(funding=(paid(5, None),))), "funding_plan")
    assert "[TO COMPLETE: kind of this funding" in bare
    assert "Total cost of the project | [TO COMPLETE:" in bare
    assert "[TO COMPLETE: grant applied for in EUR." in bare


def test_the_plans_own_grant_and_total_serve_where_nothing_can_be_computed() -> None:
    budget = BudgetFacts(
        grant=Decimal(250_000), total=Decimal(300_000), funding=(paid(40_000, "private", source="Firms"),)
    )
    found = told(desk("ka220_lump_sum", budget), "funding_plan")
    assert "EU grant | 250,000" in found
    assert "Private funding | 40,000 | Firms" in found
    assert "Still without a payer | 10,000" in found


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_gaps_are_in_the_drafts_language(language: Language) -> None:
    found = told(desk(MODEL, BudgetFacts(), language), "funding_plan")
    assert MARKS[language] in found
    assert MARKS["en"] not in found

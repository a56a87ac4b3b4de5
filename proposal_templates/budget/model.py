"""The shape of a cost model file; `docs/cost_models.md` shows what each of them holds."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from proposal_templates.forms.model import Key, Sourced, Text, Trilingual

Share = Annotated[Decimal, Field(ge=0, le=1)]
Euro = Annotated[Decimal, Field(ge=0)]

Kind = Literal["lump_sum", "cost_categories", "flat_rate"]
"""A set sum shared out; cost lines by category and work package; or one base with a flat rate on it."""

Rounding = Literal["half_up", "down"]
"""To whole EUR: half a euro and more goes up, or every fraction is dropped."""


BudgetColumn = Literal["personnel", "subcontracting", "travel", "equipment", "other", "third_parties", "base"]
"""Columns of amounts that a budget table has; `base` is that of a flat rate."""


class ShareRule(Sourced):
    """A share of an amount: a rate, a ceiling or a mark above which something must be told."""

    value: Share


class SetAmount(Sourced):
    """One of the sums to choose from, in EUR."""

    value: Euro


class Category(Sourced):
    """One kind of cost; `column` is where the form's budget table puts it."""

    key: Key
    code: Text | None = None
    name: Trilingual
    column: BudgetColumn


class Overhead(ShareRule):
    """Costs that are not listed but computed: `value` times the categories of the base, by member."""

    name: Trilingual
    base: tuple[Key, ...] = Field(min_length=1)
    base_source: Text
    base_certainty: Literal["A", "B", "C"]
    rounding: Rounding
    rounding_source: Text
    rounding_certainty: Literal["A", "B", "C"]


class GrantRate(Sourced):
    """Part of the costs that the grant pays; without a `value` only the call says it.

    most: whether the value is the most that the law allows, which a call can only go below.
    """

    value: Share | None = None
    most: bool = False
    rounding: Rounding
    rounding_source: Text
    rounding_certainty: Literal["A", "B", "C"]


class CallRange(Sourced):
    """Least and greatest grant in one kind of call, in EUR."""

    call: Trilingual
    least: Euro
    greatest: Euro


class CostModel(Sourced):
    """One way of counting costs and grant; amounts in EUR, rates as shares."""

    key: Key
    kind: Kind
    name: Trilingual
    sources: dict[str, Text] = Field(min_length=1)
    categories: tuple[Category, ...] = ()
    lump_sums: tuple[SetAmount, ...] = ()
    overhead: Overhead | None = None
    grant_rate: GrantRate | None = None
    management_most: ShareRule | None = None
    """The most that WP1 may take of the grant."""
    subcontracting_mark: ShareRule | None = None
    """Share of the total above which subcontracting needs reasons."""
    call_ranges: tuple[CallRange, ...] = ()
    investment: bool = False
    """Whether it is the model of investment projects."""

    def category(self, key: str | None) -> Category | None:
        """A category by its key; None when the model has none such."""
        return next((category for category in self.categories if category.key == key), None)

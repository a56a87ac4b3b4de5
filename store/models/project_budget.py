"""Costs, shares and funding of a project; amounts in EUR."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field as Limits

from store.models.kinds import Slug, Words
from store.models.part import DocumentPart, Money
from store.vocabulary import FundingKind

PersonMonths = Annotated[Decimal, Limits(ge=0, max_digits=7, decimal_places=2)]


class CostLine(DocumentPart):
    """Cost of one member in one category; `work` None is not split by work package.

    category: key of a cost category of the form's cost model, for example `salaries` or `travel`.
    """

    member: Slug | None = None
    work: Slug | None = None
    category: Words | None = None
    description: Words | None = None
    amount: Money | None = None
    person_months: PersonMonths | None = None


class Share(DocumentPart):
    """A member's share of the grant (of a lump sum, or as agreed), with its reason."""

    member: Slug | None = None
    work: Slug | None = None
    amount: Money | None = None
    reason: Words | None = None


class Funding(DocumentPart):
    """Money beside the grant: from which member or body, of which kind."""

    member: Slug | None = None
    kind: FundingKind | None = None
    source: Words | None = None
    """Which body or budget gives it."""
    amount: Money | None = None


class Subcontract(DocumentPart):
    """Work bought from outside."""

    work: Slug | None = None
    name: Words | None = None
    description: Words | None = None
    cost: Money | None = None
    justification: Words | None = None
    best_value: Words | None = None


class Budget(DocumentPart):
    """Costs, shares and funding of the project."""

    costs: tuple[CostLine, ...] = ()
    shares: tuple[Share, ...] = ()
    funding: tuple[Funding, ...] = ()
    subcontracts: tuple[Subcontract, ...] = ()

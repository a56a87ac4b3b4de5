"""What the coalition has decided about money; amounts in EUR, rates as shares (0.8 is 80 %)."""

from dataclasses import dataclass
from decimal import Decimal

from proposal_templates.context.words import FundingKind, MemberRef, WorkRef


@dataclass(frozen=True, kw_only=True)
class CostLineFacts:
    """Cost of one member in one category; `work` None is not split by work package.

    category: key of a cost category of the form's cost model, for example `salaries` or `travel`.
    """

    member: MemberRef | None = None
    work: WorkRef | None = None
    category: str | None = None
    description: str | None = None
    amount: Decimal | None = None
    person_months: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class ShareFacts:
    """A member's share of the grant (of a lump sum, or as agreed), with its reason."""

    member: MemberRef | None = None
    work: WorkRef | None = None
    amount: Decimal | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class FundingFacts:
    """Money beside the grant: from which member or body, of which kind."""

    member: MemberRef | None = None
    kind: FundingKind | None = None
    source: str | None = None
    """Which body or budget gives it."""
    amount: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class SubcontractFacts:
    """Work bought from outside."""

    work: WorkRef | None = None
    name: str | None = None
    description: str | None = None
    cost: Decimal | None = None
    justification: str | None = None
    best_value: str | None = None


@dataclass(frozen=True, kw_only=True)
class BudgetFacts:
    """Costs, shares and funding of the project; what the line-up's plan says of money comes in too."""

    grant: Decimal | None = None
    """Grant applied for; of a lump sum the sum chosen."""
    total: Decimal | None = None
    """Total cost as planned; the computed one is set beside it."""
    investment: bool | None = None
    """Whether this is an investment project."""
    costs: tuple[CostLineFacts, ...] = ()
    shares: tuple[ShareFacts, ...] = ()
    funding: tuple[FundingFacts, ...] = ()
    subcontracts: tuple[SubcontractFacts, ...] = ()

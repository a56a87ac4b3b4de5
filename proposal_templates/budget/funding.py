"""Who pays what: the co-financing gap, shares of a grant, and marks that a plan crosses."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from proposal_templates.budget.arithmetic import NOTHING

TENTHS_OF_PERCENT = Decimal(1000)


def missing_funding(total: Decimal, grant: Decimal, known: Sequence[Decimal]) -> Decimal:
    """Total cost less grant less funding known, in EUR; negative when there is more money than cost."""
    return total - grant - sum(known, NOTHING)


def percents(amounts: Sequence[Decimal], whole: Decimal) -> tuple[Decimal, ...]:
    """Shares of a whole, to a tenth of a percent, each by itself; equal amounts have equal shares.

    They can miss 100 % by a tenth or two, as the amounts never do. Of a whole of nothing all are 0.
    """
    return tuple(share_of(amount, whole) if whole else NOTHING for amount in amounts)


def share_of(amount: Decimal, whole: Decimal) -> Decimal:
    """An amount as a share of a whole that is not 0, to a tenth of a percent, half a tenth and more up."""
    return (amount / whole).quantize(1 / TENTHS_OF_PERCENT, rounding=ROUND_HALF_UP)


def all_equal(amounts: Sequence[Decimal]) -> bool:
    """Whether two or more amounts are all the same."""
    return len(amounts) > 1 and len(set(amounts)) == 1

"""Who pays what: the co-financing gap, shares of a grant, and marks that a plan crosses."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from proposal_templates.budget.arithmetic import NOTHING, apportion

TENTHS_OF_PERCENT = Decimal(1000)


def missing_funding(total: Decimal, grant: Decimal, known: Sequence[Decimal]) -> Decimal:
    """Total cost less grant less funding known, in EUR; negative when there is more money than cost."""
    return total - grant - sum(known, NOTHING)


def percents(amounts: Sequence[Decimal], whole: Decimal) -> tuple[Decimal, ...]:
    """Shares of a whole, to a tenth of a percent; they add up to 1 when the amounts add up to the whole.

    Then by largest remainder; else each by itself, half a tenth and more up. A whole of nothing has no
    shares: all are 0.
    """
    if whole == 0:
        return tuple(NOTHING for _ in amounts)
    if sum(amounts, NOTHING) == whole:
        return tuple(part / TENTHS_OF_PERCENT for part in apportion(TENTHS_OF_PERCENT, amounts))
    return tuple(share_of(amount, whole) for amount in amounts)


def share_of(amount: Decimal, whole: Decimal) -> Decimal:
    """An amount as a share of a whole that is not 0, to a tenth of a percent, half a tenth and more up."""
    return (amount / whole).quantize(1 / TENTHS_OF_PERCENT, rounding=ROUND_HALF_UP)


def all_equal(amounts: Sequence[Decimal]) -> bool:
    """Whether two or more amounts are all the same."""
    return len(amounts) > 1 and len(set(amounts)) == 1

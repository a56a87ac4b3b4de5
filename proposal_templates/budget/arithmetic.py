"""Sums that meet: whole euros and shares of a whole, with Decimal only."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from proposal_templates.budget.model import Rounding

EURO = Decimal(1)
NOTHING = Decimal(0)
_RULES = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN}


def whole_euros(value: Decimal, rounding: Rounding) -> Decimal:
    """An amount in whole EUR: half a euro and more goes up, or every fraction is dropped."""
    return value.quantize(EURO, rounding=_RULES[rounding])


def apportion(whole: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """A whole number shared out in whole numbers by weights, so that the parts add up to it.

    Largest remainder (Hamilton): every part is rounded down, what is left goes one by one to the greatest
    fractions, the earlier part first when two are equal. Raises ValueError for a whole that is no whole
    number or negative, for a negative weight, and for something to share without any weight.
    """
    if whole < 0 or whole != whole.to_integral_value() or any(weight < 0 for weight in weights):
        raise ValueError("Share out a whole number, not negative, by weights that are not negative.")
    total = sum(weights, NOTHING)
    if total == 0:
        if whole:
            raise ValueError("There is no weight to share it out by.")
        return tuple(NOTHING for _ in weights)
    exact = [whole * weight / total for weight in weights]
    parts = [each.quantize(EURO, rounding=ROUND_FLOOR) for each in exact]
    left = int(whole - sum(parts, NOTHING))
    by_fraction = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_fraction[:left]:
        parts[i] += EURO
    return tuple(parts)

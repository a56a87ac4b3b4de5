"""Readings of one type that contradict each other count for nothing; those that add up all count."""

from collections.abc import Iterable
from itertools import combinations

from matcher.eligibility.conditions import ConditionBase
from matcher.reading.readings import Reading, Reads

_ASIDE = frozenset(ConditionBase.model_fields) | {"type"}
_ADDING = frozenset({"needs", "excluded_legal_types", "excluded"})
"""Fields of which two statements add up: each need, and each exclusion, holds beside the others."""


def agree(found: Iterable[Reading]) -> Reads:
    """Readings with repetitions left out, and apart from them those that contradict one of the same type."""
    kept: list[Reading] = []
    for reading in found:
        if not any(_says_nothing_new(reading, before) for before in kept):
            kept.append(reading)
    doubtful = {
        id(reading)
        for first, second in combinations(kept, 2)
        if _contradict(first, second)
        for reading in kept
        if reading.condition.type == first.condition.type
    }
    return Reads(
        tuple(reading for reading in kept if id(reading) not in doubtful),
        tuple(reading for reading in kept if id(reading) in doubtful),
    )


def _values(reading: Reading) -> dict[str, object]:
    condition = reading.condition
    values = {name: getattr(condition, name) for name in type(condition).model_fields if name not in _ASIDE}
    return {name: value for name, value in values.items() if value not in (None, (), {}, False)}


def _says_nothing_new(reading: Reading, before: Reading) -> bool:
    if reading.condition.type != before.condition.type:
        return False
    return _values(reading).items() <= _values(before).items()


def _contradict(first: Reading, second: Reading) -> bool:
    """Whether they give one field two values, or one restricts by other fields than the other.

    A minimum and a maximum add up, and so do needs; fixed options beside a range do not.
    """
    if first.condition.type != second.condition.type:
        return False
    one, other = _values(first), _values(second)
    shared = (one.keys() & other.keys()) - _ADDING
    if any(one[name] != other[name] for name in shared):
        return True
    return bool({"options", "maximum_by_months", "any_organisation"} & (one.keys() ^ other.keys()))

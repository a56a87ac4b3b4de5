"""From cost lines to sums by member and work package: pure arithmetic, whatever the cost model."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from proposal_templates.budget.arithmetic import NOTHING, apportion, whole_euros
from proposal_templates.budget.model import CostModel


@dataclass(frozen=True, kw_only=True)
class CostLine:
    """One known cost in EUR; `work` None is not split by work package."""

    member: int
    work: int | None
    category: str
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Sums:
    """Costs by category, what is computed on top of them, and what the grant pays of the whole; EUR.

    Without a known rate the grant is None.
    """

    direct: Mapping[str, Decimal]
    overhead: Decimal
    grant: Decimal | None

    @property
    def listed(self) -> Decimal:
        """Sum of the cost lines."""
        return sum(self.direct.values(), NOTHING)

    @property
    def total(self) -> Decimal:
        """Cost lines and what is computed on top of them."""
        return self.listed + self.overhead

    @property
    def rest(self) -> Decimal | None:
        """What the grant leaves to others."""
        return None if self.grant is None else self.total - self.grant


@dataclass(frozen=True, kw_only=True)
class CostPlan:
    """Sums of each member, of each of its work packages, and of the whole; all of them meet."""

    by_member: Mapping[int, Sums]
    by_part: Mapping[tuple[int, int | None], Sums]
    whole: Sums

    def by_work(self, work: int | None) -> Sums:
        """Sums of one work package over all members."""
        return added(sums for (_, of), sums in self.by_part.items() if of == work)


def cost_plan(model: CostModel, lines: Sequence[CostLine], rate: Decimal | None) -> CostPlan:
    """Overhead and grant are rounded once a member, as the model says, and the whole is the sum of members.

    A member's overhead is shared out to its work packages by their part of the base, its grant by their
    part of the cost (largest remainder), so that sums over work packages and over members are the same.
    """
    by_member: dict[int, Sums] = {}
    by_part: dict[tuple[int, int | None], Sums] = {}
    for member in dict.fromkeys(line.member for line in lines):
        parts = _by_work([line for line in lines if line.member == member])
        sums = _sums(model, _merged(parts.values()), rate)
        by_member[member] = sums
        by_part |= {(member, work): each for work, each in _parts(model, parts, sums).items()}
    return CostPlan(by_member=by_member, by_part=by_part, whole=added(by_member.values()))


def added(sums: Iterable[Sums]) -> Sums:
    """Several sums as one; the grant is known when all are."""
    every = tuple(sums)
    grants = [each.grant for each in every]
    known = [grant for grant in grants if grant is not None]
    return Sums(
        direct=_merged(each.direct for each in every),
        overhead=sum((each.overhead for each in every), NOTHING),
        grant=sum(known, NOTHING) if len(known) == len(grants) else None,
    )


def _by_work(lines: Sequence[CostLine]) -> dict[int | None, dict[str, Decimal]]:
    found: dict[int | None, dict[str, Decimal]] = {}
    for line in lines:
        of = found.setdefault(line.work, {})
        of[line.category] = of.get(line.category, NOTHING) + line.amount
    return found


def _merged(parts: Iterable[Mapping[str, Decimal]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for part in parts:
        for category, amount in part.items():
            found[category] = found.get(category, NOTHING) + amount
    return found


def _base(model: CostModel, direct: Mapping[str, Decimal]) -> Decimal:
    base = model.overhead.base if model.overhead else ()
    return sum((direct.get(category, NOTHING) for category in base), NOTHING)


def _sums(model: CostModel, direct: Mapping[str, Decimal], rate: Decimal | None) -> Sums:
    rule, grant_rule = model.overhead, model.grant_rate
    overhead = whole_euros(rule.value * _base(model, direct), rule.rounding) if rule else NOTHING
    total = sum(direct.values(), NOTHING) + overhead
    known = grant_rule is not None and rate is not None
    grant = (
        whole_euros(rate * total, grant_rule.rounding) if known and grant_rule and rate is not None else None
    )
    return Sums(direct=direct, overhead=overhead, grant=grant)


def _parts(
    model: CostModel, parts: Mapping[int | None, Mapping[str, Decimal]], sums: Sums
) -> dict[int | None, Sums]:
    overheads = apportion(sums.overhead, [_base(model, direct) for direct in parts.values()])
    totals = [
        sum(direct.values(), NOTHING) + overhead
        for direct, overhead in zip(parts.values(), overheads, strict=True)
    ]
    grants: Sequence[Decimal | None] = (
        [None] * len(totals) if sums.grant is None else apportion(sums.grant, totals)
    )
    return {
        work: Sums(direct=direct, overhead=overhead, grant=grant)
        for (work, direct), overhead, grant in zip(parts.items(), overheads, grants, strict=True)
    }

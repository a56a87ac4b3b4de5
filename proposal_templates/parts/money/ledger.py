"""The budget of a project as it can be counted: what is known, what is left out and why, what is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from proposal_templates.budget import cost_model
from proposal_templates.budget.costs import CostLine, CostPlan, Sums, cost_plan
from proposal_templates.budget.model import CostModel
from proposal_templates.desk import Desk, Member
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.money.figures import Figure, model_origin, project_origin, summed
from proposal_templates.plan import work_packages

LeftOut = Literal["no_member", "no_category", "no_grant", "negative"]
"""Why a cost line is not counted."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A cost line that counts, with its place in `project.budget.costs`."""

    index: int
    line: CostLine

    @property
    def figure(self) -> Figure:
        """Its amount."""
        return Figure(self.line.amount, (project_origin(f"budget.costs[{self.index}].amount"),))


@dataclass(frozen=True, kw_only=True)
class Ledger:
    """Cost lines by cost model, and the sums they give. `rate` is what the grant pays, with its origin."""

    model: CostModel
    rate: Decimal | None
    rate_origin: Origin | None
    entries: tuple[Entry, ...]
    left_out: tuple[tuple[int, LeftOut], ...]
    open_lines: tuple[tuple[int, int], ...]
    """Member and index of each line whose amount is not known."""
    payers: tuple[Member, ...]
    """Members whose costs count: all but those whose role gets no grant."""
    plan: CostPlan

    def of(self, member: Member) -> Sums | None:
        """A member's sums; None when no line of its own is known."""
        return self.plan.by_member.get(member.index)

    def is_open(self, member: Member) -> bool:
        """Whether a member's costs are not, or not wholly, known."""
        return self.of(member) is None or any(index == member.index for index, _ in self.open_lines)

    @property
    def complete(self) -> bool:
        """Whether every member whose costs count has lines, all with amounts."""
        return bool(self.payers) and not any(self.is_open(member) for member in self.payers)

    def origins(
        self, members: Iterable[int], works: Iterable[int | None] | None = None
    ) -> tuple[Origin, ...]:
        """Origins of the lines of members, of some work packages only when these are named."""
        wanted, within = set(members), None if works is None else set(works)
        figures = [
            entry.figure
            for entry in self.entries
            if entry.line.member in wanted and (within is None or entry.line.work in within)
        ]
        return summed(figures).rests_on

    @property
    def overhead_origins(self) -> tuple[Origin, ...]:
        """Origin of the rule by which costs are computed on top of the lines."""
        rule = self.model.overhead
        return (model_origin(self.model, "overhead", rule.source, rule.certainty),) if rule else ()

    def total(self, members: Iterable[int] | None = None) -> Figure:
        """Total cost of all members, or of some."""
        chosen = list(self.plan.by_member if members is None else members)
        value = sum((self.plan.by_member[index].total for index in chosen), Decimal(0))
        return Figure(value, (*self.origins(chosen), *self.overhead_origins))

    def grant(self, members: Iterable[int] | None = None) -> Figure | None:
        """What the rate gives all members, or some; None while no rate is known."""
        chosen = list(self.plan.by_member if members is None else members)
        grants = [self.plan.by_member[index].grant for index in chosen]
        if self.rate_origin is None or any(grant is None for grant in grants):
            return None
        value = sum((grant for grant in grants if grant is not None), Decimal(0))
        return Figure(value, (*self.total(chosen).rests_on, self.rate_origin))


def model_of(desk: Desk) -> CostModel | None:
    """The cost model of a draft: that of investments when the project is one, else the form's first."""
    models = [model for key in desk.form.cost_models if (model := cost_model(key))]
    wanted = bool(desk.context.project.budget.investment)
    return next((model for model in models if model.investment is wanted), models[0] if models else None)


def ledger_of(desk: Desk) -> Ledger | None:
    """The ledger of a draft; None when the form names no cost model."""
    model = model_of(desk)
    if model is None:
        return None
    payers = tuple(member for member in desk.members if gets_grant(desk, member))
    entries: list[Entry] = []
    left_out: list[tuple[int, LeftOut]] = []
    open_lines: list[tuple[int, int]] = []
    works = {work.facts for work in work_packages(desk)}
    for i, line in enumerate(desk.context.project.budget.costs):
        member = desk.member_at(line.member)
        category = model.category(line.category)
        if member is None:
            left_out.append((i, "no_member"))
        elif member not in payers:
            left_out.append((i, "no_grant"))
        elif category is None:
            left_out.append((i, "no_category"))
        elif line.amount is None:
            open_lines.append((member.index, i))
        elif line.amount < 0:
            left_out.append((i, "negative"))
        else:
            work = line.work if line.work in works else None
            known = CostLine(member=member.index, work=work, category=category.key, amount=line.amount)
            entries.append(Entry(index=i, line=known))
    rate, origin = rate_of(desk, model)
    return Ledger(
        model=model,
        rate=rate,
        rate_origin=origin,
        entries=tuple(entries),
        left_out=tuple(left_out),
        open_lines=tuple(open_lines),
        payers=payers,
        plan=cost_plan(model, [entry.line for entry in entries], rate),
    )


def gets_grant(desk: Desk, member: Member) -> bool:
    """Whether a member's costs count: so while its role is not known, unless the role gets no grant."""
    rule = desk.role_of(member)
    return rule is None or rule.gets_grant


def rate_of(desk: Desk, model: CostModel) -> tuple[Decimal | None, Origin | None]:
    """What the grant pays of the costs: the call's rate, its kind of call's, the model's; or not known."""
    rule, rate = model.grant_rate, desk.context.call.rate
    if rule is None:
        return None, None
    if rate is not None:
        return rate, Origin(kind=OriginKind.CALL, path="call.rate")
    ground = desk.form.ground_of(desk.context.call)
    if ground and ground.rate is not None:
        source = desk.form.sources[ground.source]
        origin = Origin(kind=OriginKind.FORM, path="applies_to", source=source, certainty=ground.certainty)
        return ground.rate, origin
    if rule.value is not None:
        return rule.value, model_origin(model, "grant_rate", rule.source, rule.certainty)
    return None, None

"""Money of the plan: grant, co-financing rate, shares and flat rates. Amounts in EUR, rates 0 to 1."""

from decimal import Decimal

from matcher.eligibility.conditions import CoFinancing, CostShare, FlatRate, Grant
from matcher.eligibility.facts import Project
from matcher.eligibility.judging.case import Case, Outcome
from matcher.eligibility.judging.plan import Limits, ToKeep, not_told

ROUNDING = 1
"""EUR by which a flat rate may be off: both sides are rounded to whole EUR (R19)."""


def grant(condition: Grant, case: Case) -> Outcome:
    """The grant is a set amount, or within the bounds, also those for its length. Source: R10, R11."""
    limits = Limits(condition.options, condition.minimum, condition.maximum)
    if not limits and not condition.maximum_by_months:
        return not_told(condition)
    amount = case.project.grant
    if limits and (amount is None or not limits.allow(amount)):
        rule = limits.to_keep("grant")
        return rule.missing("grant") if amount is None else rule.broken(amount, "euros")
    if condition.maximum_by_months:
        return _by_length(condition.maximum_by_months, amount, case.project.months)
    return limits.to_keep("grant").kept()


def _by_length(table: dict[int, int], amount: int | None, months: int | None) -> Outcome:
    limits = tuple(f"{length} {table[length]}" for length in sorted(table))
    rule = ToKeep("grant.by_months", {"limits": limits})
    if amount is None:
        return rule.missing("grant")
    if amount > (table[months] if months in table else max(table.values())):
        return rule.broken(amount, "euros")
    if months in table or amount <= min(table.values()):
        return rule.kept()
    return rule.missing("months")


def co_financing(condition: CoFinancing, case: Case) -> Outcome:
    """The grant is at most its share of the total; own and other funding are the rest. Source: R12, R13."""
    project, normal = case.project, condition.maximum_rate
    investment = normal if condition.maximum_rate_investment is None else condition.maximum_rate_investment
    rate = investment if project.investment else normal
    if rate is None or investment is None:
        return not_told(condition)
    rule = _share(rate)
    lower, higher = sorted((rate, investment)) if project.investment is None else (rate, rate)
    if _above(project, higher):
        return rule.broken()
    missing = "total_cost" if project.total_cost is None else "grant" if project.grant is None else None
    if missing is not None:
        return rule.missing(missing)
    return rule.missing("investment") if _above(project, lower) else rule.kept()


def _share(rate: float) -> ToKeep:
    return ToKeep("co_financing", {"rate": rate, "rest": float(1 - Decimal(str(rate)))})


def _above(project: Project, rate: float) -> bool:
    """Whether what is planned so far asks for a higher share; exact, as rates are decimal fractions."""
    total, share = project.total_cost, Decimal(str(rate))
    if total is None:
        return False
    if project.grant is not None and project.grant > share * total:
        return True
    if project.own_funding is None or project.other_funding is None:
        return False
    return project.own_funding + project.other_funding < (1 - share) * total


def management_share(condition: CostShare, case: Case) -> Outcome:
    """The first work package takes at most its share of the grant. Source: R14."""
    if condition.maximum_share is None:
        return not_told(condition)
    rule = ToKeep("management_share", {"rate": condition.maximum_share})
    amount, whole = case.project.management_amount, case.project.grant
    if amount is None:
        return rule.missing("management_amount")
    if whole is None:
        return rule.missing("grant")
    if amount > Decimal(str(condition.maximum_share)) * whole:
        return rule.broken(amount, "euros")
    return rule.kept()


def flat_rate(condition: FlatRate, case: Case) -> Outcome:
    """Other costs are the flat share of salaries, to one EUR, and nothing stands beside them. Source: R19."""
    if condition.rate is None:
        return not_told(condition)
    rule = ToKeep("flat_rate", {"rate": condition.rate})
    project = case.project
    if project.further_costs:
        return rule.broken(project.further_costs, "euros_beside")
    if project.salaries is None:
        return rule.missing("salaries")
    if project.other_costs is None:
        return rule.missing("other_costs")
    if abs(project.other_costs - Decimal(str(condition.rate)) * project.salaries) > ROUNDING:
        return rule.broken(project.other_costs, "euros")
    return rule.missing("further_costs") if project.further_costs is None else rule.kept()

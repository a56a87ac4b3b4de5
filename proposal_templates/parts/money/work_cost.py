"""One work package at a time: what it costs by partner and why that is right; and what management takes."""

from collections.abc import Mapping

from proposal_templates.blocks import Block, TextBlock, Words, joined
from proposal_templates.budget.funding import share_of
from proposal_templates.desk import Desk, Member, WorkPackage
from proposal_templates.formats import share
from proposal_templates.parts.money.figures import Figure, fact, in_table, in_text, model_origin, summed
from proposal_templates.parts.money.grid import column, table
from proposal_templates.parts.money.ledger import Ledger, gets_grant, ledger_of
from proposal_templates.parts.money.notes import notes
from proposal_templates.parts.money.shares import grant_of, reason_of, shares_of
from proposal_templates.parts.tables import Row, cell, row
from proposal_templates.plan import work_packages


def wp_cost(desk: Desk) -> list[Block]:
    """The cost of the work package that the section is about: by partner with its reason, and as a whole."""
    work = desk.work
    if work is None or work.facts is None:
        return [TextBlock(words=desk.gap("money.wp_cost", "finance"))]
    amounts = _amounts(desk, work)
    rows: list[Row] = [
        row(
            desk.name(member),
            in_table(desk, amounts[member.index], "budget.sum"),
            _reasons(desk, work.facts, member),
        )
        for member in desk.members
        if member.index in amounts
    ]
    rows += [
        (cell(desk.name(member)), cell(desk.gap("money.wp_share", member)))
        for member in _taking_part(desk, work.facts)
        if member.index not in amounts
    ]
    if amounts:
        label = desk.words(desk.label("money.total"))
        rows.append((cell(label), cell(in_table(desk, summed(amounts.values()), "budget.sum"))))
    rows = rows or [(cell(desk.gap("money.wp_cost", "finance")),)]
    columns = [column(desk, "participant", 3), column(desk, "amount", 2), column(desk, "reason", 6)]
    facts = desk.context.project.work_packages[work.facts]
    why = desk.project(
        f"work_packages[{work.facts}].cost_effectiveness",
        facts.cost_effectiveness,
        "money.cost_effectiveness",
    )
    lead = desk.label("money.cost_effectiveness_lead")
    return [table(desk, "wp_cost", columns, rows, "wp_cost"), TextBlock(words=why, lead=lead)]


def _amounts(desk: Desk, work: WorkPackage) -> Mapping[int, Figure]:
    """What each member has in this work package: shares of a lump sum, else its costs."""
    ledger = ledger_of(desk)
    if ledger is None or ledger.model.kind == "lump_sum":
        grid = shares_of(desk).grid
        return {member: figure for (member, of), figure in grid.items() if of == work.facts}
    return {
        member: Figure(sums.total, (*ledger.origins([member], [of]), *ledger.overhead_origins))
        for (member, of), sums in ledger.plan.by_part.items()
        if of == work.facts
    }


def _taking_part(desk: Desk, work: int) -> list[Member]:
    """Members with a part in a work package that can have costs in it."""
    parts = [part.member for part in desk.context.project.work_packages[work].parts]
    return [member for member in desk.members if member.index in parts and gets_grant(desk, member)]


def _reasons(desk: Desk, work: int, member: Member) -> Words:
    lines = [(i, line) for i, line in shares_of(desk).lines.get(member.index, ()) if line.work == work]
    if lines:
        return joined([reason_of(desk, i, line, member, coded=False) for i, line in lines], "; ")
    costs = [
        desk.project(f"budget.costs[{i}].description", line.description, "money.reason")
        for i, line in enumerate(desk.context.project.budget.costs)
        if line.member == member.index and line.work == work and line.description
    ]
    return joined(costs, "; ") if costs else desk.gap("money.reason", member)


def management_share(desk: Desk) -> list[Block]:
    """What WP1 takes of the grant, beside the most that the cost model allows."""
    ledger = ledger_of(desk)
    first, agreed = work_packages(desk)[0], bool(shares_of(desk).grid)
    amount = _management(desk, first, ledger)
    computed = ledger.grant() if ledger and ledger.complete else None
    grant = grant_of(desk, ledger) if agreed else computed
    if amount is None or grant is None or not grant.value:
        return [TextBlock(words=desk.gap("money.management", "finance"))]
    part = share_of(amount.value, grant.value)
    origins = (*amount.rests_on, *grant.rests_on)
    said = desk.say(
        "money.management_share",
        code=desk.words(desk.sentences.text("work.code", number=str(first.number))),
        amount=in_text(desk, amount, "budget.sum"),
        percent=desk.computed(share(part, desk.language), "budget.percent", origins),
    )
    return [TextBlock(words=said), *_management_limit(desk, ledger, amount, grant)]


def _management(desk: Desk, first: WorkPackage, ledger: Ledger | None) -> Figure | None:
    """Grant of WP1; None unless every member's share is known and split by work package."""
    if first.facts is None:
        return None
    shares = shares_of(desk)
    takers = [member for member in desk.members if gets_grant(desk, member)]
    if shares.grid:
        split = all(work is not None for _, work in shares.grid)
        known = split and not any(shares.is_open(member) for member in takers)
        return summed(f for (_, work), f in shares.grid.items() if work == first.facts) if known else None
    if ledger is None or not ledger.complete or any(work is None for _, work in ledger.plan.by_part):
        return None
    grant = ledger.plan.by_work(first.facts).grant
    whole = ledger.grant()
    return None if grant is None or whole is None else Figure(grant, whole.rests_on)


def _management_limit(desk: Desk, ledger: Ledger | None, amount: Figure, grant: Figure) -> list[Block]:
    rule = ledger.model.management_most if ledger else None
    if ledger is None or rule is None:
        return []
    most = model_origin(ledger.model, "management_most", rule.source, rule.certainty)
    limit = fact(desk, share(rule.value, desk.language), most)
    above = amount.value > rule.value * grant.value
    name = "money.management_above" if above else "money.management_within"
    return notes([desk.say(name, most=limit)])

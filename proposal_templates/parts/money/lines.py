"""The cost lines that say what they pay for, one by one."""

from proposal_templates.blocks import Block, Words
from proposal_templates.desk import Desk
from proposal_templates.parts.money.figures import fact, in_table, project_origin
from proposal_templates.parts.money.grid import column, nothing, table
from proposal_templates.parts.money.ledger import Entry, Ledger
from proposal_templates.parts.tables import Row, row
from proposal_templates.plan import work_packages


def described_lines(desk: Desk, ledger: Ledger) -> list[Block]:
    """Member, work package, category, what is paid, and amount of each cost line with a description."""
    costs = desk.context.project.budget.costs
    rows = [_row(desk, ledger, entry) for entry in ledger.entries if costs[entry.index].description]
    if not rows:
        return []
    widths = {"participant": 4, "work": 1, "category": 3, "description": 6, "amount": 3}
    columns = [column(desk, key, width) for key, width in widths.items()]
    return [table(desk, "budget_lines", columns, rows, "budget_lines")]


def _row(desk: Desk, ledger: Ledger, entry: Entry) -> Row:
    field = f"budget.costs[{entry.index}]"
    description = desk.context.project.budget.costs[entry.index].description
    member, category = desk.member_at(entry.line.member), ledger.model.category(entry.line.category)
    named = category.name[desk.language] if category else entry.line.category
    return row(
        desk.name(member) if member else desk.gap("members"),
        _work(desk, entry),
        fact(desk, named, project_origin(f"{field}.category")),
        desk.project(f"{field}.description", description, "money.line_description"),
        in_table(desk, entry.figure, "budget.sum"),
    )


def _work(desk: Desk, entry: Entry) -> Words:
    found = [work.number for work in work_packages(desk) if work.facts is not None]
    if entry.line.work is None:
        return nothing(desk)
    return desk.words(str(found[entry.line.work]))

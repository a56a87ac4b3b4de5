"""Person-months by member and work package, and work bought from outside."""

from decimal import Decimal

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import CostLineFacts, SubcontractFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import number
from proposal_templates.parts.money.figures import Figure, in_table, project_origin, summed
from proposal_templates.parts.money.ledger import ledger_of
from proposal_templates.parts.money.notes import subcontracting_notes
from proposal_templates.parts.money.role import no_grant
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.plan import work_packages

EFFORT_COLUMNS = {"participant": 3, "person_months": 5, "person_months_total": 2}
SUBCONTRACT_COLUMNS = {
    "subcontract": 3,
    "subcontract_name": 4,
    "work": 2,
    "description": 5,
    "cost": 3,
    "justification": 5,
    "best_value": 5,
}


def staff_effort(desk: Desk) -> list[Block]:
    """Person-months per member; left out for the kinds of grant that the form exempts."""
    exempt = desk.form.table("staff_effort")
    action = (desk.context.call.action or "").casefold()
    if exempt and any(word.casefold() in action for word in exempt.not_for_actions):
        text = desk.sentences.text("money.no_staff_effort")
        words = desk.rule(text, "tables.staff_effort", exempt.source, exempt.certainty)
        return [TextBlock(words=words, style=TextStyle.NOTE)]
    rows = [_effort(desk, member) for member in desk.members] or [(cell(desk.gap("members")),)]
    return [fixed_table(desk, "staff_effort", rows, "staff_effort", own=EFFORT_COLUMNS, words="money")]


def _effort(desk: Desk, member: Member) -> Row:
    """A member's person-months, work package by work package, and their sum."""
    lines = [
        (line, Figure(line.person_months, (project_origin(f"budget.costs[{i}].person_months"),)))
        for i, line in enumerate(desk.context.project.budget.costs)
        if line.member == member.index and line.person_months is not None
    ]
    rule = desk.role_of(member)
    if not lines and rule and not rule.gets_grant:
        return (cell(desk.name(member)), cell(no_grant(desk, member)))
    if not lines:
        return (cell(desk.name(member)), cell(desk.gap("person_months", member)))
    split = joined(_by_work(desk, lines), "; ")
    whole = in_table(desk, summed(figure for _, figure in lines), "budget.sum")
    return row(desk.name(member), split, whole)


def _by_work(desk: Desk, lines: list[tuple[CostLineFacts, Figure]]) -> list[Words]:
    found: list[Words] = []
    known = {work.facts for work in work_packages(desk) if work.facts is not None}
    for work in work_packages(desk):
        figures = [figure for line, figure in lines if work.facts is not None and line.work == work.facts]
        if figures:
            code = desk.sentences.text("work.code", number=str(work.number))
            found.append((*desk.words(f"{code} "), *in_table(desk, summed(figures), "budget.sum")))
    loose = [figure for line, figure in lines if line.work not in known]
    if loose:
        label = desk.words(f"{desk.label('money.column_unsplit')} ")
        found.append((*label, *in_table(desk, summed(loose), "budget.sum")))
    return found


def subcontracting(desk: Desk) -> list[Block]:
    """Each subcontract of the plan, members that would be subcontractors, or whether there is any."""
    planned = desk.context.project.budget.subcontracts
    rows = [_subcontract(desk, i, each) for i, each in enumerate(planned)]
    found = [member for member in desk.members if member.facts.role == "subcontractor"]
    if not planned:
        rows = [
            (cell(desk.words(f"S{i}.1")), cell(desk.name(member)), cell(desk.gap("subcontract")))
            for i, member in enumerate(found, 1)
        ]
    rows = rows or [(cell(desk.words("S1.1")), cell(desk.gap("any_subcontract")))]
    ledger = ledger_of(desk)
    return [
        fixed_table(desk, "subcontracting", rows, "subcontracting", own=SUBCONTRACT_COLUMNS, words="money"),
        *(subcontracting_notes(desk, ledger) if ledger else []),
    ]


def _subcontract(desk: Desk, index: int, facts: SubcontractFacts) -> Row:
    """One subcontract, numbered within its work package."""
    field = f"budget.subcontracts[{index}]"
    works = {work.facts: work.number for work in work_packages(desk) if work.facts is not None}
    work = works.get(facts.work) if facts.work is not None else None
    before = desk.context.project.budget.subcontracts[:index]
    place = 1 + sum(1 for each in before if each.work == facts.work)
    return row(
        desk.words(f"S{work}.{place}" if work else f"S{place}"),
        desk.project(f"{field}.name", facts.name, "money.subcontract_name"),
        desk.project(f"{field}.work", str(work) if work else None, "money.subcontract_work", named=True),
        desk.project(f"{field}.description", facts.description, "money.subcontract_description"),
        _cost(desk, f"{field}.cost", facts.cost),
        desk.project(f"{field}.justification", facts.justification, "money.subcontract_justification"),
        desk.project(f"{field}.best_value", facts.best_value, "money.subcontract_best_value"),
    )


def _cost(desk: Desk, field: str, cost: Decimal | None) -> Words:
    text = None if cost is None else number(cost, desk.language)
    return desk.project(field, text, "money.subcontract_cost", "finance", named=True)

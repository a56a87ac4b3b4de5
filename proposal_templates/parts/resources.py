"""Section 4.2 after the work packages, and Annex 4: money, people, events, time, earlier projects."""

from collections.abc import Sequence

from proposal_templates.blocks import Block, Column, TableBlock, TextBlock, TextStyle
from proposal_templates.desk import Desk
from proposal_templates.parts.tables import Row, cell, fixed_table
from proposal_templates.parts.work_plan import code_of
from proposal_templates.plan import name_of, work_packages

MOST_MONTHS = 24
"""Up to this length the form's timetable counts months, above it quarters."""
MOST_LETTERED = 12
"""Up to this many months there is room to write M before the number."""


def budget(desk: Desk) -> list[Block]:
    """One row a member; who gets no grant under the form has no cost lines."""
    rows: list[Row] = []
    for member in desk.members:
        rule = desk.role_of(member)
        if rule and not rule.gets_grant:
            words = desk.rule(desk.label("no_grant"), f"roles.{rule.role}", rule.source, rule.certainty)
        else:
            words = desk.gap("cost_lines", member)
        rows.append((cell(desk.name(member)), cell(words)))
    return [fixed_table(desk, "budget", rows or [(cell(desk.gap("members")),)], "budget")]


def staff_effort(desk: Desk) -> list[Block]:
    """Person-months per member; left out for the kinds of grant that the form exempts."""
    table = desk.form.table("staff_effort")
    action = (desk.context.call.action or "").casefold()
    if any(word.casefold() in action for word in table.not_for_actions):
        text = desk.sentences.text("work.no_staff_effort")
        words = desk.rule(text, "tables.staff_effort", table.source, table.certainty)
        return [TextBlock(words=words, style=TextStyle.NOTE)]
    rows: list[Row] = [
        (cell(desk.name(member)), cell(desk.gap("person_months", member))) for member in desk.members
    ]
    return [fixed_table(desk, "staff_effort", rows or [(cell(desk.gap("members")),)], "staff_effort")]


def subcontracting(desk: Desk) -> list[Block]:
    """Members that would be subcontractors, or the question whether there is any subcontracting."""
    found = [member for member in desk.members if member.facts.role == "subcontractor"]
    rows: list[Row] = [
        (cell(desk.words(f"S{i}.1")), cell(desk.name(member)), cell(desk.gap("subcontract")))
        for i, member in enumerate(found, 1)
    ]
    if not rows:
        rows = [(cell(desk.words("S1.1")), cell(desk.gap("any_subcontract")))]
    return [fixed_table(desk, "subcontracting", rows, "subcontracting")]


def events(desk: Desk) -> list[Block]:
    """A row to start from: the meetings named in the section on decision-making belong here."""
    rows = [(cell(desk.words("E1.1")), cell(desk.gap("event")))]
    return [fixed_table(desk, "events", rows, "events")]


def timetable(desk: Desk) -> list[Block]:
    """Work packages by month or quarter; without a duration one gap asks for it first."""
    months = desk.context.project.duration_months
    if not months:
        rows: list[Row] = [
            (
                cell((*desk.words(f"{code_of(desk, work)} "), *name_of(desk, work))),
                cell(desk.gap("work_period")),
            )
            for work in work_packages(desk)
        ]
        return [
            TextBlock(words=desk.gap("project_duration")),
            fixed_table(desk, "timetable", rows, "timetable"),
        ]
    length = desk.project("duration_months", str(months), "project_duration")
    return [TextBlock(words=desk.say("work.duration", months=length)), _calendar(desk, _periods(months))]


def _calendar(desk: Desk, periods: Sequence[str]) -> TableBlock:
    """The form's timetable with a column a period; each work package waits for its months."""
    form = fixed_table(desk, "timetable", [], "timetable")
    columns = (form.columns[0], *(Column(key=period, heading=period, width=1) for period in periods))
    rows = tuple(
        (cell(desk.words(code_of(desk, work))), cell(desk.gap("work_months"), len(periods)))
        for work in work_packages(desk)
    )
    return TableBlock(key="timetable", columns=columns, rows=rows, caption=form.caption)


def _periods(months: int) -> tuple[str, ...]:
    """Headings of the timetable: months up to two years, quarters by year above."""
    if months <= MOST_MONTHS:
        letter = "M" if months <= MOST_LETTERED else ""
        return tuple(f"{letter}{month}" for month in range(1, months + 1))
    return tuple(f"Y{1 + quarter // 4} Q{1 + quarter % 4}" for quarter in range(-(-months // 3)))


def previous_projects(desk: Desk) -> list[Block]:
    """Annex 4: one row a member."""
    rows: list[Row] = [
        (cell(desk.name(member)), cell(desk.gap("previous_projects", member))) for member in desk.members
    ]
    unknown: list[Row] = [(cell(desk.gap("members")),)]
    return [fixed_table(desk, "previous_projects", rows or unknown, "previous_projects")]

"""Section 2.1: the people of each member that work in the project."""

from proposal_templates.blocks import Block, TextBlock, Words, joined
from proposal_templates.context import StaffFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, fixed_table, row

COLUMNS = {"staff_name": 4, "organisation": 4, "staff_tasks": 3, "profile": 4}


def staff(desk: Desk) -> list[Block]:
    """A row for each person or post; a member that names nobody yet keeps one row to fill."""
    if not desk.members:
        return [TextBlock(words=desk.gap("members", "coordinator"))]
    rows = [each for member in desk.members for each in _of_member(desk, member)]
    return [fixed_table(desk, "staff", rows, own=COLUMNS)]


def _of_member(desk: Desk, member: Member) -> list[Row]:
    found = member.facts.staff
    if found:
        return [_person(desk, member, i, facts) for i, facts in enumerate(found)]
    nobody = (
        cell(desk.gap("staff_name", member)),
        cell(_organisation(desk, member)),
        cell(desk.gap("staff_profile", member)),
    )
    return [nobody]


def _person(desk: Desk, member: Member, index: int, facts: StaffFacts) -> Row:
    def told(field: str, value: str | None, need: str) -> Words:
        return desk.member(member, f"staff[{index}].{field}", value) if value else desk.gap(need, member)

    return row(
        told("function", facts.function, "staff_name"),
        _organisation(desk, member),
        told("tasks", facts.tasks, "design.need_tasks"),
        told("expertise", facts.expertise, "design.need_expertise"),
    )


def _organisation(desk: Desk, member: Member) -> Words:
    if member.facts.role is None:
        return desk.name(member)
    return joined([desk.name(member), desk.role_words(member)], " – ")


PARTS: Parts = {
    "staff": staff,
}

"""Annex 4 of Part B: the members' projects of the last four years, as each member tells them."""

from proposal_templates.blocks import Block, Words, joined
from proposal_templates.context import PastProjectFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, fixed_table, row

COLUMNS = {"participant": 4, "project": 7, "period": 2, "role": 3, "amount": 3, "website": 4}


def previous_projects(desk: Desk) -> list[Block]:
    """A row for each earlier project; a member that has told of none is asked."""
    rows = [each for member in desk.members for each in _projects(desk, member)]
    unknown: list[Row] = [(cell(desk.gap("members")),)]
    return [
        fixed_table(
            desk, "previous_projects", rows or unknown, "previous_projects", own=COLUMNS, words="work"
        )
    ]


def _projects(desk: Desk, member: Member) -> list[Row]:
    found = member.facts.past_projects
    if not found:
        return [(cell(desk.name(member)), cell(desk.gap("previous_projects", member)))]
    return [_project(desk, member, i, each) for i, each in enumerate(found)]


def _project(desk: Desk, member: Member, index: int, facts: PastProjectFacts) -> Row:
    def told(field: str, value: str | None, need: str) -> Words:
        if not (value and value.strip()):
            return desk.gap(need, member)
        return desk.member(member, f"past_projects[{index}].{field}", value)

    known = [
        told(field, value, need)
        for field, value, need in (
            ("reference", facts.reference, "work.need_reference"),
            ("title", facts.title, "work.need_project_title"),
            ("programme", facts.programme, "work.need_project_programme"),
        )
    ]
    return row(
        desk.name(member),
        joined(known, ", "),
        told("period", facts.period, "work.need_project_period"),
        told("part", facts.part, "work.need_project_role"),
        told("amount", facts.amount, "work.need_project_amount"),
        told("website", facts.website, "work.need_project_website"),
    )


PARTS: Parts = {"previous_projects": previous_projects}

"""What the sections of a form can hold: each part takes the desk and gives blocks."""

from proposal_templates.parts import (
    aims,
    applicant,
    cover,
    design,
    events,
    impact,
    indicators,
    money,
    outputs,
    partnership,
    past_projects,
    relevance,
    risks,
    timetable,
    work_fields,
    work_matrix,
    work_packages,
    work_plan,
)
from proposal_templates.parts.kinds import Part, Parts

_WORK = (work_plan, work_packages, outputs, work_matrix, work_fields, events, timetable, risks, indicators)
PARTS: Parts = {
    name: part
    for room in (cover, aims, applicant, relevance, design, partnership, impact, *_WORK, money, past_projects)
    for name, part in room.PARTS.items()
}

__all__ = ["PARTS", "Part"]

"""What the sections of a form can hold: each part takes the desk and gives blocks."""

from collections.abc import Callable, Mapping

from proposal_templates.blocks import Block
from proposal_templates.desk import Desk
from proposal_templates.forms.model import ContentPart
from proposal_templates.parts import cover, design, impact, partnership, relevance, resources, work_plan

Part = Callable[[Desk], list[Block]]

PARTS: Mapping[ContentPart, Part] = {
    "cover": cover.cover,
    "call_brief": cover.call_brief,
    "abstract": cover.abstract,
    "background": relevance.background,
    "call_fit": relevance.call_fit,
    "needs": relevance.needs,
    "objectives": relevance.objectives,
    "target_groups": relevance.target_groups,
    "european_dimension": relevance.european_dimension,
    "staff": design.staff,
    "cost_frame": design.cost_frame,
    "risks": design.risks,
    "consortium_overview": partnership.consortium_overview,
    "consortium": partnership.consortium,
    "members": partnership.members,
    "roles": partnership.roles,
    "actor_groups": partnership.actor_groups,
    "governance": partnership.governance,
    "effects": impact.effects,
    "work_plan": work_plan.work_plan,
    "work_packages": work_plan.work_package_details,
    "budget": resources.budget,
    "staff_effort": resources.staff_effort,
    "subcontracting": resources.subcontracting,
    "events": resources.events,
    "timetable": resources.timetable,
    "previous_projects": resources.previous_projects,
}

"""Milestones and deliverables: of one work package, all in one list, and how many a form allows."""

import re

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words
from proposal_templates.context import DeliverableFacts, MilestoneFacts
from proposal_templates.desk import Desk, WorkPackage
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, fixed_table, own_table, row
from proposal_templates.parts.work_words import month, named
from proposal_templates.plan import code_of, decided, facts_of, lead_of, leader_of, path_of, work_packages

MILESTONES = {"milestone": 2, "name": 5, "wp": 1, "lead": 4, "description": 5, "due": 2, "verification": 5}
DELIVERABLES = {
    "deliverable": 2,
    "name": 5,
    "wp": 1,
    "lead": 4,
    "type": 3,
    "level": 2,
    "due": 2,
    "description": 5,
}


def milestones_of(desk: Desk, work: WorkPackage) -> list[Block]:
    """Milestones of one work package; a plan that has some elsewhere needs none here."""
    facts = facts_of(desk, work)
    if facts and facts.milestones:
        rows = [_milestone(desk, work, i, each) for i, each in enumerate(facts.milestones)]
    elif any(planned.milestones for planned in desk.context.project.work_packages):
        return []
    else:
        rows = [_to_plan(desk, work, f"MS{work.number}", "milestone")]
    return [fixed_table(desk, "milestones", rows, "milestones", own=MILESTONES, words="work")]


def milestone_code(desk: Desk, work: WorkPackage, index: int) -> str:
    """Number of a milestone; milestones are numbered on through the whole project (Part B, section 4.2)."""
    before = desk.context.project.work_packages[: work.facts]
    return f"MS{sum(len(each.milestones) for each in before) + index + 1}"


def _milestone(desk: Desk, work: WorkPackage, index: int, facts: MilestoneFacts) -> Row:
    path = f"{path_of(work)}.milestones[{index}]"
    return row(
        desk.words(milestone_code(desk, work, index)),
        desk.project(f"{path}.title", facts.title, "work.need_milestone_title", "all_members"),
        desk.words(str(work.number)),
        named(desk, f"{path}.lead", facts.lead, "work.need_lead"),
        desk.project(f"{path}.description", facts.description, "work.need_description", "all_members"),
        month(desk, f"{path}.month", facts.month, "work.need_due"),
        desk.project(f"{path}.verification", facts.verification, "work.need_verification", "all_members"),
    )


def deliverables_of(desk: Desk, work: WorkPackage) -> list[Block]:
    """Deliverables of one work package; a plan that has some elsewhere needs none here."""
    facts = facts_of(desk, work)
    if facts and facts.deliverables:
        rows = [_deliverable(desk, work, i, each) for i, each in enumerate(facts.deliverables)]
    elif any(planned.deliverables for planned in desk.context.project.work_packages):
        return []
    else:
        rows = [_to_plan(desk, work, deliverable_code(work, 0), "deliverable")]
    return [fixed_table(desk, "deliverables", rows, "deliverables", own=DELIVERABLES, words="work")]


def deliverable_code(work: WorkPackage, index: int) -> str:
    """Number of a deliverable within its work package: D2.1."""
    return f"D{work.number}.{index + 1}"


def _deliverable(desk: Desk, work: WorkPackage, index: int, facts: DeliverableFacts) -> Row:
    path = f"{path_of(work)}.deliverables[{index}]"
    return row(
        desk.words(deliverable_code(work, index)),
        desk.project(f"{path}.title", facts.title, "work.need_deliverable_title", "all_members"),
        desk.words(str(work.number)),
        named(desk, f"{path}.lead", facts.lead, "work.need_lead"),
        desk.project(f"{path}.type", facts.type, "work.need_type"),
        desk.project(f"{path}.level", facts.level, "work.need_level"),
        month(desk, f"{path}.month", facts.month, "work.need_due"),
        desk.project(f"{path}.description", facts.description, "work.need_format", "all_members"),
    )


def _to_plan(desk: Desk, work: WorkPackage, number: str, kind: str) -> Row:
    """A milestone or deliverable to start from; with the lead known, only the rest is a gap."""
    start = (cell(desk.words(number)), cell(desk.gap(f"{kind}_name")), cell(desk.words(str(work.number))))
    if leader_of(desk, work):
        return *start, cell(lead_of(desk, work)), cell(desk.gap(kind))
    return *start, cell(desk.gap(f"{kind}_and_lead", "all_members"))


def deliverables(desk: Desk) -> list[Block]:
    """All deliverables of the project in one list; the plans that evaluators look for while there is none."""
    rows = [
        _listed(desk, work, i, each)
        for work in work_packages(desk)
        for i, each in enumerate(_planned(desk, work))
    ]
    if not rows:
        return [TextBlock(words=desk.gap("work.need_deliverables", "all_members")), *kept_few(desk)]
    columns = {"deliverable": 2, "name": 6, "wp": 1, "lead": 5, "due": 2}
    table = own_table(desk, "deliverables_list", columns, rows, "deliverables", words="work")
    return [table, *kept_few(desk)]


def _planned(desk: Desk, work: WorkPackage) -> tuple[DeliverableFacts, ...]:
    facts = facts_of(desk, work)
    return facts.deliverables if facts else ()


def _listed(desk: Desk, work: WorkPackage, index: int, facts: DeliverableFacts) -> Row:
    path = f"{path_of(work)}.deliverables[{index}]"
    return row(
        desk.words(deliverable_code(work, index)),
        desk.project(f"{path}.title", facts.title, "work.need_deliverable_title", "all_members"),
        desk.words(code_of(desk, work)),
        named(desk, f"{path}.lead", facts.lead, "work.need_lead"),
        month(desk, f"{path}.month", facts.month, "work.need_due"),
    )


def kept_few(desk: Desk) -> list[Block]:
    """Notes on the deliverables: which are looked for while none is planned, and when there are too many."""
    counts = [len(work.deliverables) for work in desk.context.project.work_packages]
    if not sum(counts):
        return [TextBlock(words=desk.say("work.usual_deliverables"), style=TextStyle.NOTE)]
    rule = desk.form.most_deliverables
    if rule is None or sum(counts) <= _most(rule.value):
        return []
    grounds = tuple(decided(f"work_packages[{i}].deliverables") for i, count in enumerate(counts) if count)
    words: Words = desk.say(
        "work.too_many_deliverables",
        count=desk.computed(str(sum(counts)), "plan.deliverables", grounds),
        most=desk.rule(str(rule.value), "most_deliverables", rule.source, rule.certainty),
    )
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def _most(value: int | str) -> int:
    """The greatest number that a rule such as 15 or 10–15 names."""
    return max(int(number) for number in re.findall(r"\d+", str(value)))


PARTS: Parts = {"deliverables": deliverables}

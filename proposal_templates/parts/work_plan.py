"""Section 4: the work plan and its packages; months, effort and money stay gaps unless they are given."""

from dataclasses import replace

from proposal_templates.blocks import Block, Cell, TextBlock, TextStyle, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.tables import Row, cell, fixed_table, own_table, row
from proposal_templates.plan import WorkKind, WorkPackage, lead_of, name_of, work_packages


def work_plan(desk: Desk) -> list[Block]:
    """All work packages at a glance, with what each rests on."""
    packages = work_packages(desk)
    goals = desk.context.coalition.goals
    count = desk.computed(str(len(packages)), "plan.count", tuple(_goal_origin(i) for i in range(len(goals))))
    rows = [
        row(desk.words(code_of(desk, work)), name_of(desk, work), lead_of(desk, work), _rests_on(desk, work))
        for work in packages
    ]
    blocks: list[Block] = [
        TextBlock(words=desk.say("work.overview", count=count)),
        own_table(desk, "work_plan", {"wp": 1, "name": 5, "lead": 4, "rests_on": 3}, rows, "work_plan"),
    ]
    if not goals:
        blocks.append(TextBlock(words=desk.gap("work_between", "all_members")))
    return blocks


def work_package_details(desk: Desk) -> list[Block]:
    """Header, tasks, milestones and deliverables of every work package."""
    return [block for work in work_packages(desk) for block in _package(desk, work)]


def code_of(desk: Desk, work: WorkPackage) -> str:
    """Short code of a work package in the draft's language: WP2, TP2, AP2."""
    return desk.sentences.text("work.code", number=str(work.number))


def _goal_origin(goal: int) -> Origin:
    return Origin(kind=OriginKind.PROFILE, path=f"coalition.goals[{goal}].text")


def _rests_on(desk: Desk, work: WorkPackage) -> Words:
    if work.goal is None:
        section = desk.form.holder("work_packages")
        rule = desk.label("form_rule")
        return desk.rule(rule, "sections.work_packages", section.source, section.certainty)
    text = desk.sentences.text("work.goal_number", number=str(work.goal + 1))
    return desk.computed(text, "plan.goal_number", (_goal_origin(work.goal),))


def _package(desk: Desk, work: WorkPackage) -> list[Block]:
    title = desk.say("work.title", code=desk.words(code_of(desk, work)), name=name_of(desk, work))
    return [
        TextBlock(words=title, style=TextStyle.LABEL),
        fixed_table(desk, "wp_header", [_header(desk, work)]),
        fixed_table(desk, "tasks", [_task(desk, work)], "tasks"),
        fixed_table(desk, "milestones", [_output(desk, work, f"MS{work.number}", "milestone")], "milestones"),
        fixed_table(
            desk, "deliverables", [_output(desk, work, f"D{work.number}.1", "deliverable")], "deliverables"
        ),
    ]


def _header(desk: Desk, work: WorkPackage) -> Row:
    if work.goal is None:
        objectives = desk.gap("work_objectives")
    else:
        goal = desk.context.coalition.goals[work.goal]
        objectives = desk.profile(f"goals[{work.goal}].text", goal.text, "goals")
    return row(desk.gap("work_months"), lead_of(desk, work), objectives)


def _task(desk: Desk, work: WorkPackage) -> tuple[Cell, ...]:
    """One task to start from; who takes part is chosen from the members, each with its role code."""
    listed = joined([_participant(desk, work, member) for member in desk.members], "; ")
    choose = desk.gap("task_participants", "all_members")
    participants = (*choose, *desk.words(" "), *listed) if listed else choose
    return (
        cell(desk.words(f"T{work.number}.1")),
        cell(desk.gap("task", "all_members"), 2),
        cell(participants),
    )


def _participant(desk: Desk, work: WorkPackage, member: Member) -> Words:
    """A member with its role code; the leader of a task is in bold, as the form asks."""
    name, rule = desk.name(member), desk.role_of(member)
    if work.kind is WorkKind.MANAGEMENT and member == desk.coordinator:
        name = tuple(replace(span, strong=True) for span in name)
    if rule is None:
        return name
    code = desk.member(member, "role", rule.task_code, named=True)
    return desk.say("partnership.member_with_kind", name=name, kind=code)


def _output(desk: Desk, work: WorkPackage, number: str, kind: str) -> Row:
    """A milestone or deliverable to start from; with the lead known, only the rest is a gap."""
    start = (cell(desk.words(number)), cell(desk.gap(f"{kind}_name")), cell(desk.words(str(work.number))))
    if work.kind is WorkKind.MANAGEMENT and desk.coordinator:
        return *start, cell(lead_of(desk, work)), cell(desk.gap(kind))
    return *start, cell(desk.gap(f"{kind}_and_lead", "all_members"))

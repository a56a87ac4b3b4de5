"""Every work package in full: header, tasks, milestones and deliverables."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import TaskFacts
from proposal_templates.desk import Desk, Member, WorkPackage
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.outputs import deliverables_of, kept_few, milestones_of
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.parts.work_plan import months_of
from proposal_templates.parts.work_words import named, period, with_code
from proposal_templates.plan import code_of, facts_of, goal_words, lead_of, name_of, path_of, work_packages

HEADER = {"duration": 3, "lead": 4, "objectives": 8}
TASKS = {"task": 1, "name": 4, "description": 6, "participants": 5, "months": 2}


def work_package_details(desk: Desk) -> list[Block]:
    """All work packages in full, then what holds for all of them."""
    blocks = [block for work in work_packages(desk) for block in _package(desk, work)]
    return [*blocks, *kept_few(desk)]


def _package(desk: Desk, work: WorkPackage) -> list[Block]:
    title = desk.say("work.title", code=desk.words(code_of(desk, work)), name=name_of(desk, work))
    header = row(months_of(desk, work), lead_of(desk, work), _objectives(desk, work))
    return [
        TextBlock(words=title, style=TextStyle.LABEL),
        fixed_table(desk, "wp_header", [header], own=HEADER, words="work"),
        fixed_table(desk, "tasks", _tasks(desk, work), "tasks", own=TASKS, words="work"),
        *milestones_of(desk, work),
        *deliverables_of(desk, work),
    ]


def _objectives(desk: Desk, work: WorkPackage) -> Words:
    """The objectives as planned, and the goals they serve; by default the goals stand for both."""
    goals = joined([goal_words(desk, goal) for goal in work.goals], "; ")
    facts = facts_of(desk, work)
    if facts is None:
        return goals or desk.gap("work_objectives")
    own = desk.project(f"{path_of(work)}.objectives", facts.objectives, "work_objectives", "all_members")
    return desk.say("work.objectives_serve", objectives=own, goals=goals, n=len(work.goals)) if goals else own


def _tasks(desk: Desk, work: WorkPackage) -> list[Row]:
    facts = facts_of(desk, work)
    if facts is None or not facts.tasks:
        return [_task_to_plan(desk, work)]
    return [_task(desk, work, i, task) for i, task in enumerate(facts.tasks)]


def _task(desk: Desk, work: WorkPackage, index: int, task: TaskFacts) -> Row:
    """A planned task; what is given in kind or bought stands below the packages, once for the project."""
    path = f"{path_of(work)}.tasks[{index}]"
    last = (
        desk.words(desk.label("work.see_below"))
        if desk.form.table("tasks")
        else period(desk, path, task.first_month, task.last_month)
    )
    return row(
        desk.words(task_code(work, index)),
        desk.project(f"{path}.title", task.title, "work.need_task_title", "all_members"),
        desk.project(f"{path}.description", task.description, "work.need_task_description", "all_members"),
        participants(desk, path, task),
        last,
    )


def task_code(work: WorkPackage, index: int) -> str:
    """Number of a task as Part B writes it: T2.1."""
    return f"T{work.number}.{index + 1}"


def participants(desk: Desk, path: str, task: TaskFacts) -> Words:
    """Who takes part in a task with role codes, its leader first and in bold."""
    leader = desk.member_at(task.lead)
    words = named(desk, f"{path}.lead", task.lead, "work.need_task_lead")
    told = [with_code(desk, leader, words, leads=leader is not None)]
    for i, index in enumerate(task.members):
        if index != task.lead:
            told.append(with_code(desk, desk.member_at(index), named(desk, f"{path}.members[{i}]", index)))
    return joined(told, "; ")


def _task_to_plan(desk: Desk, work: WorkPackage) -> Row:
    """One task to start from; who takes part is chosen from the members, each with its role code."""
    listed = joined([_listed(desk, work, member) for member in desk.members], "; ")
    choose = desk.gap("task_participants", "all_members")
    chosen = (*choose, *desk.words(" "), *listed) if listed else choose
    return (
        cell(desk.words(task_code(work, 0))),
        cell(desk.gap("task", "all_members"), 2),
        cell(chosen),
    )


def _listed(desk: Desk, work: WorkPackage, member: Member) -> Words:
    leads = work.kind == "management" and work.facts is None and member == desk.coordinator
    return with_code(desk, member, desk.name(member), leads=leads)


PARTS: Parts = {"work_packages": work_package_details}

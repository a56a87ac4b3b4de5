"""The work plan at a glance: every work package with its lead, its months and what it rests on."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words
from proposal_templates.context import GoalFacts
from proposal_templates.desk import Desk, WorkPackage
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import own_table, row
from proposal_templates.parts.work_words import period
from proposal_templates.plan import (
    code_of,
    decided,
    facts_of,
    goal_numbers,
    goal_origin,
    lead_of,
    name_of,
    path_of,
    work_packages,
)

COLUMNS = {"wp": 1, "name": 5, "lead": 4, "months": 2, "rests_on": 3}


def work_plan(desk: Desk) -> list[Block]:
    """All work packages at a glance; a plan not made yet is proposed, and said to be a proposal."""
    packages = work_packages(desk)
    rows = [
        row(
            desk.words(code_of(desk, work)),
            name_of(desk, work),
            lead_of(desk, work),
            months_of(desk, work),
            _rests_on(desk, work),
        )
        for work in packages
    ]
    blocks: list[Block] = [
        TextBlock(words=_overview(desk, packages)),
        own_table(desk, "work_plan", COLUMNS, rows, "work_plan", words="work"),
    ]
    goals = desk.context.coalition.goals
    if not goals and not desk.context.project.work_packages:
        blocks.append(TextBlock(words=desk.gap("work_between", "all_members")))
    return [*blocks, *_unserved(desk, packages, goals)]


def _overview(desk: Desk, packages: tuple[WorkPackage, ...]) -> Words:
    planned = desk.context.project.work_packages
    grounds = (
        tuple(decided(path_of(work)) for work in packages)
        if planned
        else tuple(goal_origin(goal) for goal in range(len(desk.context.coalition.goals)))
    )
    n = len(packages)
    if not grounds:
        return desk.say("work.overview_bare")
    count = desk.computed(str(n), "plan.count", grounds)
    if planned:
        return desk.say("work.overview_planned", count=count, n=n)
    return desk.say("work.overview", count=count)


def months_of(desk: Desk, work: WorkPackage) -> Words:
    """First and last month of a work package, or a gap."""
    facts = facts_of(desk, work)
    if facts is None:
        return desk.gap("work_months", "all_members")
    return period(desk, path_of(work), facts.first_month, facts.last_month)


def _rests_on(desk: Desk, work: WorkPackage) -> Words:
    """The goals that a work package serves; management and impact may serve the project as a whole."""
    if work.goals:
        planned = work.facts is not None
        grounds = (decided(f"{path_of(work)}.goals"),) if planned else (goal_origin(work.goals[0]),)
        return goal_numbers(desk, work.goals, grounds)
    if work.kind == "goal":
        return desk.gap("work.need_goals", "all_members")
    section = desk.form.holder("work_packages")
    return desk.rule(desk.label("form_rule"), "sections.work_packages", section.source, section.certainty)


def _unserved(desk: Desk, packages: tuple[WorkPackage, ...], goals: tuple[GoalFacts, ...]) -> list[Block]:
    """Says which goals no planned work package serves."""
    served = {goal for work in packages for goal in work.goals}
    left = tuple(goal for goal in range(len(goals)) if goal not in served)
    if not left or not desk.context.project.work_packages:
        return []
    grounds = (
        *(goal_origin(goal) for goal in left),
        *(decided(f"{path_of(work)}.goals") for work in packages if work.goals),
    )
    words = desk.say("work.unserved", goals=goal_numbers(desk, left, grounds), n=len(left))
    return [TextBlock(words=words, style=TextStyle.NOTE)]


PARTS: Parts = {"work_plan": work_plan}

"""One work package in the fields of a web form: objectives, results, indicators, tasks, activities."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import TaskFacts, WorkPackageFacts
from proposal_templates.desk import Desk, WorkPackage
from proposal_templates.parts.indicators import of_goals
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.work_packages import participants, task_code
from proposal_templates.parts.work_words import asked, named, period
from proposal_templates.plan import facts_of, goal_words, lead_of, path_of, work_packages


def _here(desk: Desk) -> tuple[WorkPackage, WorkPackageFacts | None]:
    """The work package that a section is about; outside such a section the first one."""
    work = desk.work or work_packages(desk)[0]
    return work, facts_of(desk, work)


def _paragraphs(*words: Words) -> list[Block]:
    return [TextBlock(words=each) for each in words if each]


def wp_objectives(desk: Desk) -> list[Block]:
    """Objectives of the work package and the goals of the project that it serves."""
    work, facts = _here(desk)
    value = facts.objectives if facts else None
    own = desk.project(f"{path_of(work)}.objectives", value, "work_objectives", "all_members")
    goals = [desk.say("work.serves", goal=goal_words(desk, goal)) for goal in work.goals]
    return _paragraphs(own, *goals)


def wp_results(desk: Desk) -> list[Block]:
    """Main results as the project tells them, then its deliverables by name."""
    work, facts = _here(desk)
    path = path_of(work)
    own = desk.project(
        f"{path}.results", facts.results if facts else None, "work.need_results", "all_members"
    )
    names = [
        desk.project(f"{path}.deliverables[{i}].title", each.title, "work.need_deliverable_title")
        for i, each in enumerate(facts.deliverables if facts else ())
    ]
    return _paragraphs(own, desk.say("work.deliverables_are", names=joined(names, "; ")) if names else ())


def wp_qualitative(desk: Desk) -> list[Block]:
    """Qualitative indicators of the goals that the work package serves."""
    work, _ = _here(desk)
    found = of_goals(desk, work.goals, qualitative=True)
    return _bullets(found) or _paragraphs(desk.gap("work.need_qualitative", "all_members"))


def wp_quantitative(desk: Desk) -> list[Block]:
    """Counted indicators of the goals that the work package serves."""
    work, _ = _here(desk)
    found = of_goals(desk, work.goals, qualitative=False)
    return _bullets(found) or _paragraphs(desk.gap("work.need_quantitative", "all_members"))


def _bullets(found: list[Words]) -> list[Block]:
    return [TextBlock(words=words, style=TextStyle.BULLET) for words in found]


def wp_tasks(desk: Desk) -> list[Block]:
    """What each member does in the work package and why it is this member's; who leads comes first."""
    work, facts = _here(desk)
    if facts is None:
        return _paragraphs(
            desk.say("work.lead_is", name=lead_of(desk, work)), desk.gap("work.need_parts", "all_members")
        )
    path = path_of(work)
    why = desk.project(f"{path}.lead_reason", facts.lead_reason, "work.need_lead_reason", "all_members")
    told = [joined([desk.say("work.lead_is", name=lead_of(desk, work)), why], " ")]
    for i, part in enumerate(facts.parts):
        place = f"{path}.parts[{i}]"
        ask = asked(desk, part)
        told.append(
            desk.say(
                "work.part_of_member",
                name=named(desk, f"{place}.member", part.member),
                part=desk.project(f"{place}.part", part.part, "work.need_part", ask),
                reason=desk.project(f"{place}.reason", part.reason, "work.need_part_reason", ask),
            )
        )
    if not facts.parts:
        told.append(desk.gap("work.need_other_parts", "all_members"))
    return _paragraphs(*told)


def wp_activities(desk: Desk) -> list[Block]:
    """The tasks of the work package: what is done, when, by whom."""
    work, facts = _here(desk)
    if facts is None or not facts.tasks:
        return _paragraphs(desk.gap("work.need_activities", "all_members"))
    return [block for i, task in enumerate(facts.tasks) for block in _activity(desk, work, i, task)]


def _activity(desk: Desk, work: WorkPackage, index: int, task: TaskFacts) -> list[Block]:
    """A task: what, when and who in one line, then its description."""
    path = f"{path_of(work)}.tasks[{index}]"
    line = desk.say(
        "work.activity",
        code=desk.words(task_code(work, index)),
        title=desk.project(f"{path}.title", task.title, "work.need_task_title", "all_members"),
        months=period(desk, path, task.first_month, task.last_month),
        people=participants(desk, path, task),
    )
    told = desk.project(f"{path}.description", task.description, "work.need_task_description", "all_members")
    return _paragraphs(line, told)


PARTS: Parts = {
    "wp_objectives": wp_objectives,
    "wp_results": wp_results,
    "wp_qualitative": wp_qualitative,
    "wp_quantitative": wp_quantitative,
    "wp_tasks": wp_tasks,
    "wp_activities": wp_activities,
}

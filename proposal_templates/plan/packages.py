"""The work packages of a draft: the project's own, else management, one for each goal, and impact."""

from proposal_templates.blocks import Words, joined
from proposal_templates.context import WorkPackageFacts
from proposal_templates.desk import Desk, Member, WorkPackage
from proposal_templates.origins import Origin, OriginKind

LONGEST_NAME = 90
"""A goal's text longer than this many characters is too long for a work package's name."""
SHORT_NAME = 60
"""At most this many characters of such a goal stand in the name, without the ellipsis."""


def work_packages(desk: Desk) -> tuple[WorkPackage, ...]:
    """The project's own plan, whatever its kinds and order, or the default one.

    A goal that the coalition does not have is left out of the package that names it.
    """
    planned = desk.context.project.work_packages
    goals = range(len(desk.context.coalition.goals))
    if planned:
        return tuple(
            WorkPackage(i + 1, work.kind, tuple(goal for goal in work.goals if goal in goals), i)
            for i, work in enumerate(planned)
        )
    between = [WorkPackage(2 + goal, "goal", (goal,)) for goal in goals]
    return (WorkPackage(1, "management"), *between, WorkPackage(len(between) + 2, "impact"))


def facts_of(desk: Desk, work: WorkPackage) -> WorkPackageFacts | None:
    """What the project has decided about a work package; None for one of the default plan."""
    return None if work.facts is None else desk.context.project.work_packages[work.facts]


def path_of(work: WorkPackage) -> str:
    """Path of a planned work package after `project.`."""
    return f"work_packages[{work.facts}]"


def decided(path: str) -> Origin:
    """Origin of a decision about the project, by its path after `project.`."""
    return Origin(kind=OriginKind.PROJECT, path=f"project.{path}")


def code_of(desk: Desk, work: WorkPackage) -> str:
    """Short code of a work package in the draft's language: WP2, TP2, AP2."""
    return desk.sentences.text("work.code", number=str(work.number))


def name_of(desk: Desk, work: WorkPackage) -> Words:
    """A work package's name: as planned; by default the form's for first and last, the goal's words between.

    A long goal is named by its number and its first words, cut at a word.
    """
    facts = facts_of(desk, work)
    if facts:
        return desk.project(f"{path_of(work)}.title", facts.title, "work.need_title", "all_members")
    if not work.goals:
        section = desk.form.holder("work_packages")
        text = desk.sentences.text(f"work.{work.kind}")
        return desk.rule(text, "sections.work_packages", section.source, section.certainty)
    goal = work.goals[0]
    text = desk.context.coalition.goals[goal].text
    if len(text) <= LONGEST_NAME:
        return desk.profile(f"goals[{goal}].text", text, "goals")
    return goal_words(desk, goal)


def goal_words(desk: Desk, goal: int) -> Words:
    """A goal by its number and its own words, or the first words of a long one."""
    text = desk.context.coalition.goals[goal].text
    said = text if len(text) <= LONGEST_NAME else first_words(text)
    start = desk.profile(f"goals[{goal}].text", said, "goals")
    return joined([goal_numbers(desk, (goal,), (goal_origin(goal),)), start], ": ")


def goal_numbers(desk: Desk, goals: tuple[int, ...], grounds: tuple[Origin, ...]) -> Words:
    """Goals by their numbers: Goal 3; Goals 1, 2."""
    numbers = ", ".join(str(goal + 1) for goal in goals)
    macro = "work.goal_number" if len(goals) == 1 else "work.goal_numbers"
    return desk.computed(desk.sentences.text(macro, number=numbers), "plan.goal_number", grounds)


def goal_origin(goal: int) -> Origin:
    """Origin of a goal's text."""
    return Origin(kind=OriginKind.PROFILE, path=f"coalition.goals[{goal}].text")


def first_words(text: str) -> str:
    """The first words of a text with an ellipsis; a text short enough as it is, and a long word is cut."""
    whole = text.strip()
    if len(whole) <= SHORT_NAME:
        return whole
    start = whole[: SHORT_NAME + 1]
    at_word = start.rsplit(None, 1)[0] if len(start.split()) > 1 else start[:SHORT_NAME]
    return f"{at_word.rstrip(' ,;:.–-')}…"


def leader_of(desk: Desk, work: WorkPackage) -> Member | None:
    """The member that leads: as planned; by default the coordinator leads management, nobody the rest."""
    facts = facts_of(desk, work)
    if facts:
        return desk.member_at(facts.lead)
    return desk.coordinator if work.kind == "management" else None


def lead_of(desk: Desk, work: WorkPackage) -> Words:
    """Who leads, or a gap; see `leader_of`."""
    facts = facts_of(desk, work)
    if facts:
        return desk.named_member(facts.lead, decided(f"{path_of(work)}.lead"), "work.need_lead")
    leader = leader_of(desk, work)
    if leader and leader.facts.name:
        grounds = (leader.origin("name"), leader.origin("role"))
        return desk.computed(leader.facts.name, "plan.lead", grounds)
    return desk.gap("work.need_lead", "all_members")

"""The work packages a draft starts from: management, one for each goal, impact and dissemination."""

from dataclasses import dataclass
from enum import StrEnum

from proposal_templates.blocks import Words, joined
from proposal_templates.desk import Desk
from proposal_templates.origins import Origin, OriginKind

LONGEST_NAME = 90
"""A goal's text longer than this many characters is too long for a work package's name."""
SHORT_NAME = 60
"""At most this many characters of such a goal stand in the name, without the ellipsis."""


class WorkKind(StrEnum):
    """What a work package is for."""

    MANAGEMENT = "management"
    GOAL = "goal"
    IMPACT = "impact"


@dataclass(frozen=True)
class WorkPackage:
    """One work package; `goal` is the index of the coalition's goal behind it."""

    number: int
    kind: WorkKind
    goal: int | None = None


def work_packages(desk: Desk) -> tuple[WorkPackage, ...]:
    """The form's default plan: the first and the last are fixed by the form, the goals stand between."""
    goals = range(len(desk.context.coalition.goals))
    between = [WorkPackage(2 + goal, WorkKind.GOAL, goal) for goal in goals]
    return (WorkPackage(1, WorkKind.MANAGEMENT), *between, WorkPackage(len(between) + 2, WorkKind.IMPACT))


def name_of(desk: Desk, work: WorkPackage) -> Words:
    """A work package's name: the form's for the first and last, the goal's own words between.

    A long goal is named by its number and its first words, cut at a word.
    """
    if work.goal is None:
        section = desk.form.holder("work_packages")
        text = desk.sentences.text(f"work.{work.kind.value}")
        return desk.rule(text, "sections.work_packages", section.source, section.certainty)
    goal = desk.context.coalition.goals[work.goal]
    if len(goal.text) <= LONGEST_NAME:
        return desk.profile(f"goals[{work.goal}].text", goal.text, "goals")
    origin = Origin(kind=OriginKind.PROFILE, path=f"coalition.goals[{work.goal}].text")
    text = desk.sentences.text("work.goal_number", number=str(work.goal + 1))
    number = desk.computed(text, "plan.goal_number", (origin,))
    return joined([number, desk.profile(f"goals[{work.goal}].text", first_words(goal.text), "goals")], ": ")


def first_words(text: str) -> str:
    """The first words of a text with an ellipsis; a text short enough as it is, and a long word is cut."""
    whole = text.strip()
    if len(whole) <= SHORT_NAME:
        return whole
    start = whole[: SHORT_NAME + 1]
    at_word = start.rsplit(None, 1)[0] if len(start.split()) > 1 else start[:SHORT_NAME]
    return f"{at_word.rstrip(' ,;:.–-')}…"


def lead_of(desk: Desk, work: WorkPackage) -> Words:
    """Who leads: the coordinator leads management; the rest the members must settle."""
    if work.kind is WorkKind.MANAGEMENT and desk.coordinator and desk.coordinator.facts.name:
        grounds = (desk.coordinator.origin("name"), desk.coordinator.origin("role"))
        return desk.computed(desk.coordinator.facts.name, "plan.lead", grounds)
    return desk.gap("work_lead", "all_members")

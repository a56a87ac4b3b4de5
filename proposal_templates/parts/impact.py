"""Section 3: effects, goal by goal."""

from proposal_templates.blocks import Block, TextBlock, Words
from proposal_templates.context import EffectFacts, GoalFacts
from proposal_templates.desk import Desk
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, own_table, row


def effects(desk: Desk) -> list[Block]:
    """Each goal with its effects over time, as the members foresee them; those of no goal come last."""
    goals = desk.context.coalition.goals
    rows = [each for i, goal in enumerate(goals) for each in _of_goal(desk, i, goal)]
    rows += [
        row(desk.gap("work.need_goal", "all_members"), *_terms(desk, i, each))
        for i, each in enumerate(desk.context.project.effects)
        if each.goal not in range(len(goals))
    ]
    if not rows:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    columns = {"goal": 4, "short_term": 2, "medium_term": 2, "long_term": 2}
    return [own_table(desk, "effects", columns, rows, "effects")]


def _of_goal(desk: Desk, index: int, goal: GoalFacts) -> list[Row]:
    text = desk.profile(f"goals[{index}].text", goal.text, "goals")
    found = [(i, each) for i, each in enumerate(desk.context.project.effects) if each.goal == index]
    if not found:
        return [(cell(text), cell(desk.gap("effects", "all_members")))]
    return [row(text, *_terms(desk, i, each)) for i, each in found]


def _terms(desk: Desk, index: int, effect: EffectFacts) -> tuple[Words, ...]:
    said = {
        "short_term": effect.short_term,
        "medium_term": effect.medium_term,
        "long_term": effect.long_term,
    }
    return tuple(
        desk.project(f"effects[{index}].{term}", text, f"design.need_{term}", "all_members")
        for term, text in said.items()
    )


PARTS: Parts = {
    "effects": effects,
}

"""Section 3: effects, goal by goal."""

from proposal_templates.blocks import Block, TextBlock
from proposal_templates.desk import Desk
from proposal_templates.parts.tables import cell, own_table


def effects(desk: Desk) -> list[Block]:
    """Each goal with its effects over time, which only the members can foresee."""
    goals = desk.context.coalition.goals
    rows = [
        (
            cell(desk.profile(f"goals[{i}].text", goal.text, "goals")),
            cell(desk.gap("effects", "all_members")),
        )
        for i, goal in enumerate(goals)
    ]
    if not rows:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    columns = {"goal": 4, "short_term": 2, "medium_term": 2, "long_term": 2}
    return [own_table(desk, "effects", columns, rows, "effects")]

"""Section 2.1: teams, money and risks; Koalitio knows organisations, not their staff, so people stay gaps."""

from proposal_templates.blocks import Block, TextBlock, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.formats import share
from proposal_templates.parts.cover import grant_range
from proposal_templates.parts.tables import cell, fixed_table


def staff(desk: Desk) -> list[Block]:
    """One row per member that works in the project: the organisation is known, the people are not."""
    rows = [
        (
            cell(desk.gap("staff_name", member)),
            cell(_organisation(desk, member)),
            cell(desk.gap("staff_profile", member)),
        )
        for member in desk.members
    ]
    if not rows:
        return [TextBlock(words=desk.gap("members", "coordinator"))]
    return [fixed_table(desk, "staff", rows)]


def _organisation(desk: Desk, member: Member) -> Words:
    if member.facts.role is None:
        return desk.name(member)
    return joined([desk.name(member), desk.role_words(member)], " – ")


def cost_frame(desk: Desk) -> list[Block]:
    """What the call says on money, as the frame for the cost argument."""
    rate = desk.context.call.rate
    words = desk.say(
        "cover.cost_frame",
        grant=grant_range(desk),
        rate=desk.call("rate", share(rate, desk.language) if rate is not None else None),
    )
    return [TextBlock(words=words)]


def risks(desk: Desk) -> list[Block]:
    """One row to start from: risks are the members' to name."""
    rows = [(cell(desk.words("1")), cell(desk.gap("risk", "all_members")))]
    return [fixed_table(desk, "risks", rows)]

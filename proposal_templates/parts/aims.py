"""Needs, goals, results and priorities as running text, for the fields of web forms."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import NeedFacts
from proposal_templates.desk import Desk
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.need_words import evidence_of, input_of
from proposal_templates.plan.packages import code_of, facts_of, path_of, work_packages


def priorities(desk: Desk) -> list[Block]:
    """Priorities of the programme that the project serves, the main one first."""
    found = desk.context.project.priorities
    if not found:
        return [TextBlock(words=desk.gap("aims.need_priorities"))]
    return [
        TextBlock(
            lead=desk.label("aims.further_priority" if i else "aims.main_priority"),
            words=desk.project(f"priorities[{i}]", text, "project_name"),
        )
        for i, text in enumerate(found)
    ]


def goals(desk: Desk) -> list[Block]:
    """The goals of the project, one paragraph each."""
    found = desk.context.coalition.goals
    if not found:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    return [
        TextBlock(
            lead=desk.sentences.text("aims.goal", number=str(i + 1)),
            words=desk.profile(f"goals[{i}].text", goal.text, "goals"),
        )
        for i, goal in enumerate(found)
    ]


def results(desk: Desk) -> list[Block]:
    """What exists when the project ends: the results of each work package that serves goals."""
    blocks: list[Block] = []
    for work in work_packages(desk):
        facts = facts_of(desk, work)
        if work.kind != "goal":
            continue
        if facts and facts.results:
            words = desk.project(f"{path_of(work)}.results", facts.results, "aims.need_results")
        else:
            words = desk.gap("aims.need_results", "all_members")
        blocks.append(TextBlock(lead=code_of(desk, work), words=words))
    return blocks or [TextBlock(words=desk.gap("aims.need_results", "all_members"))]


def need_sources(desk: Desk) -> list[Block]:
    """How each need was found: whose input it is, and the evidence for it."""
    found = desk.context.coalition.needs
    if not found:
        return [TextBlock(words=desk.gap("needs", "all_members"))]
    return [TextBlock(words=_source(desk, i, need), style=TextStyle.BULLET) for i, need in enumerate(found)]


def _source(desk: Desk, index: int, need: NeedFacts) -> Words:
    path = f"needs[{index}]"
    return desk.say(
        "aims.need_source",
        need=desk.profile(f"{path}.text", need.text, "needs"),
        giver=input_of(desk, path, need.given_by, need.weighed_by),
        evidence=evidence_of(desk, index, need),
    )


def need_goals(desk: Desk) -> list[Block]:
    """Each need with its place, then what the project sets out to change."""
    found = desk.context.coalition.needs
    blocks: list[Block] = [TextBlock(words=desk.words(desk.label("aims.needs")), style=TextStyle.LABEL)]
    if not found:
        blocks.append(TextBlock(words=desk.gap("needs", "all_members")))
    for i, need in enumerate(found):
        words = desk.say(
            "aims.need_at",
            need=desk.profile(f"needs[{i}].text", need.text, "needs"),
            region=desk.profile(f"needs[{i}].region", need.region, "need_region"),
        )
        blocks.append(TextBlock(words=words, style=TextStyle.BULLET))
    blocks.append(TextBlock(words=desk.words(desk.label("goals_of_project")), style=TextStyle.LABEL))
    return [*blocks, *goals(desk)]


def target_group_list(desk: Desk) -> list[Block]:
    """The target groups in the coalition's own words, one a line."""
    found = desk.context.coalition.target_groups
    if not found:
        return [TextBlock(words=desk.gap("aims.need_target_groups", "all_members"))]
    return [
        TextBlock(words=words, style=TextStyle.BULLET)
        for words in (
            desk.profile(f"target_groups[{i}]", group, "target_groups") for i, group in enumerate(found)
        )
    ]


def target_groups(desk: Desk) -> list[Block]:
    """The target groups in one paragraph."""
    found = desk.context.coalition.target_groups
    if not found:
        return [TextBlock(words=desk.gap("aims.need_target_groups", "all_members"))]
    groups = [desk.profile(f"target_groups[{i}]", group, "target_groups") for i, group in enumerate(found)]
    return [TextBlock(lead=desk.label("target_groups"), words=joined(groups, "; "))]


PARTS: Parts = {
    "priorities": priorities,
    "goals": goals,
    "results": results,
    "need_sources": need_sources,
    "need_goals": need_goals,
    "target_group_list": target_group_list,
    "target_groups": target_groups,
}

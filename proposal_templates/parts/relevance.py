"""Section 1: why this project, for which call, from which need."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.context import GoalFacts, IndicatorFacts, NeedFacts
from proposal_templates.desk import Desk
from proposal_templates.formats import country, day
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.need_words import evidence_of, input_of, weighers
from proposal_templates.parts.tables import Row, cell, fixed_table, own_table, row


def background(desk: Desk) -> list[Block]:
    """Who proposes the project, where, and the coalition's own summary."""
    coalition = desk.context.coalition
    place = country(coalition.country, desk.language) if coalition.country else None
    opening = desk.say(
        "relevance.background",
        name=desk.profile("name", coalition.name, "coalition_name"),
        regions=regions(desk),
        country=desk.profile("country", place, "coalition_country", named=True),
    )
    summary = desk.profile("summary", coalition.summary, "coalition_summary")
    return [TextBlock(words=opening), TextBlock(words=summary)]


def regions(desk: Desk) -> Words:
    """The coalition's regions, or a gap."""
    found = desk.context.coalition.regions
    if not found:
        return desk.gap("coalition_regions")
    return joined(
        [desk.profile(f"regions[{i}]", region, "coalition_regions") for i, region in enumerate(found)]
    )


def call_fit(desk: Desk) -> list[Block]:
    """Each goal beside the passage of the call that it meets, then what else the call says."""
    context = desk.context
    if not context.coalition.goals and not context.reasons:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    rows = [_fit(desk, i, goal) for i, goal in enumerate(context.coalition.goals)]
    for i, need in enumerate(context.coalition.needs):
        met = _passages(desk, need.text)
        if met:
            rows.append(row(desk.profile(f"needs[{i}].text", need.text, "needs"), met))
    blocks: list[Block] = [
        TextBlock(
            words=desk.say("relevance.call_fit", title=desk.call("title", context.call.title, own_words=True))
        ),
        own_table(desk, "call_fit", {"aim": 4, "passage": 6}, rows, "call_fit"),
    ]
    shown = {reason.quote for reason in context.reasons}
    others = [(i, quote) for i, quote in enumerate(context.call.quotes) if quote not in shown]
    if others:
        blocks.append(TextBlock(words=desk.words(desk.label("call_also_says")), style=TextStyle.LABEL))
    for i, quote in others:
        blocks.append(TextBlock(words=desk.quote(quote, f"call.quotes[{i}]"), style=TextStyle.QUOTE))
    return blocks


def _fit(desk: Desk, index: int, goal: GoalFacts) -> Row:
    passages = _passages(desk, goal.text) or desk.gap("goal_passage")
    return row(desk.profile(f"goals[{index}].text", goal.text, "goals"), passages)


def _passages(desk: Desk, aim: str) -> Words:
    found = [
        desk.quote(reason.quote, f"reasons[{i}].quote")
        for i, reason in enumerate(desk.context.reasons)
        if reason.aim == aim
    ]
    return joined(found, " … ")


def needs(desk: Desk) -> list[Block]:
    """The coalition's needs with region, evidence and whose input they are."""
    found = desk.context.coalition.needs
    if not found:
        return [TextBlock(words=desk.gap("needs", "all_members"))]
    rows = [_need(desk, i, need) for i, need in enumerate(found)]
    return [own_table(desk, "needs", {"need": 5, "region": 2, "evidence": 4, "input": 3}, rows, "needs")]


def _need(desk: Desk, index: int, need: NeedFacts) -> Row:
    path = f"needs[{index}]"
    return row(
        desk.profile(f"{path}.text", need.text, "needs"),
        desk.profile(f"{path}.region", need.region, "need_region"),
        evidence_of(desk, index, need),
        input_of(desk, path, need.given_by, need.weighed_by),
    )


def objectives(desk: Desk) -> list[Block]:
    """The form's table of objectives; a goal without numbers keeps them as a gap."""
    goals = desk.context.coalition.goals
    if not goals:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    rows = [each for i, goal in enumerate(goals) for each in _objective(desk, i, goal)]
    columns = {"objective": 9, "indicator": 8, "unit": 5, "baseline": 4, "target": 4}
    table = fixed_table(desk, "objectives", rows, "objectives", own=columns)
    inputs = [input_of(desk, f"goals[{i}]", goal.given_by) for i, goal in enumerate(goals)]
    distinct = [words for i, words in enumerate(inputs) if words not in inputs[:i]]
    notes = [desk.say("relevance.input", givers=joined(distinct)), *_weights(desk)]
    return [table, *(TextBlock(words=words, style=TextStyle.NOTE) for words in notes)]


def _weights(desk: Desk) -> list[Words]:
    """For whom each goal weighs, of those that members have weighed."""
    return [
        desk.say(
            "relevance.goal_weighed",
            goal=desk.words(desk.sentences.text("aims.goal", number=str(i + 1))),
            weighers=weighers(desk, f"goals[{i}]", goal.weighed_by),
        )
        for i, goal in enumerate(desk.context.coalition.goals)
        if goal.weighed_by
    ]


def _objective(desk: Desk, index: int, goal: GoalFacts) -> list[Row]:
    """A row for each indicator of the goal; without any, the goal with its own indicator or a gap."""
    text = desk.profile(f"goals[{index}].text", goal.text, "goals")
    measured = [
        row(text, *_measured(desk, i, each))
        for i, each in enumerate(desk.context.project.indicators)
        if each.goal == index and each.counts != "qualitative"
    ]
    if measured:
        return measured
    if not goal.indicator:
        return [(cell(text), cell(desk.gap("objective_measures_and_indicator", "all_members")))]
    indicator = desk.profile(f"goals[{index}].indicator", goal.indicator, "objective_indicator")
    if not (goal.unit or goal.baseline or goal.target):
        return [(cell(text), cell(indicator), cell(desk.gap("objective_measures", "all_members")))]
    return [row(text, indicator, *_own_measures(desk, index, goal))]


def _own_measures(desk: Desk, index: int, goal: GoalFacts) -> tuple[Words, ...]:
    """Unit, baseline and target of the goal's own indicator, the target with its day."""
    path = f"goals[{index}]"
    target = desk.profile(f"{path}.target", goal.target, "relevance.need_target", named=True)
    if goal.due:
        due = desk.profile(f"{path}.due", day(goal.due, desk.language), "relevance.need_target", named=True)
        target = desk.say("relevance.target_by", target=target, due=due)
    return (
        desk.profile(f"{path}.unit", goal.unit, "relevance.need_unit"),
        desk.profile(f"{path}.baseline", goal.baseline, "relevance.need_baseline", named=True),
        target,
    )


def _measured(desk: Desk, index: int, indicator: IndicatorFacts) -> tuple[Words, ...]:
    path = f"indicators[{index}]"
    named = indicator.text or indicator.code
    field = "text" if indicator.text else "code"
    return (
        desk.project(f"{path}.{field}", named, "objective_indicator", "all_members"),
        desk.project(f"{path}.unit", indicator.unit, "relevance.need_unit", "all_members"),
        desk.project(f"{path}.baseline", indicator.baseline, "relevance.need_baseline", "all_members"),
        desk.project(f"{path}.target", indicator.target, "relevance.need_target", "all_members"),
    )


def european_dimension(desk: Desk) -> list[Block]:
    """Which countries the members come from; computed from the members.

    That all come from one country is only said when every member's country is known.
    """
    codes = list(dict.fromkeys(m.facts.country for m in desk.members if m.facts.country))
    if not codes:
        return [TextBlock(words=desk.gap("member_countries", "all_members"))]
    grounds = tuple(m.origin("country") for m in desk.members if m.facts.country)
    names = ", ".join(country(code, desk.language) for code in codes)
    words = desk.say(
        "relevance.countries",
        countries=desk.computed(names, "members.countries", grounds),
        count=desk.computed(str(len(codes)), "members.countries", grounds),
        n=len(codes),
        shared=int(len(grounds) == len(desk.members) > 1),
    )
    return [TextBlock(words=words)]


PARTS: Parts = {
    "background": background,
    "call_fit": call_fit,
    "needs": needs,
    "objectives": objectives,
    "european_dimension": european_dimension,
}

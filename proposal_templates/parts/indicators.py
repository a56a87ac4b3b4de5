"""Indicators: common ones by code and the goals' own; persons and bodies apart, a qualitative one a goal."""

from collections.abc import Sequence
from typing import Literal

from proposal_templates.blocks import Block, Span, SpanKind, TextBlock, TextStyle, Words, joined
from proposal_templates.context import IndicatorFacts
from proposal_templates.desk import Desk
from proposal_templates.indicators import catalogues_for, common_indicator
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, own_table, row
from proposal_templates.plan import decided, goal_numbers, goal_words

Group = Literal["persons", "bodies", "things", "qualitative", "unsorted"]
GROUPS: tuple[Group, ...] = ("persons", "bodies", "things", "unsorted", "qualitative")
COLUMNS = {"code": 2, "indicator": 5, "serves": 2, "unit": 2, "baseline": 2, "target": 2, "source": 4}
OBSERVED = {"serves": 2, "indicator": 6, "baseline": 3, "target": 3, "source": 4}


def indicators(desk: Desk) -> list[Block]:
    """A table for each group, then what the catalogues of common indicators say of the choice."""
    blocks: list[Block] = [block for group in GROUPS for block in _group(desk, group)]
    if not desk.context.project.indicators:
        blocks.insert(0, TextBlock(words=desk.gap("work.need_indicators", "all_members")))
    return [*blocks, *_certainty(desk), *_unknown_codes(desk), *_contradictions(desk), *_usual(desk)]


def _all(desk: Desk) -> list[tuple[int, IndicatorFacts]]:
    return list(enumerate(desk.context.project.indicators))


def group_of(facts: IndicatorFacts) -> Group:
    """What an indicator counts: as its catalogue says, else as the project says."""
    known = common_indicator(facts.code)
    return known[1].counts if known else facts.counts or "unsorted"


def _group(desk: Desk, group: Group) -> list[Block]:
    """One group as a table; the qualitative one asks for an indicator of each goal that has none."""
    found = [(i, each) for i, each in _all(desk) if group_of(each) == group]
    if group == "qualitative":
        rows = _by_goal(desk, found)
    else:
        rows = [_counted(desk, i, each, group) for i, each in found]
    if not rows:
        return []
    columns = OBSERVED if group == "qualitative" else COLUMNS
    return [own_table(desk, f"indicators_{group}", columns, rows, f"indicators_{group}", words="work")]


def _counted(desk: Desk, index: int, facts: IndicatorFacts, group: Group) -> Row:
    path = f"indicators[{index}]"
    code = desk.project(f"{path}.code", facts.code, "work.need_code") if facts.code else desk.words("–")
    unit = desk.project(f"{path}.unit", facts.unit, "work.need_unit")
    if group == "unsorted":
        unit = joined([unit, desk.gap("work.need_counts", "all_members")], " ")
    return row(
        code,
        _name(desk, index, facts),
        _serves(desk, index, facts),
        unit,
        desk.project(f"{path}.baseline", facts.baseline, "work.need_baseline", "all_members"),
        desk.project(f"{path}.target", facts.target, "work.need_target", "all_members"),
        desk.project(f"{path}.source", facts.source, "work.need_data_source", "all_members"),
    )


def _observed(desk: Desk, index: int, facts: IndicatorFacts) -> Row:
    path = f"indicators[{index}]"
    return row(
        _serves(desk, index, facts),
        _name(desk, index, facts),
        desk.project(f"{path}.baseline", facts.baseline, "work.need_observed_now", "all_members"),
        desk.project(f"{path}.target", facts.target, "work.need_observed_change", "all_members"),
        desk.project(f"{path}.source", facts.source, "work.need_data_source", "all_members"),
    )


def _by_goal(desk: Desk, found: Sequence[tuple[int, IndicatorFacts]]) -> list[Row]:
    """Qualitative indicators goal by goal, a gap where a goal has none; those of no goal come last."""
    rows: list[Row] = []
    goals = range(len(desk.context.coalition.goals))
    for goal in goals:
        its = [_observed(desk, i, each) for i, each in found if each.goal == goal]
        need = desk.gap("work.need_qualitative", "all_members")
        rows += its or [(cell(goal_words(desk, goal)), cell(need, 4))]
    return rows + [_observed(desk, i, each) for i, each in found if each.goal not in goals]


def _name(desk: Desk, index: int, facts: IndicatorFacts) -> Words:
    """The name of a common indicator by its catalogue, and the project's own words; a gap without both."""
    own = desk.project(f"indicators[{index}].text", facts.text, "work.need_indicator", "all_members")
    known = common_indicator(facts.code)
    if known is None:
        return own
    catalogue, common = known
    certainty = catalogue.certainty if desk.language == "en" else catalogue.gloss_certainty
    path = f"indicators.{common.code}"
    name = _from_catalogue(desk, common.name[desk.language], path, catalogue.source[desk.language], certainty)
    return joined([name, own], ": ") if facts.text else name


def _from_catalogue(desk: Desk, text: str, path: str, source: str, certainty: str) -> Words:
    origin = Origin(kind=OriginKind.FORM, path=path, source=source, certainty=certainty)
    return (Span(text=text, kind=SpanKind.FACT, language=desk.language, origin=origin),)


def _serves(desk: Desk, index: int, facts: IndicatorFacts) -> Words:
    """The goal that an indicator measures, by its number; a common one need not be a goal's."""
    if facts.goal is not None and facts.goal in range(len(desk.context.coalition.goals)):
        return goal_numbers(desk, (facts.goal,), (decided(f"indicators[{index}].goal"),))
    if common_indicator(facts.code):
        return desk.words("–")
    return desk.gap("work.need_goal", "all_members")


def _certainty(desk: Desk) -> list[Block]:
    """How sure the names of the common indicators are, and where to check them; once for each catalogue."""
    used = {found[0].key: found[0] for _, each in _all(desk) if (found := common_indicator(each.code))}
    return [
        _note(
            desk.say(
                "work.catalogue",
                source=_from_catalogue(
                    desk,
                    each.source[desk.language],
                    f"indicators.{each.key}",
                    each.source[desk.language],
                    each.certainty,
                ),
                certainty=desk.words(each.certainty),
                gloss=desk.words(each.gloss_certainty),
            )
        )
        for each in used.values()
    ]


def _note(words: Words) -> Block:
    return TextBlock(words=words, style=TextStyle.NOTE)


def _codes(desk: Desk, found: Sequence[tuple[int, IndicatorFacts]]) -> Words:
    return joined([desk.project(f"indicators[{i}].code", each.code, "work.need_code") for i, each in found])


def _unknown_codes(desk: Desk) -> list[Block]:
    """Codes of counted indicators that no catalogue has: a slip, or a code of the programme's own."""
    found = [
        (i, each)
        for i, each in _all(desk)
        if each.code and group_of(each) != "qualitative" and not common_indicator(each.code)
    ]
    return [_note(desk.say("work.unknown_codes", codes=_codes(desk, found), n=len(found)))] if found else []


def _contradictions(desk: Desk) -> list[Block]:
    """Indicators that count something else by their catalogue than by the project; the table follows it."""
    found = [
        (i, each)
        for i, each in _all(desk)
        if (known := common_indicator(each.code)) and each.counts not in (None, known[1].counts)
    ]
    return [_note(desk.say("work.counts_differ", codes=_codes(desk, found), n=len(found)))] if found else []


def _usual(desk: Desk) -> list[Block]:
    """Usual common indicators of the call's programme that the project does not use yet; a proposal only."""
    used = {(each.code or "").strip().upper() for _, each in _all(desk)}
    blocks: list[Block] = []
    for catalogue in catalogues_for(desk.context.call.programme):
        left = [each for each in catalogue.indicators if each.usual and each.code not in used]
        words = [
            _from_catalogue(
                desk,
                f"{each.code} {each.name[desk.language]}",
                f"indicators.{each.code}",
                catalogue.source[desk.language],
                catalogue.certainty,
            )
            for each in left
        ]
        if words:
            blocks.append(_note(desk.say("work.usual_indicators", names=joined(words, "; "))))
    return blocks


def goal_indicators(desk: Desk) -> list[Block]:
    """The indicators of each goal as sentences, for a field of a web form."""
    goals = range(len(desk.context.coalition.goals))
    if not goals:
        return [TextBlock(words=desk.gap("goals", "all_members"))]
    blocks: list[Block] = []
    for goal in goals:
        blocks.append(TextBlock(words=goal_words(desk, goal), style=TextStyle.LABEL))
        found = [*of_goals(desk, (goal,), qualitative=False), *of_goals(desk, (goal,), qualitative=True)]
        blocks += [TextBlock(words=words, style=TextStyle.BULLET) for words in found]
        if not of_goals(desk, (goal,), qualitative=False):
            blocks.append(TextBlock(words=_of_profile(desk, goal), style=TextStyle.BULLET))
        if not of_goals(desk, (goal,), qualitative=True):
            blocks.append(TextBlock(words=desk.gap("work.need_qualitative", "all_members")))
    return blocks


def _of_profile(desk: Desk, goal: int) -> Words:
    """What the coalition itself measures a goal by, while the project has no counted indicator of it."""
    indicator = desk.context.coalition.goals[goal].indicator
    return desk.profile(f"goals[{goal}].indicator", indicator, "work.need_quantitative")


def of_goals(desk: Desk, goals: Sequence[int], *, qualitative: bool) -> list[Words]:
    """The indicators of some goals, one a sentence; those that are observed, or those that are counted."""
    return [
        _sentence(desk, i, each, qualitative)
        for i, each in _all(desk)
        if each.goal in goals and (group_of(each) == "qualitative") is qualitative
    ]


def _sentence(desk: Desk, index: int, facts: IndicatorFacts, qualitative: bool) -> Words:
    path = f"indicators[{index}]"
    name = _name(desk, index, facts)
    if facts.code:
        code = desk.project(f"{path}.code", facts.code, "work.need_code")
        name = joined([code, name], " ")
    source = desk.project(f"{path}.source", facts.source, "work.need_data_source")
    if qualitative:
        return desk.say(
            "work.indicator_observed",
            name=name,
            now=desk.project(f"{path}.baseline", facts.baseline, "work.need_observed_now"),
            change=desk.project(f"{path}.target", facts.target, "work.need_observed_change"),
            source=source,
        )
    return desk.say(
        "work.indicator_counted",
        name=name,
        unit=desk.project(f"{path}.unit", facts.unit, "work.need_unit"),
        baseline=desk.project(f"{path}.baseline", facts.baseline, "work.need_baseline"),
        target=desk.project(f"{path}.target", facts.target, "work.need_target"),
        source=source,
    )


PARTS: Parts = {"indicators": indicators, "goal_indicators": goal_indicators}

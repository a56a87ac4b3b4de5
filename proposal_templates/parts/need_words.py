"""What needs and goals rest on, in words: whose input, for whom they weigh, and what shows them."""

from collections.abc import Sequence

from proposal_templates.blocks import Words, joined
from proposal_templates.context import NeedFacts, WeighedFacts
from proposal_templates.desk import Desk


def evidence_of(desk: Desk, index: int, need: NeedFacts) -> Words:
    """What shows a need: the number with its source, or the source alone; a gap for a source not known."""
    path = f"needs[{index}]"
    source = desk.profile(f"{path}.evidence", need.evidence, "need_evidence")
    if not need.figure:
        return source
    figure = desk.profile(f"{path}.figure", need.figure, "need_evidence")
    return desk.say("relevance.figure", figure=figure, source=source)


def input_of(desk: Desk, path: str, given_by: str | None, weighed_by: Sequence[WeighedFacts] = ()) -> Words:
    """Whose input a goal or need rests on: a member's or the whole coalition's, and for whom it weighs.

    path: of the goal or need after `coalition.`.
    """
    if given_by:
        giver = desk.profile(f"{path}.given_by", given_by, "input")
    else:
        giver = desk.profile("name", desk.context.coalition.name, "coalition_name")
    if not weighed_by:
        return giver
    return desk.say("relevance.weighed", giver=giver, weighers=weighers(desk, path, weighed_by))


def weighers(desk: Desk, path: str, weighed_by: Sequence[WeighedFacts]) -> Words:
    """The members for whom it weighs, each with how much."""
    return joined(
        [_weigher(desk, f"{path}.weighed_by[{i}]", each) for i, each in enumerate(weighed_by)], ", "
    )


def _weigher(desk: Desk, path: str, weighed: WeighedFacts) -> Words:
    weight = desk.label(f"relevance.weight_{weighed.weight}") if weighed.weight else None
    return desk.say(
        "relevance.weigher",
        member=desk.profile(f"{path}.name", weighed.name, "input"),
        weight=desk.profile(f"{path}.weight", weight, "relevance.need_weight", named=True),
    )

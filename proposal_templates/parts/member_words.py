"""Words on members: what one says of itself, who a field points at, and whom a group of them names."""

from collections.abc import Sequence
from dataclasses import replace

from proposal_templates.blocks import SpanKind, Words, joined
from proposal_templates.context import AnswerFacts
from proposal_templates.desk import Desk, Member
from proposal_templates.origins import Origin, OriginKind


def said(
    desk: Desk, member: Member, field: str, value: str | None, need: str, *, named: bool = False
) -> Words:
    """A text of a member, or a gap that asks the member; `need` is `file.macro`.

    `named` are our words for a stored value (a size, a number), in the draft's language.
    """
    if not (value and value.strip()):
        return desk.gap(need, member)
    return desk.member(member, field, value, named=named)


def arranged(field: str) -> Origin:
    """Origin of a standing arrangement; `field` is its path after `coalition.cooperation.`."""
    return Origin(kind=OriginKind.PROFILE, path=f"coalition.cooperation.{field}")


def pointed_at(desk: Desk, field: str, index: int | None, need: str) -> Words:
    """Name of the member that a standing arrangement points at, or a gap for all members."""
    return desk.named_member(index, arranged(field), need)


def resting_on(words: Words, *grounds: Origin) -> Words:
    """The same words as a statement that rests on more than their own field; gaps stay as they are."""
    return tuple(
        replace(span, origin=_computed(grounds, span.origin))
        if span.origin and span.kind is SpanKind.FACT
        else span
        for span in words
    )


def _computed(grounds: tuple[Origin, ...], own: Origin) -> Origin:
    return Origin(kind=OriginKind.COMPUTED, path=grounds[0].path, rests_on=(*grounds, own))


def names_by(desk: Desk, members: Sequence[Member], field: str) -> Words:
    """Names of the members for which a field says something, for example that they are new."""
    return joined([resting_on(desk.name(member), member.origin(field)) for member in members])


def answers_of(desk: Desk, member: Member) -> list[tuple[int, AnswerFacts]]:
    """What a member puts against needs that the coalition has, with the place of each in its list."""
    needs = range(len(desk.context.coalition.needs))
    return [(i, answer) for i, answer in enumerate(member.facts.answers) if answer.need in needs]


def need_answered(desk: Desk, member: Member, index: int) -> Words:
    """The need that a member's answer is about, in the coalition's words; a gap when it is about none."""
    need = member.facts.answers[index].need
    needs = desk.context.coalition.needs
    if need is None or need not in range(len(needs)):
        return desk.gap("cooperation.need_which", member)
    text = desk.profile(f"needs[{need}].text", needs[need].text, "needs")
    return resting_on(text, member.origin(f"answers[{index}].need"))


def capacities(desk: Desk, member: Member) -> Words:
    """What a member has for its role, or a gap."""
    found = member.facts.capacities
    if not found:
        return desk.member(member, "capacities", None)
    return joined([desk.member(member, f"capacities[{i}]", text) for i, text in enumerate(found)], "; ")

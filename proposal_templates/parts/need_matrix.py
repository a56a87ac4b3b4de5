"""Partner x need x asset: which member answers which need of the region, and with what."""

from proposal_templates.blocks import Block, TextBlock, TextStyle, Words, joined
from proposal_templates.desk import Desk, Member
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import answers_of, need_answered, said
from proposal_templates.parts.tables import Row, cell, own_table, row
from proposal_templates.plan import first_words

COLUMNS = {"need": 5, "member": 4, "asset": 6}


def need_matrix(desk: Desk) -> list[Block]:
    """Each need beside the members that answer it; what nobody answers, and who answers nothing, is a gap.

    A document has it as a table; a web form, which takes text alone, as a list under each need.
    """
    needs = range(len(desk.context.coalition.needs))
    astray = _astray(desk)
    if not needs and not astray:
        return [TextBlock(words=desk.gap("needs", "all_members"))]
    if desk.form.delivery == "copy_paste":
        told: list[Block] = [block for need in needs for block in _listed(desk, need)]
        told += [_bullet(joined([cell.words for cell in each], " – ")) for each in astray]
    else:
        rows = [each for need in needs for each in _rows(desk, need)] + astray
        told = [own_table(desk, "need_matrix", COLUMNS, rows, "need_matrix", words="cooperation")]
    return [*_counted(desk), *told, *_silent(desk)]


def _listed(desk: Desk, need: int) -> list[Block]:
    """The need as a heading, and each answer beneath it."""
    heading = _need(desk, need, desk.context.coalition.needs[need].text)
    answers = [
        joined([desk.name(member), _asset(desk, member, at)], " – ") for member, at in _answering(desk, need)
    ]
    unanswered = [desk.gap("cooperation.need_member", "all_members")]
    label = TextBlock(words=heading, style=TextStyle.LABEL)
    return [label, *(_bullet(words) for words in answers or unanswered)]


def _bullet(words: Words) -> Block:
    return TextBlock(words=words, style=TextStyle.BULLET)


def _answering(desk: Desk, need: int) -> list[tuple[Member, int]]:
    """Members that answer a need, with the place of the answer in each one's list."""
    return [
        (member, i)
        for member in desk.members
        for i, answer in answers_of(desk, member)
        if answer.need == need
    ]


def _rows(desk: Desk, need: int) -> list[Row]:
    """A row for each answer: the first gives the need in full, the others its number and first words."""
    whole = _need(desk, need, desk.context.coalition.needs[need].text)
    short = _need(desk, need, first_words(desk.context.coalition.needs[need].text))
    found = _answering(desk, need)
    if not found:
        return [(cell(whole), cell(desk.gap("cooperation.need_member", "all_members"), 2))]
    return [
        row(short if i else whole, desk.name(member), _asset(desk, member, at))
        for i, (member, at) in enumerate(found)
    ]


def _need(desk: Desk, need: int, text: str) -> Words:
    return joined([desk.words(str(need + 1)), desk.profile(f"needs[{need}].text", text, "needs")], ". ")


def _asset(desk: Desk, member: Member, index: int) -> Words:
    asset = member.facts.answers[index].asset
    return said(desk, member, f"answers[{index}].asset", asset, "cooperation.need_asset")


def _astray(desk: Desk) -> list[Row]:
    """Assets that no need is named for."""
    return [
        row(need_answered(desk, member, i), desk.name(member), _asset(desk, member, i))
        for member in desk.members
        for i, answer in enumerate(member.facts.answers)
        if answer.asset and (i, answer) not in answers_of(desk, member)
    ]


def _counted(desk: Desk) -> list[Block]:
    """How many needs are answered, by one or by several members; nothing while no need or answer is known."""
    needs = desk.context.coalition.needs
    answering = [{m.index for m, _ in _answering(desk, need)} for need in range(len(needs))]
    if not any(answering):
        return []
    texts = tuple(
        Origin(kind=OriginKind.PROFILE, path=f"coalition.needs[{i}].text") for i in range(len(needs))
    )
    given = tuple(m.origin(f"answers[{i}].need") for m in desk.members for i, _ in answers_of(desk, m))
    answered, several = sum(bool(each) for each in answering), sum(len(each) > 1 for each in answering)
    words = desk.say(
        "cooperation.answered",
        count=desk.computed(str(len(needs)), "needs.count", texts),
        answered=desk.computed(str(answered), "needs.answered", given),
        several=desk.computed(str(several), "needs.several", given),
    )
    return [TextBlock(words=words)]


def _silent(desk: Desk) -> list[Block]:
    """Members that answer no need, each asked for one; subcontractors are not."""
    if not desk.context.coalition.needs:
        return []
    silent = [m for m in desk.members if not m.facts.answers and m.facts.role != "subcontractor"]
    return [
        TextBlock(
            words=desk.say(
                "cooperation.still_open", who=desk.name(m), gap=desk.gap("cooperation.need_answers", m)
            )
        )
        for m in silent
    ]


PARTS: Parts = {
    "need_matrix": need_matrix,
}

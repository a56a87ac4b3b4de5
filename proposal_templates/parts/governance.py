"""Who decides what and how: steering group, votes, settling of conflicts, meetings."""

from proposal_templates.blocks import Block, GapBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import GovernanceFacts, MeetingFacts, SeatFacts
from proposal_templates.desk import Desk
from proposal_templates.forms.model import Asked
from proposal_templates.parts.consortium import coordinator_title
from proposal_templates.parts.cover import coordinator_gap
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import arranged, pointed_at, resting_on
from proposal_templates.parts.tables import Row, cell, own_table, row


def governance(desk: Desk) -> list[Block]:
    """Coordinator, steering group, chair, quorum, majority, escalation, meetings, daily contact."""
    rules = desk.context.coalition.cooperation.governance
    coordinator = desk.name(desk.coordinator) if desk.coordinator else coordinator_gap(desk)
    return [
        TextBlock(lead=coordinator_title(desk), words=coordinator),
        *_steering_group(desk, rules),
        TextBlock(
            lead=desk.label("cooperation.chair"),
            words=pointed_at(desk, "governance.chair", rules.chair, "cooperation.need_chair"),
        ),
        _rule(desk, "quorum", rules.quorum, "all_members"),
        _rule(desk, "majority", rules.majority, "all_members"),
        *_escalation(desk, rules.escalation),
        *_meetings(desk, rules.meetings),
        _rule(desk, "communication", rules.communication, "coordinator"),
    ]


def _rule(desk: Desk, field: str, value: str | None, ask: Asked) -> Block:
    words = desk.cooperation(f"governance.{field}", value, f"cooperation.need_{field}", ask)
    return TextBlock(lead=desk.label(f"cooperation.{field}"), words=words)


def _asked(desk: Desk, label: str, need: str, ask: Asked) -> list[Block]:
    (gap,) = desk.gap(f"cooperation.{need}", ask)
    return [GapBlock(label=desk.label(f"cooperation.{label}"), gap=gap)]


def _steering_group(desk: Desk, rules: GovernanceFacts) -> list[Block]:
    seats = rules.steering_group
    if not seats:
        return _asked(desk, "steering_group", "need_steering_group", "all_members")
    rows = [
        row(
            desk.words(str(i + 1)),
            pointed_at(
                desk, f"governance.steering_group[{i}].member", seat.member, "cooperation.need_seat_member"
            ),
            seat_words(desk, i, seat),
        )
        for i, seat in enumerate(seats)
    ]
    columns = {"number": 1, "member": 5, "seat": 8}
    table = own_table(desk, "steering_group", columns, rows, "steering_group", words="cooperation")
    return [table, *_without_seat(desk, seats)]


def seat_words(desk: Desk, index: int, seat: SeatFacts) -> Words:
    """Who sits in a seat, by post, and for whom it speaks when it speaks for more than its member."""
    field = f"governance.steering_group[{index}]"
    post = desk.cooperation(f"{field}.seat", seat.seat, "cooperation.need_seat")
    if seat.represents is None:
        return post
    group = desk.sentences.text(f"cooperation.{seat.represents}")
    told = desk.cooperation(f"{field}.represents", group, "cooperation.need_seat", named=True)
    return desk.say("cooperation.seat_for", seat=post, group=told)


def _without_seat(desk: Desk, seats: tuple[SeatFacts, ...]) -> list[Block]:
    """A note on members without a seat; nothing is said while a seat's member is not known."""
    seated = [desk.member_at(seat.member) for seat in seats]
    if None in seated:
        return []
    left = [member for member in desk.members if member not in seated]
    if not left:
        return []
    grounds = tuple(arranged(f"governance.steering_group[{i}].member") for i in range(len(seats)))
    names = joined([resting_on(desk.name(member), *grounds) for member in left])
    words = desk.say("cooperation.without_seat", names=names, n=len(left))
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def _escalation(desk: Desk, steps: tuple[str, ...]) -> list[Block]:
    """The steps of settling a conflict as a numbered list."""
    if not steps:
        return _asked(desk, "escalation", "need_escalation", "all_members")
    heading = TextBlock(words=desk.words(desk.label("cooperation.escalation")), style=TextStyle.LABEL)
    return [
        heading,
        *(
            TextBlock(
                lead=desk.sentences.text("cooperation.step", number=str(i + 1)),
                words=desk.cooperation(f"governance.escalation[{i}]", step, "cooperation.need_escalation"),
            )
            for i, step in enumerate(steps)
        ),
    ]


def _meetings(desk: Desk, meetings: tuple[MeetingFacts, ...]) -> list[Block]:
    if not meetings:
        return _asked(desk, "table_meetings", "need_meetings", "coordinator")
    columns = {"body": 4, "rhythm": 4, "where": 4, "purpose": 5}
    rows = [_meeting(desk, i, each) for i, each in enumerate(meetings)]
    return [own_table(desk, "meetings", columns, rows, "meetings", words="cooperation")]


def _meeting(desk: Desk, index: int, meeting: MeetingFacts) -> Row:
    field = f"governance.meetings[{index}]"
    return tuple(
        cell(words)
        for words in (
            desk.cooperation(f"{field}.body", meeting.body, "cooperation.need_body", "coordinator"),
            rhythm(desk, index, meeting),
            _where(desk, field, meeting),
            desk.cooperation(f"{field}.purpose", meeting.purpose, "cooperation.need_purpose", "coordinator"),
        )
    )


def rhythm(desk: Desk, index: int, meeting: MeetingFacts) -> Words:
    """How often a body meets, in words: every 3 months from project month 2; or a gap."""
    first, every = meeting.first_month, meeting.every_months
    field = f"governance.meetings[{index}]"
    if first is None:
        gap = desk.gap("cooperation.need_first_month", "coordinator")
        if every is None:
            return desk.gap("cooperation.need_rhythm", "coordinator")
        text = desk.sentences.text("cooperation.every", months=str(every), n=every)
        words = desk.cooperation(f"{field}.every_months", text, "cooperation.need_rhythm", named=True)
        return joined([words, gap])
    if every is None:
        text = desk.sentences.text("cooperation.once", first=str(first))
        return desk.cooperation(f"{field}.first_month", text, "cooperation.need_rhythm", named=True)
    text = desk.sentences.text("cooperation.every_from", months=str(every), first=str(first), n=every)
    grounds = (arranged(f"{field}.every_months"), arranged(f"{field}.first_month"))
    return desk.computed(text, f"{field}.rhythm", grounds)


def _where(desk: Desk, field: str, meeting: MeetingFacts) -> Words:
    """Form and place; only a meeting that is all online needs no place."""
    form = desk.sentences.text(f"cooperation.form_{meeting.form}") if meeting.form else None
    parts = [
        desk.cooperation(f"{field}.form", form, "cooperation.need_form", "coordinator", named=True),
    ]
    if meeting.place or meeting.form != "online":
        parts.append(
            desk.cooperation(f"{field}.place", meeting.place, "cooperation.need_place", "coordinator")
        )
    return joined(parts)


PARTS: Parts = {
    "governance": governance,
}

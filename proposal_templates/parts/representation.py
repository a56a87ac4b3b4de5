"""Who speaks for job-seekers and for workers, and with what say in decisions."""

from typing import get_args

from proposal_templates.blocks import Block, Words, joined
from proposal_templates.context import SeatFacts
from proposal_templates.context.words import Represents
from proposal_templates.desk import Desk, Member
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.member_words import names_by, pointed_at
from proposal_templates.parts.tables import Row, own_table, row


def representation(desk: Desk) -> list[Block]:
    """For job-seekers and for workers: the members that speak for them, and their seats."""
    rows = [_group(desk, group) for group in get_args(Represents)]
    columns = {"group": 3, "spokesperson": 6, "say": 6}
    return [own_table(desk, "representation", columns, rows, "representation", words="cooperation")]


def _group(desk: Desk, group: Represents) -> Row:
    speakers = [member for member in desk.members if group in member.facts.represents]
    named = [
        names_by(desk, (member,), f"represents[{member.facts.represents.index(group)}]")
        for member in speakers
    ]
    seats = desk.context.coalition.cooperation.governance.steering_group
    held = [(i, seat) for i, seat in enumerate(seats) if seat.represents == group]
    named += [_holder(desk, i, seat) for i, seat in held if not _speaks(desk, seat, speakers)]
    posts = [
        desk.cooperation(f"governance.steering_group[{i}].seat", seat.seat, "cooperation.need_seat")
        for i, seat in held
    ]
    return row(
        desk.words(desk.label(f"cooperation.row_{group}")),
        joined(named) or desk.gap(f"cooperation.need_{group}", "all_members"),
        joined(posts, "; ") or desk.gap(f"cooperation.need_say_{group}", "all_members"),
    )


def _speaks(desk: Desk, seat: SeatFacts, speakers: list[Member]) -> bool:
    """Whether the member of a seat is among those that speak for the group already."""
    return desk.member_at(seat.member) in speakers


def _holder(desk: Desk, index: int, seat: SeatFacts) -> Words:
    field = f"governance.steering_group[{index}].member"
    return pointed_at(desk, field, seat.member, "cooperation.need_seat_member")


PARTS: Parts = {
    "representation": representation,
}

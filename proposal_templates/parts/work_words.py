"""Words that the parts of the work plan share: months, members by name and role code, plain numbers."""

from dataclasses import replace

from proposal_templates.blocks import Words, joined
from proposal_templates.context import PartFacts
from proposal_templates.context.words import MemberRef
from proposal_templates.desk import Desk, Member
from proposal_templates.forms.model import Asked
from proposal_templates.origins import Origin
from proposal_templates.plan import decided


def month_code(desk: Desk, month: int) -> str:
    """A project month as the draft's language writes it: M3, kk 3."""
    return desk.sentences.text("work.month", number=str(month))


def months_code(desk: Desk, first: int, last: int) -> str:
    """A stretch of project months: M3–M8, or one alone."""
    if first == last:
        return month_code(desk, first)
    return desk.sentences.text("work.months", first=str(first), last=str(last))


def month(desk: Desk, path: str, value: int | None, need: str, ask: Asked = "all_members") -> Words:
    """A project month that the project has decided, or a gap."""
    return desk.project(path, None if value is None else month_code(desk, value), need, ask, named=True)


def number(desk: Desk, path: str, value: int | None, need: str) -> Words:
    """A number that the project has decided, or a gap; 0 is a number."""
    return desk.project(path, None if value is None else str(value), need, named=True)


def period(desk: Desk, path: str, first: int | None, last: int | None) -> Words:
    """First and last month of what stands at a path of the project; what is not known is a gap."""
    if first is None and last is None:
        return desk.gap("work_months", "all_members")
    if first is None or last is None:
        start = month(desk, f"{path}.first_month", first, "work.need_first_month")
        return joined([start, month(desk, f"{path}.last_month", last, "work.need_last_month")], "–")
    grounds = (decided(f"{path}.first_month"), decided(f"{path}.last_month"))
    return desk.computed(months_code(desk, first, last), f"{path}.months", grounds)


def named(desk: Desk, path: str, member: MemberRef | None, need: str = "work.need_member") -> Words:
    """A member that a decision of the project points at, by name, or a gap."""
    return desk.named_member(member, decided(path), need)


def asked(desk: Desk, part: PartFacts) -> Member | Asked:
    """Who can tell of a part: its member, or all while it is nobody's."""
    return desk.member_at(part.member) or "all_members"


def with_code(desk: Desk, member: Member | None, name: Words, *, leads: bool = False) -> Words:
    """A member's name with its role code of the form; who leads is in bold, as Part B asks for tasks."""
    if leads:
        name = tuple(replace(span, strong=True) for span in name)
    rule = desk.role_of(member) if member else None
    if member is None or rule is None:
        return name
    code = desk.member(member, "role", rule.short(desk.language), named=True)
    return desk.say("work.with_code", name=name, code=code)


def together(desk: Desk, text: str, path: str, grounds: list[Origin]) -> Words:
    """A computed fact, each of its grounds once; () without a text."""
    return desk.computed(text, path, tuple(dict.fromkeys(grounds))) if text else ()

"""Meetings, events and mobility: the agreed meetings come first, the project's own events after them."""

from proposal_templates.blocks import Block, Words
from proposal_templates.context import EventFacts, MeetingFacts
from proposal_templates.desk import Desk
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.parts.work_words import month, month_code, named, number
from proposal_templates.plan import decided, lead_of, meeting_months, work_packages

COLUMNS = {
    "event": 1,
    "participant": 4,
    "name": 4,
    "type": 3,
    "area": 4,
    "location": 3,
    "days": 2,
    "attendees": 2,
}
MEETINGS = "governance.meetings"


def events(desk: Desk) -> list[Block]:
    """A row for each kind of meeting with its rhythm and number, and for each event; numbered on."""
    meetings = desk.context.coalition.cooperation.governance.meetings
    rows = [_meeting(desk, i, each) for i, each in enumerate(meetings)]
    rows += [_event(desk, i, each) for i, each in enumerate(desk.context.project.events)]
    if not rows:
        rows = [(cell(desk.words("E1")), cell(desk.gap("event", "all_members")))]
    return [fixed_table(desk, "events", rows, "events", own=COLUMNS, words="work")]


def meeting_code(kind: int) -> str:
    """Number of a kind of meeting in the table of events."""
    return f"E{kind + 1}"


def event_code(desk: Desk, event: int) -> str:
    """Number of an event in the table of events, after the meetings."""
    return f"E{len(desk.context.coalition.cooperation.governance.meetings) + event + 1}"


def _meeting(desk: Desk, kind: int, facts: MeetingFacts) -> Row:
    """One kind of meeting; who leads management calls it, and a meeting online has no other place."""
    path = f"{MEETINGS}[{kind}]"
    body = desk.cooperation(f"{path}.body", facts.body, "work.need_meeting_body")
    form = desk.sentences.text(f"work.meeting_{facts.form}") if facts.form else None
    shape = desk.cooperation(f"{path}.form", form, "work.need_meeting_form", named=True)
    online = facts.form == "online" and not facts.place
    place = desk.cooperation(f"{path}.place", facts.place, "work.need_place")
    return row(
        desk.words(meeting_code(kind)),
        _caller(desk),
        desk.say("work.event_when", name=body, when=rhythm(desk, kind, facts)),
        desk.say("work.meeting", form=shape),
        desk.cooperation(f"{path}.purpose", facts.purpose, "work.need_purpose"),
        shape if online else place,
        _count(desk, f"{path}.days", facts.days, "work.need_days"),
        _count(desk, f"{path}.attendees", facts.attendees, "work.need_attendees"),
    )


def _count(desk: Desk, path: str, value: int | None, need: str) -> Words:
    return desk.cooperation(path, None if value is None else str(value), need, named=True)


def _caller(desk: Desk) -> Words:
    """Who leads management, the first such work package; meetings of the whole project belong to it."""
    found = [work for work in work_packages(desk) if work.kind == "management"]
    return lead_of(desk, found[0]) if found else desk.gap("work.need_member", "all_members")


def agreed(kind: int, field: str) -> Origin:
    """Origin of a field of one kind of meeting."""
    return Origin(kind=OriginKind.PROFILE, path=f"coalition.cooperation.{MEETINGS}[{kind}].{field}")


def rhythm(desk: Desk, kind: int, facts: MeetingFacts) -> Words:
    """When one kind of meeting is held: its first month, how often, and how many times within the project."""
    path = f"{MEETINGS}[{kind}]"
    first = facts.first_month
    start = desk.cooperation(
        f"{path}.first_month",
        None if first is None else month_code(desk, first),
        "work.need_first_meeting",
        named=True,
    )
    step = facts.every_months
    if step is None:
        return start
    every = desk.cooperation(f"{path}.every_months", str(step), "work.need_meeting_rhythm", named=True)
    held = len(meeting_months(facts, desk.context.project.duration_months))
    if not held:
        return desk.say("work.rhythm", first=start, every=every, step=step)
    grounds = (agreed(kind, "first_month"), agreed(kind, "every_months"), decided("duration_months"))
    count = desk.computed(str(held), "plan.meetings", grounds)
    return desk.say("work.rhythm_held", first=start, every=every, count=count, n=held, step=step)


def _event(desk: Desk, index: int, facts: EventFacts) -> Row:
    path = f"events[{index}]"
    name = desk.project(f"{path}.name", facts.name, "work.need_event_name", "all_members")
    return row(
        desk.words(event_code(desk, index)),
        named(desk, f"{path}.member", facts.member),
        desk.say(
            "work.event_when",
            name=name,
            when=month(desk, f"{path}.month", facts.month, "work.need_event_month"),
        ),
        desk.project(f"{path}.type", facts.type, "work.need_event_type", "all_members"),
        desk.project(f"{path}.area", facts.area, "work.need_event_area", "all_members"),
        desk.project(f"{path}.place", facts.place, "work.need_place", "all_members"),
        number(desk, f"{path}.days", facts.days, "work.need_days"),
        number(desk, f"{path}.attendees", facts.attendees, "work.need_attendees"),
    )


PARTS: Parts = {"events": events}

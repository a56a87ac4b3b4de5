"""Meetings by month, computed from the rhythm that the coalition has agreed; without words."""

from dataclasses import dataclass

from proposal_templates.context import DraftContext, MeetingFacts


@dataclass(frozen=True)
class Meeting:
    """One meeting: its kind (index into `governance.meetings`), its number among them, its project month."""

    kind: int
    number: int
    month: int


def meeting_months(meeting: MeetingFacts, duration: int | None) -> tuple[int, ...]:
    """Project months in which one kind of meeting is held, none of them after the project's end.

    Empty while the first month is not known, and while a repeated meeting has no end because the duration
    (months) is not known.
    """
    first, step = meeting.first_month, meeting.every_months
    if first is None or first < 1:
        return ()
    if not step or step < 1:
        return (first,) if duration is None or first <= duration else ()
    return tuple(range(first, duration + 1, step)) if duration is not None else ()


def meetings_of(context: DraftContext) -> tuple[Meeting, ...]:
    """Every meeting of the project as they are held; those of one month in the profile's order."""
    duration = context.project.duration_months
    found = [
        Meeting(kind, number, month)
        for kind, meeting in enumerate(context.coalition.cooperation.governance.meetings)
        for number, month in enumerate(meeting_months(meeting, duration), 1)
    ]
    return tuple(sorted(found, key=lambda meeting: (meeting.month, meeting.kind)))

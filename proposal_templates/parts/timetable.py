"""The timetable, computed from the plan: bars of work packages and tasks, signs for what falls on a month.

The first cell of a row says its months in words and carries their origin; the signs beside it draw them
again, so that the table reads as a picture and, without its signs, as plain text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from proposal_templates.blocks import Block, Cell, Column, TableBlock, TextBlock, TextStyle, Words, joined
from proposal_templates.context import WorkPackageFacts
from proposal_templates.desk import Desk, WorkPackage
from proposal_templates.origins import Origin
from proposal_templates.parts.events import event_code, meeting_code, rhythm
from proposal_templates.parts.kinds import Parts
from proposal_templates.parts.outputs import deliverable_code, milestone_code
from proposal_templates.parts.tables import Row, cell, fixed_table, row
from proposal_templates.parts.work_packages import task_code
from proposal_templates.parts.work_words import month, month_code, months_code, period
from proposal_templates.plan import (
    code_of,
    decided,
    facts_of,
    meeting_months,
    name_of,
    path_of,
    work_packages,
)
from proposal_templates.plan.calendar import (
    Period,
    counts_months,
    marked,
    outside,
    periods,
    planned,
    stretches,
)

MOST_LETTERED = 12
"""Up to this many months there is room to write M before the number."""
BAR, MILESTONE, DELIVERABLE, MEETING = "■", "▲", "▼", "●"
"""Signs that Arial has, and that differ without colour."""
OWN = {"wp": 4, "time": 8}
_FOR_NAMES = 2
"""The column of names is as wide as half of the months together, so that meetings keep to few lines."""


@dataclass(frozen=True)
class Line:
    """One row before it is drawn: what it is, when in words, the months it marks, and with which sign.

    months is empty while they are not known; `when` is then or holds a gap.
    """

    code: str
    what: Words
    when: Words
    months: tuple[int, ...]
    sign: str
    whole: bool = False
    """Whether it is a whole work package, whose code is in bold."""


def timetable(desk: Desk) -> list[Block]:
    """The plan by month or quarter, for a web form in words; without a duration one gap asks for it."""
    lines = tuple(_lines(desk))
    duration = desk.context.project.duration_months
    if not duration:
        return [TextBlock(words=desk.gap("project_duration")), _in_words(desk, lines)]
    length = desk.project("duration_months", str(duration), "project_duration", named=True)
    drawn = desk.form.delivery == "upload"
    return [
        TextBlock(words=desk.say("work.duration", months=length)),
        *(_chart(desk, lines, duration) if drawn else (_in_words(desk, lines),)),
        *_outside(desk, lines, duration, length),
        *_backwards(desk, lines),
    ]


def _in_words(desk: Desk, lines: tuple[Line, ...]) -> TableBlock:
    """Each row with its months in words: what a field of a web form can hold."""
    rows = [row(_title(desk, line, named=True), line.when) for line in lines]
    return fixed_table(desk, "timetable", rows, "timetable", own=OWN, words="work")


def _lines(desk: Desk) -> Iterator[Line]:
    for work in work_packages(desk):
        yield from _work(desk, work)
    yield from _meetings(desk)
    yield from _learning(desk)
    yield from _events(desk)


def _work(desk: Desk, work: WorkPackage) -> Iterator[Line]:
    """A work package, its tasks, and what is due in it."""
    facts, code, name = facts_of(desk, work), code_of(desk, work), name_of(desk, work)
    if facts is None:
        yield Line(code, name, desk.gap("work_months", "all_members"), (), BAR, whole=True)
        return
    path = path_of(work)
    months = planned(facts.first_month, facts.last_month)
    when = period(desk, path, facts.first_month, facts.last_month)
    yield Line(code, name, when, months, BAR, whole=True)
    for i, task in enumerate(facts.tasks):
        place = f"{path}.tasks[{i}]"
        title = desk.project(f"{place}.title", task.title, "work.need_task_title", "all_members")
        months = planned(task.first_month, task.last_month)
        when = period(desk, place, task.first_month, task.last_month)
        yield Line(task_code(work, i), title, when, months, BAR)
    yield from _outputs(desk, work, facts)


def _outputs(desk: Desk, work: WorkPackage, facts: WorkPackageFacts) -> Iterator[Line]:
    """Milestones and deliverables of a work package."""
    for i, milestone in enumerate(facts.milestones):
        path = f"{path_of(work)}.milestones[{i}]"
        title = desk.project(f"{path}.title", milestone.title, "work.need_milestone_title", "all_members")
        when = month(desk, f"{path}.month", milestone.month, "work.need_due")
        yield Line(milestone_code(desk, work, i), title, when, _once(milestone.month), MILESTONE)
    for i, deliverable in enumerate(facts.deliverables):
        path = f"{path_of(work)}.deliverables[{i}]"
        title = desk.project(f"{path}.title", deliverable.title, "work.need_deliverable_title", "all_members")
        when = month(desk, f"{path}.month", deliverable.month, "work.need_due")
        yield Line(deliverable_code(work, i), title, when, _once(deliverable.month), DELIVERABLE)


def _once(value: int | None) -> tuple[int, ...]:
    return () if value is None else (value,)


def _meetings(desk: Desk) -> Iterator[Line]:
    duration = desk.context.project.duration_months
    for i, meeting in enumerate(desk.context.coalition.cooperation.governance.meetings):
        path = f"governance.meetings[{i}]"
        body = desk.cooperation(f"{path}.body", meeting.body, "work.need_meeting_body")
        months = meeting_months(meeting, duration) or _once(meeting.first_month)
        yield Line(meeting_code(i), body, rhythm(desk, i, meeting), months, MEETING)


def _learning(desk: Desk) -> Iterator[Line]:
    for i, each in enumerate(desk.context.coalition.cooperation.peer_learning):
        path = f"peer_learning[{i}]"
        subject = desk.cooperation(f"{path}.subject", each.subject, "work.need_subject")
        what = desk.say("work.peer_learning", subject=subject)
        code = None if each.month is None else month_code(desk, each.month)
        when = desk.cooperation(f"{path}.month", code, "work.need_learning_month", named=True)
        yield Line("", what, when, _once(each.month), MEETING)


def _events(desk: Desk) -> Iterator[Line]:
    for i, event in enumerate(desk.context.project.events):
        name = desk.project(f"events[{i}].name", event.name, "work.need_event_name", "all_members")
        when = month(desk, f"events[{i}].month", event.month, "work.need_event_month")
        yield Line(event_code(desk, i), name, when, _once(event.month), MEETING)


def _title(desk: Desk, line: Line, *, named: bool = False) -> Words:
    """Code and name of a row; in the chart, where room is scarce, only meetings and events are named."""
    code = desk.words(line.code) if line.code else ()
    if line.whole:
        code = tuple(replace(span, strong=True) for span in code)
    what = line.what if named or line.sign == MEETING else ()
    return joined([words for words in (code, what) if words], " ")


def _chart(desk: Desk, lines: tuple[Line, ...], duration: int) -> Iterator[Block]:
    """The form's timetable with a column a period, and what its signs mean."""
    columns = periods(duration)
    headings = [_heading(desk, each, duration) for each in columns]
    form = fixed_table(desk, "timetable", [], "timetable", own=OWN, words="work")
    first = replace(form.columns[0], width=max(form.columns[0].width, len(columns) // _FOR_NAMES))
    headed = (first, *(Column(key=each, heading=each) for each in headings))
    rows = tuple(_drawn(desk, line, columns) for line in lines)
    yield TableBlock(key="timetable", columns=headed, rows=rows, caption=form.caption)
    legend = desk.say("work.legend_months" if counts_months(duration) else "work.legend_quarters")
    yield TextBlock(words=legend, style=TextStyle.NOTE)


def _heading(desk: Desk, each: Period, duration: int) -> str:
    """A month by its number, with its letter where there is room; a quarter with its project year."""
    if not counts_months(duration):
        return desk.sentences.text("work.quarter", year=str(each.year), quarter=str(each.quarter))
    return month_code(desk, each.first) if duration <= MOST_LETTERED else str(each.first)


def _drawn(desk: Desk, line: Line, columns: tuple[Period, ...]) -> Row:
    """A row of the chart; while a month is not known, the gap stands where its signs would."""
    if any(span.gap for span in line.when):
        return cell(_title(desk, line)), cell(line.when, len(columns))
    title = joined([_title(desk, line), line.when], ", ")
    return cell(title), *(_sign(desk, line, on) for on in marked(columns, line.months))


def _sign(desk: Desk, line: Line, on: bool) -> Cell:
    return cell(desk.words(line.sign) if on else ())


def _outside(desk: Desk, lines: tuple[Line, ...], duration: int, length: Words) -> list[Block]:
    """Says which months of the plan the project does not have; the chart cannot show them."""
    told: list[Words] = []
    for line in lines:
        left = outside(line.months, duration)
        if left:
            grounds = (*_grounds(line.when), decided("duration_months"))
            months = ", ".join(months_code(desk, *stretch) for stretch in stretches(left))
            when = desk.computed(months, "plan.outside", grounds)
            told.append(desk.say("work.outside_row", row=_title(desk, line), months=when))
    if not told:
        return []
    words = desk.say("work.outside", rows=joined(told, "; "), length=length)
    return [TextBlock(words=words, style=TextStyle.NOTE)]


def _backwards(desk: Desk, lines: tuple[Line, ...]) -> list[Block]:
    """Says which rows end before they start, so that nothing of them can be drawn."""
    whole = [line for line in lines if not any(span.gap for span in line.when)]
    wrong = [joined([_title(desk, line), line.when], ", ") for line in whole if not line.months]
    if not wrong:
        return []
    return [TextBlock(words=desk.say("work.backwards", rows=joined(wrong, "; ")), style=TextStyle.NOTE)]


def _grounds(words: Words) -> Iterable[Origin]:
    return [span.origin for span in words if span.origin]


PARTS: Parts = {"timetable": timetable}

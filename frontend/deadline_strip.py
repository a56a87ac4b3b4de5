"""The time of a call as a line: opening, today, cut-offs, those that were moved, and what is not known.

The list of the same steps is its twin; the picture has room for few words and leaves the rest to the list.
Its line runs from `START` to `END` in a box of `WIDTH` by `HEIGHT`; days lie on it in proportion.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from frontend.formats import Formats
from store.models import CallPublic, ChangePublic, CutOff

WIDTH, HEIGHT, LINE = 720, 104, 56
START, END = 60, 650
BEYOND = 28
"""How far beyond the ends of the line today stands when it lies outside."""
ROOM = 130
"""Width that the day of one mark needs."""
ABOVE = frozenset({"today", "moved"})
"""Kinds whose day is written above the line; the others have theirs below."""


@dataclass(frozen=True)
class Step:
    """One moment of a call. kind: opens, passed, next, later, moved or today; x: its place on the line.

    name: its word; when: the whole date; short: the day alone, empty where the picture has no room for it;
    noticed: of a date that has moved, when Koalitio saw it.
    """

    kind: str
    name: str
    day: date
    when: str
    short: str
    x: int = START
    noticed: str = ""


@dataclass(frozen=True)
class Strip:
    """Steps in order of time; what lies before the first and after the last may not be known.

    ends: `known`, `unknown` or `continuous`. done: how far the line lies in the past.
    """

    steps: list[Step]
    opening_known: bool
    ends: str
    done: int


def strip_of(call: CallPublic, changes: Sequence[ChangePublic], formats: Formats) -> Strip:
    """The strip of a call at this moment, with the old dates that its recorded changes tell of."""
    today = formats.now.astimezone(ZoneInfo(call.time_zone)).date()
    steps = [*_opening(call, formats, today), *_cut_offs(call, formats), *_moved(call, changes, formats)]
    here = Step("today", formats.words("call.today"), today, formats.day(today), formats.day(today))
    placed = _placed(steps, here)
    return Strip(
        steps=_with_room(placed),
        opening_known=call.opening_date is not None,
        ends="known" if call.cut_offs else "continuous" if call.continuous else "unknown",
        done=next(min(max(step.x, START), END) for step in placed if step.kind == "today"),
    )


def _opening(call: CallPublic, formats: Formats, today: date) -> Iterator[Step]:
    if call.opening_date is not None:
        name = formats.words("call.opened" if call.opening_date <= today else "call.opens")
        day = formats.day(call.opening_date)
        yield Step("opens", name, call.opening_date, day, day)


def _cut_offs(call: CallPublic, formats: Formats) -> Iterator[Step]:
    ordered = sorted(call.cut_offs, key=CutOff.ends_at)
    coming = call.next_cut_off
    for number, cut_off in enumerate(ordered, start=1):
        kind = "passed"
        if coming is not None and cut_off.ends_at() >= coming.ends_at():
            kind = "next" if cut_off == coming else "later"
        last = "call.closed" if kind == "passed" else "call.closes"
        name = formats.words(last if number == len(ordered) else "call.cut_off")
        yield Step(kind, name, cut_off.date, formats.cut_off(cut_off), formats.day(cut_off.date))


def _moved(call: CallPublic, changes: Sequence[ChangePublic], formats: Formats) -> Iterator[Step]:
    """Each date that once held and holds no more, by the newest change that took it away."""
    told = {(one.date, one.time) for one in call.cut_offs}
    for change in sorted(changes, key=lambda one: one.changed_at, reverse=True):
        if change.field != "cut_offs":
            continue
        for old in (CutOff.model_validate(one) for one in change.old or ()):
            if (old.date, old.time) in told:
                continue
            told.add((old.date, old.time))
            yield Step(
                "moved",
                formats.words("call.moved"),
                old.date,
                formats.cut_off(old),
                formats.day(old.date),
                noticed=_day_of(change.changed_at, formats),
            )


def _day_of(moment: datetime, formats: Formats) -> str:
    return formats.day_of(moment)


def _placed(steps: list[Step], here: Step) -> list[Step]:
    """All steps with their place: in proportion between the first and the last day, today beyond if it is."""
    days = [step.day.toordinal() for step in steps] or [here.day.toordinal()]
    first, last = min(days), max(days)

    def place(day: date) -> int:
        if first == last:
            return (START + END) // 2
        return START + round((END - START) * (day.toordinal() - first) / (last - first))

    today = here.day.toordinal()
    x = START - BEYOND if today < first else END + BEYOND if today > last else place(here.day)
    placed = [replace(step, x=place(step.day)) for step in steps] + [replace(here, x=x)]
    return sorted(placed, key=lambda step: (step.day, step.kind == "today"))


def _with_room(steps: list[Step]) -> list[Step]:
    """Days are written where no more important one stands too close: today and the next first."""
    importance = ("today", "next", "opens", "moved", "later", "passed")
    taken: dict[bool, list[int]] = {True: [], False: []}
    written: set[int] = set()
    for number in sorted(range(len(steps)), key=lambda n: importance.index(steps[n].kind)):
        row = taken[steps[number].kind in ABOVE]
        if all(abs(steps[number].x - other) >= ROOM for other in row):
            row.append(steps[number].x)
            written.add(number)
    return [step if number in written else replace(step, short="") for number, step in enumerate(steps)]

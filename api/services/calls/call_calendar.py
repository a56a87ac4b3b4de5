"""Use case: deadlines as an iCalendar file (RFC 5545) that calendars subscribe to or import.

An event keeps its UID when its deadline moves: it is named by its call and its place among the cut-offs, and
SEQUENCE counts how often the call's cut-offs have changed. The file is the same whenever it is asked for.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from store.deadlines import Deadline
from store.vocabulary import Language

PRODUCT = "-//Koalitio//Deadlines of calls//"
REFRESH = timedelta(hours=12)
SENSIBLE_YEARS = range(1900, 2200)
"""Sources write the years 1 and 9999 for *no day*; calendars cannot show these."""


@dataclass(frozen=True)
class Told:
    """How one deadline is told in the reader's language, and where its call is read."""

    summary: str
    description: str
    address: str
    category: str


def calendar_file(
    deadlines: Iterable[Deadline], *, name: str, language: Language, told: Callable[[Deadline], Told]
) -> bytes:
    """The file. A deadline without an hour is a whole day; one with an hour stands in UTC."""
    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCT}{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for deadline in deadlines:
        if deadline.cut_off.date.year in SENSIBLE_YEARS:
            calendar.add_component(_event(deadline, told(deadline)))
    return bytes(calendar.to_ical())


def uid_of(deadline: Deadline) -> str:
    """The same for the same cut-off of the same call, wherever it moves to."""
    name = f"{deadline.source}\n{deadline.external_id}"
    return f"{hashlib.sha256(name.encode()).hexdigest()[:24]}-{deadline.number}@koalitio"


def _event(deadline: Deadline, told: Told) -> Event:
    cut_off = deadline.cut_off
    event = Event()
    event.add("uid", uid_of(deadline))
    event.add("sequence", deadline.moved)
    event.add("dtstamp", _whole(deadline.changed_at))
    event.add("last-modified", _whole(deadline.changed_at))
    event.add("dtstart", cut_off.date if cut_off.time is None else _whole(cut_off.ends_at()))
    event.add("summary", told.summary)
    event.add("description", told.description)
    event.add("url", told.address)
    event.add("categories", [told.category])
    event.add("transp", "TRANSPARENT")
    return event


def _whole(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)

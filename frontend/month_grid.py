"""A month as weeks of days with the number of deadlines on each; the list of the same days is its twin."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_date, get_day_names

from api.services.calls.deadlines import Deadline
from frontend.formats import LOCALE
from store.vocabulary import Language


@dataclass(frozen=True)
class Day:
    """One day with its deadlines, in the clock of each call."""

    day: date
    name: str
    deadlines: list[Deadline]


@dataclass(frozen=True)
class Month:
    """A month: its days with deadlines, and its weeks as (day of the month or None, number) pairs."""

    key: str
    name: str
    days: list[Day]
    weeks: list[list[tuple[date | None, int]]]

    @property
    def count(self) -> int:
        """How many deadlines the month has."""
        return sum(len(day.deadlines) for day in self.days)


def months_of(deadlines: Sequence[Deadline], language: Language) -> list[Month]:
    """The months that have deadlines, in order."""
    in_order = sorted(deadlines, key=lambda one: one.cut_off.date)
    return [
        _month(year, number, list(group), language)
        for (year, number), group in groupby(in_order, key=lambda one: _year_month(one.cut_off.date))
    ]


def weekdays(language: Language) -> list[str]:
    """Short names of the days of the week, Monday first."""
    names = get_day_names("abbreviated", locale=LOCALE[language])
    return [names[number] for number in range(7)]


def _year_month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _month(year: int, number: int, deadlines: list[Deadline], language: Language) -> Month:
    locale = LOCALE[language]
    days = [
        Day(day, format_date(day, "cccc", locale=locale), list(group))
        for day, group in groupby(deadlines, key=lambda one: one.cut_off.date)
    ]
    counts = {one.day: len(one.deadlines) for one in days}
    first = date(year, number, 1)
    weeks = [[_cell(first, day, counts) for day in week] for week in calendar.monthcalendar(year, number)]
    return Month(f"{year:04}-{number:02}", format_date(first, "LLLL y", locale=locale), days, weeks)


def _cell(first: date, day: int, counts: dict[date, int]) -> tuple[date | None, int]:
    """A day of the grid and its deadlines; 0 stands for a day of a neighbouring month."""
    if not day:
        return None, 0
    here = first.replace(day=day)
    return here, counts.get(here, 0)

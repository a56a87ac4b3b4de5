"""Draws values over time as a line: where each mark stands in a picture of a given width, axes labelled.

What lies between two measurements is not known, so those far apart are not joined.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil, floor, log10
from statistics import median_low

from frontend.formats import Formats

FAR = 400
"""Days: values farther apart are never joined (a yearly count may come some weeks late)."""
NEAR = 184
"""Days: values at most this far apart are always joined; between, up to twice the usual interval."""
WIDE, NARROW = 720, 340
HEIGHT = 260
TOP, BOTTOM, RIGHT = 14, 30, 14
DIGIT = 8.2
"""Width of a figure of the axes, in the picture's units."""
STEPS_Y = 5
MONTHS = (1, 2, 3, 6, 12, 24, 60, 120)
Measured = tuple[date, float]


@dataclass(frozen=True)
class Mark:
    """A place in the picture: what is there, and its label."""

    x: float
    y: float
    label: str = ""


@dataclass(frozen=True)
class LineChart:
    """The picture, in units of its own; `left`..`right` and `top`..`bottom` is the field of the values.

    runs: marks that are joined; target: its height, None when there is none.
    """

    width: int
    left: float
    runs: list[list[Mark]]
    across: list[Mark]
    up: list[Mark]
    target: float | None
    height: int = HEIGHT
    top: float = TOP
    bottom: float = HEIGHT - BOTTOM

    @property
    def right(self) -> float:
        """Where the field ends."""
        return self.width - RIGHT

    @property
    def points(self) -> list[Mark]:
        """Every measured value."""
        return [mark for run in self.runs for mark in run]


def line_chart(values: Sequence[Measured], target: float | None, f: Formats, width: int = WIDE) -> LineChart:
    """The chart of at least one value, ordered by day."""
    levels = _levels([value for _, value in values] + ([] if target is None else [target]))
    labels = [f.measured(level) for level in levels]
    left = 10 + DIGIT * max(map(len, labels))
    bottom, right = HEIGHT - BOTTOM, width - RIGHT
    first, last = _span(values)
    days, reach = (last - first).days, levels[-1] - levels[0]

    def x(day: date) -> float:
        return round(left + (right - left) * (day - first).days / days, 1)

    def y(value: float) -> float:
        return round(bottom - (bottom - TOP) * (value - levels[0]) / reach, 1)

    return LineChart(
        width=width,
        left=left,
        runs=[[Mark(x(day), y(value), f.measured(value)) for day, value in run] for run in runs_of(values)],
        across=[Mark(x(day), bottom, label) for day, label in _days(first, last, f, most=width // 100)],
        up=[Mark(left, y(level), label) for level, label in zip(levels, labels, strict=True)],
        target=None if target is None else y(target),
    )


def runs_of(values: Sequence[Measured]) -> list[list[Measured]]:
    """Groups of values that may be joined.

    >>> quarters = [(date(2025, month, 1), 1.0) for month in (1, 4, 7)]
    >>> [len(run) for run in runs_of([*quarters, (date(2026, 5, 1), 2.0)])]
    [3, 1]
    """
    gaps = [(later[0] - earlier[0]).days for earlier, later in pairwise(values)]
    most = min(FAR, max(NEAR, 2 * median_low(gaps))) if gaps else FAR
    runs: list[list[Measured]] = [[values[0]]]
    for gap, value in zip(gaps, values[1:], strict=True):
        if gap > most:
            runs.append([])
        runs[-1].append(value)
    return runs


def _span(values: Sequence[Measured]) -> tuple[date, date]:
    """The days that the picture shows; around a single day, a month before and after."""
    first, last = values[0][0], values[-1][0]
    return (first, last) if first < last else (first - timedelta(days=30), last + timedelta(days=30))


def _levels(values: list[float]) -> list[float]:
    """Round heights from below the least to above the most; from 0 where nothing is below it.

    >>> _levels([12, 34, 70])
    [0.0, 20.0, 40.0, 60.0, 80.0]
    """
    least, most = min(0.0, *values), max(0.0, *values)
    rough = ((most - least) or 1.0) / STEPS_Y
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    low, high = floor(least / step), max(ceil(most / step), floor(least / step) + 1)
    return [float(f"{n * step:.10g}") for n in range(low, high + 1)]


def _days(first: date, last: date, f: Formats, most: int) -> list[tuple[date, str]]:
    """Months' first days that are marked, at most `most`; a short time is marked by its two ends."""
    length = (last.year - first.year) * 12 + last.month - first.month
    step = next((months for months in MONTHS if length <= months * most), MONTHS[-1])
    begin = first.year * 12 + first.month - 1
    numbers = range(begin - begin % step, begin + length + 1, step)
    found = [date(n // 12, n % 12 + 1, 1) for n in numbers if first <= date(n // 12, n % 12 + 1, 1) <= last]
    if len(found) < 2:
        return [(first, f.month(first)), (last, f.month(last))] if length else [(first, f.month(first))]
    return [(day, str(day.year) if step >= 12 else f.month(day)) for day in found]

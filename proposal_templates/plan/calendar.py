"""Project time, computed without words: periods of a timetable, and which of them a row of it marks.

Months are project months, 1 is the first; a duration is in months.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

MOST_MONTHS = 24
"""Up to this length the timetable counts months, above it quarters (Erasmus+ Part B, section 4.2)."""


@dataclass(frozen=True)
class Period:
    """One column of a timetable: a month, or the months of a quarter that belong to the project."""

    first: int
    last: int

    @property
    def year(self) -> int:
        """Project year, 1 is the first."""
        return 1 + (self.first - 1) // 12

    @property
    def quarter(self) -> int:
        """Quarter of the project year, 1 to 4."""
        return 1 + (self.first - 1) % 12 // 3

    def holds(self, month: int) -> bool:
        """Whether a month belongs to this period."""
        return self.first <= month <= self.last


def counts_months(duration: int) -> bool:
    """Whether a timetable of this length has a column a month."""
    return duration <= MOST_MONTHS


def periods(duration: int) -> tuple[Period, ...]:
    """Columns of a timetable: months up to two years, above that quarters; the last ends with the project."""
    step = 1 if counts_months(duration) else 3
    return tuple(
        Period(first, min(first + step - 1, duration)) for first in range(1, max(duration, 0) + 1, step)
    )


def planned(first: int | None, last: int | None) -> tuple[int, ...]:
    """All months from the first to the last; none while one of them is not known."""
    return tuple(range(first, last + 1)) if first is not None and last is not None else ()


def marked(columns: Iterable[Period], months: Iterable[int]) -> tuple[bool, ...]:
    """For each column whether one of the months falls in it."""
    wanted = frozenset(months)
    return tuple(any(column.holds(month) for month in wanted) for column in columns)


def outside(months: Iterable[int], duration: int) -> tuple[int, ...]:
    """Months that the project does not have, in order."""
    return tuple(sorted({month for month in months if not 1 <= month <= duration}))


def stretches(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Months without gaps between them as first and last, in order: 1, 2, 3, 7 are 1 to 3 and 7 to 7."""
    ordered = sorted(set(months))
    if not ordered:
        return ()
    breaks = [(left, right) for left, right in pairwise(ordered) if right != left + 1]
    starts = [ordered[0], *(right for _, right in breaks)]
    ends = [*(left for left, _ in breaks), ordered[-1]]
    return tuple(zip(starts, ends, strict=True))

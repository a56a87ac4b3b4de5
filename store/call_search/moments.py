"""What the clock decides about many calls at once: standing, next cut-off, order by urgency.

Worked out for one moment and good until the next one at which anything changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from store import call_dates
from store.call_search import sets
from store.call_search.facts import Facts
from store.call_search.wanted import Standing, Within
from store.clock import LAST_MOMENT, local_midnight
from store.vocabulary import CallStatus

SOON_DAYS = 14
"""A call whose last cut-off is this many calendar days away or fewer is closing soon."""
PLACE = {CallStatus.OPEN: 0, CallStatus.FORECASTED: 1, None: 2, CallStatus.CLOSED: 3}


@dataclass(frozen=True)
class Moments:
    """Sets at one moment. due: by position, the day (ordinal) of the next cut-off of a call not closed."""

    size: int
    begins: datetime
    ends: datetime
    standing: dict[Standing, sets.Calls]
    within: dict[Within, sets.Calls]
    due: dict[int, int]
    by_urgency: list[int]

    def holds(self, now: datetime) -> bool:
        """Whether nothing has changed at `now`."""
        return self.begins <= now < self.ends


@dataclass
class _Gathered:
    standing: dict[Standing, list[int]] = field(default_factory=lambda: {one: [] for one in Standing})
    due: dict[int, int] = field(default_factory=dict)
    left: dict[int, int] = field(default_factory=dict)
    order: list[tuple[int, float, str, int, int]] = field(default_factory=list)
    events: list[datetime] = field(default_factory=list)
    today: dict[str, int] = field(default_factory=dict)


def moments_at(calls: Mapping[int, Facts], size: int, now: datetime) -> Moments:
    """What holds at `now` for these calls by position, all below `size`."""
    gathered = _Gathered()
    for position, facts in calls.items():
        _gather(gathered, position, facts, now)
    return Moments(
        size=size,
        begins=now,
        ends=_next_event(gathered, now),
        standing={one: sets.of(positions, size) for one, positions in gathered.standing.items()},
        within={
            days: sets.of((p for p, left in gathered.left.items() if left <= days), size) for days in Within
        },
        due=gathered.due,
        by_urgency=[entry[-1] for entry in sorted(gathered.order)],
    )


def _gather(gathered: _Gathered, position: int, facts: Facts, now: datetime) -> None:
    status = call_dates.derive_status(facts.opens_at, facts.closes_at, facts.continuous, now)
    gathered.standing[Standing(status) if status else Standing.UNKNOWN].append(position)
    due = facts.closes_at
    if status is not CallStatus.CLOSED:
        due = _gather_ahead(gathered, position, facts, status, now)
    gathered.order.append(_urgency(status, due, facts, position))


def _gather_ahead(
    gathered: _Gathered, position: int, facts: Facts, status: CallStatus | None, now: datetime
) -> datetime | None:
    """What is still ahead of a call; when its next cut-off ends."""
    if facts.continuous:
        gathered.standing[Standing.CONTINUOUS].append(position)
    if facts.opens_at is not None and facts.opens_at > now:
        gathered.events.append(facts.opens_at)
    coming = call_dates.next_cut_off(facts.cut_offs, now)
    if coming is None:
        return None
    if coming.zone not in gathered.today:
        gathered.today[coming.zone] = now.astimezone(ZoneInfo(coming.zone)).date().toordinal()
    ends = coming.ends_at()
    gathered.due[position] = coming.date.toordinal()
    gathered.left[position] = left = coming.date.toordinal() - gathered.today[coming.zone]
    gathered.events.append(ends)
    if status is CallStatus.OPEN and ends == facts.closes_at and left <= SOON_DAYS:
        gathered.standing[Standing.SOON].append(position)
    return ends


def _urgency(
    status: CallStatus | None, due: datetime | None, facts: Facts, position: int
) -> tuple[int, float, str, int, int]:
    """Open, forthcoming, undated, closed; sooner due first, of the closed those that closed last."""
    moment = due.timestamp() if due else float("inf")
    return (
        PLACE[status],
        -moment if status is CallStatus.CLOSED else moment,
        facts.identifier,
        facts.id,
        position,
    )


def _next_event(gathered: _Gathered, now: datetime) -> datetime:
    """When the next call opens or ends, or the next day begins where cut-offs are."""
    midnights = [
        local_midnight(now.astimezone(ZoneInfo(zone)).date() + timedelta(days=1), ZoneInfo(zone))
        for zone in gathered.today
    ]
    later = [moment for moment in (*gathered.events, *midnights) if moment > now]
    return min(later, default=LAST_MOMENT)

"""The one clock of Koalitio: injectable, so that a recorded day can be lived again.

`KOALITIO_TODAY=2026-05-20` means 00:00 in Brussels that day; `2026-05-20T17:00` that minute there.
"""

from datetime import MINYEAR, UTC, date, datetime, time
from zoneinfo import ZoneInfo

from store.errors import BadSetting
from store.settings import StoreSettings

BRUSSELS = ZoneInfo("Europe/Brussels")
HELSINKI = ZoneInfo("Europe/Helsinki")
FIRST_MOMENT = datetime.min.replace(tzinfo=UTC)
LAST_MOMENT = datetime.max.replace(tzinfo=UTC)
"""The ends of the calendar: sources write 1.1.0001 and 31.12.9999 for *no day*."""


def pinned() -> datetime | None:
    """The moment set by `KOALITIO_TODAY` as UTC, or None when the real clock runs.

    Raises BadSetting when the variable is no ISO date.
    """
    value = StoreSettings().today.strip()
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=BRUSSELS)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise BadSetting(
            f"KOALITIO_TODAY is {value!r}: give an ISO date such as 2026-05-20 or leave it empty."
        ) from None


def now() -> datetime:
    """The present moment in UTC, pinned if `KOALITIO_TODAY` says so."""
    return pinned() or datetime.now(UTC)


def real_now() -> datetime:
    """The present moment in UTC, never pinned: for sessions, links, throttles and the audit log."""
    return datetime.now(UTC)


def today(zone: ZoneInfo = BRUSSELS) -> date:
    """The present calendar day in `zone` (Brussels unless told)."""
    return now().astimezone(zone).date()


def local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """00:00 of `day` in `zone`, as UTC."""
    return local_moment(day, time(0), zone)


def local_moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """The moment of a local clock, as UTC; what lies outside the calendar is its first or last moment.

    An hour that a change of clocks skips or repeats is read by the clock before the change.

    >>> local_moment(date(1, 1, 1), time(0), HELSINKI) == FIRST_MOMENT
    True
    """
    try:
        return datetime.combine(day, hour, zone).astimezone(UTC)
    except OverflowError:
        return FIRST_MOMENT if day.year == MINYEAR else LAST_MOMENT

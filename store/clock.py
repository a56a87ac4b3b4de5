"""The one clock of Koalitio: injectable, so that a recorded day can be lived again.

`KOALITIO_TODAY=2026-05-20` means 00:00 in Brussels that day; `2026-05-20T17:00` that minute there.
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from store.errors import BadSetting
from store.settings import StoreSettings

BRUSSELS = ZoneInfo("Europe/Brussels")
HELSINKI = ZoneInfo("Europe/Helsinki")


def pinned() -> datetime | None:
    """The moment set by `KOALITIO_TODAY` as UTC, or None when the real clock runs.

    Raises BadSetting when the variable is no ISO date.
    """
    value = StoreSettings().today.strip()
    if not value:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise BadSetting(
            f"KOALITIO_TODAY is {value!r}: give an ISO date such as 2026-05-20 or leave it empty."
        ) from None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=BRUSSELS)
    return moment.astimezone(UTC)


def now() -> datetime:
    """The present moment in UTC, pinned if `KOALITIO_TODAY` says so."""
    return pinned() or datetime.now(UTC)


def today(zone: ZoneInfo = BRUSSELS) -> date:
    """The present calendar day in `zone` (Brussels unless told)."""
    return now().astimezone(zone).date()


def local_midnight(day: date, zone: ZoneInfo) -> datetime:
    """00:00 of `day` in `zone`, as UTC."""
    return datetime.combine(day, time(0), zone).astimezone(UTC)

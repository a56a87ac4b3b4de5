"""The portal's ways of writing a day, all meant as Brussels local time; its calls close at 17:00 there.

- date only: `2026-10-06T00:00:00.000+0000`
- Brussels local hour written as UTC (old records): `2023-06-06T17:00:00.000+0000`
- Brussels midnight in real UTC (old records, third kind): `2021-09-21T22:00:00.000+0000` is 22 September
- a real moment in UTC (external action): `2026-08-27T10:00:07.000+0000`
"""

from datetime import UTC, date, datetime, time

from crawler.errors import BrokenRecord
from store.clock import BRUSSELS
from store.models import CutOff

CLOSING_HOUR = time(17)


def moment(text: str) -> datetime:
    """An aware moment as written. Raises BrokenRecord."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise BrokenRecord("a date that cannot be read") from None
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def day(text: str) -> date:
    """The Brussels day of a portal date. Raises BrokenRecord."""
    return cut_off(text).date


def cut_off(text: str) -> CutOff:
    """The cut-off of a portal deadline, in Brussels local time. Raises BrokenRecord.

    >>> cut_off("2023-06-06T17:00:00.000+0000").time
    datetime.time(17, 0)
    """
    written = moment(text)
    if written.time() in (time(0), CLOSING_HOUR):
        return _brussels(written.date(), CLOSING_HOUR)
    local = written.astimezone(BRUSSELS)
    if local.time() == time(0):
        return _brussels(local.date(), CLOSING_HOUR)
    return _brussels(local.date(), local.time().replace(second=0, microsecond=0))


def _brussels(day: date, hour: time) -> CutOff:
    return CutOff(date=day, time=hour, zone=BRUSSELS.key)

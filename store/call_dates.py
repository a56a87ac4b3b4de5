"""From a call's dates to its status: the only place where time decides.

A cut-off with an hour ends at that local hour; one without ends at the next local midnight.
A call is `forecasted` before its opening day begins locally, `closed` once its last cut-off has ended,
else `open`; when the dates do not say (no opening, no cut-off, not continuous) the status is None.
"""

import datetime as dt
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, field_validator

from store.clock import LAST_MOMENT, local_midnight, local_moment
from store.vocabulary import CallStatus


class CutOff(BaseModel):
    """One cut-off: local date, local hour if the source gives one, IANA zone."""

    model_config = ConfigDict(frozen=True)

    date: dt.date
    time: dt.time | None = None
    zone: str = "Europe/Brussels"

    @field_validator("zone")
    @classmethod
    def _known_zone(cls, zone: str) -> str:
        ZoneInfo(zone)
        return zone

    def ends_at(self) -> dt.datetime:
        """The moment (UTC) from which it is too late."""
        zone = ZoneInfo(self.zone)
        if self.time is not None:
            return local_moment(self.date, self.time, zone)
        if self.date == dt.date.max:
            return LAST_MOMENT
        return local_midnight(self.date + dt.timedelta(days=1), zone)


def opens_at(opening: dt.date | None, zone: str) -> dt.datetime | None:
    """00:00 local time of the opening day, as UTC."""
    return None if opening is None else local_midnight(opening, ZoneInfo(zone))


def closes_at(cut_offs: Sequence[CutOff]) -> dt.datetime | None:
    """The moment (UTC) when the last cut-off ends; None without cut-offs."""
    return max((c.ends_at() for c in cut_offs), default=None)


def next_cut_off(cut_offs: Sequence[CutOff], now: dt.datetime) -> CutOff | None:
    """The earliest cut-off that has not ended at `now`."""
    return min((c for c in cut_offs if c.ends_at() > now), key=CutOff.ends_at, default=None)


def derive_status(
    opens: dt.datetime | None, closes: dt.datetime | None, continuous: bool | None, now: dt.datetime
) -> CallStatus | None:
    """Status at `now` from the two moments; None when the dates do not say.

    >>> noon = dt.datetime(2026, 5, 20, 12, tzinfo=dt.UTC)
    >>> derive_status(None, dt.datetime(2026, 5, 20, 15, tzinfo=dt.UTC), None, noon)
    <CallStatus.OPEN: 'open'>
    """
    if closes is not None and closes <= now:
        return CallStatus.CLOSED
    if opens is not None and opens > now:
        return CallStatus.FORECASTED
    if closes is not None or continuous:
        return CallStatus.OPEN
    return None

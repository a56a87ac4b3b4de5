"""Where a call stands for its reader: the badge it wears and the sentence about its next date."""

from dataclasses import dataclass

from frontend.formats import Formats
from store.call_dates import CutOff, closes_at
from store.models import CallPublic
from store.vocabulary import CallStatus

SOON_DAYS = 14
"""A call whose last cut-off is this many days away or fewer is closing soon."""


@dataclass(frozen=True)
class Standing:
    """kind: `open`, `soon`, `forthcoming`, `closed`, `unknown`; days_left: to the next cut-off while open."""

    kind: str
    days_left: int | None


def standing_of(call: CallPublic, formats: Formats) -> Standing:
    """The standing of a call at the formats' moment."""
    if call.status is None:
        return Standing("unknown", None)
    if call.status is CallStatus.CLOSED:
        return Standing("closed", None)
    if call.status is CallStatus.FORECASTED:
        return Standing("forthcoming", None)
    coming = call.next_cut_off
    if coming is None:
        return Standing("open", None)
    days = formats.days_until(coming.date, coming.zone)
    return Standing("soon" if _is_last(coming, call) and days <= SOON_DAYS else "open", days)


def date_sentence(call: CallPublic, formats: Formats) -> str:
    """What the dates say next: opens, next cut-off, closes, closed; worded when they say nothing."""
    words = formats.words
    if call.status is CallStatus.CLOSED and call.cut_offs:
        return words("deadline.closed", date=formats.cut_off(max(call.cut_offs, key=CutOff.ends_at)))
    if call.status is CallStatus.FORECASTED and call.opening_date is not None:
        opens = words("deadline.opens", date=formats.day(call.opening_date))
        return f"{opens}. {_closing(call, formats)}" if call.cut_offs else opens
    return _closing(call, formats)


def _closing(call: CallPublic, formats: Formats) -> str:
    words, coming = formats.words, call.next_cut_off
    if coming is None:
        return words("deadline.continuous" if call.continuous else "deadline.unknown")
    key = "deadline.closes" if _is_last(coming, call) else "deadline.next"
    return words(key, date=formats.cut_off(coming))


def _is_last(cut_off: CutOff, call: CallPublic) -> bool:
    return cut_off.ends_at() == closes_at(call.cut_offs)

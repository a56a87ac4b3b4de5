"""What can be asked of the calls: words, filters of several values, since when a call is new, order."""

from datetime import date, datetime
from enum import IntEnum, StrEnum

from pydantic import BaseModel, Field

from store.vocabulary import ActorType, CallStatus, Programme

NOT_KNOWN = "unknown"


class Standing(StrEnum):
    """Where a call stands in time, as readers ask for it: `soon` and most `continuous` calls are open too."""

    OPEN = CallStatus.OPEN.value
    SOON = "soon"
    FORECASTED = CallStatus.FORECASTED.value
    CONTINUOUS = "continuous"
    CLOSED = CallStatus.CLOSED.value
    UNKNOWN = NOT_KNOWN


class Within(IntEnum):
    """Calendar days until the next cut-off, at most."""

    DAYS_30 = 30
    DAYS_60 = 60
    DAYS_90 = 90


class GrantRange(StrEnum):
    """Largest grant per project in EUR (the smallest where the source gives no largest): from, below."""

    TO_60_000 = "0-60000"
    TO_250_000 = "60000-250000"
    TO_1_000_000 = "250000-1000000"
    ABOVE = "1000000-"
    UNKNOWN = NOT_KNOWN


class AmountRange(StrEnum):
    """Budget of the whole call in EUR: from, below."""

    TO_500_000 = "0-500000"
    TO_2_000_000 = "500000-2000000"
    TO_10_000_000 = "2000000-10000000"
    ABOVE = "10000000-"
    UNKNOWN = NOT_KNOWN


class ApplicantUnknown(StrEnum):
    """For calls that do not tell who may apply."""

    UNKNOWN = NOT_KNOWN


class Sort(StrEnum):
    """Order of the answer."""

    RELEVANCE = "relevance"
    DEADLINE = "deadline"
    NEWEST = "newest"


class CallFilter(BaseModel):
    """Which calls: every word is met, and of each filter that is set one value is.

    before: the next cut-off is on this day or earlier. region: NUTS code; calls of a wider area count, and
    those whose area is not known stay in. new_since: first seen by Koalitio after this moment.
    """

    words: str = Field(default="", max_length=1000)
    programme: list[Programme] = []
    status: list[Standing] = []
    deadline: Within | None = None
    before: date | None = None
    region: str | None = Field(default=None, pattern=r"^[A-Za-z]{2}[A-Za-z0-9]{0,3}$")
    grant: list[GrantRange] = []
    amount: list[AmountRange] = []
    applicant: list[ActorType | ApplicantUnknown] = []
    language: list[str] = []
    source: list[str] = []
    new_since: datetime | None = None
    sort: Sort | None = Field(default=None, description="unset: by relevance to words, else by deadline")


FACETS = ("programme", "status", "deadline", "grant", "amount", "applicant", "language", "source")
"""Filters whose values are counted, each with the others applied."""


def bounds(value: str) -> tuple[int, int | None]:
    """From and below (None: no end) of a range.

    >>> bounds(GrantRange.TO_250_000), bounds(AmountRange.ABOVE)
    ((60000, 250000), (10000000, None))
    """
    low, _, high = value.partition("-")
    return int(low), int(high) if high else None

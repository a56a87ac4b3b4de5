"""The call as its source published it, and the passages that bear on the coalition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A passage of the call: `call.texts[field][start:end] == text` (characters, end exclusive)."""

    text: str
    field: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class CutOff:
    """One cut-off in the call's own clock; an hour the source does not give is None."""

    day: date
    hour: time | None = None
    zone: str | None = None
    """IANA zone name, for example Europe/Brussels."""


@dataclass(frozen=True, kw_only=True)
class CallFacts:
    """The call as its source published it at `fetched_at`; money in EUR, rate as a share (0.8 is 80 %)."""

    identifier: str | None = None
    title: str | None = None
    programme: str | None = None
    """Programme key, for example `erasmus_plus`."""
    action: str | None = None
    """Type of action in the source's words, for example `ERASMUS Lump Sum Grants`."""
    language: str | None = None
    """ISO 639-1 code of the call's texts and title."""
    opening: date | None = None
    cut_offs: tuple[CutOff, ...] = ()
    budget: Decimal | None = None
    grant_min: Decimal | None = None
    grant_max: Decimal | None = None
    rate: Decimal | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166-1 codes; EL and UK are understood."""
    authority: str | None = None
    """Who takes the application, in the draft's language."""
    priority: str | None = None
    """Priority of the programme, by code and name, for example `4 Työllistävä Suomi`."""
    specific_objective: str | None = None
    """Specific objective of the programme, by code and name."""
    duration_min: int | None = None
    duration_max: int | None = None
    """Months."""
    url: str | None = None
    source_key: str | None = None
    """Key of the source the call was read from, for example `fi_eura`; forms are found by it."""
    source: str | None = None
    """Where the call was read, as a reader would name it."""
    fetched_at: datetime | None = None
    """In the zone that the call's days are meant in; that zone is named beside the hour."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Full texts by field name; what quotations are checked against."""
    quotes: tuple[Quote, ...] = ()
    """Passages that bear on this coalition, best first."""


@dataclass(frozen=True, kw_only=True)
class MatchReason:
    """Why the call fits: one goal or need of the coalition and the passage of the call that it met."""

    aim: str
    """Text of one of `coalition.goals` or `coalition.needs`, unchanged."""
    quote: Quote

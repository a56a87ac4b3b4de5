"""The few facts of calls that eligibility rests on, fast enough to ask for all calls on every page."""

import json
from collections.abc import Collection
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import String, cast, select
from sqlmodel import Session, col

from store.models.call import Call
from store.vocabulary import Programme


class ScreeningRow(NamedTuple):
    """One call; closes_at is UTC, cut_off the local day of its last cut-off; None is not known."""

    id: int
    external_id: str
    programme: Programme
    identifier: str
    source: str
    action: str | None
    title: str
    closes_at: datetime | None
    cut_off: date | None
    countries: tuple[str, ...] | None
    nuts_regions: tuple[str, ...] | None
    area: dict[str, str] | None
    authority: dict[str, str] | None
    continuous: bool | None


_PLAIN = ("id", "external_id", "programme", "identifier", "source", "action", "title", "closes_at")
_JSON = ("cut_offs", "countries", "nuts_regions", "area", "authority")


def screening_rows(session: Session, call_ids: Collection[int] | None = None) -> list[ScreeningRow]:
    """These calls, or all of them, by id; JSON columns come as text and each text is read once."""
    columns = [
        *(col(getattr(Call, name)) for name in _PLAIN),
        *(cast(col(getattr(Call, name)), String) for name in _JSON),
        col(Call.continuous),
    ]
    query = select(*columns).order_by(col(Call.id))
    if call_ids is not None:
        query = query.where(col(Call.id).in_(call_ids))
    return [
        ScreeningRow._make(
            (
                *plain,
                _last_day(cut_offs),
                _words(countries),
                _words(regions),
                _names(area),
                _names(authority),
                continuous,
            )
        )
        for *plain, cut_offs, countries, regions, area, authority, continuous in session.execute(query)
    ]


@lru_cache(maxsize=4096)
def _last_day(cut_offs: str) -> date | None:
    days = [str(cut_off["date"]) for cut_off in json.loads(cut_offs)]
    return date.fromisoformat(max(days)) if days else None


@lru_cache(maxsize=4096)
def _words(found: str | None) -> tuple[str, ...] | None:
    return None if found is None else tuple(json.loads(found))


def _names(found: str | None) -> dict[str, str] | None:
    names: dict[str, str] | None = None if found is None else json.loads(found)
    return names

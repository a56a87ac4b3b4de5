"""Cut-offs of many calls, with what a calendar needs of each call and nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from store.call_dates import CutOff
from store.models import Call, Change
from store.vocabulary import Programme

CHUNK = 500
CUT_OFFS = "cut_offs"


@dataclass(frozen=True)
class Deadline:
    """One cut-off of one call.

    number: its place among the cut-offs of the call, from 1, by which it is the same one when it moves.
    moved: how often the call's cut-offs have changed. changed_at: when any fact of the call last did.
    """

    source: str
    external_id: str
    identifier: str
    title: str
    language: str
    programme: Programme
    url: str
    changed_at: datetime
    cut_off: CutOff
    number: int
    is_last: bool
    moved: int


def deadlines_of(session: Session, call_ids: Sequence[int], after: datetime | None = None) -> list[Deadline]:
    """The cut-offs of these calls, those that end later than `after` if that is given, soonest first."""
    columns = (
        *(Call.id, Call.source, Call.external_id, Call.identifier, Call.title, Call.language),
        *(Call.programme, Call.url, Call.last_modified_at, Call.cut_offs),
    )
    found: list[Deadline] = []
    for start in range(0, len(call_ids), CHUNK):
        some = list(call_ids[start : start + CHUNK])
        moved = _moved(session, some)
        query = select(*columns).where(col(Call.id).in_(some))  # type: ignore[call-overload]
        for row in session.execute(query):
            ordered = sorted(row.cut_offs, key=CutOff.ends_at)
            found += [
                _deadline(row, cut_off, number, len(ordered), moved.get(row.id, 0))
                for number, cut_off in enumerate(ordered, start=1)
                if after is None or cut_off.ends_at() > after
            ]
    return sorted(found, key=lambda one: (one.cut_off.ends_at(), one.identifier, one.external_id, one.number))


def _deadline(row: Any, cut_off: CutOff, number: int, of: int, moved: int) -> Deadline:
    return Deadline(
        source=row.source,
        external_id=row.external_id,
        identifier=row.identifier,
        title=row.title,
        language=row.language,
        programme=row.programme,
        url=row.url,
        changed_at=row.last_modified_at,
        cut_off=cut_off,
        number=number,
        is_last=number == of,
        moved=moved,
    )


def _moved(session: Session, call_ids: list[int]) -> dict[int, int]:
    query = select(Change.call_id, func.count(col(Change.id))).where(
        col(Change.call_id).in_(call_ids), Change.field == CUT_OFFS
    )
    return dict(session.exec(query.group_by(col(Change.call_id))).all())

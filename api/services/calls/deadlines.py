"""Use case: the deadlines of calls: those ahead of many, or all of one."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict
from sqlmodel import Session

from store import clock, queries
from store.call_search.search import search
from store.call_search.wanted import CallFilter, Standing
from store.deadlines import Deadline, deadlines_of

__all__ = ["Ahead", "Deadline", "call_deadlines", "deadlines_ahead"]

LIVE = (Standing.OPEN, Standing.FORECASTED, Standing.UNKNOWN)


class Ahead(BaseModel):
    """What is ahead, soonest first. undated: calls of that filter, not closed, that name no cut-off ahead.

    area_unknown: of the calls found for a region, how many do not say where they apply.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    deadlines: list[Deadline]
    undated: int
    area_unknown: int
    as_of: datetime


def deadlines_ahead(session: Session, wanted: CallFilter) -> Ahead:
    """The cut-offs still ahead of the calls of that filter."""
    now = clock.now()
    live = [one for one in wanted.status or LIVE if one is not Standing.CLOSED]
    found = search(session, wanted.model_copy(update={"status": live}), now=now)
    ahead = deadlines_of(session, found.ids, after=now)
    dated = {(one.source, one.external_id) for one in ahead}
    return Ahead(
        deadlines=ahead, undated=found.total - len(dated), area_unknown=found.area_unknown, as_of=now
    )


def call_deadlines(session: Session, name: str) -> list[Deadline]:
    """Every cut-off of one call, those that have passed too. Raises store.errors.NotFound."""
    call = queries.call_by_name(session, name)
    assert call.id is not None
    return deadlines_of(session, [call.id])

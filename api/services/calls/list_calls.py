"""Use case: find calls, and tell what each further filter would leave."""

from datetime import datetime

from pydantic import BaseModel, Field
from sqlmodel import Session

from store import clock, database, queries
from store.call_search.search import Known, known_values, search, warm
from store.call_search.wanted import CallFilter
from store.models import CallPublic

PAGE_SIZE = 25


class CallList(BaseModel):
    """One page of calls; `total` counts all that were found, `page` starts at 1."""

    calls: list[CallPublic]
    total: int
    page: int
    pages: int
    counts: dict[str, dict[str, int]] = Field(
        description="by filter and value: how many calls, with every other filter applied"
    )
    area_unknown: int = Field(description="of those found for a region: how many do not say where they apply")
    applicant_unknown: int = Field(
        description="with the other filters applied: how many do not tell who may apply"
    )
    new: int | None = Field(description="how many would be new; None when no moment is given")


def read_ahead() -> None:
    """Reads what a first search would, in a session of its own: about a second for 4,000 calls."""
    with database.session() as session:
        warm(session)


def known_in_calls(session: Session) -> Known:
    """The sources and languages that the stored calls have, to choose from."""
    return known_values(session)


def list_calls(
    session: Session,
    wanted: CallFilter | None = None,
    *,
    page: int = 1,
    size: int | None = PAGE_SIZE,
    new_after: datetime | None = None,
) -> CallList:
    """The calls of that filter; `size` None puts all on one page, `new_after` counts what is new since."""
    now = clock.now()
    wanted = wanted or CallFilter()
    page = max(page, 1)
    found = search(
        session, wanted, now=now, new_after=new_after, limit=size, offset=(page - 1) * size if size else 0
    )
    pages = 1 if size is None else max(1, -(-found.total // size))
    if page > pages:
        return list_calls(session, wanted, page=pages, size=size, new_after=new_after)
    whole = queries.whole_crawls(session)
    return CallList(
        calls=[queries.public_call(call, whole, now) for call in queries.calls_by_id(session, found.ids)],
        total=found.total,
        page=page,
        pages=pages,
        counts=found.counts,
        area_unknown=found.area_unknown,
        applicant_unknown=found.applicant_unknown,
        new=found.new,
    )

"""Use case: find calls."""

from pydantic import BaseModel
from sqlmodel import Session

from store import clock, queries
from store.models import CallPublic
from store.queries import CallFilter

PAGE_SIZE = 25


class CallList(BaseModel):
    """One page of calls; `total` counts all that were found, `page` starts at 1."""

    calls: list[CallPublic]
    total: int
    page: int
    pages: int


def list_calls(
    session: Session, wanted: CallFilter | None = None, *, page: int = 1, size: int | None = PAGE_SIZE
) -> CallList:
    """The calls of that filter by urgency; `size` None puts all on one page."""
    now = clock.now()
    total = queries.count_calls(session, wanted, now=now)
    pages = 1 if size is None else max(1, -(-total // size))
    page = min(max(page, 1), pages)
    offset = 0 if size is None else (page - 1) * size
    found = queries.calls(session, wanted, now=now, limit=size, offset=offset)
    whole = queries.whole_crawls(session)
    return CallList(
        calls=[queries.public_call(call, whole, now) for call in found], total=total, page=page, pages=pages
    )

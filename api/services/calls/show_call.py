"""Use case: one call with its source, its age and what changed."""

from pydantic import BaseModel
from sqlmodel import Session

from store import queries
from store.models import CallPublic, ChangePublic, CrawlRunPublic


class CallDetail(BaseModel):
    """A call, its recorded changes (newest first) and the last crawl of its source."""

    call: CallPublic
    changes: list[ChangePublic]
    last_run: CrawlRunPublic | None


def show_call(session: Session, name: str) -> CallDetail:
    """The call with this id, identifier or external id. Raises store.errors.NotFound."""
    call = queries.call_by_name(session, name)
    assert call.id is not None
    run = queries.last_runs(session).get(call.source)
    return CallDetail(
        call=queries.public_call(call, queries.whole_crawls(session)),
        changes=[ChangePublic.model_validate(change) for change in queries.changes_of(session, call.id)],
        last_run=CrawlRunPublic.model_validate(run) if run else None,
    )

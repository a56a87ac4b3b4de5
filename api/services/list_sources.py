"""Use case: how the sources are doing."""

from sqlmodel import Session

from store import queries
from store.models import CrawlRunPublic


def list_runs(session: Session) -> list[CrawlRunPublic]:
    """The newest crawl run of each source that was ever crawled, by source name."""
    runs = queries.last_runs(session)
    return [CrawlRunPublic.model_validate(runs[source]) for source in sorted(runs)]

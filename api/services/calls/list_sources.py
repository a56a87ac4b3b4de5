"""Use case: how the sources are doing."""

from sqlmodel import Session

from crawler.sources import all_sources
from store import queries
from store.models import CrawlRunPublic
from store.vocabulary import Language


def list_runs(session: Session) -> list[CrawlRunPublic]:
    """The newest crawl run of each source that was ever crawled, by source name."""
    runs = queries.last_runs(session)
    return [CrawlRunPublic.model_validate(runs[source]) for source in sorted(runs)]


def source_title(name: str, language: Language) -> str:
    """What a source is called in the reader's language; a source that is no longer known keeps its name."""
    return next((source.title[language] for source in all_sources() if source.name == name), name)

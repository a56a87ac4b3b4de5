"""Use case: how each source did lately: its newest crawl runs, and how many calls are usual for it."""

from statistics import median

from pydantic import BaseModel
from sqlmodel import Session

from store import queries
from store.models import CrawlRunPublic
from store.vocabulary import CrawlOutcome

RUNS = 10
WHOLE = frozenset({CrawlOutcome.COMPLETE, CrawlOutcome.WARNING})
FEW = 0.5
"""A whole crawl that found less than this share of the usual number needs a look."""


class SourceHistory(BaseModel):
    """The newest runs of one source, newest first (at least one).

    usual: median number of calls of the whole runs before the newest; None when there is none. is_few: the
    newest run was whole and found less than half of that.
    """

    source: str
    runs: list[CrawlRunPublic]
    usual: int | None
    is_few: bool

    @property
    def newest(self) -> CrawlRunPublic:
        """The newest run."""
        return self.runs[0]


def source_histories(session: Session, runs: int = RUNS) -> list[SourceHistory]:
    """Every source that was ever crawled, by its name, with so many of its newest runs."""
    found = queries.run_history(session, runs)
    return [
        _history(source, [CrawlRunPublic.model_validate(run) for run in found[source]])
        for source in sorted(found)
    ]


def _history(source: str, runs: list[CrawlRunPublic]) -> SourceHistory:
    newest, *earlier = runs
    before = [run.found for run in earlier if run.outcome in WHOLE]
    usual = int(median(before)) if before else None
    few = newest.outcome in WHOLE and usual is not None and newest.found < usual * FEW
    return SourceHistory(source=source, runs=runs, usual=usual, is_few=few)

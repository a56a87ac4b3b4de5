"""Opens and closes crawl runs; a run that a killed process left open is told so by the next one."""

from sqlmodel import Session, col, select

from store import clock
from store.models.crawl_run import CrawlRun
from store.vocabulary import CrawlOutcome


def start_run(session: Session, source: str, base_url: str) -> CrawlRun:
    """A new running crawl run of `source`, committed; earlier open runs of it become `interrupted`."""
    left_open = select(CrawlRun).where(
        CrawlRun.source == source, col(CrawlRun.outcome) == CrawlOutcome.RUNNING
    )
    for earlier in session.exec(left_open):
        earlier.outcome = CrawlOutcome.INTERRUPTED
        session.add(earlier)
    run = CrawlRun(source=source, base_url=base_url, started_at=clock.now())
    session.add(run)
    session.commit()
    session.refresh(run)
    return run


def finish_run(session: Session, run: CrawlRun, outcome: CrawlOutcome) -> CrawlRun:
    """Closes a run with what was counted on it, committed."""
    run.outcome = outcome
    run.finished_at = clock.now()
    session.add(run)
    session.commit()
    session.refresh(run)
    return run

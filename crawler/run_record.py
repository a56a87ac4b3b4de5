"""The crawl-run record in the store: opened when a crawl begins, closed with what its ledger says."""

from crawler.addresses import origin_of
from crawler.ledger import Ledger
from crawler.source import Source
from store import database
from store.crawl_runs import finish_run, start_run
from store.importer import ImportResult
from store.models import CrawlRunPublic
from store.models.crawl_run import CrawlRun


def open_run(source: Source, base_url: str | None) -> int:
    """Stores a running record and returns its id; a run that a killed process left open is told so."""
    with database.session() as session:
        run = start_run(session, source.name, base_url or origin_of(source.start_url))
        return CrawlRunPublic.model_validate(run).id


def close_run(ledger: Ledger) -> CrawlRunPublic:
    """Writes what the ledger says into the record and returns it."""
    with database.session() as session:
        run = session.get_one(CrawlRun, ledger.run_id)
        run.found, run.retries, run.passes = ledger.found, ledger.retries, ledger.passes
        run.inserted = ledger.stored[ImportResult.INSERTED]
        run.updated = ledger.stored[ImportResult.UPDATED]
        run.unchanged = ledger.stored[ImportResult.UNCHANGED]
        run.dropped, run.field_coverage = dict(ledger.dropped), ledger.field_coverage
        run.errors, run.notes = list(ledger.errors), ledger.all_notes()
        run.source_total, run.shortfall = ledger.source_total, ledger.shortfall
        return CrawlRunPublic.model_validate(finish_run(session, run, ledger.outcome))

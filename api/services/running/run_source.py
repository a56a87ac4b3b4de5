"""Use case: an administrator has a source crawled now, and watches it as a job."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

import sample_world
from api.errors import NoContact, SourceFailed
from api.services.access import audit
from api.services.access.permission import Action, require
from api.services.calls import read_calls
from api.services.calls.list_sources import source_title
from api.services.running import jobs
from api.services.running.jobs import JobPublic, Report
from api.settings import is_demo
from crawler.progress import Progress
from crawler.run import crawl_in_child
from crawler.settings import crawler_settings
from crawler.sources import all_sources
from store.errors import NotFound
from store.vocabulary import AuditAction, CrawlOutcome, JobKind, Language


def needs_contact() -> bool:
    """Whether sources cannot be asked yet, since they are live ones and would not know whom to write to."""
    return not is_demo() and not crawler_settings().contact.strip()


def run_source(session: Session, name: str, language: Language = Language.EN) -> JobPublic:
    """Starts crawling the source, and reading conditions from what is new; the crawl that runs already.

    In the demo the sample source is asked. language: of the source's name in the job. Raises NotFound for no
    such source, NoContact, and what `require` does.
    """
    require(session, Action.ADMINISTER)
    if name not in {source.name for source in all_sources()}:
        raise NotFound(f"No source {name!r}: `koalitio sources` lists those there are.")
    if needs_contact():
        raise NoContact
    title = source_title(name, language)
    audit.note(session, AuditAction.SOURCE_RUN, name)
    return jobs.start(session, JobKind.CRAWL, name, lambda report: _crawl(name, title, report))


def _crawl(name: str, title: str, report: Report) -> None:
    """The crawl runs in a child process: one process can crawl only once, and in its main thread."""

    def tell(progress: Progress) -> None:
        report(progress.found, progress.total, title)

    report(0, None, title)
    with _where() as base_url:
        runs = crawl_in_child([name], base_url, tell)
    read_calls.read_calls(report.session)
    if any(run.outcome in (CrawlOutcome.FAILED, CrawlOutcome.INTERRUPTED) for run in runs):
        told = next((line for run in runs for line in run.errors), "no calls were found")
        raise SourceFailed(f"The source was not read: {told}")


@contextmanager
def _where() -> Iterator[str | None]:
    """The address to crawl at: the sample source's in the demo, else None, which is the source's own."""
    if not is_demo():
        yield None
        return
    with sample_world.serve() as source:
        yield source.base_url

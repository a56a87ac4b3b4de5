"""Crawls: once in this process, or in a child process for whoever must crawl again and again."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from crawler import errors
from crawler.addresses import checked_base_url, is_loopback
from crawler.errors import CrawlDied, CrawledBefore, CrawlerError, SourceUnreachable
from crawler.ledger import Ledger
from crawler.progress import OnProgress, Progress, silent
from crawler.run_record import close_run, open_run
from crawler.settings import crawler_settings
from crawler.source import Source
from crawler.sources import chosen
from store.errors import StoreError
from store.models import CrawlRunPublic

ROOT = Path(__file__).resolve().parent.parent


def crawl(
    sources: Sequence[str] = (), base_url: str | None = None, on_progress: OnProgress = silent
) -> list[CrawlRunPublic]:
    """Crawls the named sources (all when none is named), one after another, and returns their run records.

    What is found is stored as it comes, also when a source fails later on: read `outcome` of each run.
    Runs in this process, which can do it once. Raises UnknownSource, BadBaseUrl, CrawledBefore,
    SourceUnreachable when nothing answered anywhere, and StoreError when the database cannot be used.
    """
    named, base_url = _checked(sources, base_url)
    from crawler.engine import run_all

    runs: list[CrawlRunPublic] = []
    ledgers: list[Ledger] = []

    def begin(source: Source) -> Ledger:
        ledger = Ledger(source.name, open_run(source, base_url), on_progress)
        if not crawler_settings().contact and not is_loopback(base_url):
            ledger.notes.append("CRAWLER_CONTACT is not set, so the source cannot see whom to write to")
        ledgers.append(ledger)
        ledger.tell()
        return ledger

    def end(ledger: Ledger) -> None:
        runs.append(close_run(ledger))
        ledger.tell(done=True)

    run_all(named, base_url, begin, end)
    if ledgers and all(ledger.is_unreachable and not ledger.stored for ledger in ledgers):
        raise SourceUnreachable(f"{ledgers[0].errors[0]}. Check the address and the connection.")
    return runs


def crawl_in_child(
    sources: Sequence[str] = (), base_url: str | None = None, on_progress: OnProgress = silent
) -> list[CrawlRunPublic]:
    """The same in a child process: may be called again and again, and from any thread.

    The child uses this process's environment (database, pinned day, crawler settings). Raises what `crawl`
    raises, and CrawlDied when the child ends without a result.
    """
    named, base_url = _checked(sources, base_url)
    asked = {"sources": [source.name for source in named], "base_url": base_url}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(
        [sys.executable, "-m", "crawler.child", json.dumps(asked)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
    ) as child:
        try:
            for line in child.stdout or ():
                told: dict[str, Any] = json.loads(line)
                if "progress" in told:
                    on_progress(Progress(**told["progress"]))
                if "error" in told:
                    raise _error(**told["error"])
                if "runs" in told:
                    return [CrawlRunPublic.model_validate(run) for run in told["runs"]]
        finally:
            if child.poll() is None and sys.exc_info()[0] is not None:
                child.kill()
    raise CrawlDied(
        f"The crawl ended early (status {child.returncode}): what it had stored stays; crawl again."
    )


def crawl_here_or_in_child(
    sources: Sequence[str] = (), base_url: str | None = None, on_progress: OnProgress = silent
) -> list[CrawlRunPublic]:
    """Crawls in this process if it never has, else in a child: for commands, which usually crawl once."""
    try:
        return crawl(sources, base_url, on_progress)
    except CrawledBefore:
        return crawl_in_child(sources, base_url, on_progress)


def _checked(sources: Sequence[str], base_url: str | None) -> tuple[list[Source], str | None]:
    return chosen(sources), None if base_url is None else checked_base_url(base_url)


def _error(kind: str, message: str) -> Exception:
    """The child's error as an exception of this process."""
    known = getattr(errors, kind, None)
    if isinstance(known, type) and issubclass(known, CrawlerError):
        return known(message)
    return StoreError(message)

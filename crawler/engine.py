"""The engine room: Scrapy's process and its reactor, which can run once. Importing this imports Scrapy."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence

from scrapy.crawler import AsyncCrawlerProcess
from twisted.internet.error import ReactorNotRunning

from crawler.bases import spider_for
from crawler.errors import CrawledBefore
from crawler.ledger import Ledger
from crawler.log import set_up
from crawler.scrapy_settings import scrapy_settings
from crawler.settings import crawler_settings
from crawler.source import Source

_only_once = threading.Lock()


def run_all(
    sources: Sequence[Source],
    base_url: str | None,
    begin: Callable[[Source], Ledger],
    end: Callable[[Ledger], None],
) -> None:
    """Crawls one source after another; `begin` opens a ledger for each and `end` closes it.

    Ctrl-C lets the open requests of the running crawl end, marks it interrupted and starts no other.
    Raises CrawledBefore when this process has crawled already, and whatever `begin` and `end` raise.
    """
    if not _only_once.acquire(blocking=False):
        raise CrawledBefore("This process has crawled already: use `crawl_in_child` to crawl again.")
    process = AsyncCrawlerProcess(scrapy_settings(base_url))
    set_up(crawler_settings().log_level)
    open_ledgers: list[Ledger] = []

    async def one_after_another() -> None:
        try:
            for source in sources:
                ledger = begin(source)
                open_ledgers.append(ledger)
                await _crawl(process, source, base_url, ledger)
                end(open_ledgers.pop())
                if ledger.is_interrupted:
                    break
        finally:
            _stop_reactor()

    task = asyncio.get_event_loop().create_task(one_after_another())
    in_main_thread = threading.current_thread() is threading.main_thread()
    process.start(stop_after_crawl=False, install_signal_handlers=in_main_thread)
    for ledger in open_ledgers:
        ledger.is_interrupted = True
        end(ledger)
    if task.done() and not task.cancelled():
        task.result()


async def _crawl(process: AsyncCrawlerProcess, source: Source, base_url: str | None, ledger: Ledger) -> None:
    crawler = process.create_crawler(spider_for(source))
    await process.crawl(crawler, source=source, base_url=base_url, ledger=ledger)


def _stop_reactor() -> None:
    from twisted.internet import reactor

    with contextlib.suppress(ReactorNotRunning):  # Ctrl-C has stopped it already
        reactor.stop()  # type: ignore[misc]  # Twisted declares it without self

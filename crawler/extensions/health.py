"""Source health: what goes wrong in the engine room reaches the ledger; nothing is lost in silence."""

from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.bases.call_spider import CallSpider
from crawler.log import log


class Health:
    """Listens for dropped items, failing steps and spiders, and the way a crawl ends."""

    def __init__(self, crawler: Crawler) -> None:
        crawler.signals.connect(self.item_dropped, signals.item_dropped)
        crawler.signals.connect(self.item_error, signals.item_error)
        crawler.signals.connect(self.spider_error, signals.spider_error)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    def item_dropped(self, item: Any, exception: BaseException, spider: CallSpider[Any]) -> None:
        """A cleaning step dropped a record, with its reason."""
        spider.drop(str(exception), getattr(item, "source_url", ""))

    def item_error(self, item: Any, failure: Failure, spider: CallSpider[Any]) -> None:
        """A cleaning step failed in a way nobody foresaw: the record is dropped, the run goes on."""
        name = type(failure.value).__name__
        spider.drop(f"a cleaning step failed ({name})", getattr(item, "source_url", ""))
        _log_failure("cleaning step failed", spider, failure)

    def spider_error(self, failure: Failure, response: Response, spider: CallSpider[Any]) -> None:
        """A page broke the spider itself."""
        spider.ledger.fail(f"{response.url} could not be read ({type(failure.value).__name__})")
        _log_failure("page broke the spider", spider, failure)

    def spider_closed(self, spider: CallSpider[Any], reason: str) -> None:
        """`finished` is the only good end; `shutdown` means that somebody stopped the crawl."""
        if reason == "shutdown":
            spider.ledger.is_interrupted = True
        elif reason != "finished":
            spider.ledger.fail(f"{spider.name}: the crawl ended early ({reason})")


def _log_failure(message: str, spider: CallSpider[Any], failure: Failure) -> None:
    trace = failure.getTraceback()[-2000:]
    log.error(message, extra={"fields": {"source": spider.name, "error": str(failure.value), "trace": trace}})

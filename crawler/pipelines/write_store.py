"""Step 8, the only one that writes: one transaction per call, through the store's importer."""

from contextlib import ExitStack
from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from crawler.bases.call_spider import CallSpider
from crawler.ledger import Ledger
from store import database
from store.importer import save_call
from store.models import CallCreate
from store.vocabulary import CallFlag

COVERED = (
    "action",
    "authority",
    "call_identifier",
    "call_title",
    "co_financing_rate",
    "conditions",
    "countries",
    "cut_offs",
    "description",
    "estimated_award_count",
    "links",
    "max_award_amount",
    "max_duration",
    "min_award_amount",
    "min_duration",
    "nuts_regions",
    "opening_date",
    "source_status",
    "specific_objectives",
    "total_amount_available",
)
"""Fields whose coverage is counted; a source that suddenly gives one to no call has changed."""


class WriteStore:
    """Inserts, updates or leaves a call unchanged, and counts which and what it had."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._open = ExitStack()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    def open_spider(self) -> None:
        """Opens the store for the time of the crawl."""
        self.session: Session = self._open.enter_context(database.session())

    def close_spider(self) -> None:
        """Closes the store."""
        self._open.close()

    def process_item(self, item: CallCreate) -> CallCreate:
        """The call, stored. Raises DropItem when the store refuses it, which is an error of the run."""
        try:
            imported = save_call(self.session, item, self.ledger.run_id)
        except SQLAlchemyError as refused:
            self.session.rollback()
            reason = str(getattr(refused, "orig", None) or refused).splitlines()[0]
            self.ledger.fail(f"{item.identifier} could not be stored: {reason}")
            raise DropItem("refused by the store") from refused
        for name in COVERED:
            self.ledger.filled[name] += getattr(item, name) not in (None, "", [], {})
        flags = {doubt.flag for doubt in item.doubts}
        self.ledger.conflicts += CallFlag.VERSIONS_DISAGREE in flags
        self.ledger.disagreements += CallFlag.TEXT_DISAGREES in flags
        self.ledger.store(imported.result)
        return item

    @property
    def ledger(self) -> Ledger:
        """The ledger of the running crawl."""
        spider = self.crawler.spider
        if not isinstance(spider, CallSpider):
            raise TypeError("only call spiders write to the store")
        return spider.ledger

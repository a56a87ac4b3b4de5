"""What all base spiders share: one source, its address, its ledger, and drafts that never break a run."""

from collections.abc import Iterator
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import scrapy
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from crawler.addresses import origin_of, rebased
from crawler.draft import CallDraft
from crawler.errors import BrokenRecord
from crawler.ledger import Ledger
from crawler.log import log
from crawler.source import Record, Source
from store import clock

UNREACHABLE: dict[type[BaseException], str] = {
    CannotResolveHostError: "no such host",
    DownloadConnectionRefusedError: "connection refused",
    DownloadTimeoutError: "no answer in time",
}
"""What it means that nobody is there, in words."""

UNFORESEEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What reading a record of unknown shape may raise."""

S = TypeVar("S", bound=Source)


class CallSpider(scrapy.Spider, Generic[S]):
    """Reads one source. `base_url` points it elsewhere; it never leaves that host."""

    name = "calls"

    def __init__(self, source: S, base_url: str | None, ledger: Ledger, **kwargs: Any) -> None:
        super().__init__(name=source.name, **kwargs)
        self.source = source
        self.base_url = base_url
        self.ledger = ledger
        self.allowed_domains = [urlsplit(self.address(source.start_url)).hostname or ""]

    def address(self, url: str) -> str:
        """A public address of the source, or the one that stands for it at `base_url`."""
        return rebased(url, self.base_url)

    def public(self, url: str) -> str:
        """The public address of a page that was read, whatever host it was read from."""
        if self.base_url is not None and url.startswith(self.base_url + "/"):
            return origin_of(self.source.start_url) + url.removeprefix(self.base_url)
        return url

    def is_own(self, url: str) -> bool:
        """Whether a public address lies on the source's own host."""
        host, own = urlsplit(url).hostname or "", urlsplit(self.source.start_url).hostname or ""
        return host == own or host.endswith(f".{own}")

    def draft(self, record: Record, source_url: str) -> Iterator[CallDraft]:
        """The draft of a record, stamped with what holds for the whole source; a broken one is counted."""
        try:
            draft = self.source.read(record)
        except BrokenRecord as broken:
            self.drop(str(broken), source_url)
            return
        except UNFORESEEN as unforeseen:
            self.drop(f"a record of unknown shape ({type(unforeseen).__name__})", source_url)
            return
        draft.source, draft.programme = self.source.name, self.source.programme
        draft.time_zone, draft.source_url, draft.fetched_at = self.source.time_zone, source_url, clock.now()
        yield draft

    def drop(self, reason: str, url: str) -> None:
        """Counts a record that cannot be used."""
        self.ledger.drop(reason)
        log.info("record dropped", extra={"fields": {"source": self.name, "reason": reason, "url": url}})

    def failed(self, failure: Failure) -> None:
        """Notes a page that could not be had, after all retries."""
        request = getattr(failure, "request", None)
        url = getattr(request, "url", self.address(self.source.start_url))
        message = _in_words(failure, url)
        self.ledger.is_unreachable |= type(failure.value) in UNREACHABLE
        self.ledger.fail(message)
        log.info("page not read", extra={"fields": {"source": self.name, "url": url, "reason": message}})

    def page_gone(self, failure: Failure) -> None:
        """For one record's page: 404 and 410 drop the record, anything else is an error."""
        error = failure.value
        if isinstance(error, HttpError) and error.response.status in (404, 410):
            self.drop("its page is gone", error.response.url)
        else:
            self.failed(failure)


def _in_words(failure: Failure, url: str) -> str:
    error = failure.value
    if isinstance(error, HttpError):
        return f"{error.response.url} answered {error.response.status}"
    if isinstance(error, IgnoreRequest):
        return f"{url} was left unread: {str(error) or type(error).__name__}"
    if error is not None and type(error) in UNREACHABLE:
        return f"{origin_of(url)} cannot be reached: {UNREACHABLE[type(error)]}"
    return f"{url} could not be read: {str(error) or type(error).__name__}".split("\n")[0]

"""Retries with back-off: each try of a request waits twice as long as the one before, up to a bound.

Retried: 408, 429, 500, 502, 503, 504 and lost connections as often as `CRAWLER_RETRIES` says; refused
connections, unknown hosts and time-outs at most twice (for robots.txt not at all: the page will tell).
A robots.txt that stays 5xx means that nothing may be read (RFC 9309, 2.3.1.4).
The wait is 1, 2, 4 … 30 seconds (a minute for six tries), on loopback a hundredth of that; a source's own
`Retry-After` holds when it is longer, up to two minutes.
"""

import asyncio
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import DownloadFailedError, ResponseDataLossError
from scrapy.http import Response
from scrapy.utils.response import response_status_message
from twisted.internet.error import ConnectionDone, ConnectionLost

from crawler.addresses import is_loopback
from crawler.bases.call_spider import UNREACHABLE, CallSpider

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0
LONGEST_ASKED_WAIT = 120.0
LOOPBACK_SHARE = 0.01
TRIES_OF_UNREACHABLE = 2
RETRIED_STATUSES = frozenset({408, 429, 500, 502, 503, 504})

DISALLOW_ALL = b"User-agent: *\nDisallow: /\n"

RETRIED_ERRORS = (
    *UNREACHABLE,
    ConnectionDone,
    ConnectionLost,
    DownloadFailedError,
    ResponseDataLossError,
)


def wait_before(tries: int, url: str, asked: float = 0.0) -> float:
    """Seconds to wait before try number `tries` (from 1); `asked` is the source's own wish.

    >>> wait_before(1, "https://eura2021.fi/"), wait_before(9, "https://eura2021.fi/")
    (1.0, 30.0)
    """
    wait: float = min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)
    if is_loopback(url):
        return wait * LOOPBACK_SHARE
    return max(wait, min(asked, LONGEST_ASKED_WAIT))


class BackOff:
    """Takes the place of Scrapy's own retries, which do not wait."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.most_tries = crawler.settings.getint("RETRY_TIMES")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to make one."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """The answer, or the same request once more after a wait."""
        if response.status not in RETRIED_STATUSES:
            return response
        asked = (response.headers.get("Retry-After") or b"").decode("latin-1")
        reason = response_status_message(response.status)
        seconds = float(asked) if asked.isdecimal() else 0.0
        again = await self._again(request, reason, self.most_tries, seconds)
        if again is None and _is_for_robots(request) and response.status >= 500:
            return response.replace(body=DISALLOW_ALL)
        return again or response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The same request once more after a wait, or None when it is given up."""
        if not isinstance(exception, RETRIED_ERRORS):
            return None
        most = self.most_tries
        if type(exception) in UNREACHABLE:
            most = 0 if _is_for_robots(request) else min(most, TRIES_OF_UNREACHABLE)
        reason = UNREACHABLE.get(type(exception), "connection lost")
        return await self._again(request, reason, most)

    async def _again(self, request: Request, reason: str, most: int, asked: float = 0.0) -> Request | None:
        spider = self.crawler.spider
        if not isinstance(spider, CallSpider):
            return None
        again = get_retry_request(request, spider=spider, reason=reason, max_retry_times=most)
        if again is not None:
            spider.ledger.retry(reason)
            await asyncio.sleep(wait_before(again.meta["retry_times"], request.url, asked))
        return again


def _is_for_robots(request: Request) -> bool:
    """Scrapy marks its own requests for robots.txt so."""
    return bool(request.meta.get("dont_obey_robotstxt", False))

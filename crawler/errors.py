"""What can go wrong in the crawler.

CrawlerError
├── UnknownSource      no source goes by that name
├── BadBaseUrl         an address that no source can be pointed at
├── SourceUnreachable  nothing answered there
├── CrawlDied          the crawling process ended before it had told its result
├── CrawledBefore      this process has crawled once already
└── BrokenRecord       one record cannot be read (dropped and counted, never the end of a run)
"""


class CrawlerError(Exception):
    """Root of the crawler's errors; the message is one line that says what to do next."""


class UnknownSource(CrawlerError):
    """No source goes by that name; the message lists those there are."""


class BadBaseUrl(CrawlerError):
    """An address that no source can be pointed at."""


class SourceUnreachable(CrawlerError):
    """Nothing answered at the source's address, again and again."""


class CrawlDied(CrawlerError):
    """The crawling process ended before it had told its result; what it had stored stays stored."""


class CrawledBefore(CrawlerError):
    """A process can crawl once (its reactor cannot start again); `crawl_in_child` has no such limit."""


class BrokenRecord(CrawlerError):
    """One record cannot be read; the message is the reason under which it is counted as dropped."""

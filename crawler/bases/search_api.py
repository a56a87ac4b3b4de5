"""Base spider for a search service: multipart JSON parts, page by page, pass after pass.

Nothing is stored before the last pass, for the newest version of a record may come in any of them.
"""

import json
from collections.abc import AsyncIterator, Iterator
from math import ceil
from typing import Any
from urllib.parse import quote, urlencode

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.bases.call_spider import CallSpider
from crawler.bases.multipart import json_parts
from crawler.bases.passes import Passes
from crawler.bases.versions import newest_of_each
from crawler.draft import CallDraft
from crawler.source import SearchApiSource

PAGE_SIZE = 100


class SearchApiSpider(CallSpider[SearchApiSource]):
    """Asks for all pages until two passes in a row bring nothing new, eight passes at most."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.passes = Passes()
        self.rows: dict[tuple[str, str], tuple[dict[str, Any], str]] = {}

    async def start(self) -> AsyncIterator[Request]:
        """The first page of the first pass."""
        yield self.page(1)

    def page(self, number: int) -> Request:
        """The request for one page."""
        body, content_type = json_parts(
            {"query": self.source.query, "languages": [self.source.language], "sort": self.source.sort}
        )
        asked = {**self.source.url_parameters, "pageSize": PAGE_SIZE, "pageNumber": number}
        return Request(
            f"{self.address(self.source.start_url)}?{urlencode(asked, safe='*', quote_via=quote)}",
            method="POST",
            body=body,
            headers={"Content-Type": content_type, "Accept": "application/json"},
            callback=self.parse,
            errback=self.page_failed,
            cb_kwargs={"number": number},
            dont_filter=True,
        )

    def parse(self, response: Response, number: int) -> Iterator[Request | CallDraft]:
        """Takes in one page, then asks for the next page or pass, or hands on what was found."""
        answer = _answer(response.body)
        if answer is None:
            self.ledger.fail(f"{response.url} did not answer with search results")
            yield from self.finish()
            return
        total, results = answer
        if total > self.source.plausible_total:
            self.ledger.fail(
                f"{self.name}: the source counts {total:,} records, at most {self.source.plausible_total:,} "
                "are plausible: it ignored the filter, so nothing was stored; try again later"
            )
            return
        self.ledger.source_total, self.ledger.passes = total, self.passes.number
        self.take_in(results, response.url)
        self.ledger.tell()
        if results and number < ceil(total / PAGE_SIZE):
            yield self.page(number + 1)
        elif self.passes.end_pass(total):
            yield self.page(1)
        else:
            yield from self.finish()

    def take_in(self, results: list[Any], url: str) -> None:
        """Keeps each version of each record once and counts every row."""
        versions = []
        for place, result in enumerate(results):
            record: dict[str, Any] = result if isinstance(result, dict) else {}
            version = self.source.reference(record) or f"{url} {place}", _ingested(record)
            versions.append(version)
            self.rows.setdefault(version, (record, url))
        self.passes.read(versions)

    def page_failed(self, failure: Failure) -> Iterator[CallDraft]:
        """A page that could not be had ends the reading; what came before it is handed on."""
        self.failed(failure)
        yield from self.finish()

    def finish(self) -> Iterator[CallDraft]:
        """Hands on the newest version of every record."""
        total = self.ledger.source_total
        self.ledger.shortfall = None if total is None else self.passes.shortfall(total)
        if self.passes.most_lost > 0:
            self.ledger.notes.append(
                f"the list was read {self.passes.number} times, for a single pass lost up to "
                f"{self.passes.most_lost} of {total} rows"
            )
        if total is not None and not self.passes.is_settled and not self.ledger.errors:
            self.ledger.notes.append("the last pass still brought new records: there may be more")
        drafts = [draft for row, url in self.rows.values() for draft in self.draft_of(row, url)]
        yield from newest_of_each(drafts, self.source.language)

    def draft_of(self, row: dict[str, Any], url: str) -> Iterator[CallDraft]:
        """The draft of one row, which is empty where the result was no object."""
        if row:
            yield from self.draft(row, url)
        else:
            self.drop("a result that is no object", url)


def _answer(body: bytes) -> tuple[int, list[Any]] | None:
    """Total and results of a page; None when it is something else."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(answer, dict):
        return None
    total, results = answer.get("totalResults"), answer.get("results")
    if type(total) is int and total >= 0 and isinstance(results, list):
        return total, results
    return None


def _ingested(result: dict[str, Any]) -> str:
    metadata = result.get("metadata")
    return str(metadata.get("esDA_IngestDate")) if isinstance(metadata, dict) else ""

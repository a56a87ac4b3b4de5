"""Base spider for pages that carry their data as (URL-encoded) JSON in a script element."""

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.bases.call_spider import CallSpider
from crawler.draft import CallDraft
from crawler.errors import BrokenRecord
from crawler.source import EmbeddedJsonSource, Record


class EmbeddedJsonSpider(CallSpider[EmbeddedJsonSource]):
    """Reads the list page, then the page of every row that belongs to the source."""

    async def start(self) -> AsyncIterator[Request]:
        """The list page."""
        yield Request(self.address(self.source.start_url), callback=self.parse, errback=self.failed)

    def parse(self, response: Response) -> Iterator[Request]:
        """One request per row of the list."""
        try:
            rows = self.source.rows(self.data_of(response))
        except BrokenRecord as broken:
            self.ledger.fail(f"{response.url}: {broken}")
            return
        pages = dict.fromkeys(self.pages(rows, response.url))
        self.ledger.source_total = len(pages)
        self.ledger.tell()
        for page in pages:
            yield Request(self.address(page), callback=self.parse_record, errback=self.page_gone)

    def pages(self, rows: Sequence[Record], list_url: str) -> Iterator[str]:
        """The address of each row's page; a row without one is dropped."""
        for row in rows:
            try:
                yield self.source.page_of(row)
            except BrokenRecord as broken:
                self.drop(str(broken), list_url)

    def parse_record(self, response: Response) -> Iterator[CallDraft]:
        """The draft of one record's page."""
        try:
            data = self.data_of(response)
        except BrokenRecord as broken:
            self.drop(str(broken), response.url)
            return
        yield from self.draft(data, response.url)

    def data_of(self, response: Response) -> Mapping[str, Any]:
        """The data inside a page. Raises BrokenRecord when there is none."""
        script = (
            response.css(f"{self.source.script}::text").get() if isinstance(response, TextResponse) else None
        )
        if not script:
            raise BrokenRecord("the page carries no data")
        return _json_object(script)


def _json_object(script: str) -> Mapping[str, Any]:
    for text in (script, unquote(script)):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict):
            return data
    raise BrokenRecord("the page's data is no JSON object")

"""Base spider for a list of cards over several pages, each card linking to a page of its own."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from parsel import Selector
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.addresses import joined
from crawler.bases.call_spider import CallSpider
from crawler.draft import CallDraft
from crawler.parsing.markup import html_to_text, one_line
from crawler.source import CardsSource

MOST_LIST_PAGES = 100


class CardsSpider(CallSpider[CardsSource]):
    """Follows the list to its end and reads the page of every card that belongs to the source.

    A list ends where no next page is named or a page shows only cards that were shown before.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pages: set[str] = set()
        self.shown: set[str] = set()
        self.list_pages = 0

    async def start(self) -> AsyncIterator[Request]:
        """The first page of the list."""
        yield Request(self.address(self.source.start_url), callback=self.parse, errback=self.failed)

    def parse(self, response: Response) -> Iterator[Request]:
        """One request per card, then the next page of the list."""
        cards = response.css(self.source.card) if isinstance(response, TextResponse) else []
        if not cards:
            self.ledger.fail(f"{response.url} shows no cards: has the page changed?")
            return
        shown_before = len(self.shown)
        for card in cards:
            yield from self.follow(card, response)
        self.ledger.source_total = len(self.pages)
        self.ledger.tell()
        if len(self.shown) > shown_before:
            yield from self.next_page(response)

    def next_page(self, response: Response) -> Iterator[Request]:
        """The request for the page of the list that follows, if one is named."""
        self.list_pages += 1
        for href in response.css(self.source.next_page).xpath("@href").getall()[:1]:
            url = self.public(joined(response.url, href))
            if self.list_pages >= MOST_LIST_PAGES:
                self.ledger.fail(f"the list has no end: {self.list_pages} pages were read, {url} was not")
            elif not self.is_own(url):
                self.ledger.fail(f"the next page of {response.url} is on another host: {href}")
            else:
                yield Request(self.address(url), callback=self.parse, errback=self.failed)

    def follow(self, card: Selector, response: Response) -> Iterator[Request]:
        """The request for a card's page, once, when the card belongs to the source."""
        link = card.css(self.source.link)
        title, href = one_line(link.get() or ""), link.attrib.get("href", "")
        url = self.public(joined(response.url, href))
        self.shown.add(url)
        if not url or not href:
            self.drop("a card without a link", response.url)
        elif not self.source.keeps(title) or url in self.pages:
            return
        elif not self.is_own(url):
            self.drop("a card that leads to another host", response.url)
        else:
            self.pages.add(url)
            lines = [line for line in html_to_text(card.get() or "").split("\n") if line]
            yield Request(
                self.address(url),
                callback=self.parse_record,
                errback=self.page_gone,
                cb_kwargs={"url": url, "title": title, "card": lines},
            )

    def parse_record(self, response: Response, url: str, title: str, card: list[str]) -> Iterator[CallDraft]:
        """The draft of one card's page."""
        html = response.text if isinstance(response, TextResponse) else ""
        yield from self.draft({"url": url, "title": title, "card": card, "html": html}, response.url)

"""Base spider for a list of cards over several pages, each card linking to a page of its own."""

from collections.abc import AsyncIterator, Iterator
from typing import Any

from parsel import Selector
from scrapy import Request
from scrapy.http import Response, TextResponse

from crawler.bases.call_spider import CallSpider
from crawler.draft import CallDraft
from crawler.parsing.markup import html_to_text, one_line
from crawler.source import CardsSource


class CardsSpider(CallSpider[CardsSource]):
    """Follows the list to its end and reads the page of every card that belongs to the source."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.pages: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        """The first page of the list."""
        yield Request(self.address(self.source.start_url), callback=self.parse, errback=self.failed)

    def parse(self, response: Response) -> Iterator[Request]:
        """One request per card, then the next page of the list."""
        cards = response.css(self.source.card) if isinstance(response, TextResponse) else []
        if not cards:
            self.ledger.fail(f"{response.url} shows no cards: has the page changed?")
            return
        for card in cards:
            yield from self.follow(card, response)
        self.ledger.source_total = len(self.pages)
        self.ledger.tell()
        for following in response.css(self.source.next_page).xpath("@href").getall()[:1]:
            url = self.address(self.public(response.urljoin(following)))
            yield Request(url, callback=self.parse, errback=self.failed)

    def follow(self, card: Selector, response: Response) -> Iterator[Request]:
        """The request for a card's page, once, when the card belongs to the source."""
        link = card.css(self.source.link)
        title, href = one_line(link.get() or ""), link.attrib.get("href", "")
        url = self.public(response.urljoin(href))
        if not href:
            self.drop("a card without a link", response.url)
        elif self.source.keeps(title) and url not in self.pages:
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

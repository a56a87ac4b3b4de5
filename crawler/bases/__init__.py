"""Base spiders by access method. Importing one imports Scrapy, so it is done when a crawl begins."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from crawler.source import Access, Source

if TYPE_CHECKING:
    from crawler.bases.call_spider import CallSpider

_SPIDERS = {
    Access.SEARCH_API: "SearchApiSpider",
    Access.EMBEDDED_JSON: "EmbeddedJsonSpider",
    Access.CARDS: "CardsSpider",
}


def spider_for(source: Source) -> "type[CallSpider[Any]]":
    """The base spider that reads a source of this access method."""
    spider: type[CallSpider[Any]] = getattr(
        import_module(f"{__name__}.{source.access}"), _SPIDERS[source.access]
    )
    return spider

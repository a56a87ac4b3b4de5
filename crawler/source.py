"""Declarations: what a source is, by access method. No Scrapy here, so that listing sources is quick."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from crawler.draft import CallDraft
from store.vocabulary import Language, Programme

Record = Mapping[str, Any]
"""What a base hands to a field map: a search result, a page's embedded data, or a page in parts."""


class Access(StrEnum):
    """Ways to a source; each has a base spider of this name in `crawler/bases/`."""

    SEARCH_API = "search_api"
    EMBEDDED_JSON = "embedded_json"
    CARDS = "cards"


@dataclass(frozen=True, kw_only=True)
class Source:
    """One source: where it is, what holds for all its calls, and its field map.

    read: turns one record into a draft; raises BrokenRecord with the reason for dropping it.
    """

    access: ClassVar[Access]

    name: str
    programme: Programme
    title: Mapping[Language, str]
    start_url: str
    language: str
    time_zone: str
    read: Callable[[Record], CallDraft]


@dataclass(frozen=True, kw_only=True)
class SearchApiSource(Source):
    """A search service asked by POST with multipart JSON parts, page by page and pass by pass.

    query: the filter; plausible_total: more results than this mean that the filter was ignored;
    reference: what tells records apart (a record may come in several versions).
    """

    access = Access.SEARCH_API

    url_parameters: Mapping[str, str]
    query: Mapping[str, Any]
    sort: Mapping[str, str]
    plausible_total: int
    reference: Callable[[Record], str]


@dataclass(frozen=True, kw_only=True)
class EmbeddedJsonSource(Source):
    """Pages that carry their data as JSON in a script element: a list, then one page per record.

    script: CSS of the element; rows: the list page's rows that belong to this source; page_of: a row's page.
    """

    access = Access.EMBEDDED_JSON

    script: str
    rows: Callable[[Record], Sequence[Record]]
    page_of: Callable[[Record], str]


@dataclass(frozen=True, kw_only=True)
class CardsSource(Source):
    """A list of cards over several pages, then one page per card.

    card, link, next_page: CSS; keeps: whether a card of this title belongs to the source.
    """

    access = Access.CARDS

    card: str
    link: str
    next_page: str
    keeps: Callable[[str], bool]

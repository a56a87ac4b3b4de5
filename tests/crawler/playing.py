"""Plays a recording: a spider gets its pages from a folder, its drafts go through the cleaning steps."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

import yaml
from scrapy import Request
from scrapy.exceptions import DropItem
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from scrapy.utils.misc import load_object

from crawler.pipelines import item_pipelines
from store.models import CallCreate
from tests.crawler import builders

RECORDINGS = Path(__file__).parent / "recordings"


@dataclass(frozen=True)
class Recording:
    """A folder with pages, `meta.yaml` (frozen day, address of each page) and `expected.yaml`."""

    folder: Path
    meta: dict[str, Any] = field(hash=False)
    expected: dict[str, Any] = field(hash=False)

    @property
    def source(self) -> str:
        """The source's name is the folder above."""
        return self.folder.parent.name

    def answer(self, request: Request) -> Response:
        """The recorded page of an address (of a search whatever its parameters), else 404."""
        pages = self.meta["pages"]
        name = pages.get(request.url) or pages.get(request.url.partition("?")[0])
        if name is None:
            return HtmlResponse(request.url, status=404, request=request)
        kind = TextResponse if name.endswith(".json") else HtmlResponse
        return kind(request.url, body=(self.folder / name).read_bytes(), encoding="utf-8", request=request)


def recordings() -> list[Recording]:
    """All recordings there are."""
    return [
        Recording(path.parent, _yaml(path), _yaml(path.parent / "expected.yaml"))
        for path in sorted(RECORDINGS.glob("*/*/meta.yaml"))
    ]


def play(recording: Recording) -> tuple[list[CallCreate], dict[str, int]]:
    """The calls a recording gives, by identifier, and what was dropped with its reason."""
    spider = builders.spider(recording.source)
    steps = [load_object(path)() for path in item_pipelines() if not path.endswith("WriteStore")]
    calls = []
    for item in _items(spider, recording):
        try:
            calls.append(reduce(lambda made, step: step.process_item(made), steps, item))
        except DropItem as dropped:
            spider.ledger.drop(str(dropped))
    return sorted(calls, key=lambda call: call.identifier), dict(spider.ledger.dropped)


def _items(spider: Any, recording: Recording) -> Iterator[Any]:
    async def first() -> list[Request]:
        return [request async for request in spider.start()]

    waiting = asyncio.run(first())
    while waiting:
        request = waiting.pop(0)
        response = recording.answer(request)
        read: Any = request.callback
        fail: Any = request.errback
        failed = builders.failure(HttpError(response))
        made = read(response, **request.cb_kwargs) if response.status == 200 else fail(failed)
        for item in made or ():
            if isinstance(item, Request):
                waiting.append(item)
            else:
                yield item


def _yaml(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read

"""Every spider's first request, and what it does when it is pointed elsewhere."""

import asyncio
import json
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from scrapy import Request

from crawler.source import SearchApiSource, Source
from crawler.sources import all_sources
from tests.crawler import builders

ELSEWHERE = "http://127.0.0.1:8790"
PORTAL = [source for source in all_sources() if isinstance(source, SearchApiSource)]


def first_request(name: str, base_url: str | None = None) -> Request:
    """The request a spider begins with."""

    async def first() -> Request:
        request: Request = await anext(builders.spider(name, base_url).start())
        return request

    return asyncio.run(first())


def parts_of(request: Request) -> dict[str, tuple[str, Any]]:
    """Name to content type and JSON of each part of a multipart body."""
    head = b"Content-Type: " + (request.headers["Content-Type"] or b"") + b"\r\n\r\n"
    message = message_from_bytes(head + request.body, policy=HTTP)
    return {
        str(part.get_param("name", header="content-disposition")): (
            part.get_content_type(),
            json.loads(part.get_content()),
        )
        for part in message.iter_parts()
    }


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.name)
def test_first_request_goes_to_the_sources_own_address(source: Source) -> None:
    assert first_request(source.name).url.partition("?")[0] == source.start_url


@pytest.mark.parametrize("source", all_sources(), ids=lambda source: source.name)
def test_first_request_elsewhere_keeps_the_path(source: Source) -> None:
    url = first_request(source.name, ELSEWHERE).url
    assert url.startswith(ELSEWHERE + "/")
    assert urlsplit(url).path == urlsplit(source.start_url).path


@pytest.mark.parametrize("source", PORTAL, ids=lambda source: source.name)
def test_portal_is_asked_in_parts_with_a_content_type_each(source: SearchApiSource) -> None:
    request = first_request(source.name)
    parts = parts_of(request)
    assert {content_type for content_type, _ in parts.values()} == {"application/json"}
    assert parts["query"][1] == source.query
    assert parts["languages"][1] == ["en"]
    assert parts["sort"][1] == {"order": "DESC", "field": "startDate"}


def test_portal_is_asked_for_all_text_and_full_pages() -> None:
    request = first_request("eu_esf_plus")
    asked = dict(parse_qsl(urlsplit(request.url).query))
    assert request.method == "POST"
    assert asked == {"apiKey": "SEDIA", "text": "***", "pageSize": "100", "pageNumber": "1"}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("eu_esf_plus", "43254019"),
        ("eu_erasmus_plus", "43353764"),
        ("eu_just_transition", "44773066"),
        ("eu_social_dialogue", "43252517"),
    ],
)
def test_portal_filter_names_types_statuses_and_programme(name: str, code: str) -> None:
    clauses = parts_of(first_request(name))["query"][1]["bool"]["must"]
    terms = {field: values for clause in clauses for field, values in clause["terms"].items()}
    assert terms == {
        "type": ["1", "2", "8"],
        "status": ["31094501", "31094502"],
        "frameworkProgramme": [code],
    }

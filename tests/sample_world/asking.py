"""Asks the sample source as a crawler would."""

import json
from typing import Any

import httpx

from sample_world import SampleSource

SEARCH = "/search-api/prod/rest/search"
OURS = ["43254019", "43353764", "44773066", "43252517"]
QUERY = {"bool": {"must": [{"terms": {"type": ["1", "2", "8"]}}, {"terms": {"frameworkProgramme": OURS}}]}}
SORT = {"order": "DESC", "field": "startDate"}


def search(
    source: SampleSource,
    *,
    query: Any = QUERY,
    sort: Any = SORT,
    languages: Any = ("en",),
    query_type: str = "application/json",
    **asked: Any,
) -> httpx.Response:
    """One POST to the portal search; a part given as None is left out."""
    parts = {"query": (query, query_type), "sort": (sort, "application/json")}
    parts["languages"] = (languages, "application/json")
    files = {
        name: (None, json.dumps(value), kind) for name, (value, kind) in parts.items() if value is not None
    }
    params = {"apiKey": "SEDIA", "text": "***", "pageSize": "100", "pageNumber": "1"}
    params |= {name: str(value) for name, value in asked.items()}
    return httpx.post(source.base_url + SEARCH, params=params, files=files)


def references(answer: httpx.Response) -> list[str]:
    """References of the results, in order, repeats included."""
    return [row["reference"] for row in answer.json()["results"]]


def page(source: SampleSource, path: str) -> str:
    """A page's text; anything but 200 fails."""
    return httpx.get(source.base_url + path).raise_for_status().text

"""The portal's search service: its query language, its pages and its bad habits."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from email.policy import HTTP
from typing import Any, NamedTuple

from sample_world.shapes.portal_record import Record

LARGEST_PAGE = 100
DEFAULT_PAGE = 50
WHOLE_INDEX = 642_113
"""What the portal counts when it ignores the query: its whole index (seen in May 2026)."""

UNSUPPORTED = ("prefix", "wildcard", "match")


class UnsupportedQuery(Exception):
    """The query uses a clause the service answers with 400; carries the clause's name."""


class Part(NamedTuple):
    """One part of a multipart request: its content type and its JSON value, None when it is not JSON."""

    content_type: str
    value: Any


def read_parts(content_type: str, body: bytes) -> dict[str, Part]:
    """The named parts of a multipart body; empty when the body is not multipart."""
    message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body, policy=HTTP)
    if not message.is_multipart():
        return {}
    named = {}
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        name = part.get_param("name", header="content-disposition")
        value = _json(payload) if isinstance(payload, bytes) else None
        named[str(name)] = Part(part.get_content_type(), value)
    return named


def _json(payload: bytes) -> Any:
    try:
        return json.loads(payload)
    except ValueError:
        return None


class PortalSearch:
    """Answers searches over `rows`, the index in page order with its repeats.

    `lossy` is the share of rows missing from any one pass over the pages; the next pass misses others.
    """

    def __init__(self, rows: list[Record], lossy: float) -> None:
        self._rows = rows
        self._lossy = lossy
        self._passes: Counter[str] = Counter()

    def answer(self, asked: Mapping[str, str], parts: Mapping[str, Part]) -> dict[str, Any]:
        """One page of results. Raises UnsupportedQuery."""
        query = parts.get("query")
        heard = query is not None and query.content_type == "application/json" and bool(query.value)
        rows = [row for row in self._rows if _keeps(row, query.value)] if query and heard else self._rows
        rows = _in_languages(rows, parts)
        size = max(1, min(_number(asked, "pageSize", DEFAULT_PAGE), LARGEST_PAGE))
        page = max(_number(asked, "pageNumber", 1), 1)
        shown = self._as_paged(rows, parts, page, key=json.dumps([asked.get("text"), query], sort_keys=True))
        return {
            "apiVersion": "2.146",
            "terms": asked["text"],
            "responseTime": 45,
            "totalResults": len(rows) if heard else WHOLE_INDEX,
            "pageNumber": page,
            "pageSize": size,
            "sort": "relevance",
            "groupByField": "sortStatus",
            "queryLanguage": {"language": "en", "probability": 0},
            "spellingSuggestion": None,
            "bestBets": [],
            "results": shown[(page - 1) * size : page * size],
            "warnings": [],
        }

    def _as_paged(self, rows: list[Record], parts: Mapping[str, Part], page: int, key: str) -> list[Record]:
        if page == 1:
            self._passes[key] += 1
        this_pass = self._passes[key]
        order = parts.get("sort")
        if order is None or not isinstance(order.value, dict) or "field" not in order.value:
            return _unsorted(rows, this_pass + page)
        ordered = sorted(
            rows,
            key=lambda row: next(iter(row["metadata"].get(order.value["field"]) or []), ""),
            reverse=str(order.value.get("order", "DESC")).upper() == "DESC",
        )
        return [row for row in ordered if not self._is_lost(row, this_pass)]

    def _is_lost(self, row: Record, this_pass: int) -> bool:
        return random.Random(f"{row['reference']} {this_pass}").random() < self._lossy


def _unsorted(rows: list[Record], turn: int) -> list[Record]:
    """Without a sort part every seventh row is its neighbour again, so that row itself is missing."""
    return [rows[place - 1] if place and (place + turn) % 7 == 0 else row for place, row in enumerate(rows)]


def _number(asked: Mapping[str, str], name: str, default: int) -> int:
    text = asked.get(name, "")
    return int(text) if text.isdigit() else default


def _in_languages(rows: list[Record], parts: Mapping[str, Part]) -> list[Record]:
    languages = parts.get("languages")
    if languages is None or not languages.value:
        return rows
    return [row for row in rows if row["language"] in languages.value]


def _keeps(row: Record, clause: Any) -> bool:
    """Whether a row meets a clause; clauses it does not know, `range` among them, keep everything."""
    return all(_meets(row, kind, inner) for kind, inner in _clauses(clause))


def _clauses(clause: Any) -> Iterator[tuple[str, Any]]:
    yield from clause.items() if isinstance(clause, dict) else ()


def _meets(row: Record, kind: str, inner: Any) -> bool:
    if kind in UNSUPPORTED:
        raise UnsupportedQuery(kind)
    if kind == "terms":
        return all(_values(row, field) & set(map(str, wanted)) for field, wanted in inner.items())
    if kind == "term":
        return all(str(_bare(wanted)) in _values(row, field) for field, wanted in inner.items())
    if kind == "bool":
        should = inner.get("should") or []
        return all(_keeps(row, each) for each in inner.get("must") or []) and (
            not should or any(_keeps(row, each) for each in should)
        )
    return True


def _bare(wanted: Any) -> Any:
    return wanted.get("value") if isinstance(wanted, dict) else wanted


def _values(row: Record, field: str) -> set[str]:
    return set(row["metadata"].get(field) or [])

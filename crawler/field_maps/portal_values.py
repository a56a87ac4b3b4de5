"""Getting at the portal's metadata: every value is a list of strings, nested things are JSON in a string."""

import json
from collections.abc import Mapping
from typing import Any

from crawler.errors import BrokenRecord

Metadata = Mapping[str, Any]


def values(metadata: Metadata, name: str) -> list[str]:
    """All strings of a field; empty when it is absent."""
    found = metadata.get(name)
    given = found if isinstance(found, list) else [found]
    return [value for value in given if isinstance(value, str)]


def first(metadata: Metadata, name: str) -> str | None:
    """The first non-empty string of a field, trimmed."""
    return next((value.strip() for value in values(metadata, name) if value.strip()), None)


def packed(metadata: Metadata, name: str) -> Any:
    """The JSON inside a field's string; None when the field is absent. Raises BrokenRecord."""
    text = first(metadata, name)
    if text is None:
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BrokenRecord(f"{name} holds no JSON") from None


def rows_of(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a JSON list; anything else is passed over."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []

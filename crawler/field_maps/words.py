"""The words of a record's field, whatever a source may have put there."""

from collections.abc import Mapping
from typing import Any


def words(record: Mapping[str, Any], name: str) -> str:
    """A field's text or number as text, trimmed; empty when it is absent, or no text at all.

    >>> words({"id": 7}, "id"), words({"id": ["a"]}, "id"), words({}, "id")
    ('7', '', '')
    """
    value = record.get(name)
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""

"""The texts of a call that conditions are read from: their mark, and whether a quote still stands in them."""

import hashlib
import json
from collections.abc import Iterable


def texts_hash(language: str, description: str, conditions: str | None) -> str:
    """SHA-256 of the texts and their language; the same texts in another language are read anew.

    >>> texts_hash("en", "a", None) == texts_hash("en", "a", "")
    False
    """
    data = json.dumps([language, description, conditions])
    return hashlib.sha256(data.encode("ascii")).hexdigest()


def stands_in(quote: str, texts: Iterable[str]) -> bool:
    """Whether the words of the quote follow each other in one of the texts, however the lines are broken.

    >>> stands_in("at least three", ["The consortium has at\\nleast three members."])
    True
    """
    words = _spaced(quote)
    return any(words in _spaced(text) for text in texts)


def _spaced(text: str) -> str:
    return " ".join(text.split())

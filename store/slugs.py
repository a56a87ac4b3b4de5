"""Makes the short names that stand in addresses and files out of what people call things."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 60


def slug_of(name: str, taken: Container[str] = (), fallback: str = "coalition") -> str:
    """A slug (`a-z0-9` and single hyphens) that is not in `taken`.

    >>> slug_of("Lapin hoivatyön koalitio", {"lapin-hoivatyon-koalitio"})
    'lapin-hoivatyon-koalitio-2'
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate({0xF8: "o", 0xE6: "ae", 0xDF: "ss"}))
    words = re.findall(r"[a-z0-9]+", "".join(mark for mark in plain if not unicodedata.combining(mark)))
    base = "-".join(words)[:LONGEST].strip("-") or fallback
    slug, number = base, 1
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug

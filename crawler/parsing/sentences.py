"""Cutting a clean text into sentences without breaking dates such as `30.6. – 15.12.2023`."""

import re

_BREAK = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÅÄÖÜ”“\"(])")


def sentences(text: str) -> list[str]:
    """Lines and sentences, trimmed and in order.

    >>> sentences("Haku on auki 1.3.–5.5.2026. Tervetuloa!")
    ['Haku on auki 1.3.–5.5.2026.', 'Tervetuloa!']
    """
    return [part.strip() for part in _BREAK.split(text) if part.strip()]

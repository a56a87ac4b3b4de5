"""Cutting a clean text into sentences without breaking dates such as `30.6. – 15.12.2023`."""

import re

LONGEST = 1_000
"""Characters; the longest sentence in the recorded sources has 584. What is longer is a table or a trap."""

_PIECE = re.compile(rf".{{1,{LONGEST}}}(?!\S)|\S{{1,{LONGEST}}}", re.DOTALL)
_BREAK = re.compile(r"\n+|(?<=[.!?])\s+(?=[A-ZÅÄÖÜ”“\"(])")


def sentences(text: str) -> list[str]:
    """Lines and sentences, trimmed and in order; none is longer than `LONGEST`, so that reading one is quick.

    >>> sentences("Haku on auki 1.3.–5.5.2026. Tervetuloa!")
    ['Haku on auki 1.3.–5.5.2026.', 'Tervetuloa!']
    """
    whole = (part.strip() for part in _BREAK.split(text))
    return [piece for part in whole for piece in _pieces(part) if piece]


def _pieces(sentence: str) -> list[str]:
    """The sentence itself, or its pieces, parted between words where it can be."""
    if len(sentence) <= LONGEST:
        return [sentence]
    return [piece.strip() for piece in _PIECE.findall(sentence)]

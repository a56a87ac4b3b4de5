"""How wide words are in Arial, so that no table column is narrower than its longest word."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_CLASSES = {
    "ijl'|.,:;!fIt()[]/ \u00a0": 0.29,
    "rk-cszvxyJ*": 0.50,
    "abdeghnopqu_0123456789äåöéLFTZ": 0.56,
    "EPSVXYABKÄÅwCDHNRU&": 0.70,
    "GOQÖmM%": 0.80,
    "W@": 0.97,
}
_EM = {sign: width for signs, width in _CLASSES.items() for sign in signs}
_OTHER = 0.6
_BREAK = re.compile(r"[ \t\n]+")
_BOLD = 1.07


def word_width(word: str, points: float, bold: bool = False) -> float:
    """Width of a word in points, a little on the safe side."""
    return sum(_EM.get(sign, _OTHER) for sign in word) * points * (_BOLD if bold else 1.0)


def longest_word(text: str, points: float, bold: bool = False) -> float:
    """Width in points of the widest word of a text; a word may break after a hyphen or a slash.

    Words joined by a no-break space are one.
    """
    pieces = _BREAK.split(text.replace("-", "- ").replace("/", "/ "))
    return max((word_width(piece, points, bold) for piece in pieces), default=0.0)


def fitted(shares: Sequence[int], least: Iterable[float], whole: int) -> list[int]:
    """Whole-number widths that add up to `whole`: by share, but none under its least while there is room.

    When the least widths together need more than there is, they are shrunk alike.
    """
    floor = list(least)
    needed = sum(floor)
    if needed >= whole:
        wanted = [width * whole / needed for width in floor]
    else:
        wanted = _by_share(list(shares), floor, float(whole))
    edges = [round(sum(wanted[:i])) for i in range(len(wanted) + 1)]
    return [right - left for left, right in pairwise(edges)]


def _by_share(shares: list[int], floor: list[float], whole: float) -> list[float]:
    held: set[int] = set()
    while True:
        room = whole - sum(floor[i] for i in held)
        parts = sum(share for i, share in enumerate(shares) if i not in held)
        wanted = [floor[i] if i in held else room * share / parts for i, share in enumerate(shares)]
        short = {i for i, width in enumerate(wanted) if i not in held and width < floor[i]}
        if not short:
            return wanted
        held |= short

"""Sets of calls as whole numbers, one bit a call: cutting and counting 20,000 calls takes microseconds."""

from collections.abc import Iterable, Iterator

Calls = int
"""Bit `n` says whether the call at position `n` belongs."""


def of(positions: Iterable[int], size: int) -> Calls:
    """The set of these positions, all below `size`.

    >>> of([0, 3], 8)
    9
    """
    marks = bytearray(size // 8 + 1)
    for position in positions:
        marks[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(marks, "little")


def within(calls: Calls, positions: Iterable[int], size: int) -> Iterator[int]:
    """Those of the positions that are in the set, in the order given.

    >>> list(within(9, [3, 2, 1, 0], 8))
    [3, 0]
    """
    marks = calls.to_bytes(size // 8 + 1, "little")
    return (position for position in positions if marks[position >> 3] >> (position & 7) & 1)

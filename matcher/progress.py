"""How work that takes a while tells how far it is."""

from collections.abc import Callable

OnProgress = Callable[[int, int], None]
"""Called with how many texts are done and how many there are."""

OnStep = Callable[[int], object]
"""Called with how many more are done."""


def silent(done: int, total: int) -> None:
    """`OnProgress` for callers that do not watch."""


def unwatched(count: int) -> None:
    """`OnStep` for callers that do not watch."""

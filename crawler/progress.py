"""What a crawl tells while it runs."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Progress:
    """Where the crawl of one source stands.

    found: calls met so far; total: how many the source says or shows there are (None: not known yet);
    passes: reading of the list, from 1; retries: requests tried again; done: the source is finished.
    """

    source: str
    found: int = 0
    total: int | None = None
    passes: int = 1
    retries: int = 0
    done: bool = False


OnProgress = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """For callers that do not watch."""

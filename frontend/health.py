"""How a source is doing, from its newest crawl run: one that gave nothing is an alarm, not a quiet week."""

from enum import StrEnum

from store.models import CrawlRunPublic
from store.vocabulary import CrawlOutcome


class Health(StrEnum):
    """What the badge of a source says."""

    GOOD = "good"
    EMPTY = "empty"
    FAILED = "failed"
    CHECK = "check"
    INTERRUPTED = "interrupted"
    RUNNING = "running"


ALARMS = frozenset({Health.EMPTY, Health.FAILED})
BY_OUTCOME = {
    CrawlOutcome.RUNNING: Health.RUNNING,
    CrawlOutcome.INTERRUPTED: Health.INTERRUPTED,
    CrawlOutcome.FAILED: Health.FAILED,
    CrawlOutcome.WARNING: Health.CHECK,
    CrawlOutcome.COMPLETE: Health.GOOD,
}


def health_of(run: CrawlRunPublic) -> Health:
    """The health that a run tells of its source; a finished run without a single call is `empty`."""
    health = BY_OUTCOME[run.outcome]
    finished = health in {Health.GOOD, Health.CHECK}
    return Health.EMPTY if finished and run.found == 0 else health

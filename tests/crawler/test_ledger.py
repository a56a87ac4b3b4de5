"""What a crawl's counts amount to."""

from typing import Any

import pytest

from crawler.ledger import Ledger
from crawler.progress import Progress
from store.importer import ImportResult
from store.vocabulary import CrawlOutcome


def ledger(**counts: Any) -> Ledger:
    """A ledger of two new calls; any count can be replaced."""
    made = Ledger("eu_esf_plus", run_id=1)
    made.stored[ImportResult.INSERTED] = counts.pop("inserted", 2)
    made.stored = +made.stored
    for name, value in counts.items():
        setattr(made, name, value)
    return made


def with_dropped(reason: str, **counts: Any) -> Ledger:
    """A ledger with one dropped record."""
    made = ledger(**counts)
    made.drop(reason)
    return made


@pytest.mark.parametrize(
    ("made", "outcome"),
    [
        (ledger(), CrawlOutcome.COMPLETE),
        (ledger(shortfall=1), CrawlOutcome.WARNING),
        (with_dropped("no title"), CrawlOutcome.WARNING),
        (ledger(errors=["gone"]), CrawlOutcome.FAILED),
        (ledger(inserted=0), CrawlOutcome.FAILED),
        (ledger(inserted=0, source_total=3), CrawlOutcome.FAILED),
        (ledger(inserted=0, source_total=0), CrawlOutcome.WARNING),
        (with_dropped("no title", inserted=0, source_total=0), CrawlOutcome.FAILED),
        (ledger(is_interrupted=True), CrawlOutcome.INTERRUPTED),
    ],
)
def test_outcome(made: Ledger, outcome: CrawlOutcome) -> None:
    assert made.outcome is outcome


def test_everything_met_is_counted_and_told() -> None:
    told: list[Progress] = []
    made = Ledger("eu_esf_plus", run_id=1, on_progress=told.append)
    made.store(ImportResult.INSERTED)
    made.store(ImportResult.UNCHANGED)
    made.drop("no title")
    made.retry("503 Service Unavailable")
    made.filled["cut_offs"] += 1
    assert (made.found, made.retries, made.field_coverage) == (3, 1, {"cut_offs": 0.5})
    assert told[-1] == Progress("eu_esf_plus", found=3, retries=1)
    assert made.all_notes() == ["tried again: 503 Service Unavailable × 1"]


def test_the_same_error_is_told_once() -> None:
    made = ledger()
    made.fail("gone")
    made.fail("gone")
    assert made.errors == ["gone"]


def test_a_source_that_says_zero_is_told_so() -> None:
    assert ledger(inserted=0, source_total=0).all_notes() == ["the source says that it has no calls now"]

"""The ledger of one source's crawl: what was met, stored, dropped and retried, and what it amounts to."""

from collections import Counter
from dataclasses import dataclass, field

from crawler.progress import OnProgress, Progress, silent
from store.importer import ImportResult
from store.vocabulary import CrawlOutcome


@dataclass
class Ledger:
    """Counts of one crawl; every change is told to `on_progress`."""

    source: str
    run_id: int
    on_progress: OnProgress = silent
    stored: Counter[ImportResult] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    retried: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    conflicts: int = 0
    disagreements: int = 0
    passes: int = 1
    source_total: int | None = None
    shortfall: int | None = None
    is_unreachable: bool = False
    is_interrupted: bool = False

    @property
    def found(self) -> int:
        """Calls met: stored or dropped."""
        return self.stored.total() + self.dropped.total()

    @property
    def retries(self) -> int:
        """Requests tried again."""
        return self.retried.total()

    @property
    def field_coverage(self) -> dict[str, float]:
        """Field to share (0..1) of the stored calls that had it."""
        calls = self.stored.total()
        return {name: round(count / calls, 3) for name, count in sorted(self.filled.items())} if calls else {}

    @property
    def outcome(self) -> CrawlOutcome:
        """What the crawl amounts to.

        Failed: an error, or no calls though the source does not say that it has none.
        Warning: dropped records, a shortfall, or a source that says it has none.
        """
        if self.is_interrupted:
            return CrawlOutcome.INTERRUPTED
        says_zero = self.source_total == 0
        if self.errors or (not self.stored and not (says_zero and not self.dropped)):
            return CrawlOutcome.FAILED
        if self.dropped or self.shortfall or says_zero:
            return CrawlOutcome.WARNING
        return CrawlOutcome.COMPLETE

    def tell(self, *, done: bool = False) -> None:
        """Reports where the crawl stands."""
        self.on_progress(
            Progress(self.source, self.found, self.source_total, self.passes, self.retries, done)
        )

    def store(self, result: ImportResult) -> None:
        """Counts one stored call."""
        self.stored[result] += 1
        self.tell()

    def drop(self, reason: str) -> None:
        """Counts one record left out, with the reason."""
        self.dropped[reason] += 1
        self.tell()

    def retry(self, reason: str) -> None:
        """Counts one request tried again, with the reason."""
        self.retried[reason] += 1
        self.tell()

    def fail(self, message: str) -> None:
        """Notes an error that left something unread."""
        if message not in self.errors:
            self.errors.append(message)

    def all_notes(self) -> list[str]:
        """What a reader should know beside the counts, one line each."""
        notes = list(self.notes)
        if self.retried:
            reasons = ", ".join(f"{reason} × {count}" for reason, count in sorted(self.retried.items()))
            notes.append(f"tried again: {reasons}")
        if self.conflicts:
            notes.append(f"versions of one record disagree on cut-offs, the newest holds: {self.conflicts}")
        if self.disagreements:
            notes.append(f"text and data disagree, both kept: {self.disagreements}")
        if not self.stored and self.source_total == 0 and not self.errors:
            notes.append("the source says that it has no calls now")
        return notes

"""A crawl run: what one crawl of one source met, told so that an empty week is an alarm."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.models.columns import JsonOf, Moment, Word
from store.vocabulary import CrawlOutcome


class CrawlRunBase(SQLModel):
    """Counts of calls; `field_coverage` is field -> share 0..1 of calls that had it."""

    source: str = Field(index=True)
    base_url: str
    outcome: CrawlOutcome = Field(default=CrawlOutcome.RUNNING, sa_type=Word(CrawlOutcome))
    started_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)
    found: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    dropped: dict[str, int] = Field(default_factory=dict, sa_type=JsonOf(dict[str, int]))
    field_coverage: dict[str, float] = Field(default_factory=dict, sa_type=JsonOf(dict[str, float]))
    retries: int = 0
    errors: list[str] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    notes: list[str] = Field(default_factory=list, sa_type=JsonOf(list[str]))
    passes: int = Field(default=1, description="times the list was read through")
    source_total: int | None = Field(default=None, description="how many records the source says it has")
    shortfall: int | None = Field(default=None, description="records the source claims that were never met")


class CrawlRun(CrawlRunBase, table=True):
    """A stored crawl run."""

    __tablename__ = "crawl_run"

    id: int | None = Field(default=None, primary_key=True)


class CrawlRunPublic(CrawlRunBase):
    """What a reader or a machine sees of a crawl run."""

    id: int

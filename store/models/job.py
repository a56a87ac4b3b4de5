"""A job: long work that somebody started from a page, and how far it is."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.models.columns import Moment, Word
from store.vocabulary import JobKind, JobState


class Job(SQLModel, table=True):
    """`subject`: a source's name or a coalition's slug; `total` None while nobody knows; real clock."""

    id: int | None = Field(default=None, primary_key=True)
    kind: JobKind = Field(sa_type=Word(JobKind))
    subject: str = Field(index=True)
    state: JobState = Field(default=JobState.WAITING, sa_type=Word(JobState), index=True)
    done: int = 0
    total: int | None = None
    note: str = ""
    error: str | None = None
    started_by: str
    started_at: datetime = Field(sa_type=Moment)
    updated_at: datetime = Field(sa_type=Moment)
    finished_at: datetime | None = Field(default=None, sa_type=Moment)

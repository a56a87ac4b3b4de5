"""A change: one mapped field of one call, before and after."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel

from store.models.columns import JsonOf, Moment


class ChangeBase(SQLModel):
    """Which field changed, from what to what (as JSON data), and when Koalitio saw it."""

    field: str
    old: Any = Field(default=None, nullable=True, sa_type=JsonOf(Any))
    new: Any = Field(default=None, nullable=True, sa_type=JsonOf(Any))
    changed_at: datetime = Field(sa_type=Moment, index=True)


class Change(ChangeBase, table=True):
    """A stored change; `run_id` is the crawl run that met it."""

    id: int | None = Field(default=None, primary_key=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    run_id: int | None = Field(default=None, foreign_key="crawl_run.id")


class ChangePublic(ChangeBase):
    """What a reader sees of a change."""

    call_id: int

"""Conditions that belong to one call: read from its texts or documents, and what people decided about them.

`condition` is a matcher's condition as plain data; its key `type` stands in the column `type` as well.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from store.models.columns import JsonOf, Moment, Word
from store.vocabulary import DecisionState


class CallReadingBase(SQLModel):
    """One condition and the words that it was read from.

    field: `description` or `conditions` when it stands at start:end of that text of the call; page: from 1,
    when it stands at start:end of that page of a document.
    """

    type: str
    condition: dict[str, Any] = Field(sa_type=JsonOf(dict[str, Any]))
    quote: str
    start: int
    end: int
    field: str | None = None
    page: int | None = None


class CallReadingCreate(CallReadingBase):
    """A reading as the reader hands it in."""


class CallReading(CallReadingBase, table=True):
    """A stored reading; those of one text are replaced together when text or reader change."""

    __tablename__ = "call_reading"

    id: int | None = Field(default=None, primary_key=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    document_id: int | None = Field(default=None, foreign_key="call_document.id", index=True)
    reader: str = Field(description="version of the reader")
    text_hash: str = Field(description="of the text that was read")
    read_at: datetime = Field(sa_type=Moment)


@dataclass(frozen=True, slots=True)
class CallReadingPublic:
    """A reading as shown; `document` is the name of the document it stands in.

    A plain dataclass, for tens of thousands of them are made to screen all calls.
    """

    id: int
    call_id: int
    type: str
    condition: dict[str, Any]
    quote: str
    start: int
    end: int
    field: str | None
    page: int | None
    document_id: int | None
    document: str | None
    reader: str
    read_at: datetime


class CallRead(SQLModel, table=True):
    """That the texts of a call have been read, whether or not anything was found in them."""

    __tablename__ = "call_read"

    call_id: int = Field(primary_key=True, foreign_key="call.id")
    reader: str
    text_hash: str
    read_at: datetime = Field(sa_type=Moment)


class CallDecisionBase(SQLModel):
    """A decision about the call's condition of one type; `coalition_id` None holds for all (an officer's).

    condition: what holds now, None when rejected. quote: words of the call it rests on, as they stood then.
    """

    call_id: int = Field(foreign_key="call.id", index=True)
    type: str
    coalition_id: int | None = Field(default=None, foreign_key="coalition.id", index=True)
    state: DecisionState = Field(sa_type=Word(DecisionState))
    condition: dict[str, Any] | None = Field(default=None, sa_type=JsonOf(dict[str, Any]))
    quote: str | None = None
    by: str = Field(description="who decided, as that person wants to be named")
    note: str | None = None


class CallDecisionCreate(CallDecisionBase):
    """A decision as a person takes it."""


class CallDecision(CallDecisionBase, table=True):
    """A stored decision; crawls neither change nor delete it."""

    __tablename__ = "call_decision"
    __table_args__ = (
        UniqueConstraint("call_id", "type", "coalition_id"),
        Index(
            "uq_call_decision_for_all",
            "call_id",
            "type",
            unique=True,
            sqlite_where=text("coalition_id IS NULL"),
            postgresql_where=text("coalition_id IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    decided_at: datetime = Field(sa_type=Moment)

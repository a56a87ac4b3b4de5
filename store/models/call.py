"""A call: what a source published, with the moments that its dates amount to.

Field names follow CommonGrants `OpportunityBase` where it has them (title, description,
total_amount_available, min_award_amount, max_award_amount, estimated_award_count,
accepted_applicant_types, created_at, last_modified_at); the rest is what European calls need on top.
Money is whole EUR; durations are months; None always means *not known*.
"""

from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import BigInteger
from sqlmodel import Field, Index, SQLModel, UniqueConstraint

from store.call_dates import CutOff
from store.models.columns import JsonOf, Moment, Word
from store.vocabulary import BudgetScope, CallFlag, CallStatus, Programme

__all__ = ["Call", "CallBase", "CallCreate", "CallPublic", "CutOff", "Doubt", "Link"]


class Link(BaseModel):
    """A link that the source gives with the call."""

    model_config = ConfigDict(frozen=True)

    label: str
    url: str


class Doubt(BaseModel):
    """Something about the call that does not agree, with both sides told in `note`."""

    model_config = ConfigDict(frozen=True)

    flag: CallFlag
    note: str


class CallBase(SQLModel):
    """The mapped facts of a call: a change in one of these is a change of the call."""

    identifier: str = Field(index=True, description="official identifier, as the source writes it")
    call_identifier: str | None = Field(default=None, description="identifier of the parent call")
    call_title: str | None = Field(default=None, description="title of the parent call, when it differs")
    programme: Programme = Field(index=True, sa_type=Word(Programme))
    action: str | None = Field(default=None, description="type of action, as the source names it")
    title: str
    language: str = Field(description="language of title and texts, ISO 639-1")
    description: str = Field(default="", description="clean text; headings start with '## ', items with '- '")
    conditions: str | None = Field(default=None, description="conditions text, cleaned the same way")
    opening_date: date | None = None
    cut_offs: list[CutOff] = Field(default_factory=list, sa_type=JsonOf(list[CutOff]))
    time_zone: str = Field(default="Europe/Brussels", description="IANA zone the source's days are meant in")
    continuous: bool | None = Field(default=None, description="applications accepted all along the period")
    deadline_model: str | None = Field(
        default=None, description="single-stage, two-stage, multiple cut-off ..."
    )
    source_status: CallStatus | None = Field(
        default=None, sa_type=Word(CallStatus), description="what the source claims"
    )
    total_amount_available: int | None = Field(default=None, sa_type=BigInteger, description="EUR")
    budget_scope: BudgetScope | None = Field(
        default=None, sa_type=Word(BudgetScope), description="what the amount covers"
    )
    min_award_amount: int | None = Field(default=None, sa_type=BigInteger, description="EUR per project")
    max_award_amount: int | None = Field(default=None, sa_type=BigInteger, description="EUR per project")
    estimated_award_count: int | None = None
    co_financing_rate: float | None = Field(default=None, description="per cent of eligible costs")
    min_duration: int | None = Field(default=None, description="months")
    max_duration: int | None = Field(default=None, description="months")
    countries: list[str] | None = Field(default=None, sa_type=JsonOf(list[str]))
    nuts_regions: list[str] | None = Field(default=None, sa_type=JsonOf(list[str]))
    area: dict[str, str] | None = Field(default=None, sa_type=JsonOf(dict[str, str]))
    authority: dict[str, str] | None = Field(default=None, sa_type=JsonOf(dict[str, str]))
    specific_objectives: list[str] | None = Field(default=None, sa_type=JsonOf(list[str]))
    accepted_applicant_types: list[str] | None = Field(default=None, sa_type=JsonOf(list[str]))
    links: list[Link] = Field(default_factory=list, sa_type=JsonOf(list[Link]))
    url: str = Field(description="page where a person reads the call")
    doubts: list[Doubt] = Field(default_factory=list, sa_type=JsonOf(list[Doubt]))


class CallCreate(CallBase):
    """What a crawler hands to the importer: the facts, their key, and where they came from."""

    source: str
    external_id: str
    source_url: str = Field(description="address the record was fetched from")
    source_status_text: str | None = Field(default=None, description="the source's claim in its own words")
    raw: dict[str, Any] = Field(description="the record as the source gave it")
    fetched_at: datetime


MAPPED_FIELDS: tuple[str, ...] = tuple(CallBase.model_fields)


class Call(CallBase, table=True):
    """A stored call; `opens_at` and `closes_at` are what its dates amount to, in UTC."""

    __table_args__ = (
        UniqueConstraint("source", "external_id"),
        Index("ix_call_closes_opens", "closes_at", "opens_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source: str = Field(index=True)
    external_id: str
    source_url: str
    source_status_text: str | None = None
    raw: dict[str, Any] = Field(sa_type=JsonOf(dict[str, Any]))
    raw_hash: str
    texts_hash: str = Field(default="", description="changes when a text does that conditions are read from")
    opens_at: datetime | None = Field(default=None, sa_type=Moment)
    closes_at: datetime | None = Field(default=None, sa_type=Moment)
    fetched_at: datetime = Field(sa_type=Moment, description="when the facts were last read at the source")
    created_at: datetime = Field(sa_type=Moment)
    last_modified_at: datetime = Field(sa_type=Moment)


class CallPublic(CallBase):
    """What a reader or a machine sees of a call; status is derived for the moment of asking."""

    id: int
    source: str
    external_id: str = Field(description="the source's own key of the call; unique within the source")
    source_url: str
    source_status_text: str | None
    status: CallStatus | None = Field(description="from the dates; None when they do not say")
    status_disagrees: bool = Field(description="the source claims another status than the dates give")
    next_cut_off: CutOff | None
    close_date: date | None
    not_seen_since: datetime | None = Field(description="set when later crawls of the source did not meet it")
    fetched_at: datetime
    created_at: datetime
    last_modified_at: datetime

"""A consent of a coalition: given, and perhaps withdrawn; the history stays."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.models.columns import Moment, Word
from store.vocabulary import ConsentKind


class Consent(SQLModel, table=True):
    """Holds while `withdrawn_at` is None; moments are of the real clock."""

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    kind: ConsentKind = Field(sa_type=Word(ConsentKind))
    given_at: datetime = Field(sa_type=Moment)
    given_by: str
    withdrawn_at: datetime | None = Field(default=None, sa_type=Moment)
    withdrawn_by: str | None = None

"""What a coalition decided about a call, how far it came, what became of it, and what is muted."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Moment, Word
from store.models.kinds import Words
from store.vocabulary import Choice, MuteKind, Stage


class PursuitBase(SQLModel):
    """The decision with its reason; stage and what follows it only for a call that is pursued.

    points, points_of: what the evaluators gave, of how many; learnt: in the coalition's own words.
    """

    choice: Choice = Field(sa_type=Word(Choice))
    reason: Words | None = None
    stage: Stage | None = Field(default=None, sa_type=Word(Stage))
    submitted_on: date | None = None
    answered_on: date | None = None
    points: float | None = None
    points_of: float | None = None
    learnt: Words | None = None


class Pursuit(PursuitBase, table=True):
    """The decision that holds now, one for a coalition and a call."""

    __table_args__ = (UniqueConstraint("coalition_id", "call_id"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    decided_by: str
    decided_at: datetime = Field(sa_type=Moment)
    last_modified_at: datetime = Field(sa_type=Moment)


class PursuitChange(SQLModel, table=True):
    """One step of the history: `field` went from `old` to `new` (words of the vocabulary, or text)."""

    __tablename__ = "pursuit_change"

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    field: str
    old: str | None = None
    new: str | None = None
    by: str
    at: datetime = Field(sa_type=Moment)


class Mute(SQLModel, table=True):
    """What is left out of the coalition's matches; `value`: external id, programme or source name."""

    __table_args__ = (UniqueConstraint("coalition_id", "kind", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    kind: MuteKind = Field(sa_type=Word(MuteKind))
    value: str
    by: str
    at: datetime = Field(sa_type=Moment)

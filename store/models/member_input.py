"""What members put in: needs and goals that they propose, and how much those of others weigh for them."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Moment, Word
from store.models.kinds import Text, Words
from store.vocabulary import InputKind, InputState


class MemberInput(SQLModel, table=True):
    """A proposal of one member; `became` is the slug of the goal or need it was taken into.

    figure: a number that shows it, with its unit; source: where that is known from; word: why it was set
    aside.
    """

    __tablename__ = "member_input"

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    kind: InputKind = Field(sa_type=Word(InputKind))
    text: Text
    figure: Words | None = None
    source: Words | None = None
    member_slug: str
    by: str
    at: datetime = Field(sa_type=Moment)
    state: InputState = Field(default=InputState.PROPOSED, sa_type=Word(InputState))
    became: str | None = None
    word: Words | None = None
    decided_by: str | None = None


class Weighing(SQLModel, table=True):
    """How much a goal, a need or a proposal weighs for one member: 0 not for us, 1 some, 2 much, 3 most.

    target: `goal:SLUG`, `need:SLUG` or `input:ID`.
    """

    __table_args__ = (UniqueConstraint("coalition_id", "target", "member_slug"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    target: str
    member_slug: str
    weight: int = Field(ge=0, le=3)
    by: str
    at: datetime = Field(sa_type=Moment)

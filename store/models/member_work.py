"""What is asked of one member about one call: a question, and its role with hours and benefit; comments."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Moment, Word
from store.models.kinds import Text, Words
from store.vocabulary import Confirmation, PartnerRole


class MemberQuestion(SQLModel, table=True):
    """A question of a check, handed to the member who knows; `answer` as written, None until it is given."""

    __tablename__ = "member_question"
    __table_args__ = (UniqueConstraint("coalition_id", "call_id", "member_slug", "fact"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    member_slug: str
    fact: str = Field(description="as the check names it, such as member.legal_type")
    asked_by: str
    asked_at: datetime = Field(sa_type=Moment)
    answer_by: date | None = Field(default=None, description="day by which an answer is hoped for")
    answer: str | None = None
    answered_by: str | None = None
    answered_at: datetime | None = Field(default=None, sa_type=Moment)


class MemberTask(SQLModel, table=True):
    """What the lead asks of a member for a call, and what the member said to it.

    hours: of work in the whole project, None when not known. Of a correction: the member's own words, and the
    role, hours and benefit it names instead of those it was asked for (None: as asked).
    """

    __tablename__ = "member_task"
    __table_args__ = (UniqueConstraint("coalition_id", "call_id", "member_slug"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    call_id: int = Field(foreign_key="call.id", index=True)
    member_slug: str
    role: PartnerRole | None = Field(default=None, sa_type=Word(PartnerRole))
    hours: int | None = None
    benefit: Words | None = None
    request: Words | None = None
    answer_by: date | None = None
    asked_by: str
    asked_at: datetime = Field(sa_type=Moment)
    state: Confirmation = Field(default=Confirmation.ASKED, sa_type=Word(Confirmation))
    correction: Words | None = None
    said_role: PartnerRole | None = Field(default=None, sa_type=Word(PartnerRole))
    said_hours: int | None = None
    said_benefit: Words | None = None
    answered_by: str | None = None
    answered_at: datetime | None = Field(default=None, sa_type=Moment)


class Comment(SQLModel, table=True):
    """A remark of one of the people about a call, or about the whole coalition when `call_id` is None.

    One that is taken back stays without its text: `removed_by` says who did it.
    """

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    call_id: int | None = Field(default=None, foreign_key="call.id", index=True)
    account_id: int | None = Field(default=None, foreign_key="account.id")
    by: str
    text: Text
    at: datetime = Field(sa_type=Moment)
    removed_by: str | None = None
    removed_at: datetime | None = Field(default=None, sa_type=Moment)

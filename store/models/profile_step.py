"""A step of the profile as typed so far, kept unchecked until its writer goes on with it."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import JsonOf, Moment


class ProfileStep(SQLModel, table=True):
    """The fields of one step by name, as sent; removed when the step is saved into the profile."""

    __tablename__ = "profile_step"
    __table_args__ = (UniqueConstraint("coalition_id", "step"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    step: str
    fields: dict[str, list[str]] = Field(sa_type=JsonOf(dict[str, list[str]]))
    by: str
    saved_at: datetime = Field(sa_type=Moment)

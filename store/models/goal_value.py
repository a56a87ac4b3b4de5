"""A value of a goal's indicator on one day, as somebody measured it."""

from datetime import date, datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Moment
from store.models.kinds import Words


class GoalValue(SQLModel, table=True):
    """One measurement; a goal is named by its slug, so its values outlive an edit of its text."""

    __tablename__ = "goal_value"
    __table_args__ = (UniqueConstraint("coalition_id", "goal_slug", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    coalition_id: int = Field(foreign_key="coalition.id", index=True)
    goal_slug: str
    day: date
    value: float
    note: Words | None = None
    by: str
    at: datetime = Field(sa_type=Moment)

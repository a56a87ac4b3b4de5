"""Keeps and finds what was measured of goals: one value a goal and day."""

from datetime import date

from sqlmodel import Session, col, select

from store.models import GoalValue


def values_of(session: Session, coalition_id: int, goal_slug: str | None = None) -> list[GoalValue]:
    """What the coalition measured, of one goal or of all, by day."""
    query = select(GoalValue).where(GoalValue.coalition_id == coalition_id)
    if goal_slug is not None:
        query = query.where(GoalValue.goal_slug == goal_slug)
    return list(session.exec(query.order_by(col(GoalValue.day), col(GoalValue.goal_slug))))


def value_on(session: Session, coalition_id: int, goal_slug: str, day: date) -> GoalValue | None:
    """The value of that goal and day, if one was measured."""
    query = select(GoalValue).where(
        GoalValue.coalition_id == coalition_id, GoalValue.goal_slug == goal_slug, GoalValue.day == day
    )
    return session.exec(query).first()


def value_by_id(session: Session, coalition_id: int, value_id: int) -> GoalValue | None:
    """The value of that number, if it is the coalition's."""
    query = select(GoalValue).where(GoalValue.coalition_id == coalition_id, GoalValue.id == value_id)
    return session.exec(query).first()


def keep(session: Session, value: GoalValue) -> GoalValue:
    """Adds the value, or keeps it as it is now."""
    session.add(value)
    session.commit()
    session.refresh(value)
    return value


def take_back(session: Session, value: GoalValue) -> None:
    """Takes the value away."""
    session.delete(value)
    session.commit()

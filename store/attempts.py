"""Counts tries at what is throttled. Keys are hashes; what is older than the window is forgotten for good."""

from datetime import datetime

from sqlmodel import Session, col, delete, func, select

from store.models import Attempt


def times(session: Session, key: str, since: datetime) -> list[datetime]:
    """When it was tried after `since`, the oldest first."""
    query = select(Attempt.at).where(Attempt.key == key, Attempt.at > since)
    return list(session.exec(query.order_by(col(Attempt.at))))


def add(session: Session, keys: tuple[str, ...], at: datetime, forget_before: datetime) -> None:
    """Notes one try under every key, and forgets what is too old to count, in one transaction."""
    session.exec(delete(Attempt).where(col(Attempt.at) <= forget_before))
    session.add_all(Attempt(key=key, at=at) for key in keys)
    session.commit()


def clear(session: Session, key: str) -> None:
    """Forgets every try under the key."""
    session.exec(delete(Attempt).where(col(Attempt.key) == key))
    session.commit()


def take_back(session: Session, key: str, at: datetime) -> None:
    """Forgets the one try of that moment."""
    session.exec(delete(Attempt).where(col(Attempt.key) == key, col(Attempt.at) == at))
    session.commit()


def count(session: Session) -> int:
    """How many tries are remembered."""
    return session.exec(select(func.count()).select_from(Attempt)).one()

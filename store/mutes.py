"""Keeping what a coalition does not want to be shown among its matches."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.models import Mute
from store.vocabulary import MuteKind


def mutes_of(session: Session, coalition_id: int) -> Sequence[Mute]:
    """What is muted, latest first."""
    query = select(Mute).where(Mute.coalition_id == coalition_id)
    return session.exec(query.order_by(col(Mute.id).desc())).all()


def mute(session: Session, coalition_id: int, kind: MuteKind, value: str, by: str) -> None:
    """Leaves it out of the coalition's matches; what is muted already stays as it is."""
    if _mute(session, coalition_id, kind, value) is not None:
        return
    session.add(Mute(coalition_id=coalition_id, kind=kind, value=value, by=by, at=clock.now()))
    try:
        session.commit()
    except IntegrityError:  # another has muted it since we looked
        session.rollback()


def unmute(session: Session, coalition_id: int, kind: MuteKind, value: str) -> bool:
    """Shows it again; whether it was muted."""
    found = _mute(session, coalition_id, kind, value)
    if found is not None:
        session.delete(found)
        session.commit()
    return found is not None


def _mute(session: Session, coalition_id: int, kind: MuteKind, value: str) -> Mute | None:
    query = select(Mute).where(Mute.coalition_id == coalition_id, Mute.kind == kind, Mute.value == value)
    return session.exec(query).one_or_none()

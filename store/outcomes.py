"""What became of the calls that a coalition decided about; every step is kept in its history."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session, col, select

from store import clock
from store.models import Call, Pursuit, PursuitChange

Fact = object
"""A day, a number, a text or a word of the vocabulary; None is not known."""


def pursuits_of(session: Session, coalition_id: int) -> list[tuple[Pursuit, Call]]:
    """Everything that the coalition decided about calls, newest decision first."""
    query = select(Pursuit, Call).join(Call).where(Pursuit.coalition_id == coalition_id)
    return list(session.exec(query.order_by(col(Pursuit.decided_at).desc(), col(Pursuit.id).desc())))


def pursuit_of(session: Session, coalition_id: int, call_id: int) -> Pursuit | None:
    """What the coalition decided about the call, if it did."""
    query = select(Pursuit).where(Pursuit.coalition_id == coalition_id, Pursuit.call_id == call_id)
    return session.exec(query).first()


def history(session: Session, coalition_id: int, call_id: int | None = None) -> list[PursuitChange]:
    """The steps about one call, or about all, newest first."""
    query = select(PursuitChange).where(PursuitChange.coalition_id == coalition_id)
    if call_id is not None:
        query = query.where(PursuitChange.call_id == call_id)
    return list(session.exec(query.order_by(col(PursuitChange.at).desc(), col(PursuitChange.id).desc())))


def keep(
    session: Session, pursuit: Pursuit, facts: Mapping[str, Fact], by: str, at: datetime | None = None
) -> list[str]:
    """Puts the facts into the pursuit, each change as a step of its history; the names of those changed."""
    moment = at or clock.now()
    changed = [name for name, value in facts.items() if getattr(pursuit, name) != value]
    for name in changed:
        old, new = getattr(pursuit, name), facts[name]
        step = PursuitChange(
            coalition_id=pursuit.coalition_id,
            call_id=pursuit.call_id,
            field=name,
            old=_text(old),
            new=_text(new),
            by=by,
            at=moment,
        )
        session.add(step)
        setattr(pursuit, name, new)
    if changed:
        pursuit.last_modified_at = moment
    session.add(pursuit)
    session.commit()
    return changed


def _text(value: Fact) -> str | None:
    return None if value is None else str(value)

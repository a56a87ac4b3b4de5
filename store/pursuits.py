"""Keeping decisions about calls and what became of them; every change is a step of the history."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.models import Call, Pursuit, PursuitChange
from store.vocabulary import Choice

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


def choices_of(session: Session, coalition_id: int) -> dict[int, Choice]:
    """What is decided, by call id."""
    query = select(Pursuit.call_id, Pursuit.choice).where(Pursuit.coalition_id == coalition_id)
    return {call_id: Choice(choice) for call_id, choice in session.exec(query)}


def history(session: Session, coalition_id: int, call_id: int | None = None) -> list[PursuitChange]:
    """The steps about one call, or about all, newest first."""
    query = select(PursuitChange).where(PursuitChange.coalition_id == coalition_id)
    if call_id is not None:
        query = query.where(PursuitChange.call_id == call_id)
    return list(session.exec(query.order_by(col(PursuitChange.at).desc(), col(PursuitChange.id).desc())))


def decide(
    session: Session,
    coalition_id: int,
    call_id: int,
    choice: Choice,
    facts: Mapping[str, Fact],
    by: str,
) -> Pursuit:
    """Stores the decision, the first one or in place of another, with every change in its history.

    facts: other fields of the decision. `decided_by` and `decided_at` are those of the latest choice.
    """
    try:
        return _decide(session, coalition_id, call_id, choice, facts, by)
    except IntegrityError:  # another has stored the first decision since we looked
        session.rollback()
        return _decide(session, coalition_id, call_id, choice, facts, by)


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


def live_like(session: Session, call: Call) -> tuple[int, int]:
    """How many calls that are not closed are of its programme, and how many of its source."""
    now = clock.now()
    live = or_(col(Call.closes_at).is_(None), col(Call.closes_at) > now)
    query = select(func.count()).select_from(Call).where(live)
    programme = session.exec(query.where(Call.programme == call.programme)).one()
    return programme, session.exec(query.where(Call.source == call.source)).one()


def _decide(
    session: Session, coalition_id: int, call_id: int, choice: Choice, facts: Mapping[str, Fact], by: str
) -> Pursuit:
    moment = clock.now()
    pursuit = pursuit_of(session, coalition_id, call_id)
    if pursuit is None:
        pursuit = Pursuit(
            coalition_id=coalition_id,
            call_id=call_id,
            choice=choice,
            decided_by=by,
            decided_at=moment,
            last_modified_at=moment,
        )
        step = PursuitChange(
            coalition_id=coalition_id, call_id=call_id, field="choice", new=choice, by=by, at=moment
        )
        session.add(step)
    elif pursuit.choice is not choice:
        pursuit.decided_by, pursuit.decided_at = by, moment
    keep(session, pursuit, {"choice": choice, **facts}, by, moment)
    session.refresh(pursuit)
    return pursuit


def _text(value: Fact) -> str | None:
    return None if value is None else str(value)

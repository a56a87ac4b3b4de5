"""Keeping decisions about calls, and what a coalition does not want to be shown."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, or_
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.models import Call, Mute, Pursuit, PursuitChange
from store.outcomes import Fact, keep, pursuit_of
from store.vocabulary import Choice, MuteKind


def choices_of(session: Session, coalition_id: int) -> dict[int, Choice]:
    """What is decided, by call id."""
    query = select(Pursuit.call_id, Pursuit.choice).where(Pursuit.coalition_id == coalition_id)
    return {call_id: Choice(choice) for call_id, choice in session.exec(query)}


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


def live_like(session: Session, call: Call) -> tuple[int, int]:
    """How many calls that are not closed are of its programme, and how many of its source."""
    now = clock.now()
    live = or_(col(Call.closes_at).is_(None), col(Call.closes_at) > now)
    query = select(func.count()).select_from(Call).where(live)
    programme = session.exec(query.where(Call.programme == call.programme)).one()
    return programme, session.exec(query.where(Call.source == call.source)).one()


def _mute(session: Session, coalition_id: int, kind: MuteKind, value: str) -> Mute | None:
    query = select(Mute).where(Mute.coalition_id == coalition_id, Mute.kind == kind, Mute.value == value)
    return session.exec(query).one_or_none()


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

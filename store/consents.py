"""Gives, withdraws and asks for the consents of coalitions; the history is kept."""

from datetime import datetime

from sqlmodel import Session, col, select

from store.models import Coalition, Consent
from store.vocabulary import ConsentKind


def consenting(session: Session, kind: ConsentKind) -> frozenset[str]:
    """Slugs of the coalitions whose consent of that kind holds now."""
    query = (
        select(Coalition.slug).join(Consent).where(Consent.kind == kind, col(Consent.withdrawn_at).is_(None))
    )
    return frozenset(session.exec(query))


def consents_of(session: Session, coalition_id: int) -> list[Consent]:
    """Every consent that the coalition ever gave, newest first."""
    query = select(Consent).where(Consent.coalition_id == coalition_id)
    return list(session.exec(query.order_by(col(Consent.given_at).desc(), col(Consent.id).desc())))


def give(session: Session, coalition_id: int, kind: ConsentKind, by: str, at: datetime) -> Consent:
    """The consent that holds from now; the one that holds already, if there is one."""
    held = _held(session, coalition_id, kind)
    if held is None:
        held = Consent(coalition_id=coalition_id, kind=kind, given_at=at, given_by=by)
        session.add(held)
        session.commit()
    return held


def withdraw(session: Session, coalition_id: int, kind: ConsentKind, by: str, at: datetime) -> bool:
    """Ends the consent; whether there was one."""
    held = _held(session, coalition_id, kind)
    if held is None:
        return False
    held.withdrawn_at, held.withdrawn_by = at, by
    session.add(held)
    session.commit()
    return True


def _held(session: Session, coalition_id: int, kind: ConsentKind) -> Consent | None:
    query = select(Consent).where(
        Consent.coalition_id == coalition_id, Consent.kind == kind, col(Consent.withdrawn_at).is_(None)
    )
    return session.exec(query).first()

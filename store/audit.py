"""Writes and reads the audit log; entries are only ever added."""

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, func, select

from store import clock
from store.models import AuditEntry


def add(
    session: Session, account_id: int | None, actor: str, action: str, subject: str, detail: dict[str, Any]
) -> AuditEntry:
    """One more entry, of this moment."""
    entry = AuditEntry(
        at=clock.real_now(),
        account_id=account_id,
        actor=actor,
        action=action,
        subject=subject,
        detail=detail,
    )
    session.add(entry)
    session.commit()
    return entry


def entries(session: Session, action: str, first: int, size: int) -> Sequence[AuditEntry]:
    """`size` entries from number `first` (0 is the newest); `action`: whole, or what comes before a dot."""
    query = select(AuditEntry).where(*_wanted(action))
    order = (col(AuditEntry.at).desc(), col(AuditEntry.id).desc())
    return session.exec(query.order_by(*order).offset(first).limit(size)).all()


def count(session: Session, action: str) -> int:
    """How many entries there are of that action."""
    return session.exec(select(func.count()).select_from(AuditEntry).where(*_wanted(action))).one()


def actions(session: Session) -> list[str]:
    """Every action that was ever noted, by name."""
    return list(session.exec(select(AuditEntry.action).distinct().order_by(AuditEntry.action)))


def entries_of(session: Session, account_id: int) -> Sequence[AuditEntry]:
    """What the account did, the newest first."""
    query = select(AuditEntry).where(AuditEntry.account_id == account_id)
    return session.exec(query.order_by(col(AuditEntry.id).desc())).all()


def _wanted(action: str) -> tuple[Any, ...]:
    if not action:
        return ()
    return (
        (col(AuditEntry.action) == action) | col(AuditEntry.action).startswith(f"{action}.", autoescape=True),
    )

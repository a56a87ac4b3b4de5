"""Keeps one-time links: made, found by their hash, used once, cancelled, forgotten."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, delete, select, update

from store.models import Invitation
from store.vocabulary import InvitationPurpose

FORGOTTEN_AFTER = timedelta(days=30)
"""How long an unused link is kept after its end, so that people see what became of it."""


def add(session: Session, invitation: Invitation) -> Invitation:
    """Keeps the invitation, and forgets those that ended long before it was made."""
    forget = invitation.made_at - FORGOTTEN_AFTER
    session.exec(delete(Invitation).where(col(Invitation.expires_at) < forget))
    session.add(invitation)
    session.commit()
    return invitation


def by_hash(session: Session, token_hash: str) -> Invitation | None:
    """The invitation whose token has that hash."""
    return session.exec(select(Invitation).where(Invitation.token_hash == token_hash)).first()


def by_id(session: Session, invitation_id: int) -> Invitation | None:
    """The invitation with that number."""
    return session.get(Invitation, invitation_id)


def unused(session: Session, coalition_id: int | None = None) -> Sequence[Invitation]:
    """Invitations to join that nobody has used, the newest first; of one coalition, or all."""
    query = select(Invitation).where(
        Invitation.purpose == InvitationPurpose.JOIN, col(Invitation.used_at).is_(None)
    )
    if coalition_id is not None:
        query = query.where(Invitation.coalition_id == coalition_id)
    return session.exec(query.order_by(col(Invitation.made_at).desc(), col(Invitation.id).desc())).all()


def claim(session: Session, invitation_id: int, at: datetime) -> bool:
    """Marks it as used in the running transaction; the caller commits. False: somebody was first."""
    query = update(Invitation).where(col(Invitation.id) == invitation_id, col(Invitation.used_at).is_(None))
    return bool(session.exec(query.values(used_at=at)).rowcount == 1)


def remove(session: Session, invitation: Invitation) -> None:
    """Forgets the invitation; its link no longer works."""
    session.delete(invitation)
    session.commit()


def remove_equal(session: Session, new: Invitation) -> None:
    """Forgets unused invitations to the same person for the same thing, in the running transaction."""
    same: tuple[Any, ...] = (
        col(Invitation.used_at).is_(None),
        col(Invitation.purpose) == new.purpose,
        _is(Invitation.email, new.email),
        _is(Invitation.role, new.role),
        _is(Invitation.coalition_id, new.coalition_id),
        _is(Invitation.organisation_id, new.organisation_id),
        _is(Invitation.account_id, new.account_id),
    )
    session.exec(delete(Invitation).where(*same))


def remove_resets(session: Session, account_id: int) -> None:
    """Forgets the unused links by which the account could set a new password."""
    session.exec(
        delete(Invitation).where(
            col(Invitation.account_id) == account_id,
            col(Invitation.purpose) == InvitationPurpose.RESET,
            col(Invitation.used_at).is_(None),
        )
    )
    session.commit()


def sent_to(session: Session, email: str) -> Sequence[Invitation]:
    """Every kept invitation to that address, the newest first."""
    query = select(Invitation).where(Invitation.email == email)
    return session.exec(query.order_by(col(Invitation.id).desc())).all()


def _is(column: Any, value: Any) -> Any:
    return col(column).is_(None) if value is None else col(column) == value

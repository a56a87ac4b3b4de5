"""What all one-time links share: their words when they no longer work, how long they last, their places."""

from datetime import timedelta

from sqlmodel import Session

from api.errors import LinkExpired
from api.services.access.tokens import hash_of
from store import clock, invitations
from store.models import Invitation
from store.vocabulary import InvitationPurpose

EXPIRED = "This link no longer works: it was used, is too old, or was replaced. Ask for a new one."
INVITATION_VALID = timedelta(days=14)
RESET_VALID = timedelta(hours=2)
FIRST_VALID = timedelta(hours=24)


def usable(session: Session, token: str, *purposes: InvitationPurpose) -> Invitation:
    """The invitation of that token. Raises LinkExpired, in the same words for everything that is wrong."""
    found = invitations.by_hash(session, hash_of(token))
    if (
        found is None
        or found.purpose not in purposes
        or found.used_at is not None
        or found.expires_at <= clock.real_now()
    ):
        raise LinkExpired(EXPIRED)
    return found


def claim(session: Session, invitation: Invitation) -> None:
    """Uses the link up in the running transaction. Raises LinkExpired when somebody was first."""
    assert invitation.id is not None
    if not invitations.claim(session, invitation.id, clock.real_now()):
        session.rollback()
        raise LinkExpired(EXPIRED)


def join_link(base: str, token: str) -> str:
    """Where an invitation is accepted."""
    return f"{base.rstrip('/')}/join/{token}"


def reset_link(base: str, token: str) -> str:
    """Where a new password is set."""
    return f"{base.rstrip('/')}/reset/{token}"

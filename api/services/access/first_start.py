"""Use case: the one-time link by which the first administrator makes its account."""

from sqlmodel import Session

from api.services.access import audit
from api.services.access.links import FIRST_VALID, join_link
from api.services.access.permission import Action, require
from api.services.access.tokens import hash_of, new_token
from store import accounts, clock, invitations
from store.models import Invitation
from store.vocabulary import AuditAction, InvitationPurpose, Role


def administrator_link(session: Session, base: str) -> str | None:
    """A new link, valid for a day, which ends the one before; None when there is an administrator.

    A sample user is no administrator in this sense. base: what the link begins with.
    """
    require(session, Action.ADMINISTER)
    if any(not one.is_sample for one in accounts.administrators(session)):
        return None
    token, moment = new_token(), clock.real_now()
    kept = Invitation(
        token_hash=hash_of(token),
        purpose=InvitationPurpose.FIRST_ADMINISTRATOR,
        role=Role.ADMINISTRATOR,
        made_at=moment,
        expires_at=moment + FIRST_VALID,
    )
    invitations.remove_equal(session, kept)
    invitations.add(session, kept)
    audit.note(session, AuditAction.ADMINISTRATOR_LINK)
    return join_link(base, token)

"""Use case: who of a coalition can give somebody the role that they lack."""

from sqlmodel import Session

from api.services.access.permission import Action, may
from store import coalitions, roles
from store.errors import NotFound
from store.vocabulary import Role


def leads_of(session: Session, slug: str) -> list[str]:
    """Names of the coalition's leads, by name; of none to somebody who does not belong to it."""
    if not may(session, Action.READ_WORK, slug):
        return []
    try:
        stored = coalitions.coalition_by_slug(session, slug)
    except NotFound:
        return []
    assert stored.id is not None
    return [account.name for role, account in roles.people_of(session, stored.id) if role.role is Role.LEAD]

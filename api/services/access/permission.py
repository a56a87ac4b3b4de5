"""Who may do what: one table, asked by every use case that touches what is not public.

What belongs to a coalition is for its people; to everybody else it is as if the coalition were not there.
"""

from enum import StrEnum

from sqlmodel import Session

from api.errors import Forbidden, SignInNeeded
from api.services.access.actor import Actor, actor_of
from store import consents
from store.errors import NotFound
from store.vocabulary import ConsentKind, Role

LEAD, WRITER, MEMBER = Role.LEAD, Role.GRANT_WRITER, Role.MEMBER
PEOPLE = frozenset({LEAD, WRITER, MEMBER})


class Action(StrEnum):
    """What can be done; those of a coalition are asked with its slug."""

    READ_PROFILE = "read_profile"
    READ_WORK = "read_work"
    EDIT_PROFILE = "edit_profile"
    DECIDE = "decide"
    DRAFT = "draft"
    ASK_MEMBERS = "ask_members"
    CONFIRM_OWN_ROLE = "confirm_own_role"
    COMMENT = "comment"
    MANAGE_PEOPLE = "manage_people"
    ADD_COALITION = "add_coalition"
    READ_DOCUMENTS = "read_documents"
    ADD_DOCUMENT = "add_document"
    OWN_ACCOUNT = "own_account"
    ADMINISTER = "administer"


IN_COALITION: dict[Action, frozenset[Role]] = {
    Action.READ_PROFILE: PEOPLE,
    Action.READ_WORK: PEOPLE,
    Action.EDIT_PROFILE: frozenset({LEAD}),
    Action.DECIDE: frozenset({LEAD}),
    Action.DRAFT: frozenset({LEAD, WRITER}),
    Action.ASK_MEMBERS: frozenset({LEAD, WRITER}),
    Action.CONFIRM_OWN_ROLE: frozenset({MEMBER}),
    Action.COMMENT: PEOPLE,
    Action.MANAGE_PEOPLE: frozenset({LEAD}),
}
"""READ_WORK: matches, checks, decisions, drafts, follow-up. DRAFT: line-up, answers, project."""

SIGNED_IN = frozenset({Action.ADD_COALITION, Action.READ_DOCUMENTS, Action.OWN_ACCOUNT})
"""For everybody with an account; whoever adds a coalition becomes its lead."""


def may(session: Session, action: Action, slug: str | None = None) -> bool:
    """Whether who asks may do it; for what is a coalition's, in the one with this slug."""
    actor = actor_of(session)
    if actor.kind == "console":
        return True
    if not actor.is_signed_in:
        return False
    if action in SIGNED_IN:
        return True
    if action is Action.ADMINISTER:
        return actor.is_administrator
    if action is Action.ADD_DOCUMENT:
        return actor.is_officer or any(held & IN_COALITION[Action.DRAFT] for held in actor.roles.values())
    assert slug is not None, action
    return bool(actor.roles_in(slug) & IN_COALITION[action]) or _by_consent(session, actor, action, slug)


def require(session: Session, action: Action, slug: str | None = None) -> Actor:
    """Who asks, who may do it.

    Raises SignInNeeded for a stranger, NotFound where the coalition is none of theirs (as if it were not
    there), and Forbidden where they belong but another role does this.
    """
    actor = actor_of(session)
    if may(session, action, slug):
        return actor
    if not actor.is_signed_in:
        raise SignInNeeded("Sign in first.")
    if slug is not None and not _is_seen(session, actor, slug):
        raise NotFound(f"No coalition {slug!r}.")
    raise Forbidden("This needs another role. Ask the coalition's lead, or the administrator.")


def visible_slugs(session: Session) -> frozenset[str] | None:
    """Slugs of the coalitions whose profile who asks may read; None: of all."""
    actor = actor_of(session)
    if actor.kind == "console":
        return None
    by_consent = consents.consenting(session, ConsentKind.SEEN_BY_OFFICERS) if actor.is_officer else ()
    return frozenset(actor.roles) | frozenset(by_consent)


def _is_seen(session: Session, actor: Actor, slug: str) -> bool:
    return bool(actor.roles_in(slug)) or _by_consent(session, actor, Action.READ_PROFILE, slug)


def _by_consent(session: Session, actor: Actor, action: Action, slug: str) -> bool:
    """Officers read the profile of a coalition that agreed to be seen by them, and nothing else of it."""
    seen = action is Action.READ_PROFILE and actor.is_officer
    return seen and slug in consents.consenting(session, ConsentKind.SEEN_BY_OFFICERS)

"""Use cases: who belongs to a coalition, and ending a role."""

from collections.abc import Sequence
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice
from api.services.access import audit, sessions
from api.services.access.actor import act_as, actor_of
from api.services.access.permission import Action, may, require
from store import accounts, coalitions, roles
from store.errors import NotFound
from store.models import Account, Coalition, CoalitionRole
from store.vocabulary import AuditAction, Role


class PersonRow(BaseModel):
    """One role of one person in a coalition.

    email: shown to whoever keeps the people, else None. is_last_lead: this role cannot be ended.
    """

    account_id: int
    name: str
    email: str | None
    role: Role
    member_slug: str | None
    member_name: str | None
    since: datetime
    is_active: bool
    is_last_lead: bool


def people_of(session: Session, slug: str) -> list[PersonRow]:
    """Everybody with a role in the coalition, leads first; a person with two roles stands there twice."""
    require(session, Action.READ_WORK, slug)
    with_email = may(session, Action.MANAGE_PEOPLE, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    members = {member.slug: member.name for member in coalition.members}
    held = roles.people_of(session, _id(coalition))
    rows = [
        PersonRow(
            account_id=role.account_id,
            name=account.name,
            email=account.email if with_email else None,
            role=role.role,
            member_slug=role.member_slug,
            member_name=members.get(role.member_slug or ""),
            since=role.since,
            is_active=account.is_active,
            is_last_lead=_is_last_lead(held, role.account_id, role.role),
        )
        for role, account in held
    ]
    return sorted(rows, key=lambda row: list(Role).index(row.role))


def take_role(session: Session, slug: str, account_id: int, role: Role) -> None:
    """Ends a role: somebody's by the lead, or one's own by anybody.

    Raises NotFound when nobody holds it, and BadChoice for the last lead.
    """
    own = actor_of(session).account_id == account_id
    require(session, Action.READ_WORK if own else Action.MANAGE_PEOPLE, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    if _is_last_lead(roles.people_of(session, _id(coalition)), account_id, role):
        raise BadChoice("This is the coalition's last lead: invite another lead first.")
    if not roles.take(session, account_id, _id(coalition), role):
        raise NotFound("Nobody holds that role: reload the page of people.")
    account = accounts.account_by_id(session, account_id)
    assert account is not None
    audit.note(session, AuditAction.ROLE_TAKEN, slug, role=role, account=account.email)
    if own:
        act_as(session, sessions.actor_of_account(session, account))


def _is_last_lead(held: Sequence[tuple[CoalitionRole, Account]], account_id: int, role: Role) -> bool:
    """Whether nobody else who may sign in leads the coalition."""
    if role is not Role.LEAD:
        return False
    leads = {one.account_id for one, account in held if one.role is Role.LEAD and account.is_active}
    holds = any(one.account_id == account_id and one.role is Role.LEAD for one, _ in held)
    return holds and not leads - {account_id}


def _id(coalition: Coalition) -> int:
    assert coalition.id is not None
    return coalition.id

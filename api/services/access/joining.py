"""Use cases: look at an invitation, and accept it, with a new account or the one there is."""

from pydantic import BaseModel
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from api.errors import BadChoice, LinkExpired, SignInRefused
from api.services.access import audit, links, passwords, sign_in
from api.services.access.actor import act_as, actor_of
from api.services.access.emails import normal_email
from api.services.access.names import person_name
from api.services.access.sessions import actor_of_account
from store import accounts, roles
from store.models import Account, Coalition, Invitation
from store.vocabulary import AuditAction, InvitationPurpose, Language, Role

PURPOSES = (InvitationPurpose.JOIN, InvitationPurpose.FIRST_ADMINISTRATOR)


class InvitationShown(BaseModel):
    """What somebody is invited to, as the link's holder sees it.

    email: None where the person chooses it (the first administrator). needs_account: there is no account of
    that address yet; else the person signs in with its password. invited_by: None for the operator.
    """

    purpose: InvitationPurpose
    invited_by: str | None
    email: str | None
    role: Role
    coalition_name: str | None
    member_name: str | None
    organisation: str | None
    needs_account: bool


def look(session: Session, token: str) -> InvitationShown:
    """What the link invites to; it stays unused. Raises LinkExpired."""
    found = _usable(session, token)
    coalition = session.get(Coalition, found.coalition_id) if found.coalition_id else None
    body = accounts.organisation_by_id(session, found.organisation_id) if found.organisation_id else None
    maker = accounts.account_by_id(session, found.made_by) if found.made_by else None
    assert found.role is not None
    return InvitationShown(
        purpose=found.purpose,
        invited_by=maker.name if maker else None,
        email=found.email,
        role=found.role,
        coalition_name=coalition.name if coalition else None,
        member_name=_member_name(coalition, found.member_slug),
        organisation=body.name if body else None,
        needs_account=found.email is None or accounts.account_by_email(session, found.email) is None,
    )


def join(
    session: Session,
    token: str,
    *,
    email: str,
    name: str,
    password: str,
    language: Language | None,
    held: str | None = None,
) -> str:
    """Accepts the invitation and begins a session: its token.

    email: counts only where the invitation names none. A new account takes name, password and language; who
    has an account proves it by its password, or is signed in with it already. held: the browser's token
    before, which ends. Raises LinkExpired, BadChoice for what is typed, SignInRefused, TooManyTries; then
    the link still works.
    """
    found = _usable(session, token)
    address = found.email or normal_email(email)
    account = accounts.account_by_email(session, address)
    if account is None:
        account = _new(session, found, address, name, password, language)
    else:
        _prove(session, account, password, found)
        links.claim(session, found)
    _give(session, account, found)
    act_as(session, actor_of_account(session, account))
    _note(session, account, found)
    return sign_in.begin(session, account, held)


def _new(
    session: Session, found: Invitation, email: str, name: str, password: str, language: Language | None
) -> Account:
    """The new account, in the transaction that uses the link up; the caller commits."""
    called = person_name(name)
    passwords.check_new(password, email, called)
    made = accounts.new_account(email, called)
    made.password_hash, made.language = passwords.hash_of(password), language
    links.claim(session, found)
    try:
        return accounts.add(session, made)
    except IntegrityError:
        session.rollback()
        raise BadChoice("An account of this address was made just now: sign in with it.") from None


def _prove(session: Session, account: Account, password: str, found: Invitation) -> None:
    if actor_of(session).account_id == account.id:
        return
    if sign_in.proven(session, account.email, password, f"invitation {found.id}") is None:
        raise SignInRefused


def _give(session: Session, account: Account, found: Invitation) -> None:
    """What the invitation gives; commits, with the link used up."""
    assert account.id is not None
    assert found.role is not None
    if found.role is Role.ADMINISTRATOR:
        account.is_administrator = True
    elif found.organisation_id is not None:
        roles.appoint(session, account.id, found.organisation_id)
    elif found.coalition_id is not None:
        roles.give(session, account.id, found.coalition_id, found.role, found.member_slug)
    session.add(account)
    session.commit()


def _note(session: Session, account: Account, found: Invitation) -> None:
    coalition = session.get(Coalition, found.coalition_id) if found.coalition_id else None
    body = accounts.organisation_by_id(session, found.organisation_id) if found.organisation_id else None
    where = coalition.slug if coalition else body.name if body else ""
    audit.note(session, AuditAction.INVITATION_USED, where, email=account.email, role=found.role)
    if found.role is Role.ADMINISTRATOR:
        audit.note(session, AuditAction.ADMINISTRATOR_MADE, account.email)
    elif where:
        given = {"role": found.role, "account": account.email, "member": found.member_slug}
        audit.note(session, AuditAction.ROLE_GIVEN, where, **given)


def _usable(session: Session, token: str) -> Invitation:
    """Raises LinkExpired also where what it gives is gone: the member, or that there is no administrator."""
    found = links.usable(session, token, *PURPOSES)
    coalition = session.get(Coalition, found.coalition_id) if found.coalition_id else None
    if found.member_slug is not None and _member_name(coalition, found.member_slug) is None:
        raise LinkExpired(links.EXPIRED)
    first = found.purpose is InvitationPurpose.FIRST_ADMINISTRATOR
    if first and any(not one.is_sample for one in accounts.administrators(session)):
        raise LinkExpired(links.EXPIRED)
    return found


def _member_name(coalition: Coalition | None, member: str | None) -> str | None:
    if coalition is None:
        return None
    return next((one.name for one in coalition.members if one.slug == member), None)

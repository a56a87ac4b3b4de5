"""Use cases: invite somebody by a link that works once and expires, and keep the open invitations.

The link goes out by mail; only where no mail is sent does whoever invites get it, to pass it on.
"""

from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, MailUnsent
from api.mail import send
from api.mail.texts import invitation_letter, operator
from api.services.access import audit
from api.services.access.actor import actor_of
from api.services.access.emails import normal_email
from api.services.access.joining import InvitationShown, join, look
from api.services.access.links import INVITATION_VALID, join_link
from api.services.access.names import person_name
from api.services.access.permission import Action, require
from api.services.access.tokens import hash_of, new_token
from store import accounts, clock, coalitions, invitations, roles
from store.errors import NotFound
from store.models import Coalition, Invitation, Organisation
from store.vocabulary import AuditAction, InvitationPurpose, Language, Role

__all__ = [
    "InvitationPublic",
    "InvitationShown",
    "Invited",
    "cancel",
    "invite",
    "invite_administrator",
    "invite_lead",
    "invite_officer",
    "join",
    "look",
    "open_invitations",
]

INVITED_BY_LEAD = (Role.LEAD, Role.GRANT_WRITER, Role.MEMBER)
MOST_OPEN = 200
"""Unused invitations of one coalition, so that nobody sends mail to the world from here."""


class Invited(BaseModel):
    """link: to pass on by hand, None when it went out by mail. problem: why no mail went out, in one line."""

    link: str | None
    mailed: bool
    problem: str | None = None


class InvitationPublic(BaseModel):
    """An invitation that nobody has used yet; names are None where there is none (or it has left)."""

    id: int
    email: str
    role: Role
    coalition_slug: str | None
    coalition_name: str | None
    member_slug: str | None
    member_name: str | None
    organisation: str | None
    made_by: str | None
    made_at: datetime
    expires_at: datetime
    is_expired: bool


def invite(
    session: Session,
    slug: str,
    email: str,
    role: Role,
    language: Language,
    base: str,
    member: str | None = None,
) -> Invited:
    """Invites to a coalition as lead, grant writer or member (then for one of its members).

    base: what the link begins with. Raises BadChoice for no address, another role, no such member, and for
    somebody who has that role already.
    """
    require(session, Action.MANAGE_PEOPLE, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    address = normal_email(email)
    _check(session, coalition, address, role, member)
    return _invite(session, address, role, language, base, coalition=coalition, member=member)


def invite_lead(
    session: Session, email: str, language: Language, base: str, slug: str | None = None
) -> Invited:
    """Invites a lead: of a coalition that has none, or (no slug) of one that the person will add.

    Raises Forbidden for a coalition that has a lead, who invites others; at the console it may have one.
    """
    actor = require(session, Action.ADMINISTER)
    address = normal_email(email)
    coalition = coalitions.coalition_by_slug(session, slug) if slug is not None else None
    if coalition is not None:
        if actor.kind != "console" and _has_lead(session, coalition):
            raise Forbidden("This coalition has a lead, who invites its people.")
        _check(session, coalition, address, Role.LEAD, None)
    return _invite(session, address, Role.LEAD, language, base, coalition=coalition)


def invite_officer(session: Session, email: str, organisation: str, language: Language, base: str) -> Invited:
    """Invites a funding officer of an organisation, which is added when its name is new."""
    require(session, Action.ADMINISTER)
    address = normal_email(email)
    body = accounts.organisation(session, person_name(organisation))
    return _invite(session, address, Role.FUNDING_OFFICER, language, base, organisation=body)


def invite_administrator(session: Session, email: str, language: Language, base: str) -> Invited:
    """Invites an administrator."""
    require(session, Action.ADMINISTER)
    return _invite(session, normal_email(email), Role.ADMINISTRATOR, language, base)


def open_invitations(session: Session, slug: str | None = None) -> list[InvitationPublic]:
    """Invitations that nobody has used, the newest first; of one coalition, or (administrator) all."""
    if slug is None:
        require(session, Action.ADMINISTER)
        return [_public(session, one) for one in invitations.unused(session)]
    require(session, Action.MANAGE_PEOPLE, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    return [_public(session, one) for one in invitations.unused(session, coalition.id)]


def cancel(session: Session, invitation_id: int) -> None:
    """Ends an invitation that nobody has used. Raises NotFound, also for one that is not theirs to end."""
    found = invitations.by_id(session, invitation_id)
    gone = NotFound("No such invitation: it was used or cancelled. Reload the page.")
    if found is None or found.purpose is not InvitationPurpose.JOIN or found.used_at is not None:
        require(session, Action.OWN_ACCOUNT)
        raise gone
    coalition = session.get(Coalition, found.coalition_id) if found.coalition_id else None
    if not _may_cancel(session, coalition):
        raise gone
    email, role = found.email, found.role
    invitations.remove(session, found)
    subject = coalition.slug if coalition else email or ""
    audit.note(session, AuditAction.INVITATION_CANCELLED, subject, email=email, role=role)


def _may_cancel(session: Session, coalition: Coalition | None) -> bool:
    actor = require(session, Action.OWN_ACCOUNT)
    leads = coalition is not None and Role.LEAD in actor.roles_in(coalition.slug)
    return leads or actor.is_administrator or actor.kind == "console"


def _check(session: Session, coalition: Coalition, email: str, role: Role, member: str | None) -> None:
    if role not in INVITED_BY_LEAD:
        raise BadChoice(f"Nobody is invited to a coalition as {role}: choose lead, grant_writer or member.")
    if role is Role.MEMBER and member not in {one.slug for one in coalition.members}:
        raise BadChoice("Choose for which of the coalition's members the person speaks.")
    if role is not Role.MEMBER and member is not None:
        raise BadChoice("Only who is invited as member speaks for a member: leave the member out.")
    account = accounts.account_by_email(session, email)
    if account is not None and account.id is not None:
        held = roles.roles_of(session, account.id)
        if (coalition.slug, role, member) in held:
            raise BadChoice(f"{account.name} has this role already.")
    if len(invitations.unused(session, coalition.id)) >= MOST_OPEN:
        raise BadChoice("Too many invitations are open: cancel those that nobody will use.")


def _has_lead(session: Session, coalition: Coalition) -> bool:
    assert coalition.id is not None
    held = roles.people_of(session, coalition.id)
    return any(role.role is Role.LEAD and account.is_active for role, account in held)


def _invite(
    session: Session,
    email: str,
    role: Role,
    language: Language,
    base: str,
    *,
    coalition: Coalition | None = None,
    member: str | None = None,
    organisation: Organisation | None = None,
) -> Invited:
    """Keeps the invitation, in place of an equal one, and sends it; a mail that fails leaves the link."""
    token, moment = new_token(), clock.real_now()
    kept = Invitation(
        token_hash=hash_of(token),
        purpose=InvitationPurpose.JOIN,
        email=email,
        role=role,
        coalition_id=coalition.id if coalition else None,
        member_slug=member,
        organisation_id=organisation.id if organisation else None,
        made_by=actor_of(session).account_id,
        made_at=moment,
        expires_at=moment + INVITATION_VALID,
    )
    invitations.remove_equal(session, kept)
    invitations.add(session, kept)
    body = organisation.name if organisation else None
    where = coalition.slug if coalition else body or ""
    audit.note(session, AuditAction.INVITED, where, email=email, role=role, member=member)
    link = join_link(base, token)
    if not send.is_on():
        return Invited(link=link, mailed=False)
    kind = "lead_new" if role is Role.LEAD and coalition is None else str(role)
    written = invitation_letter(
        kind,
        language,
        link=link,
        until=kept.expires_at,
        inviter=_inviter(session, language),
        coalition=coalition.name if coalition else "",
        member=_member_name(coalition, member) or "",
        organisation=body or "",
    )
    try:
        send.send(email, written.subject, written.text, language)
    except MailUnsent as unsent:
        audit.note(session, AuditAction.MAIL_UNSENT, email)
        return Invited(link=link, mailed=False, problem=str(unsent))
    return Invited(link=None, mailed=True)


def _inviter(session: Session, language: Language) -> str:
    actor = actor_of(session)
    return actor.name if actor.is_signed_in else operator(language)


def _public(session: Session, kept: Invitation) -> InvitationPublic:
    coalition = session.get(Coalition, kept.coalition_id) if kept.coalition_id else None
    body = accounts.organisation_by_id(session, kept.organisation_id) if kept.organisation_id else None
    maker = accounts.account_by_id(session, kept.made_by) if kept.made_by else None
    assert kept.id is not None
    assert kept.email is not None
    assert kept.role is not None
    return InvitationPublic(
        id=kept.id,
        email=kept.email,
        role=kept.role,
        coalition_slug=coalition.slug if coalition else None,
        coalition_name=coalition.name if coalition else None,
        member_slug=kept.member_slug,
        member_name=_member_name(coalition, kept.member_slug),
        organisation=body.name if body else None,
        made_by=maker.name if maker else None,
        made_at=kept.made_at,
        expires_at=kept.expires_at,
        is_expired=kept.expires_at <= clock.real_now(),
    )


def _member_name(coalition: Coalition | None, member: str | None) -> str | None:
    if coalition is None:
        return None
    return next((one.name for one in coalition.members if one.slug == member), None)

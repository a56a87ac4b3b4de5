"""Use cases: the links by which members answer without an account: made, opened, revoked.

Whoever holds such a link speaks for that member; only the hash of its token is kept.
"""

from datetime import datetime, timedelta

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, LinkExpired
from api.services.access import audit
from api.services.access.links import EXPIRED
from api.services.access.permission import Action, require
from api.services.access.tokens import hash_of, new_token
from store import clock, coalitions
from store import member_links as stored
from store.errors import NotFound
from store.models import Coalition, MemberLink
from store.vocabulary import AuditAction

VALID = timedelta(days=180)


class LinkHolder(BaseModel):
    """For whom whoever opened a member's link speaks."""

    coalition_slug: str
    member_slug: str
    member_name: str
    link_id: int


class MemberLinkRow(BaseModel):
    """One link as the lead sees it; `member_name` None when the member has left; works: it lets in now."""

    id: int
    member_slug: str
    member_name: str | None
    made_by: str
    made_at: datetime
    expires_at: datetime
    opened_at: datetime | None
    revoked_at: datetime | None
    works: bool


def make(session: Session, slug: str, member: str, base: str) -> str:
    """A new link of the member, shown this once; those made before go on working.

    base: what it begins with. Raises BadChoice when the coalition has no such member.
    """
    actor = require(session, Action.ASK_MEMBERS, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    if _member_name(coalition, member) is None:
        raise BadChoice(f"No member {member!r} in this coalition: choose one of its members.")
    assert coalition.id is not None
    token, moment = new_token(), clock.real_now()
    stored.save(
        session,
        MemberLink(
            token_hash=hash_of(token),
            coalition_id=coalition.id,
            member_slug=member,
            made_by=actor.name,
            made_at=moment,
            expires_at=moment + VALID,
        ),
    )
    audit.note(session, AuditAction.LINK_MADE, slug, member=member)
    return f"{base.rstrip('/')}/m/{token}"


def holder(session: Session, token: str) -> LinkHolder:
    """For whom the link speaks; its first opening is noted.

    Raises LinkExpired for a link that is unknown, revoked or too old, or whose member has left.
    """
    link = stored.by_hash(session, hash_of(token))
    coalition = session.get(Coalition, link.coalition_id) if link else None
    name = _member_name(coalition, link.member_slug) if link and coalition else None
    if link is None or coalition is None or name is None or not _works(link):
        raise LinkExpired(EXPIRED)
    if link.opened_at is None:
        link.opened_at = clock.real_now()
        stored.save(session, link)
    assert link.id is not None
    return LinkHolder(
        coalition_slug=coalition.slug, member_slug=link.member_slug, member_name=name, link_id=link.id
    )


def links_of(session: Session, slug: str) -> list[MemberLinkRow]:
    """Every link that was made for the coalition's members, the newest first."""
    require(session, Action.ASK_MEMBERS, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    assert coalition.id is not None
    return [
        MemberLinkRow(
            **link.model_dump(exclude={"token_hash", "coalition_id"}),
            member_name=_member_name(coalition, link.member_slug),
            works=_works(link),
        )
        for link in stored.links_of(session, coalition.id)
    ]


def revoke(session: Session, slug: str, link_id: int) -> None:
    """Ends a link at once; nothing happens when it has ended. Raises NotFound."""
    require(session, Action.ASK_MEMBERS, slug)
    link = stored.by_id(session, coalitions.id_of(session, slug), link_id)
    if link is None:
        raise NotFound("No such link: reload the page of people.")
    if link.revoked_at is None:
        link.revoked_at = clock.real_now()
        stored.save(session, link)
        audit.note(session, AuditAction.LINK_REVOKED, slug, member=link.member_slug)


def _works(link: MemberLink) -> bool:
    return link.revoked_at is None and link.expires_at > clock.real_now()


def _member_name(coalition: Coalition, member: str) -> str | None:
    return next((one.name for one in coalition.members if one.slug == member), None)

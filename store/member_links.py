"""Keeps the links by which members answer without an account."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from store.models import MemberLink


def save(session: Session, link: MemberLink) -> MemberLink:
    """Writes a new link, or what has changed of one."""
    session.add(link)
    session.commit()
    session.refresh(link)
    return link


def by_hash(session: Session, token_hash: str) -> MemberLink | None:
    """The link whose token has that hash."""
    return session.exec(select(MemberLink).where(MemberLink.token_hash == token_hash)).first()


def by_id(session: Session, coalition_id: int, link_id: int) -> MemberLink | None:
    """The coalition's link with that number."""
    query = select(MemberLink).where(MemberLink.coalition_id == coalition_id, MemberLink.id == link_id)
    return session.exec(query).first()


def links_of(session: Session, coalition_id: int) -> Sequence[MemberLink]:
    """Every link of the coalition, the newest first."""
    query = select(MemberLink).where(MemberLink.coalition_id == coalition_id)
    return session.exec(query.order_by(col(MemberLink.made_at).desc(), col(MemberLink.id).desc())).all()

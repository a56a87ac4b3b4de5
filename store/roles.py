"""Gives, takes and asks for the roles of accounts in coalitions and organisations."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from store import clock
from store.models import Account, Coalition, CoalitionRole, Officer, Organisation
from store.vocabulary import Role


def roles_of(session: Session, account_id: int) -> list[tuple[str, Role, str | None]]:
    """Slug of the coalition, role and member's slug, for every role of an account."""
    query = (
        select(Coalition.slug, CoalitionRole.role, CoalitionRole.member_slug)
        .join(CoalitionRole)
        .where(CoalitionRole.account_id == account_id)
        .order_by(Coalition.name)
    )
    return [(slug, Role(role), member) for slug, role, member in session.exec(query)]


def organisations_of(session: Session, account_id: int) -> dict[int, str]:
    """Number and name of the organisations whose officer an account is."""
    query = select(Organisation.id, Organisation.name).join(Officer).where(Officer.account_id == account_id)
    return {number: name for number, name in session.exec(query.order_by(Organisation.name)) if number}


def people_of(session: Session, coalition_id: int) -> Sequence[tuple[CoalitionRole, Account]]:
    """Everybody with a role in the coalition, by name."""
    query = select(CoalitionRole, Account).join(Account).where(CoalitionRole.coalition_id == coalition_id)
    return session.exec(query.order_by(col(Account.name), col(CoalitionRole.id))).all()


def named_coalitions(session: Session) -> list[tuple[str, str, bool]]:
    """Slug and name of every coalition, by name, and whether it has a lead."""
    led = set(session.exec(select(CoalitionRole.coalition_id).where(CoalitionRole.role == Role.LEAD)))
    query = select(Coalition.id, Coalition.slug, Coalition.name).order_by(Coalition.name)
    return [(slug, name, number in led) for number, slug, name in session.exec(query)]


def give(
    session: Session, account_id: int, coalition_id: int, role: Role, member_slug: str | None = None
) -> CoalitionRole:
    """The role, given now or held already; then the member it speaks for is brought up to date."""
    held = _role(session, account_id, coalition_id, role)
    if held is None:
        held = CoalitionRole(
            account_id=account_id, coalition_id=coalition_id, role=role, since=clock.real_now()
        )
    held.member_slug = member_slug
    session.add(held)
    session.commit()
    return held


def take(session: Session, account_id: int, coalition_id: int, role: Role) -> bool:
    """Ends the role; whether it was held."""
    return _end(session, _role(session, account_id, coalition_id, role))


def appoint(session: Session, account_id: int, organisation_id: int) -> Officer:
    """Makes the account an officer of the organisation, if it is none yet."""
    held = _office(session, account_id, organisation_id) or Officer(
        account_id=account_id, organisation_id=organisation_id, since=clock.real_now()
    )
    session.add(held)
    session.commit()
    return held


def dismiss(session: Session, account_id: int, organisation_id: int) -> bool:
    """Ends that the account is an officer of the organisation; whether it was one."""
    return _end(session, _office(session, account_id, organisation_id))


def _role(session: Session, account_id: int, coalition_id: int, role: Role) -> CoalitionRole | None:
    query = select(CoalitionRole).where(
        CoalitionRole.account_id == account_id,
        CoalitionRole.coalition_id == coalition_id,
        CoalitionRole.role == role,
    )
    return session.exec(query).first()


def _office(session: Session, account_id: int, organisation_id: int) -> Officer | None:
    query = select(Officer).where(
        Officer.account_id == account_id, Officer.organisation_id == organisation_id
    )
    return session.exec(query).first()


def _end(session: Session, held: CoalitionRole | Officer | None) -> bool:
    """Deletes what is held; whether there was anything."""
    if held is not None:
        session.delete(held)
        session.commit()
    return held is not None

"""Finds and keeps accounts and organisations; e-mail addresses come in their one normal form."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from store import clock
from store.models import Account, Organisation
from store.slugs import slug_of


def account_by_email(session: Session, email: str) -> Account | None:
    """The account with that address."""
    return session.exec(select(Account).where(Account.email == email)).first()


def account_by_id(session: Session, account_id: int) -> Account | None:
    """The account with that number."""
    return session.get(Account, account_id)


def accounts(session: Session) -> Sequence[Account]:
    """Every account, by name."""
    return session.exec(select(Account).order_by(col(Account.name), col(Account.id))).all()


def administrators(session: Session) -> Sequence[Account]:
    """Every administrator that may sign in, sample users too."""
    query = select(Account).where(col(Account.is_administrator), col(Account.is_active))
    return session.exec(query.order_by(col(Account.id))).all()


def sample_accounts(session: Session) -> Sequence[Account]:
    """The ready users of the demo, in the order in which they were made."""
    query = select(Account).where(col(Account.is_sample), col(Account.is_active))
    return session.exec(query.order_by(col(Account.id))).all()


def add(session: Session, account: Account) -> Account:
    """Adds the account to the running transaction, which the caller commits; it has its number then."""
    session.add(account)
    session.flush()
    return account


def save(session: Session, account: Account) -> None:
    """Writes what has changed of the account."""
    session.add(account)
    session.commit()
    session.refresh(account)


def new_account(email: str, name: str) -> Account:
    """An account that begins now."""
    return Account(email=email, name=name, created_at=clock.real_now())


def organisation_named(session: Session, name_or_slug: str) -> Organisation | None:
    """The organisation of that name or slug."""
    query = select(Organisation).where(
        (Organisation.slug == name_or_slug) | (Organisation.name == name_or_slug)
    )
    return session.exec(query).first()


def organisation_by_id(session: Session, organisation_id: int) -> Organisation | None:
    """The organisation with that number."""
    return session.get(Organisation, organisation_id)


def organisation(session: Session, name: str) -> Organisation:
    """The organisation of that name or slug; a new one when there is none."""
    held = organisation_named(session, name)
    if held is None:
        taken = frozenset(session.exec(select(Organisation.slug)))
        held = Organisation(slug=slug_of(name, taken, "organisation"), name=name)
        session.add(held)
        session.commit()
    return held

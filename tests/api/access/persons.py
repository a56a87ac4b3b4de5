"""Makes accounts for tests of access, and lets the session act for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlmodel import Session

from api.services.access import passwords
from api.services.access.actor import act_as, actor_of
from api.services.access.sessions import actor_of_account
from store import accounts, audit, coalitions, roles
from store.models import Account
from store.vocabulary import Role

PASSWORD = "four words in a row"
BASE = "http://localhost:8000"


def person(session: Session, email: str = "lead@example.org", **facts: Any) -> Account:
    """A stored account with the password PASSWORD; any fact can be replaced."""
    account = accounts.new_account(email, facts.pop("name", email.partition("@")[0].title()))
    account.password_hash = passwords.hash_of(PASSWORD)
    for name, value in facts.items():
        setattr(account, name, value)
    accounts.save(session, account)
    return account


def in_role(
    session: Session, slug: str, role: Role, email: str = "lead@example.org", member: str | None = None
) -> Account:
    """A stored account with that role in the coalition."""
    account = accounts.account_by_email(session, email) or person(session, email)
    number = coalitions.coalition_by_slug(session, slug).id
    assert account.id is not None
    assert number is not None
    roles.give(session, account.id, number, role, member)
    return account


def number(account: Account) -> int:
    """The account's number."""
    assert account.id is not None
    return account.id


@contextmanager
def acting(session: Session, account: Account) -> Iterator[None]:
    """The session acts for the account, as it stands now."""
    before = actor_of(session)
    act_as(session, actor_of_account(session, account))
    try:
        yield
    finally:
        act_as(session, before)


def noted(session: Session) -> list[str]:
    """Every action in the audit log, the oldest first."""
    return [entry.action for entry in reversed(audit.entries(session, "", 0, 1000))]


def token_of(link: str | None) -> str:
    """The secret at the end of a link."""
    assert link is not None
    return link.rpartition("/")[2]

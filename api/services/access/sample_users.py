"""Use case: the sample users of the demo, to choose one from."""

from pydantic import BaseModel
from sqlmodel import Session

from api.settings import is_demo
from store import accounts, coalitions, roles
from store.errors import NotFound
from store.models import Account
from store.vocabulary import Language, Role


class SampleUser(BaseModel):
    """One of them. role: None for one that lost its roles; place: name of its coalition or organisation."""

    account_id: int
    name: str
    role: Role | None
    place: str | None
    language: Language | None


def sample_users(session: Session) -> list[SampleUser]:
    """All of them, in the order in which they were made. Raises NotFound outside the demo."""
    if not is_demo():
        raise NotFound("There are no sample users here: `koalitio demo` opens them.")
    return [_user(session, account) for account in accounts.sample_accounts(session)]


def _user(session: Session, account: Account) -> SampleUser:
    assert account.id is not None
    role: Role | None = None
    place: str | None = None
    for slug, held, _ in roles.roles_of(session, account.id)[:1]:
        role, place = held, coalitions.coalition_by_slug(session, slug).name
    for body in list(roles.organisations_of(session, account.id).values())[:1]:
        role, place = role or Role.FUNDING_OFFICER, place or body
    if role is None and account.is_administrator:
        role = Role.ADMINISTRATOR
    return SampleUser(
        account_id=account.id, name=account.name, role=role, place=place, language=account.language
    )

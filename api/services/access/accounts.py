"""Use cases: one's own account, and the accounts that an administrator keeps."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from pydantic import BaseModel
from sqlmodel import Session, SQLModel

from api.errors import BadChoice, SignInNeeded
from api.services.access import audit, passwords, sessions, throttle
from api.services.access.actor import act_as
from api.services.access.names import person_name
from api.services.access.permission import Action, require
from store import accounts as stored
from store import audit as log
from store import comments, invitations, roles
from store.errors import NotFound
from store.models import Account
from store.vocabulary import AuditAction, Language, Role, Theme

PURPOSE = "change_password"


class RoleRow(BaseModel):
    """One role of an account in a coalition; `member_slug`: for which member the person speaks."""

    coalition_slug: str
    role: Role
    member_slug: str | None


class AccountRow(BaseModel):
    """An account as an administrator sees it. organisations: number and name of those it is an officer of."""

    id: int
    email: str
    name: str
    is_administrator: bool
    is_active: bool
    is_sample: bool
    created_at: datetime
    last_seen_at: datetime | None
    roles: list[RoleRow]
    organisations: dict[int, str]


def own_account(session: Session) -> Account:
    """The account of who asks. Raises SignInNeeded, also at the console, which has none."""
    actor = require(session, Action.OWN_ACCOUNT)
    account = stored.account_by_id(session, actor.account_id) if actor.account_id is not None else None
    if account is None:
        raise SignInNeeded("Sign in first.")
    return account


def change(session: Session, name: str, language: Language | None, theme: Theme) -> None:
    """Changes how the person is called and how pages are shown. language: None follows the browser.

    Raises BadChoice for an empty name.
    """
    account = own_account(session)
    account.name, account.language, account.theme = person_name(name), language, theme
    stored.save(session, account)
    act_as(session, sessions.actor_of_account(session, account))


def change_password(session: Session, old: str, new: str, held: str | None) -> str:
    """Sets a new password; every session ends, and a new one begins: its token.

    Raises BadChoice when the old one is wrong or the new one is not taken, and TooManyTries.
    """
    account = own_account(session)
    if account.is_sample:
        raise BadChoice("A sample user has no password: it is chosen in the demo.")
    passwords.check_new(new, account.email, account.name)
    tried = throttle.begin(session, PURPOSE, account.email, f"account {account.id}")
    if not passwords.is_right(session, account, old):
        raise BadChoice("The present password is wrong: write the one that you sign in with.")
    tried.went_well(session)
    audit.note(session, AuditAction.PASSWORD_CHANGED, account.email)
    return set_password(session, account, new, held)


def set_password(session: Session, account: Account, new: str, held: str | None) -> str:
    """Keeps a password that was checked already; all sessions and reset links end, and a session begins."""
    assert account.id is not None
    account.password_hash = passwords.hash_of(new)
    stored.save(session, account)
    sessions.end_all(session, account.id)
    invitations.remove_resets(session, account.id)
    return sessions.begin(session, account.id, instead_of=held)


def end_other_sessions(session: Session, held: str | None) -> int:
    """Signs the person out everywhere but here; how many sessions ended."""
    account = own_account(session)
    assert account.id is not None
    ended = sessions.end_others(session, account.id, held)
    audit.note(session, AuditAction.SESSIONS_ENDED, account.email, sessions=ended)
    return ended


def own_data(session: Session) -> dict[str, Any]:
    """All that is kept about the person who asks, as plain values, with no secret among them.

    Regulation (EU) 2016/679, Article 15. What coalitions decided is theirs, and names the person alone.
    Raises SignInNeeded.
    """
    account = own_account(session)
    number = account.id
    assert number is not None
    return {
        "account": _plain([account], "password_hash")[0] | {"password": account.password_hash is not None},
        "roles": [
            {"coalition": slug, "role": str(role), "member": member}
            for slug, role, member in roles.roles_of(session, number)
        ],
        "organisations": list(roles.organisations_of(session, number).values()),
        "sessions": _plain(sessions.sessions_of(session, number), "token_hash"),
        "invitations": _plain(invitations.sent_to(session, account.email), "token_hash"),
        "comments": _plain(comments.comments_by(session, number)),
        "audit_log": _plain(log.entries_of(session, number)),
    }


def list_accounts(session: Session) -> list[AccountRow]:
    """Every account, by name."""
    require(session, Action.ADMINISTER)
    return [_row(session, account) for account in stored.accounts(session)]


def account_named(session: Session, email: str) -> AccountRow:
    """The account of that address. Raises NotFound."""
    require(session, Action.ADMINISTER)
    account = stored.account_by_email(session, email.strip().lower())
    if account is None:
        raise NotFound(f"No account {email!r}: `koalitio account list` shows those there are.")
    return _row(session, account)


def set_active(session: Session, account_id: int, active: bool) -> None:
    """Opens or closes an account; when it closes, its sessions end at once.

    Raises NotFound, and BadChoice for the last administrator.
    """
    account = _administered(session, account_id)
    if account.is_active == active:
        return
    if not active and account.is_administrator:
        _keep_one_administrator(session, account)
    account.is_active = active
    stored.save(session, account)
    if not active:
        sessions.end_all(session, account_id)
        invitations.remove_resets(session, account_id)
    done = AuditAction.ACCOUNT_ACTIVATED if active else AuditAction.ACCOUNT_DEACTIVATED
    audit.note(session, done, account.email)


def set_administrator(session: Session, account_id: int, given: bool) -> None:
    """Makes the account an administrator, or ends that. Raises NotFound, BadChoice for the last one."""
    account = _administered(session, account_id)
    if account.is_administrator == given:
        return
    if not given:
        _keep_one_administrator(session, account)
    account.is_administrator = given
    stored.save(session, account)
    done = AuditAction.ADMINISTRATOR_MADE if given else AuditAction.ADMINISTRATOR_ENDED
    audit.note(session, done, account.email)


def take_office(session: Session, account_id: int, organisation_id: int) -> None:
    """Ends that the account is an officer of the organisation. Raises NotFound."""
    account = _administered(session, account_id)
    name = roles.organisations_of(session, account_id).get(organisation_id)
    if name is None or not roles.dismiss(session, account_id, organisation_id):
        raise NotFound(f"{account.name} is no officer of that organisation.")
    audit.note(session, AuditAction.ROLE_TAKEN, account.email, role=Role.FUNDING_OFFICER, organisation=name)


def _administered(session: Session, account_id: int) -> Account:
    require(session, Action.ADMINISTER)
    account = stored.account_by_id(session, account_id)
    if account is None:
        raise NotFound(f"No account {account_id}.")
    return account


def _keep_one_administrator(session: Session, leaving: Account) -> None:
    """A sample user does not count beside a person, since it is there in the demo alone."""
    left = [one for one in stored.administrators(session) if one.id != leaving.id]
    if not any(leaving.is_sample or not one.is_sample for one in left):
        raise BadChoice("This is the last administrator: invite another one first.")


def _row(session: Session, account: Account) -> AccountRow:
    assert account.id is not None
    seen = sessions.sessions_of(session, account.id)
    return AccountRow(
        **account.model_dump(include=set(AccountRow.model_fields) - {"roles", "organisations"}),
        last_seen_at=seen[0].seen_at if seen else None,
        roles=[
            RoleRow(coalition_slug=slug, role=role, member_slug=member)
            for slug, role, member in roles.roles_of(session, account.id)
        ],
        organisations=roles.organisations_of(session, account.id),
    )


def _plain(rows: Iterable[SQLModel], *secret: str) -> list[dict[str, Any]]:
    return [row.model_dump(mode="json", exclude=set(secret)) for row in rows]

"""Server-side sessions of browsers: begun, recognised, ended. Times are of the real clock."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session, col, delete, select

from api.services.access.actor import STRANGER, Actor
from api.services.access.tokens import hash_of, new_token
from api.settings import is_demo
from store import clock, roles
from store.models import Account, WebSession
from store.vocabulary import Role

IDLE = timedelta(days=14)
LONGEST = timedelta(days=60)
NOTED = timedelta(minutes=5)
"""A session's last use is written down at most this often."""


def begin(session: Session, account_id: int, instead_of: str | None = None) -> str:
    """A new session of the account; its token, which nobody keeps but the browser.

    `instead_of`: the token that the browser held before, which ends with this (rotation).
    """
    if instead_of is not None:
        end(session, instead_of)
    token, moment = new_token(), clock.real_now()
    session.add(
        WebSession(
            token_hash=hash_of(token),
            account_id=account_id,
            began_at=moment,
            seen_at=moment,
            expires_at=moment + LONGEST,
        )
    )
    session.exec(delete(WebSession).where(col(WebSession.expires_at) <= moment))
    session.commit()
    return token


def end(session: Session, token: str) -> None:
    """Ends the session of that token, if there is one."""
    session.exec(delete(WebSession).where(col(WebSession.token_hash) == hash_of(token)))
    session.commit()


def end_all(session: Session, account_id: int) -> None:
    """Ends every session of the account."""
    session.exec(delete(WebSession).where(col(WebSession.account_id) == account_id))
    session.commit()


def end_others(session: Session, account_id: int, token: str | None) -> int:
    """Ends every session of the account but that of the token; how many there were."""
    kept = hash_of(token) if token else ""
    others = (col(WebSession.account_id) == account_id, col(WebSession.token_hash) != kept)
    ended = session.exec(delete(WebSession).where(*others)).rowcount
    session.commit()
    return int(ended)


def sessions_of(session: Session, account_id: int) -> Sequence[WebSession]:
    """The account's sessions that still hold, the last used first."""
    moment = clock.real_now()
    query = select(WebSession).where(
        WebSession.account_id == account_id,
        WebSession.expires_at > moment,
        WebSession.seen_at > moment - IDLE,
    )
    return session.exec(query.order_by(col(WebSession.seen_at).desc())).all()


def actor_for(session: Session, token: str | None) -> Actor:
    """Who holds the token: the account as it stands now, else a stranger; sample users in the demo alone."""
    if not token:
        return STRANGER
    moment = clock.real_now()
    held = session.exec(select(WebSession).where(WebSession.token_hash == hash_of(token))).first()
    if held is None or held.expires_at <= moment or held.seen_at + IDLE <= moment:
        return STRANGER
    account = session.get(Account, held.account_id)
    if account is None or not account.is_active or (account.is_sample and not is_demo()):
        return STRANGER
    if moment - held.seen_at > NOTED:
        held.seen_at = moment
        session.add(held)
        session.commit()
    return actor_of_account(session, account)


def actor_of_account(session: Session, account: Account) -> Actor:
    """The account as one who asks, with its roles."""
    assert account.id is not None
    held: dict[str, set[Role]] = {}
    member_of: dict[str, str] = {}
    for slug, role, member in roles.roles_of(session, account.id):
        held.setdefault(slug, set()).add(role)
        if member:
            member_of[slug] = member
    return Actor(
        kind="account",
        name=account.name,
        account_id=account.id,
        email=account.email,
        is_administrator=account.is_administrator,
        is_sample=account.is_sample,
        roles={slug: frozenset(found) for slug, found in held.items()},
        member_of=member_of,
        organisations=roles.organisations_of(session, account.id),
        language=account.language,
        theme=account.theme,
    )

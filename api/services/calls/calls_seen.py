"""Use case: which calls are new to a reader, by the moment up to which that reader has seen them.

A person's account keeps the moment; a stranger's browser keeps it in a cookie, which the page hands in.
"""

from datetime import UTC, datetime

from sqlmodel import Session

from api.services.access.actor import actor_of
from store import accounts, clock


def seen_until(session: Session, kept: str = "") -> datetime | None:
    """Up to when who asks has seen the calls; None before the first look.

    kept: what a stranger's browser keeps, an ISO moment; anything else is as if nothing were kept.
    """
    actor = actor_of(session)
    if actor.account_id is not None:
        account = accounts.account_by_id(session, actor.account_id)
        return account.calls_seen_at if account else None
    return moment_of(kept)


def mark_seen(session: Session, until: datetime | None = None) -> datetime | None:
    """Who asks has seen the calls up to that moment (at most now).

    Gives the moment that a stranger's browser keeps, None when the account keeps it.
    """
    moment = min(until or clock.now(), clock.now())
    actor = actor_of(session)
    if actor.account_id is None:
        return moment
    account = accounts.account_by_id(session, actor.account_id)
    if account is not None:
        account.calls_seen_at = moment
        session.add(account)
        session.commit()
    return None


def moment_of(text: str) -> datetime | None:
    """The moment written as ISO text with its zone; None when it is none.

    >>> moment_of("2026-05-20T08:00:00+00:00"), moment_of("yesterday"), moment_of("2026-05-20")
    (datetime.datetime(2026, 5, 20, 8, 0, tzinfo=datetime.timezone.utc), None, None)
    """
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None

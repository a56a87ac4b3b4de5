"""Up to when a reader has seen the calls: an account keeps it, a stranger's browser does."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import Session

from api.services.access.actor import STRANGER, Actor, act_as
from api.services.calls.calls_seen import mark_seen, moment_of, seen_until
from store import clock
from store.models import Account

EARLIER = datetime(2026, 5, 1, 8, tzinfo=UTC)


def test_a_stranger_keeps_the_moment(session: Session) -> None:
    act_as(session, STRANGER)
    assert seen_until(session) is None
    kept = mark_seen(session, EARLIER)
    assert kept == EARLIER
    assert seen_until(session, kept.isoformat()) == EARLIER


def test_nobody_has_seen_the_future(session: Session) -> None:
    act_as(session, STRANGER)
    assert mark_seen(session, clock.now() + timedelta(days=1)) == clock.now()
    assert mark_seen(session) == clock.now()


def test_an_account_keeps_the_moment_itself_and_no_cookie_counts(session: Session) -> None:
    account = Account(email="a@example.org", name="Lead", created_at=EARLIER)
    session.add(account)
    session.commit()
    act_as(session, Actor("account", account_id=account.id))
    assert seen_until(session, EARLIER.isoformat()) is None
    assert mark_seen(session, EARLIER) is None
    assert seen_until(session) == EARLIER


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-05-20", "2026-05-20T08:00:00", "0001-01-01T00:00+14:00", "9" * 99]
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert moment_of(text) is None

"""Sessions end by themselves, with the account, and with the demo; they run on the real clock."""

import pytest
from sqlmodel import Session, select

from api.services.access import accounts, sessions
from api.services.access.actor import STRANGER
from store.models import WebSession
from tests.api.access.conftest import Clock
from tests.api.access.persons import acting, number, person


def test_an_unknown_token_is_a_stranger(session: Session) -> None:
    for token in (None, "", "x", "ä" * 50):
        assert sessions.actor_for(session, token) is STRANGER


def test_a_session_ends_when_nobody_uses_it_for_two_weeks(session: Session, real_clock: Clock) -> None:
    token = sessions.begin(session, number(person(session)))
    real_clock.pass_by(days=13, hours=23)
    assert sessions.actor_for(session, token).is_signed_in
    real_clock.pass_by(days=13, hours=23)
    assert sessions.actor_for(session, token).is_signed_in
    real_clock.pass_by(days=14)
    assert sessions.actor_for(session, token) is STRANGER


def test_a_session_ends_after_sixty_days_however_it_is_used(session: Session, real_clock: Clock) -> None:
    token = sessions.begin(session, number(person(session)))
    for _ in range(6):
        real_clock.pass_by(days=9, hours=23)
        assert sessions.actor_for(session, token).is_signed_in
    real_clock.pass_by(hours=6)
    assert sessions.actor_for(session, token) is STRANGER


def test_the_pinned_day_ends_no_session(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    token = sessions.begin(session, number(person(session)))
    monkeypatch.setenv("KOALITIO_TODAY", "2031-01-01")
    assert sessions.actor_for(session, token).is_signed_in


def test_the_last_use_is_written_down_now_and_then(session: Session, real_clock: Clock) -> None:
    token = sessions.begin(session, number(person(session)))
    began = session.exec(select(WebSession)).one().seen_at
    real_clock.pass_by(minutes=4)
    sessions.actor_for(session, token)
    assert session.exec(select(WebSession)).one().seen_at == began
    real_clock.pass_by(minutes=2)
    sessions.actor_for(session, token)
    assert session.exec(select(WebSession)).one().seen_at == real_clock.moment


def test_sessions_that_are_over_are_forgotten(session: Session, real_clock: Clock) -> None:
    account = number(person(session))
    sessions.begin(session, account)
    real_clock.pass_by(days=61)
    sessions.begin(session, account)
    assert len(session.exec(select(WebSession)).all()) == 1


def test_a_closed_account_is_out_at_once_and_its_token_stays_dead(session: Session) -> None:
    account = person(session)
    token = sessions.begin(session, number(account))
    accounts.set_active(session, number(account), False)
    assert sessions.actor_for(session, token) is STRANGER
    accounts.set_active(session, number(account), True)
    assert sessions.actor_for(session, token) is STRANGER


def test_signing_out_everywhere_else(session: Session) -> None:
    account, other = person(session), person(session, "other@example.org")
    here, there = (sessions.begin(session, number(account)) for _ in range(2))
    others = sessions.begin(session, number(other))
    with acting(session, account):
        assert accounts.end_other_sessions(session, here) == 1
    assert sessions.actor_for(session, there) is STRANGER
    assert sessions.actor_for(session, here).is_signed_in
    assert sessions.actor_for(session, others).is_signed_in


def test_a_sample_user_s_session_holds_in_the_demo_alone(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = sessions.begin(session, number(person(session, is_sample=True)))
    assert sessions.actor_for(session, token) is STRANGER
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    assert sessions.actor_for(session, token).is_sample
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "0")
    assert sessions.actor_for(session, token) is STRANGER

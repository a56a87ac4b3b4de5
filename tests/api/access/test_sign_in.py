"""Signing in tells nothing about who has an account, is slowed down, and changes the browser's secret."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, select

from api.errors import SignInRefused, TooManyTries
from api.services.access import sessions, sign_in, throttle
from api.services.access.actor import STRANGER, actor_of
from api.services.access.tokens import hash_of
from store import attempts, audit, database
from store.models import Attempt, WebSession
from tests.api.access.conftest import Clock
from tests.api.access.persons import PASSWORD, noted, number, person

HERE = "192.0.2.7"
EMAIL = "lead@example.org"


def fail(
    session: Session, email: str = EMAIL, password: str = "a wrong password", address: str = HERE
) -> str:
    with pytest.raises(SignInRefused) as refused:
        sign_in.sign_in(session, email, password, address=address)
    return str(refused.value)


def test_who_signs_in_is_known_from_then_on(session: Session) -> None:
    account = person(session)
    token = sign_in.sign_in(session, " Lead@Example.org", PASSWORD, address=HERE)
    assert sessions.actor_for(session, token).account_id == account.id
    assert actor_of(session).account_id == account.id
    stored = session.exec(select(WebSession)).one()
    assert (stored.token_hash, token in stored.model_dump_json()) == (hash_of(token), False)
    assert noted(session) == ["sign_in.done"]


def test_the_secret_that_the_browser_held_ends(session: Session) -> None:
    person(session)
    first = sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)
    second = sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE, held=first)
    assert first != second
    assert sessions.actor_for(session, first) is STRANGER
    assert sessions.actor_for(session, second).is_signed_in


def test_the_words_are_the_same_whatever_is_wrong(session: Session) -> None:
    person(session)
    person(session, "closed@example.org", is_active=False)
    person(session, "sample@example.org", is_sample=True)
    person(session, "fresh@example.org", password_hash=None)
    told = {
        fail(session),
        fail(session, "nobody@example.org", PASSWORD),
        fail(session, "closed@example.org", PASSWORD),
        fail(session, "sample@example.org", PASSWORD),
        fail(session, "fresh@example.org", PASSWORD),
        fail(session, "no address", PASSWORD),
        fail(session, "", ""),
    }
    assert len(told) == 1
    assert session.exec(select(WebSession)).all() == []


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org", "no address"])
def test_the_sixth_try_waits_whoever_is_meant(session: Session, real_clock: Clock, email: str) -> None:
    person(session)
    for _ in range(throttle.PER_EMAIL):
        fail(session, email)
        real_clock.pass_by(minutes=1)
    with pytest.raises(TooManyTries, match="wait 10 minutes") as slowed:
        sign_in.sign_in(session, email.upper(), PASSWORD, address="198.51.100.1")
    assert slowed.value.seconds == 600
    real_clock.pass_by(minutes=10)
    if email == EMAIL:
        assert sign_in.sign_in(session, email, PASSWORD, address=HERE)
    else:
        fail(session, email)


def test_one_network_address_guesses_at_few_accounts(session: Session, real_clock: Clock) -> None:
    person(session)
    for guess in range(throttle.PER_ADDRESS):
        fail(session, f"guess{guess}@example.org")
    with pytest.raises(TooManyTries):
        sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)
    assert sign_in.sign_in(session, EMAIL, PASSWORD, address="198.51.100.1")
    real_clock.pass_by(minutes=15)
    assert sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)


def test_success_clears_the_address_s_own_failures_only(session: Session) -> None:
    person(session)
    for _ in range(throttle.PER_EMAIL - 1):
        fail(session)
    sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)
    for _ in range(throttle.PER_EMAIL):
        fail(session)
    with pytest.raises(TooManyTries):
        sign_in.sign_in(session, EMAIL, PASSWORD, address="198.51.100.1")


def test_a_whole_office_may_sign_in_behind_one_address(session: Session) -> None:
    for desk in range(throttle.PER_ADDRESS + 2):
        person(session, f"desk{desk}@example.org")
        assert sign_in.sign_in(session, f"desk{desk}@example.org", PASSWORD, address=HERE)


def test_a_throttled_try_does_no_work_and_is_not_counted(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(session)
    for _ in range(throttle.PER_EMAIL):
        fail(session)
    monkeypatch.setattr("api.services.access.passwords.is_right", lambda *_: pytest.fail("was compared"))
    before = attempts.count(session)
    with pytest.raises(TooManyTries):
        sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)
    assert attempts.count(session) == before


def test_tries_are_kept_as_hashes_and_forgotten(session: Session, real_clock: Clock) -> None:
    fail(session, EMAIL)
    kept = [attempt.model_dump_json() for attempt in session.exec(select(Attempt))]
    assert len(kept) == 2
    assert not any(EMAIL in row or HERE in row for row in kept)
    real_clock.pass_by(minutes=15)
    fail(session, "other@example.org", address="198.51.100.1")
    assert attempts.count(session) == 2


def test_the_log_says_who_was_meant_but_never_what_was_typed(session: Session) -> None:
    person(session)
    fail(session, EMAIL, "typed secret words")
    for _ in range(throttle.PER_EMAIL):
        fail(session, "my secret typed in the wrong field", "x")
    entries = audit.entries(session, "", 0, 50)
    assert [entry.action for entry in entries].count("sign_in.failed") == 1 + throttle.PER_EMAIL
    assert [entry.action for entry in entries].count("sign_in.throttled") == 1
    assert {(entry.subject, entry.detail["known"]) for entry in entries} == {(EMAIL, True), ("", False)}
    assert not any("secret" in entry.model_dump_json() for entry in entries)


def test_signing_out_ends_that_session_alone(session: Session) -> None:
    account = person(session)
    here, there = (sessions.begin(session, number(account)) for _ in range(2))
    sign_in.sign_out(session, here)
    assert sessions.actor_for(session, here) is STRANGER
    assert sessions.actor_for(session, there).is_signed_in
    assert noted(session) == ["sign_in.ended"]
    sign_in.sign_out(session, here)
    sign_in.sign_out(session, "never a token")
    assert noted(session) == ["sign_in.ended"]


def test_an_address_written_otherwise_is_the_same_address(session: Session) -> None:
    person(session)
    for domain in ("example.org", "Example.org", "\uff25xample.org", "example\u3002org", "\u24d4xample.org"):
        fail(session, f"lead@{domain}")
    with pytest.raises(TooManyTries):
        sign_in.sign_in(session, "lead@ex\u24d0mple.org", PASSWORD, address="198.51.100.1")


@pytest.mark.parametrize("address", ["2001:db8:1:2::{}", "::ffff:192.0.2.7"])
def test_whoever_has_a_network_of_ipv6_is_one(session: Session, address: str) -> None:
    for number_ in range(throttle.PER_ADDRESS):
        fail(session, f"nobody{number_}@example.org", address=address.format(f"{number_:x}"))
    last = "2001:db8:1:2:ffff::1" if "{" in address else "::ffff:c000:207"
    with pytest.raises(TooManyTries):
        sign_in.sign_in(session, "another@example.org", PASSWORD, address=last)
    fail(session, "another@example.org", address="2001:db8:1:3::1")


def test_many_tries_at_once_gain_nothing() -> None:
    database.engine()

    def tried(_: int) -> bool:
        with database.session() as own:
            try:
                throttle.begin(own, "sign_in", EMAIL, HERE)
            except TooManyTries:
                return False
            return True

    with ThreadPoolExecutor(12) as pool:
        assert sum(pool.map(tried, range(36))) == throttle.PER_EMAIL

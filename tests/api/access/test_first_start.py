"""The first administrator comes by a one-time link from the console."""

import pytest
from sqlmodel import Session

from api.errors import Forbidden, LinkExpired, SignInNeeded
from api.services.access import first_start, invitations, sessions
from api.services.access.actor import STRANGER, act_as
from tests.api.access.conftest import Clock
from tests.api.access.persons import BASE, PASSWORD, acting, noted, number, person, token_of


def join(session: Session, token: str, email: str = "first@example.org") -> str:
    return invitations.join(session, token, email=email, name="First", password=PASSWORD, language=None)


def test_who_opens_the_link_becomes_administrator_and_no_second_does(session: Session) -> None:
    token = token_of(first_start.administrator_link(session, BASE))
    shown = invitations.look(session, token)
    assert (shown.email, shown.needs_account) == (None, True)
    act_as(session, STRANGER)
    assert sessions.actor_for(session, join(session, token, " First@Example.org ")).is_administrator
    with pytest.raises(LinkExpired):
        join(session, token, "second@example.org")
    assert first_start.administrator_link(session, BASE) is None
    assert noted(session) == [
        "administrator.link", "invitation.used", "administrator.made", "sign_in.done",
    ]  # fmt: skip


def test_a_new_start_ends_the_link_before(session: Session) -> None:
    before = token_of(first_start.administrator_link(session, BASE))
    after = token_of(first_start.administrator_link(session, BASE))
    with pytest.raises(LinkExpired):
        join(session, before)
    assert join(session, after)


def test_the_link_works_for_a_day(session: Session, real_clock: Clock) -> None:
    token = token_of(first_start.administrator_link(session, BASE))
    real_clock.pass_by(hours=23, minutes=59)
    assert invitations.look(session, token)
    real_clock.pass_by(minutes=1)
    with pytest.raises(LinkExpired):
        join(session, token)


def test_it_is_there_again_when_no_administrator_may_sign_in(session: Session) -> None:
    person(session, is_administrator=True, is_active=False)
    person(session, "sample@example.org", is_administrator=True, is_sample=True)
    token = token_of(first_start.administrator_link(session, BASE))
    assert sessions.actor_for(session, join(session, token)).is_administrator


def test_an_account_that_is_there_becomes_administrator_by_its_password(session: Session) -> None:
    account = person(session)
    token = token_of(first_start.administrator_link(session, BASE))
    begun = join(session, token, account.email)
    assert sessions.actor_for(session, begun).account_id == number(account)


def test_nobody_on_the_web_gets_the_link(session: Session) -> None:
    with acting(session, person(session)), pytest.raises(Forbidden):
        first_start.administrator_link(session, BASE)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        first_start.administrator_link(session, BASE)

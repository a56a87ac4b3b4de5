"""A forgotten password: asking tells nothing, the link works once and soon ends, and signs out everywhere."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from api.errors import BadChoice, Forbidden, LinkExpired, SignInRefused, TooManyTries
from api.services.access import accounts, invitations, resets, sessions, sign_in, throttle
from api.services.access.actor import STRANGER, act_as
from store.errors import NotFound
from store.models import Invitation
from store.vocabulary import Language, Role
from tests.api.access.conftest import Clock
from tests.api.access.persons import BASE, PASSWORD, acting, noted, number, person, token_of
from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import lead_to

EMAIL = "lead@example.org"
NEXT = "another four words"
HERE = "192.0.2.7"


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done after the answer is done at once."""
    monkeypatch.setattr(resets, "in_background", lambda work: work())


def ask(session: Session, email: str = EMAIL, address: str = HERE, language: Language = Language.EN) -> None:
    resets.ask(session, email, BASE, language, address=address)


def link(session: Session) -> str:
    """The token of a link from the console."""
    return token_of(resets.make_link(session, number(person(session)), BASE))


def test_the_mail_brings_a_link_that_sets_the_password(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = person(session)
    held = sessions.begin(session, number(account))
    act_as(session, STRANGER)
    with serving(Mailbox()) as box:
        lead_to(box, monkeypatch)
        assert resets.is_possible()
        ask(session, " Lead@Example.org ", language=Language.FI)
        (message,) = box.waited_for(1)
    assert message["subject"] == "Koalitio: uusi salasana"
    token = token_of(next(line for line in message.get_content().splitlines() if line.startswith(BASE)))
    assert resets.look(session, token) == EMAIL
    begun = resets.reset(session, token, NEXT)
    assert sessions.actor_for(session, begun).account_id == account.id
    assert sessions.actor_for(session, held) is STRANGER
    with pytest.raises(SignInRefused):
        sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)
    assert sign_in.sign_in(session, EMAIL, NEXT, address=HERE)
    assert noted(session)[:2] == ["password.reset_link", "password.reset"]


@pytest.mark.usefixtures("now")
def test_nobody_is_written_to_who_has_no_password_here(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(session, "closed@example.org", is_active=False)
    person(session, "sample@example.org", is_sample=True)
    with serving(Mailbox()) as box:
        lead_to(box, monkeypatch)
        for email in ("nobody@example.org", "closed@example.org", "sample@example.org", "no address", ""):
            ask(session, email)
        assert box.messages() == []
    assert session.exec(select(Invitation)).all() == []
    assert noted(session) == []


def test_before_the_answer_nothing_differs(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether there is an account is not even looked up: no clock can tell."""
    person(session)
    lead_to(Mailbox(port=9), monkeypatch)
    later: list[Callable[[], None]] = []
    monkeypatch.setattr(resets, "in_background", later.append)
    looked: list[str] = []
    monkeypatch.setattr("store.accounts.account_by_email", lambda _session, email: looked.append(email))
    ask(session)
    ask(session, "nobody@example.org")
    assert (len(later), looked) == (2, [])


def test_without_mail_nothing_is_made(session: Session) -> None:
    person(session)
    assert not resets.is_possible()
    ask(session)
    assert session.exec(select(Invitation)).all() == []


@pytest.mark.usefixtures("now")
def test_a_mail_that_fails_is_noted_and_tells_nobody(
    session: Session, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    person(session)
    with serving(Mailbox(refused=frozenset({EMAIL}))) as box:
        lead_to(box, monkeypatch)
        ask(session)
    assert noted(session) == ["password.reset_link", "mail.unsent"]
    assert "check the address" in caplog.text


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.org"])
def test_asking_is_slowed_for_everybody_alike(session: Session, real_clock: Clock, email: str) -> None:
    person(session)
    for _ in range(throttle.PER_EMAIL):
        ask(session, email)
    with pytest.raises(TooManyTries):
        ask(session, email, address="198.51.100.1")
    real_clock.pass_by(minutes=15)
    ask(session, email)


def test_asking_does_not_slow_signing_in(session: Session) -> None:
    person(session)
    for _ in range(throttle.PER_EMAIL):
        ask(session)
    assert sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)


def test_a_reset_opens_what_failed_tries_had_closed(session: Session) -> None:
    token = link(session)
    for _ in range(throttle.PER_EMAIL):
        with pytest.raises(SignInRefused):
            sign_in.sign_in(session, EMAIL, "wrong words", address=HERE)
    resets.reset(session, token, NEXT)
    assert sign_in.sign_in(session, EMAIL, NEXT, address=HERE)


def test_a_password_that_is_not_taken_leaves_the_link(session: Session) -> None:
    token = link(session)
    with pytest.raises(BadChoice, match="too short"):
        resets.reset(session, token, "short")
    with pytest.raises(BadChoice, match="easy to guess"):
        resets.reset(session, token, EMAIL)
    assert resets.reset(session, token, NEXT)


def test_a_new_link_ends_the_one_before_and_so_does_a_changed_password(session: Session) -> None:
    account = person(session)
    first = token_of(resets.make_link(session, number(account), BASE))
    second = token_of(resets.make_link(session, number(account), BASE))
    with pytest.raises(LinkExpired):
        resets.look(session, first)
    with acting(session, account):
        accounts.change_password(session, PASSWORD, NEXT, None)
    with pytest.raises(LinkExpired):
        resets.look(session, second)


Spoil = Callable[[Session, Clock], str]


def used(session: Session, _clock: Clock) -> str:
    token = link(session)
    resets.reset(session, token, NEXT)
    return token


def too_old(session: Session, clock: Clock) -> str:
    token = link(session)
    clock.pass_by(hours=2)
    return token


def unknown(_session: Session, _clock: Clock) -> str:
    return "x" * 43


def of_another_purpose(session: Session, _clock: Clock) -> str:
    return token_of(invitations.invite_administrator(session, "a@example.org", Language.EN, BASE).link)


def of_a_closed_account(session: Session, _clock: Clock) -> str:
    token = link(session)
    accounts.set_active(session, _number(session), False)
    return token


def _number(session: Session) -> int:
    return accounts.account_named(session, EMAIL).id


@pytest.mark.parametrize("spoil", [used, too_old, unknown, of_another_purpose, of_a_closed_account])
def test_a_link_that_does_not_work_says_nothing_about_why(
    session: Session, real_clock: Clock, spoil: Spoil
) -> None:
    token = spoil(session, real_clock)
    with pytest.raises(LinkExpired) as looked:
        resets.look(session, token)
    with pytest.raises(LinkExpired) as tried:
        resets.reset(session, token, PASSWORD)
    with pytest.raises(LinkExpired) as never:
        resets.look(session, "never")
    assert str(looked.value) == str(tried.value) == str(never.value)


def test_links_are_handed_out_at_the_console_alone(session: Session) -> None:
    account = person(session)
    with acting(session, person(session, "a@example.org", is_administrator=True)), pytest.raises(Forbidden):
        resets.make_link(session, number(account), BASE)
    sample = person(session, "sample@example.org", is_sample=True)
    for missing in (number(sample), 999):
        with pytest.raises(NotFound):
            resets.make_link(session, missing, BASE)


def test_a_reset_gives_no_role(session: Session) -> None:
    begun = resets.reset(session, link(session), NEXT)
    actor = sessions.actor_for(session, begun)
    assert (actor.roles, actor.is_administrator) == ({}, False)
    assert Role.LEAD not in actor.roles_in("care")


def test_of_two_at_once_one_sets_the_password(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    token = link(session)
    kept = session.exec(select(Invitation)).one()

    def somebody_is_first(*_: object) -> None:
        kept.used_at = kept.made_at
        session.add(kept)
        session.commit()

    with monkeypatch.context() as patch:
        patch.setattr("api.services.access.passwords.check_new", somebody_is_first)
        with pytest.raises(LinkExpired):
            resets.reset(session, token, NEXT)
    assert sign_in.sign_in(session, EMAIL, PASSWORD, address=HERE)

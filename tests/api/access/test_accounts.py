"""One's own account, and the accounts that an administrator keeps."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, SignInNeeded, TooManyTries
from api.services.access import accounts, sessions, sign_in, throttle
from api.services.access.actor import STRANGER, act_as, actor_of
from store import roles
from store.accounts import organisation
from store.errors import NotFound
from store.models import Account
from store.vocabulary import Language, Role, Theme
from tests.api.access.persons import PASSWORD, acting, in_role, noted, number, person

NEXT = "another four words"
Ending = Callable[[Session, int, bool], None]


def test_a_person_changes_name_language_and_theme(session: Session) -> None:
    account = person(session)
    with acting(session, account):
        accounts.change(session, "  Maija\n M. ", Language.SV, Theme.DARK)
        actor = actor_of(session)
        assert (actor.name, actor.language, actor.theme) == ("Maija M.", Language.SV, Theme.DARK)
        accounts.change(session, "Maija M.", None, Theme.AUTO)
        assert actor_of(session).language is None
        with pytest.raises(BadChoice):
            accounts.change(session, " ", None, Theme.AUTO)
    session.refresh(account)
    assert account.name == "Maija M."


def test_a_new_password_ends_every_session_and_begins_one(session: Session) -> None:
    account = person(session)
    here, there = (sessions.begin(session, number(account)) for _ in range(2))
    with acting(session, account):
        begun = accounts.change_password(session, PASSWORD, NEXT, here)
    assert [sessions.actor_for(session, token).is_signed_in for token in (here, there, begun)] == [
        False, False, True,
    ]  # fmt: skip
    assert sign_in.sign_in(session, account.email, NEXT, address="192.0.2.7")
    assert noted(session)[0] == "password.changed"


def test_a_password_is_changed_by_who_knows_it(session: Session) -> None:
    account = person(session)
    held = sessions.begin(session, number(account))
    with acting(session, account):
        with pytest.raises(BadChoice, match="too short"):
            accounts.change_password(session, PASSWORD, "short", held)
        for _ in range(throttle.PER_EMAIL):
            with pytest.raises(BadChoice, match="present password is wrong"):
                accounts.change_password(session, "wrong words", NEXT, held)
        with pytest.raises(TooManyTries):
            accounts.change_password(session, PASSWORD, NEXT, held)
    assert sessions.actor_for(session, held).is_signed_in
    assert noted(session) == []


def test_a_sample_user_gets_no_password(session: Session) -> None:
    account = person(session, is_sample=True, password_hash=None)
    with acting(session, account), pytest.raises(BadChoice, match="sample user"):
        accounts.change_password(session, "", NEXT, None)
    assert account.password_hash is None


def test_strangers_and_the_console_have_no_account(session: Session) -> None:
    for ask in (
        lambda: accounts.change(session, "X", None, Theme.AUTO),
        lambda: accounts.change_password(session, PASSWORD, NEXT, None),
        lambda: accounts.end_other_sessions(session, None),
        lambda: accounts.own_data(session),
    ):
        with pytest.raises(SignInNeeded):
            ask()
        act_as(session, STRANGER)
        with pytest.raises(SignInNeeded):
            ask()
        session.info.clear()


def test_an_administrator_sees_accounts_and_what_each_may(session: Session, care: str) -> None:
    lead = in_role(session, care, Role.MEMBER, member="union")
    body = organisation(session, "Body")
    assert body.id is not None
    roles.appoint(session, number(lead), body.id)
    sessions.begin(session, number(lead))
    administrator = person(session, "a@example.org", is_administrator=True, name="Äiti")
    with acting(session, administrator):
        rows = accounts.list_accounts(session)
    assert [row.name for row in rows] == ["Lead", "Äiti"]
    (role,) = rows[0].roles
    assert (role.coalition_slug, role.role, role.member_slug) == (care, Role.MEMBER, "union")
    assert rows[0].organisations == {body.id: "Body"}
    assert rows[0].last_seen_at is not None
    assert (rows[1].is_administrator, rows[1].last_seen_at) == (True, None)
    assert not any("argon2" in row.model_dump_json() for row in rows)


def test_others_keep_no_accounts(session: Session, care: str) -> None:
    lead = in_role(session, care, Role.LEAD)
    with acting(session, lead):
        for ask in (
            lambda: accounts.list_accounts(session),
            lambda: accounts.account_named(session, lead.email),
            lambda: accounts.set_active(session, number(lead), False),
            lambda: accounts.set_administrator(session, number(lead), True),
            lambda: accounts.take_office(session, number(lead), 1),
        ):
            with pytest.raises(Forbidden):
                ask()
    session.refresh(lead)
    assert (lead.is_active, lead.is_administrator) == (True, False)


def test_closing_and_opening_an_account(session: Session) -> None:
    account = person(session)
    token = sessions.begin(session, number(account))
    with acting(session, person(session, "a@example.org", is_administrator=True)):
        accounts.set_active(session, number(account), False)
        accounts.set_active(session, number(account), False)
        assert sessions.actor_for(session, token) is STRANGER
        accounts.set_active(session, number(account), True)
        with pytest.raises(NotFound):
            accounts.set_active(session, 999, False)
    assert noted(session) == ["account.deactivated", "account.activated"]


@pytest.mark.parametrize("ending", [accounts.set_active, accounts.set_administrator])
def test_the_last_administrator_stays(session: Session, ending: Ending) -> None:
    first = person(session, "a@example.org", is_administrator=True)
    person(session, "closed@example.org", is_administrator=True, is_active=False)
    sample = person(session, "sample@example.org", is_administrator=True, is_sample=True)
    with acting(session, first):
        with pytest.raises(BadChoice, match="last administrator"):
            ending(session, number(first), False)
        ending(session, number(sample), False)
        second = person(session, "b@example.org")
        accounts.set_administrator(session, number(second), True)
        ending(session, number(first), False)
        assert not _is_administrator(session, first)
        with pytest.raises(BadChoice, match="last administrator"):
            ending(session, number(second), False)


def test_the_demo_s_own_administrator_stays_when_it_is_the_only_one(session: Session) -> None:
    sample = person(session, "sample@example.org", is_administrator=True, is_sample=True)
    with acting(session, sample), pytest.raises(BadChoice, match="last administrator"):
        accounts.set_active(session, number(sample), False)


def _is_administrator(session: Session, account: Account) -> bool:
    session.refresh(account)
    return account.is_administrator and account.is_active


def test_an_office_is_ended(session: Session) -> None:
    account = person(session)
    body = organisation(session, "Body")
    assert body.id is not None
    roles.appoint(session, number(account), body.id)
    accounts.take_office(session, number(account), body.id)
    assert roles.organisations_of(session, number(account)) == {}
    with pytest.raises(NotFound):
        accounts.take_office(session, number(account), body.id)
    assert noted(session) == ["role.taken"]


def test_own_data_is_all_that_is_kept_of_the_person_and_of_nobody_else(session: Session, care: str) -> None:
    account = in_role(session, care, Role.MEMBER, member="union")
    other = in_role(session, care, Role.LEAD, "other@example.org")
    token = sign_in.sign_in(session, account.email, PASSWORD, address="192.0.2.7")
    session.info.clear()
    sign_in.sign_in(session, other.email, PASSWORD, address="192.0.2.8")
    with acting(session, account):
        found = accounts.own_data(session)
    assert found["account"]["email"] == account.email
    assert found["roles"] == [{"coalition": care, "role": "member", "member": "union"}]
    assert len(found["sessions"]) == 1
    assert [entry["action"] for entry in found["audit_log"]] == ["sign_in.done"]
    text = str(found)
    assert other.email not in text
    assert token not in text
    assert "argon2" not in text

"""The demo's sample users: made once, for its coalitions, also in a database that it made before."""

import pytest
from sqlmodel import Session

import sample_world
from api.demo_people import add_people
from api.services.access import accounts, consent, first_start, people, sample_users, sign_in
from api.services.access.actor import actor_of
from api.services.access.permission import visible_slugs
from store import coalition_file
from store.coalitions import save_coalition
from store.vocabulary import ConsentKind, Role


@pytest.fixture
def world(session: Session, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The demo's coalitions, as an older demo stored them, without people."""
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    for path in sample_world.coalition_files():
        save_coalition(session, coalition_file.read_coalition(path))
    return session


def test_every_role_is_there_once_and_once_only(world: Session) -> None:
    number = len(sample_world.sample_people().people)
    assert (add_people(world), add_people(world)) == (number, 0)
    users = sample_users.sample_users(world)
    assert {user.role for user in users} == set(Role)
    for path in sample_world.coalition_files():
        slug = coalition_file.read_coalition(path).slug
        held = people.people_of(world, slug)
        assert [row.role for row in held] == [Role.LEAD, Role.GRANT_WRITER, Role.MEMBER]
        assert held[2].member_name is not None
    assert all(account.is_sample for account in accounts.list_accounts(world))


def test_the_officer_sees_one_coalition(world: Session) -> None:
    add_people(world)
    officer = next(user for user in sample_users.sample_users(world) if user.role is Role.FUNDING_OFFICER)
    sign_in.sign_in_sample(world, officer.account_id)
    assert actor_of(world).is_officer
    assert visible_slugs(world) == frozenset({"lapin-hoiva"})


def test_what_was_changed_since_stays(world: Session) -> None:
    add_people(world)
    consent.set_consent(world, "lapin-hoiva", ConsentKind.SEEN_BY_OFFICERS, False)
    lead = accounts.account_named(world, "lead.satakunta@example.org")
    accounts.set_active(world, lead.id, False)
    assert add_people(world) == 0
    assert not accounts.account_named(world, lead.email).is_active
    assert not any(row.given for row in consent.consents(world, "lapin-hoiva"))


def test_a_coalition_that_is_gone_is_passed_over(session: Session) -> None:
    assert add_people(session) > 0
    assert accounts.account_named(session, "lead.lapin-hoiva@example.org").roles == []


def test_the_demo_s_administrator_does_not_stand_for_a_real_one(world: Session) -> None:
    add_people(world)
    assert first_start.administrator_link(world, "http://localhost") is not None

"""Sample users are open in the demo alone, and to nobody by a password."""

import pytest
from sqlmodel import Session

from api.services.access import sample_users, sessions, sign_in
from store.errors import NotFound
from store.vocabulary import Role
from tests.api.access.persons import in_role, number, person


@pytest.fixture
def _demo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")


@pytest.mark.usefixtures("_demo")
def test_in_the_demo_somebody_becomes_a_sample_user(session: Session) -> None:
    sample = person(session, is_sample=True, password_hash=None)
    held = sessions.begin(session, number(sample))
    token = sign_in.sign_in_sample(session, number(sample), held)
    assert sessions.actor_for(session, token).is_sample
    assert not sessions.actor_for(session, held).is_signed_in


@pytest.mark.usefixtures("_demo")
def test_nobody_becomes_a_person_or_a_closed_sample_user(session: Session) -> None:
    closed = person(session, "closed@example.org", is_sample=True, is_active=False)
    for account in (number(person(session)), number(closed), 999):
        with pytest.raises(NotFound):
            sign_in.sign_in_sample(session, account)


@pytest.mark.parametrize("setting", ["", "0", "false"])
def test_outside_the_demo_there_are_none(
    session: Session, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    if setting:
        monkeypatch.setenv("KOALITIO_WEB_DEMO", setting)
    sample = person(session, is_sample=True)
    with pytest.raises(NotFound):
        sign_in.sign_in_sample(session, number(sample))
    with pytest.raises(NotFound):
        sample_users.sample_users(session)


@pytest.mark.usefixtures("_demo")
def test_they_are_listed_with_what_they_are(session: Session, care: str) -> None:
    lead = in_role(session, care, Role.LEAD)
    lead.is_sample = True
    session.add(lead)
    session.commit()
    person(session, "a@example.org", is_sample=True, is_administrator=True)
    person(session, "nothing@example.org", is_sample=True)
    person(session, "closed@example.org", is_sample=True, is_active=False)
    person(session, "real@example.org")
    assert [(user.name, user.role, user.place) for user in sample_users.sample_users(session)] == [
        ("Lead", Role.LEAD, "Care together"),
        ("A", Role.ADMINISTRATOR, None),
        ("Nothing", None, None),
    ]

"""Consents are off until the lead gives them, can be withdrawn, and keep their history."""

import pytest
from sqlmodel import Session, select

from api.errors import Forbidden
from api.services.access import consent
from api.services.access.permission import Action, may
from store import roles
from store.accounts import organisation
from store.errors import NotFound
from store.models import Account, Consent
from store.vocabulary import ConsentKind, Role
from tests.api.access.conftest import Clock
from tests.api.access.persons import acting, in_role, noted, number, person


def given(session: Session, slug: str) -> list[ConsentKind]:
    return [row.kind for row in consent.consents(session, slug) if row.given]


def officer(session: Session) -> Account:
    account = person(session, "officer@example.org")
    body = organisation(session, "Body")
    assert body.id is not None
    roles.appoint(session, number(account), body.id)
    return account


def test_all_are_off_at_first(session: Session, care: str) -> None:
    rows = consent.consents(session, care)
    assert [row.kind for row in rows] == list(ConsentKind)
    assert {(row.given, row.at, row.by) for row in rows} == {(False, None, None)}


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_each_is_given_and_withdrawn_by_itself(
    session: Session, care: str, real_clock: Clock, kind: ConsentKind
) -> None:
    with acting(session, in_role(session, care, Role.LEAD)):
        consent.set_consent(session, care, kind, True)
        assert given(session, care) == [kind]
        consent.set_consent(session, care, kind, True)
        real_clock.pass_by(days=1)
        consent.set_consent(session, care, kind, False)
        consent.set_consent(session, care, kind, False)
        assert given(session, care) == []
        row = next(row for row in consent.consents(session, care) if row.kind is kind)
        assert (row.at, row.by) == (real_clock.moment, "Lead")
        consent.set_consent(session, care, kind, True)
        assert given(session, care) == [kind]
    history = session.exec(select(Consent)).all()
    assert [(one.given_by, one.withdrawn_by) for one in history] == [("Lead", "Lead"), ("Lead", None)]
    assert noted(session) == ["consent.given", "consent.withdrawn", "consent.given"]


@pytest.mark.parametrize("role", [Role.GRANT_WRITER, Role.MEMBER])
def test_the_others_see_and_only_the_lead_gives(session: Session, care: str, role: Role) -> None:
    with acting(session, in_role(session, care, role)):
        assert given(session, care) == []
        with pytest.raises(Forbidden):
            consent.set_consent(session, care, ConsentKind.FOUND_AS_PARTNER, True)
    assert session.exec(select(Consent)).all() == []


def test_an_officer_sees_the_profile_while_the_consent_holds_and_never_the_consents(
    session: Session, care: str
) -> None:
    with acting(session, officer(session)):
        assert not may(session, Action.READ_PROFILE, care)
    consent.set_consent(session, care, ConsentKind.FOUND_AS_PARTNER, True)
    with acting(session, officer_again(session)):
        assert not may(session, Action.READ_PROFILE, care), "another consent opens nothing"
    consent.set_consent(session, care, ConsentKind.SEEN_BY_OFFICERS, True)
    with acting(session, officer_again(session)):
        assert may(session, Action.READ_PROFILE, care)
        with pytest.raises(Forbidden):
            consent.consents(session, care)
        with pytest.raises(Forbidden):
            consent.set_consent(session, care, ConsentKind.SEEN_BY_OFFICERS, False)
    consent.set_consent(session, care, ConsentKind.SEEN_BY_OFFICERS, False)
    with acting(session, officer_again(session)), pytest.raises(NotFound):
        consent.consents(session, care)


def officer_again(session: Session) -> Account:
    return session.exec(select(Account).where(Account.email == "officer@example.org")).one()

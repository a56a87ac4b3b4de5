"""Makes the sample users of the demo, and leaves those alone that are there already."""

from sqlmodel import Session

from sample_world import SamplePerson, sample_people
from store import accounts, clock, coalitions, consents, roles
from store.errors import NotFound
from store.models import Coalition
from store.vocabulary import ConsentKind, Language, Role

BY = "koalitio demo"


def add_people(session: Session) -> int:
    """How many were added; what somebody has changed since stays, such as a consent that was withdrawn."""
    sample = sample_people()
    added = sum(_add(session, person) for person in sample.people)
    for consent in sample.consents:
        coalition, kind = _coalition(session, consent.coalition), ConsentKind(consent.kind)
        if coalition is not None and coalition.id is not None:
            ever = {held.kind for held in consents.consents_of(session, coalition.id)}
            if kind not in ever:
                consents.give(session, coalition.id, kind, BY, clock.real_now())
    return added


def _add(session: Session, person: SamplePerson) -> bool:
    if accounts.account_by_email(session, person.email) is not None:
        return False
    account = accounts.new_account(person.email, person.name)
    account.is_sample, account.language = True, Language(person.language)
    account.is_administrator = person.administrator
    accounts.add(session, account)
    assert account.id is not None
    for role in person.roles:
        coalition = _coalition(session, role.coalition)
        if coalition is not None and coalition.id is not None:
            roles.give(session, account.id, coalition.id, Role(role.role), role.member)
    if person.organisation is not None:
        body = accounts.organisation(session, person.organisation)
        assert body.id is not None
        roles.appoint(session, account.id, body.id)
    session.commit()
    return True


def _coalition(session: Session, slug: str) -> Coalition | None:
    """None when somebody has removed it from the demo's database."""
    try:
        return coalitions.coalition_by_slug(session, slug)
    except NotFound:
        return None

"""A coalition's people comment; the author or the lead takes a comment back, and it stays as removed."""

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden
from api.services.members.comments import MOST_CHARACTERS, comment, comments_of, take_back
from store import accounts
from store.coalitions import save_coalition
from store.errors import NotFound
from store.vocabulary import Role
from tests import builders
from tests.api import care, seats


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    for name in ("leena", "kalle", "maija"):
        accounts.save(session, accounts.new_account(f"{name}@example.org", name.title()))


def test_each_of_the_people_comments_and_all_read_it(session: Session) -> None:
    for number, role in enumerate((Role.LEAD, Role.GRANT_WRITER, Role.MEMBER), 1):
        with seats.asking(session, seats.actor(role, number=number)):
            comment(session, care.SLUG, care.REGIONAL, f" said by {role} ")
    with seats.asking(session, seats.actor(Role.MEMBER, number=3)):
        found = comments_of(session, care.SLUG, care.REGIONAL)
    assert [(one.by, one.text, one.own) for one in found] == [
        ("lead", "said by lead", False),
        ("grant_writer", "said by grant_writer", False),
        ("member", "said by member", True),
    ]
    assert comments_of(session, care.SLUG) == []


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (MOST_CHARACTERS + 1)])
def test_nothing_and_too_much_is_no_comment(session: Session, text: str) -> None:
    with pytest.raises(BadChoice):
        comment(session, care.SLUG, None, text)


def test_the_author_and_the_lead_take_a_comment_back_and_nobody_else(session: Session) -> None:
    with seats.asking(session, seats.actor(Role.MEMBER, "Maija", number=3)):
        comment(session, care.SLUG, None, "First")
        comment(session, care.SLUG, None, "Second")
        first, second = (one.id for one in comments_of(session, care.SLUG))
        take_back(session, care.SLUG, first)
    with seats.asking(session, seats.actor(Role.GRANT_WRITER, number=2)), pytest.raises(Forbidden):
        take_back(session, care.SLUG, second)
    with seats.asking(session, seats.actor(Role.LEAD, "Leena")):
        take_back(session, care.SLUG, second)
    assert [(one.text, one.removed_by) for one in comments_of(session, care.SLUG)] == [
        ("", "Maija"),
        ("", "Leena"),
    ]


def test_another_coalition_is_not_commented_on(session: Session) -> None:
    save_coalition(session, builders.coalition(slug="other"))
    comment(session, "other", None, "Theirs")
    (theirs,) = comments_of(session, "other")
    with seats.asking(session, seats.actor(Role.LEAD)):
        with pytest.raises(NotFound):
            comment(session, "other", None, "Hello")
        with pytest.raises(NotFound):
            take_back(session, care.SLUG, theirs.id)

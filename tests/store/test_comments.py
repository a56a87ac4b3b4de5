"""Comments are kept by call, a double press adds none, and one that is taken back stays empty."""

import pytest
from sqlmodel import Session

from store import comments
from store.coalitions import save_coalition
from store.errors import NotFound
from tests import builders
from tests.api import care


def coalition_id(session: Session) -> int:
    found = care.coalition(session).id
    assert found is not None
    return found


def test_comments_are_told_apart_by_call(session: Session) -> None:
    at, call = coalition_id(session), care.regional_call(session).id
    comments.add(session, at, call, "About the call", by="Lead", account_id=None)
    comments.add(session, at, None, "About us", by="Lead", account_id=None)
    assert [one.text for one in comments.comments_of(session, at, call)] == ["About the call"]
    assert [one.text for one in comments.comments_of(session, at, None)] == ["About us"]


def test_a_comment_sent_twice_is_there_once(session: Session) -> None:
    at = coalition_id(session)
    for text in ("Yes", "Yes", "No", "Yes"):
        comments.add(session, at, None, text, by="Lead", account_id=None)
    assert [one.text for one in comments.comments_of(session, at, None)] == ["Yes", "No", "Yes"]


def test_what_is_taken_back_stays_without_its_text(session: Session) -> None:
    at = coalition_id(session)
    row = comments.add(session, at, None, "Too fast", by="Member", account_id=None)
    comments.take_back(session, row, "Member")
    comments.take_back(session, row, "Lead")
    assert (row.text, row.removed_by) == ("", "Member")


def test_a_comment_of_another_coalition_is_not_there(session: Session) -> None:
    at = coalition_id(session)
    other = save_coalition(session, builders.coalition(slug="other"))
    assert other.id is not None
    row = comments.add(session, other.id, None, "Theirs", by="Lead", account_id=None)
    assert row.id is not None
    with pytest.raises(NotFound):
        comments.comment_by_id(session, at, row.id)

"""Stored calls and documents are read when they, or the reader, are new; nothing is read twice."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from matcher.reading import stored
from matcher.reading.stored import Counted, read_stored
from store import call_conditions, call_documents
from store.importer import save_call
from store.models import CallDocumentCreate, CallReadingPublic
from tests import builders

SIZE = "A project needs at least four organisations."


def save(session: Session, name: str = "one", day: int = 20, **facts: object) -> int:
    """The number of a stored call."""
    fetched = datetime(2026, 5, day, tzinfo=UTC)
    call = builders.call(external_id=name, identifier=name, fetched_at=fetched, **facts)
    saved = save_call(session, call).call
    assert saved.id
    return saved.id


def readings(session: Session, call_id: int) -> list[CallReadingPublic]:
    """What is kept of that call."""
    return call_conditions.readings_of(session, [call_id]).get(call_id, [])


def test_both_texts_are_read_and_quotes_stand_where_they_say(session: Session) -> None:
    duration = "The project lasts at most 24 months."
    call_id = save(session, description=f"Care. {SIZE}", conditions=f"Rules. {duration}")
    assert read_stored(session) == Counted(1, 0)
    found = readings(session, call_id)
    assert {(one.type, one.field) for one in found} == {
        ("consortium_size", "description"),
        ("duration", "conditions"),
    }
    texts = {"description": f"Care. {SIZE}", "conditions": f"Rules. {duration}"}
    assert all(texts[one.field or ""][one.start : one.end] == one.quote for one in found)


def test_nothing_is_read_twice_but_what_has_changed(session: Session) -> None:
    call_id, other = save(session, description=SIZE), save(session, "two")
    assert read_stored(session, [call_id]) == Counted(1, 0)
    assert read_stored(session) == Counted(1, 0)
    assert read_stored(session) == Counted(0, 0)
    save(session, day=21, description="Other words.")
    assert read_stored(session) == Counted(1, 0)
    assert readings(session, call_id) == readings(session, other) == []


def test_another_reader_reads_everything_again(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    save(session, description=SIZE)
    read_stored(session)
    monkeypatch.setattr(stored, "reader", lambda: "another")
    assert read_stored(session) == Counted(1, 0)


def test_everything_is_read_again_on_request(session: Session) -> None:
    save(session, description=SIZE)
    save(session, "two")
    read_stored(session)
    assert read_stored(session, again=True) == Counted(2, 0)


def test_no_more_is_read_than_asked_for(session: Session) -> None:
    for name in ("one", "two", "three"):
        save(session, name)
    assert [read_stored(session, at_most=2).calls for _ in range(3)] == [2, 1, 0]


def test_a_document_is_read_with_its_pages(session: Session) -> None:
    call_id = save(session)
    read_stored(session)
    pages = ["About this call.", SIZE]
    new = CallDocumentCreate(
        call_id=call_id, name="a.pdf", media_type="application/pdf", language="en", data=b"1", pages=pages
    )
    document = call_documents.add_document(session, new)
    assert read_stored(session, [call_id]) == Counted(0, 1)
    (found,) = readings(session, call_id)
    assert (found.document, found.document_id, found.page) == ("a.pdf", document.id, 2)
    assert read_stored(session) == Counted(0, 0)

"""Call documents: kept as uploaded, the same bytes once, listed without their weight."""

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from store import call_conditions, call_documents, database
from store.errors import NotFound
from store.importer import save_call
from store.models import CallDocumentCreate, CallReadingCreate
from tests import builders

PAGES = ["Call text", "At least three partners"]


@pytest.fixture
def call_id(session: Session) -> int:
    stored = save_call(session, builders.call()).call
    assert stored.id
    return stored.id


def upload(call_id: int, data: bytes = b"%PDF-1.7 \x00\xff", name: str = "call.pdf") -> CallDocumentCreate:
    return CallDocumentCreate(
        call_id=call_id,
        name=name,
        media_type="application/pdf",
        language="en",
        uploaded_by="A. Officer",
        data=data,
        pages=PAGES,
    )


def test_a_document_comes_back_as_uploaded(session: Session, call_id: int) -> None:
    stored = call_documents.add_document(session, upload(call_id))
    session.expire_all()
    assert stored.id
    whole = call_documents.document(session, stored.id)
    assert (whole.data, whole.pages, whole.size, whole.page_count) == (b"%PDF-1.7 \x00\xff", PAGES, 11, 2)
    assert len(whole.sha256) == 64


def test_the_same_bytes_are_stored_once_for_a_call(session: Session, call_id: int) -> None:
    first = call_documents.add_document(session, upload(call_id))
    again = call_documents.add_document(session, upload(call_id, name="copy.pdf"))
    assert (again.id, again.name) == (first.id, "call.pdf")
    other = save_call(session, builders.call(external_id="other")).call
    assert other.id
    assert call_documents.add_document(session, upload(other.id)).id != first.id
    assert len(call_documents.documents_of(session, call_id)) == 1


def test_the_same_upload_at_the_same_moment_is_one(
    session: Session, call_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = call_documents._same_bytes

    def overtaken(*_: object) -> None:
        monkeypatch.setattr(call_documents, "_same_bytes", look)
        with database.session() as quick:
            call_documents.add_document(quick, upload(call_id))

    monkeypatch.setattr(call_documents, "_same_bytes", overtaken)
    assert call_documents.add_document(session, upload(call_id)).id
    assert len(call_documents.documents_of(session, call_id)) == 1


def test_a_document_of_no_call_is_refused(session: Session) -> None:
    with pytest.raises(IntegrityError):
        call_documents.add_document(session, upload(4711))


def test_a_list_reads_neither_bytes_nor_pages(session: Session, call_id: int) -> None:
    call_documents.add_document(session, upload(call_id))
    call_documents.add_document(session, upload(call_id, b"second", "annex.pdf"))
    session.expunge_all()
    asked: list[str] = []
    event.listen(database.engine(), "before_cursor_execute", lambda *seen: asked.append(seen[2]))
    listed = call_documents.documents_of(session, call_id)
    assert [(one.name, one.size, one.page_count) for one in listed] == [
        ("call.pdf", 11, 2),
        ("annex.pdf", 6, 2),
    ]
    assert len(asked) == 1
    assert "call_document.data" not in asked[0]
    assert "call_document.pages" not in asked[0]


def test_a_removed_document_takes_what_was_read_from_it_along(session: Session, call_id: int) -> None:
    stored = call_documents.add_document(session, upload(call_id))
    assert stored.id
    reading = CallReadingCreate(type="t", condition={"type": "t"}, quote="q", start=0, end=1, page=2)
    call_conditions.replace_readings(session, call_id, stored.id, [reading], "1", stored.sha256)
    call_documents.remove_document(session, stored.id)
    assert call_documents.documents_of(session, call_id) == []
    assert call_conditions.readings_of(session) == {}
    with pytest.raises(NotFound, match=str(stored.id)):
        call_documents.document(session, stored.id)


def test_a_document_is_stale_until_this_reader_has_read_it(session: Session, call_id: int) -> None:
    stored = call_documents.add_document(session, upload(call_id))
    assert call_documents.stale_documents(session, "1") == [stored.id]
    call_conditions.replace_readings(session, call_id, stored.id, [], "1", stored.sha256)
    assert call_documents.stale_documents(session, "1") == []
    assert call_documents.stale_documents(session, "2") == [stored.id]

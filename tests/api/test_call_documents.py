"""A call document is checked, kept with its pages, read, and its words are evidence with their page."""

import pytest
from sqlmodel import Session

from api.errors import BadDocument, DocumentTooLarge, status_of
from api.services.checking import call_conditions, call_documents
from api.services.checking.call_conditions import list_conditions
from api.services.checking.check_call import check_call
from store.errors import NotFound
from store.models import CallDocumentPublic
from tests.api import care
from tests.api.pdfs import pdf

FIRST = "This document tells what the call is about and how the applications are assessed."
FILE = pdf(FIRST, f"Conditions of the call. {care.SIZE_QUOTE}")


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)
    care.adult_call(session)
    care.regional_call(session)


def test_a_document_is_kept_and_its_conditions_are_read_with_their_page(session: Session) -> None:
    found = call_documents.upload(session, care.ADULT, "folder/Call 2026.pdf", FILE, by=" A. Person ")
    assert (found.document.name, found.document.page_count) == ("Call 2026.pdf", 2)
    assert (found.document.language, found.document.uploaded_by) == ("en", "A. Person")
    assert (found.known_before, found.readings) == (False, 1)
    size = next(one for one in check_call(session, care.SLUG, care.ADULT).findings if one.read)
    evidence = size.evidence
    assert (size.type, size.value) == ("consortium_size", "at least 4")
    assert (evidence.origin, evidence.document, evidence.page) == ("document", "Call 2026.pdf", 2)
    assert (evidence.document_id, evidence.quote) == (found.document.id, care.SIZE_QUOTE)


def test_the_same_bytes_are_told_and_stored_once(session: Session) -> None:
    first = call_documents.upload(session, care.ADULT, "a.pdf", FILE)
    again = call_documents.upload(session, care.ADULT, "b.pdf", FILE)
    assert (again.known_before, again.document) == (True, first.document)
    assert list_conditions(session, care.ADULT).documents == [first.document]


def test_the_bytes_come_back_and_only_for_their_call(session: Session) -> None:
    stored: CallDocumentPublic = call_documents.upload(session, care.ADULT, "a.pdf", FILE).document
    assert call_documents.document_file(session, care.ADULT, stored.id).data == FILE
    with pytest.raises(NotFound):
        call_documents.document_file(session, care.REGIONAL, stored.id)


def test_a_removed_document_takes_its_readings_along_but_no_decision(session: Session) -> None:
    stored = call_documents.upload(session, care.ADULT, "a.pdf", FILE).document
    call_conditions.confirm(session, care.ADULT, "consortium_size", by="An Officer")
    call_documents.remove_document(session, care.ADULT, stored.id)
    sizes = [one for one in list_conditions(session, care.ADULT).conditions if one.type == "consortium_size"]
    assert [(one.value, one.evidence.origin) for one in sizes] == [("at least 4", "officer")]
    assert sizes[0].decision
    assert sizes[0].decision.source_changed


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 a word file", "not a PDF"),
        (b"", "not a PDF"),
        (b"%PDF-1.7 and then nothing", "a.pdf: "),
        (pdf("", ""), "no text"),
    ],
)
def test_what_is_no_pdf_with_text_is_refused(session: Session, data: bytes, told: str) -> None:
    with pytest.raises(BadDocument, match=told) as refused:
        call_documents.upload(session, care.ADULT, "a.pdf", data)
    assert status_of(refused.value) == 422
    assert list_conditions(session, care.ADULT).documents == []


def test_a_file_that_is_too_large_is_refused_unread(session: Session) -> None:
    with pytest.raises(DocumentTooLarge, match="more than 20 MB") as refused:
        call_documents.upload(session, care.ADULT, "a.pdf", FILE + b" " * call_documents.MOST_BYTES)
    assert status_of(refused.value) == 413

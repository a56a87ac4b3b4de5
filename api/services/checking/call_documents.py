"""Use cases: a call document (PDF) that a person brings in, since a call's rules mostly stand there."""

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadDocument, DocumentTooLarge
from api.services.access.permission import Action, require
from matcher.errors import BadDocument as Unreadable
from matcher.language import guess_language
from matcher.reading import pdf
from matcher.reading.stored import read_document_again
from store import call_documents, queries
from store.call_documents import document
from store.errors import NotFound
from store.models import CallDocument, CallDocumentCreate, CallDocumentPublic
from store.vocabulary import Language

PDF = "application/pdf"
MOST_BYTES = pdf.MOST_BYTES
LOOKED_AT = 20_000
"""Characters of the text that the language is told from."""


class Uploaded(BaseModel):
    """What came of an upload; known_before: the same bytes were there already, and nothing was stored.

    readings: conditions that were read; conflicts: those that contradict each other, of which none counts.
    """

    document: CallDocumentPublic
    known_before: bool
    readings: int
    conflicts: int


def upload(
    session: Session,
    call_name: str,
    name: str,
    data: bytes,
    by: str | None = None,
    language: Language | None = None,
) -> Uploaded:
    """Stores the document with its pages and reads its conditions; `language` None tells it from the text.

    Raises NotFound, BadDocument when it is no PDF with text, and DocumentTooLarge. Then nothing is stored.
    """
    require(session, Action.ADD_DOCUMENT)
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    pages = _pages(name, data)
    new = CallDocumentCreate(
        call_id=call.id,
        name=_plain_name(name),
        media_type=PDF,
        language=language or _language(pages, call.language),
        uploaded_by=by.strip() or None if by else None,
        data=data,
        pages=pages,
    )
    known = {one.id for one in call_documents.documents_of(session, call.id)}
    stored = call_documents.add_document(session, new)
    assert stored.id is not None
    found = read_document_again(session, stored.id)
    shown = next(one for one in call_documents.documents_of(session, call.id) if one.id == stored.id)
    return Uploaded(
        document=shown,
        known_before=shown.id in known,
        readings=len(found.readings),
        conflicts=len(found.conflicts),
    )


def document_file(session: Session, call_name: str, document_id: int) -> CallDocument:
    """The document whole, with its bytes. Raises NotFound, also for a document of another call."""
    require(session, Action.READ_DOCUMENTS)
    found = document(session, document_id)
    if found.call_id != queries.call_by_name(session, call_name).id:
        raise NotFound(f"The call {call_name!r} has no document {document_id}.")
    return found


def remove_document(session: Session, call_name: str, document_id: int) -> None:
    """Deletes a document and what was read from it; what people decided stays. Raises NotFound."""
    require(session, Action.ADD_DOCUMENT)
    document_file(session, call_name, document_id)
    call_documents.remove_document(session, document_id)


def _pages(name: str, data: bytes) -> list[str]:
    try:
        return pdf.pages_of(data)
    except Unreadable as wrong:
        kind = DocumentTooLarge if len(data) > MOST_BYTES else BadDocument
        raise kind(f"{_plain_name(name)}: {wrong}.") from None


def _language(pages: list[str], otherwise: str) -> str:
    guessed = guess_language("\n".join(pages)[:LOOKED_AT])
    return guessed if guessed in list(Language) else otherwise


def _plain_name(name: str) -> str:
    """The file's own name, without folders and signs that no name has."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    return "".join(sign for sign in last if sign.isprintable()).strip()[:200] or "document.pdf"

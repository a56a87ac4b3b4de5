"""Keeping call documents: the file as uploaded and the text of its pages."""

import hashlib
from collections.abc import Collection

from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from store import clock
from store.errors import NotFound
from store.models.call_condition import CallReading
from store.models.call_document import CallDocument, CallDocumentCreate, CallDocumentPublic


def add_document(session: Session, new: CallDocumentCreate) -> CallDocument:
    """Stores the document in a transaction of its own; the same bytes again give the stored one back."""
    sha256 = hashlib.sha256(new.data).hexdigest()
    stored = _same_bytes(session, new.call_id, sha256)
    if stored is not None:
        return stored
    made = CallDocument(
        **dict(new),
        sha256=sha256,
        size=len(new.data),
        page_count=len(new.pages),
        uploaded_at=clock.now(),
    )
    session.add(made)
    try:
        session.commit()
    except IntegrityError:  # another has uploaded it since we looked, or there is no such call
        session.rollback()
        if (stored := _same_bytes(session, new.call_id, sha256)) is None:
            raise
        return stored
    return made


def documents_of(session: Session, call_id: int) -> list[CallDocumentPublic]:
    """The documents of a call, first uploaded first, without bytes and pages."""
    query = select(CallDocument).where(CallDocument.call_id == call_id)
    light = query.options(defer(col(CallDocument.data)), defer(col(CallDocument.pages)))  # type: ignore[arg-type]
    return [
        CallDocumentPublic.model_validate(row) for row in session.exec(light.order_by(col(CallDocument.id)))
    ]


def document(session: Session, document_id: int) -> CallDocument:
    """One document whole. Raises NotFound."""
    found = session.get(CallDocument, document_id)
    if found is None:
        raise NotFound(f"No call document {document_id} in the store; it may have been removed.")
    return found


def remove_document(session: Session, document_id: int) -> None:
    """Deletes a document and what was read from it; what people decided stays. Raises NotFound."""
    found = document(session, document_id)
    session.execute(delete(CallReading).where(col(CallReading.document_id) == document_id))
    session.delete(found)
    session.commit()


def stale_documents(session: Session, reader: str, call_ids: Collection[int] | None = None) -> list[int]:
    """Ids of the documents of these calls, or of all, that this version of the reader has not read."""
    query = select(CallDocument.id).where(col(CallDocument.reader).is_distinct_from(reader))
    if call_ids is not None:
        query = query.where(col(CallDocument.call_id).in_(call_ids))
    return [key for key in session.exec(query.order_by(col(CallDocument.id))) if key is not None]


def _same_bytes(session: Session, call_id: int, sha256: str) -> CallDocument | None:
    query = select(CallDocument).where(CallDocument.call_id == call_id, CallDocument.sha256 == sha256)
    return session.exec(query).one_or_none()

"""Reads the stored calls and call documents that are new or changed, or that an earlier reader has read."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sqlmodel import Session

from matcher.reading import Reading, Reads, read, read_pages
from store import call_conditions, call_documents
from store.call_conditions import CallTexts
from store.models import CallReadingCreate

ROOM = Path(__file__).parent
CONDITIONS = ROOM.parent / "eligibility" / "conditions.py"
READ_BY = (".py", ".yaml")
AT_ONCE = 500
"""Calls whose texts are held in memory at a time."""


class Counted(NamedTuple):
    """How many calls and documents were read."""

    calls: int
    documents: int


@lru_cache(maxsize=1)
def reader() -> str:
    """The version of the reader: a mark of its words and code and of the conditions it reads."""
    mark = hashlib.sha256(CONDITIONS.read_bytes())
    for path in sorted(path for path in ROOM.rglob("*") if path.suffix in READ_BY):
        mark.update(path.read_bytes())
    return mark.hexdigest()[:16]


def read_stored(
    session: Session,
    call_ids: Collection[int] | None = None,
    *,
    at_most: int | None = None,
    again: bool = False,
) -> Counted:
    """Reads these calls, or all, as far as they need it, and keeps what was found; at most so many calls.

    again: also those that this reader has read.
    """
    if again:
        call_conditions.forget_reader(session, call_ids)
    calls = 0
    while at_most is None or calls < at_most:
        limit = AT_ONCE if at_most is None else min(AT_ONCE, at_most - calls)
        stale = call_conditions.stale_calls(session, reader(), limit, call_ids)
        for texts in stale:
            found = _of_texts(texts)
            call_conditions.replace_readings(
                session, texts.id, None, creates(found), reader(), texts.texts_hash
            )
        calls += len(stale)
        if len(stale) < limit:
            break
    documents = call_documents.stale_documents(session, reader(), call_ids)
    for key in documents:
        read_document_again(session, key)
    return Counted(calls, len(documents))


def read_document_again(session: Session, document_id: int) -> Reads:
    """Reads one stored document and keeps what was found. Raises store.errors.NotFound."""
    document = call_documents.document(session, document_id)
    call_id, pages, language, mark = document.call_id, document.pages, document.language, document.sha256
    found = read_pages(pages, language)
    call_conditions.replace_readings(session, call_id, document_id, creates(found.readings), reader(), mark)
    return found


def creates(readings: Iterable[Reading]) -> list[CallReadingCreate]:
    """Readings as the store keeps them."""
    return [
        CallReadingCreate(
            type=reading.condition.type,
            condition=reading.condition.model_dump(mode="json", exclude_defaults=True)
            | {"type": reading.condition.type},
            quote=reading.quote,
            start=reading.start,
            end=reading.end,
            field=reading.field,
            page=reading.page,
        )
        for reading in readings
    ]


def _of_texts(texts: CallTexts) -> Sequence[Reading]:
    """Readings of both texts of a call, those of the description first."""
    found = list(read(texts.description, texts.language, "description").readings)
    if texts.conditions:
        found += read(texts.conditions, texts.language, "conditions").readings
    return found

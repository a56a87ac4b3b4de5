"""Conditions that belong to calls: those read from their texts and documents, and those people decided on.

Readings come and go with the text and the reader. Decisions stay: no crawl and no reader touches them.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import delete, insert, or_, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.call_texts import stands_in
from store.models.call import Call
from store.models.call_condition import (
    CallDecision,
    CallDecisionCreate,
    CallRead,
    CallReading,
    CallReadingCreate,
    CallReadingPublic,
)
from store.models.call_document import CallDocument


class CallTexts(NamedTuple):
    """The texts of one call to read; hand `texts_hash` back to `replace_readings`."""

    id: int
    language: str
    description: str
    conditions: str | None
    texts_hash: str


def stale_calls(
    session: Session, reader: str, limit: int | None = None, call_ids: Collection[int] | None = None
) -> list[CallTexts]:
    """Of these calls, or all, those whose texts this version of the reader has not read as they stand now.

    Oldest first.
    """
    columns = (Call.id, Call.language, Call.description, Call.conditions, Call.texts_hash)
    query = select(*columns).outerjoin(CallRead, col(CallRead.call_id) == col(Call.id))  # type: ignore[call-overload]
    if call_ids is not None:
        query = query.where(col(Call.id).in_(call_ids))
    unread = or_(
        col(CallRead.reader).is_distinct_from(reader),
        col(CallRead.text_hash).is_distinct_from(col(Call.texts_hash)),
    )
    return [CallTexts(*row) for row in session.execute(query.where(unread).order_by(Call.id).limit(limit))]


def forget_reader(session: Session, call_ids: Collection[int] | None = None) -> None:
    """Marks these calls and their documents, or all, as not read, so that they are read again; commits."""
    calls, documents = delete(CallRead), update(CallDocument).values(reader=None)
    if call_ids is not None:
        calls = calls.where(col(CallRead.call_id).in_(call_ids))
        documents = documents.where(col(CallDocument.call_id).in_(call_ids))
    session.execute(calls)
    session.execute(documents)
    session.commit()


def replace_readings(
    session: Session,
    call_id: int,
    document_id: int | None,
    readings: Sequence[CallReadingCreate],
    reader: str,
    text_hash: str,
) -> None:
    """Puts these readings in place of the earlier ones of the call's texts, or of that document.

    One transaction of its own; of two at once the later one stays.
    """
    try:
        _replace(session, call_id, document_id, readings, reader, text_hash)
    except IntegrityError:  # another has read the call for the first time since we looked
        session.rollback()
        _replace(session, call_id, document_id, readings, reader, text_hash)


def _replace(
    session: Session,
    call_id: int,
    document_id: int | None,
    readings: Sequence[CallReadingCreate],
    reader: str,
    text_hash: str,
) -> None:
    moment = clock.now()
    if document_id is None:
        marked = update(CallRead).where(col(CallRead.call_id) == call_id)
        done = session.execute(marked.values(reader=reader, text_hash=text_hash, read_at=moment))
        if not done.rowcount:  # type: ignore[attr-defined]
            session.add(CallRead(call_id=call_id, reader=reader, text_hash=text_hash, read_at=moment))
            session.flush()
    else:
        session.execute(update(CallDocument).where(col(CallDocument.id) == document_id).values(reader=reader))
    earlier = col(CallReading.document_id).is_not_distinct_from(document_id)
    session.execute(delete(CallReading).where(col(CallReading.call_id) == call_id, earlier))
    if readings:
        of_all = {
            "call_id": call_id,
            "document_id": document_id,
            "reader": reader,
            "text_hash": text_hash,
            "read_at": moment,
        }
        session.execute(insert(CallReading), [dict(reading) | of_all for reading in readings])
    session.commit()


def readings_of(
    session: Session, call_ids: Collection[int] | None = None
) -> dict[int, list[CallReadingPublic]]:
    """Readings by call, in the order of the text, those of documents last; None asks for all calls."""
    reading, document = CallReading, CallDocument
    columns = (
        *(reading.id, reading.call_id, reading.type, reading.condition, reading.quote, reading.start),
        *(reading.end, reading.field, reading.page, reading.document_id),
        *(document.name, reading.reader, reading.read_at),
    )
    query = select(*columns).outerjoin(document, col(document.id) == col(reading.document_id))  # type: ignore[call-overload]
    if call_ids is not None:
        query = query.where(col(reading.call_id).in_(call_ids))
    in_order = query.order_by(reading.call_id, col(reading.document_id).asc().nulls_first(), reading.id)
    found: dict[int, list[CallReadingPublic]] = {}
    for row in session.execute(in_order):
        found.setdefault(row[1], []).append(CallReadingPublic(*row))
    return found


def decide(session: Session, decision: CallDecisionCreate) -> CallDecision:
    """Stores the decision in place of the earlier one for the same call, type and coalition (or for all)."""
    try:
        return _decide(session, decision)
    except IntegrityError:  # another has decided first since we looked
        session.rollback()
        return _decide(session, decision)


def _decide(session: Session, decision: CallDecisionCreate) -> CallDecision:
    stored = _decision(session, decision.call_id, decision.type, decision.coalition_id)
    if stored is None:
        stored = CallDecision(**dict(decision), decided_at=clock.now())
    else:
        for name, value in dict(decision).items():
            setattr(stored, name, value)
        stored.decided_at = clock.now()
    session.add(stored)
    session.commit()
    return stored


def withdraw_decision(session: Session, call_id: int, type: str, coalition_id: int | None) -> bool:
    """Takes a decision back, so that what was read holds again; whether there was one."""
    stored = _decision(session, call_id, type, coalition_id)
    if stored is not None:
        session.delete(stored)
        session.commit()
    return stored is not None


def decisions_of(
    session: Session, call_ids: Collection[int] | None = None, coalition_id: int | None = None
) -> dict[int, list[CallDecision]]:
    """Decisions by call: those for all, then the coalition's own; call_ids None asks for all calls."""
    owner = col(CallDecision.coalition_id)
    query = select(CallDecision).where(or_(owner.is_(None), owner == coalition_id))
    if call_ids is not None:
        query = query.where(col(CallDecision.call_id).in_(call_ids))
    found: dict[int, list[CallDecision]] = {}
    for decision in session.exec(query.order_by(owner.is_not(None), col(CallDecision.id))):
        found.setdefault(decision.call_id, []).append(decision)
    return found


def source_changed(session: Session, decisions: Iterable[CallDecision]) -> frozenset[int]:
    """Ids of those decisions whose quote no longer stands in the call's texts or documents.

    A decision without a quote rests on no words, so none of them can change.
    """
    resting = [decision for decision in decisions if decision.quote]
    texts = _texts(session, {decision.call_id for decision in resting})
    return frozenset(
        decision.id
        for decision in resting
        if decision.id is not None and not stands_in(decision.quote or "", texts.get(decision.call_id, ()))
    )


def _texts(session: Session, call_ids: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    query = select(Call.id, Call.description, Call.conditions).where(col(Call.id).in_(call_ids))
    for key, description, conditions in session.exec(query):
        assert key is not None
        found[key] = [description, conditions or ""]
    pages = select(CallDocument.call_id, CallDocument.pages).where(col(CallDocument.call_id).in_(call_ids))
    for key, of_document in session.exec(pages):
        found[key].append("\n".join(of_document))
    return found


def _decision(session: Session, call_id: int, type: str, coalition_id: int | None) -> CallDecision | None:
    same = col(CallDecision.coalition_id).is_not_distinct_from(coalition_id)
    query = select(CallDecision).where(CallDecision.call_id == call_id, CallDecision.type == type, same)
    return session.exec(query).one_or_none()

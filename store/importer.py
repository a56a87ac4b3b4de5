"""Puts calls into the store: insert, update or unchanged; a change record per field; never deletes."""

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from pydantic_core import to_jsonable_python
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from store import call_dates
from store.call_texts import texts_hash
from store.models.call import MAPPED_FIELDS, Call, CallCreate
from store.models.change import Change

VOLATILE_PREFIX = "es"
VOLATILE_KEYS = frozenset({"weight", "score", "checksum"})


class ImportResult(StrEnum):
    """What an import did to one call."""

    INSERTED = "inserted"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Imported:
    """The call after import, what was done, and which mapped fields changed."""

    call: Call
    result: ImportResult
    changed: tuple[str, ...] = field(default=())


def save_call(session: Session, new: CallCreate, run_id: int | None = None) -> Imported:
    """Inserts or updates one call by (source, external_id) in one transaction of its own.

    A call whose mapped fields are all as before is unchanged: only `fetched_at` moves on
    (and the raw record, whose volatile keys are no news). Whatever is raised, nothing of the call is kept.
    """
    try:
        return _save(session, new, run_id)
    except IntegrityError:  # another crawl has stored the call since we looked
        return _save(session, new, run_id)


def _save(session: Session, new: CallCreate, run_id: int | None) -> Imported:
    try:
        outcome = _put(session, new, run_id)
        session.commit()
    except BaseException:
        session.rollback()
        raise
    return outcome


def _put(session: Session, new: CallCreate, run_id: int | None) -> Imported:
    stored = session.exec(
        select(Call).where(Call.source == new.source, Call.external_id == new.external_id)
    ).one_or_none()
    if stored is None:
        return Imported(_insert(session, new), ImportResult.INSERTED)
    changed = _update(session, stored, new, run_id)
    return Imported(stored, ImportResult.UPDATED if changed else ImportResult.UNCHANGED, changed)


def _insert(session: Session, new: CallCreate) -> Call:
    call = Call(
        **dict(new),
        raw_hash=hash_of(new.raw),
        texts_hash=texts_hash(new.language, new.description, new.conditions),
        opens_at=call_dates.opens_at(new.opening_date, new.time_zone),
        closes_at=call_dates.closes_at(new.cut_offs),
        created_at=new.fetched_at,
        last_modified_at=new.fetched_at,
    )
    session.add(call)
    return call


def _update(session: Session, stored: Call, new: CallCreate, run_id: int | None) -> tuple[str, ...]:
    assert stored.id is not None
    changed = tuple(name for name in MAPPED_FIELDS if getattr(stored, name) != getattr(new, name))
    for name in changed:
        session.add(
            Change(
                call_id=stored.id,
                field=name,
                old=to_jsonable_python(getattr(stored, name)),
                new=to_jsonable_python(getattr(new, name)),
                changed_at=new.fetched_at,
                run_id=run_id,
            )
        )
        setattr(stored, name, getattr(new, name))
    if changed:
        stored.opens_at = call_dates.opens_at(new.opening_date, new.time_zone)
        stored.closes_at = call_dates.closes_at(new.cut_offs)
        stored.texts_hash = texts_hash(new.language, new.description, new.conditions)
        stored.last_modified_at = new.fetched_at
    raw_hash = hash_of(new.raw)
    if raw_hash != stored.raw_hash:
        stored.raw, stored.raw_hash = new.raw, raw_hash
    stored.fetched_at, stored.source_url = new.fetched_at, new.source_url
    stored.source_status_text = new.source_status_text
    session.add(stored)
    return changed


def hash_of(raw: dict[str, Any]) -> str:
    """SHA-256 of a raw record without its volatile keys (`es*`, `weight`, ...), at any depth."""
    text = json.dumps(_lasting(raw), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _lasting(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _lasting(v) for k, v in value.items() if not _is_volatile(k)}
    if isinstance(value, list):
        return [_lasting(v) for v in value]
    return value


def _is_volatile(key: str) -> bool:
    return key.startswith(VOLATILE_PREFIX) or key in VOLATILE_KEYS

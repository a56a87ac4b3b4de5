"""Reads vectors out of the store, made ready for ranking and explaining."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from sqlmodel import Session, col, select

from matcher.encoder import EngineKey, Vectors
from matcher.explain import CallPassages
from matcher.from_store import profile_of
from matcher.passages import Passage
from matcher.profile import EmbeddedProfile
from matcher.stored_texts import Kind
from store.models import Call, Coalition, Vector
from store.vocabulary import VectorOwner


def embedded_profile(session: Session, coalition: Coalition, engine: EngineKey) -> EmbeddedProfile:
    """The coalition with its vectors of `engine`, which have to be there."""
    profile = profile_of(coalition)
    query = select(Vector.kind, Vector.ref, Vector.data).where(
        Vector.owner == VectorOwner.COALITION, Vector.owner_id == coalition.id, Vector.engine == str(engine)
    )
    stored = {(kind, ref): _vector(data) for kind, ref, data in session.exec(query)}
    whole = stored[Kind.WHOLE, None]
    aims = [stored[aim.kind.value, aim.ref] for aim in profile.aims]
    return EmbeddedProfile(profile, whole, _stacked(aims, len(whole)))


def whole_vectors(session: Session, engine: EngineKey) -> Mapping[int, Vectors]:
    """Call id -> the one vector of the call."""
    query = select(Vector.owner_id, Vector.data).where(
        Vector.owner == VectorOwner.CALL, Vector.engine == str(engine), Vector.kind == Kind.WHOLE
    )
    return {call_id: _vector(data) for call_id, data in session.exec(query)}


def call_passages(session: Session, calls: Sequence[Call], engine: EngineKey) -> Mapping[int, CallPassages]:
    """Call id -> the call's description, passages and their vectors, for the calls given."""
    query = select(Vector).where(
        Vector.owner == VectorOwner.CALL,
        Vector.engine == str(engine),
        Vector.kind == Kind.PASSAGE,
        col(Vector.owner_id).in_([call.id for call in calls]),
    )
    rows: defaultdict[int, list[Vector]] = defaultdict(list)
    for row in session.exec(query.order_by(col(Vector.owner_id), col(Vector.position))):
        rows[row.owner_id].append(row)
    return {call.id: _passages(call, rows[call.id]) for call in calls if call.id is not None}


def _passages(call: Call, rows: Sequence[Vector]) -> CallPassages:
    spans = [Passage(row.start, row.end) for row in rows if row.start is not None and row.end is not None]
    return CallPassages(
        call.description, call.language, spans, _stacked([_vector(row.data) for row in rows], 0)
    )


def _vector(data: bytes) -> Vectors:
    return np.frombuffer(data, dtype="<f4").astype(np.float32)


def _stacked(vectors: Sequence[Vectors], dimensions: int) -> Vectors:
    return np.stack(vectors) if vectors else np.empty((0, dimensions), dtype=np.float32)

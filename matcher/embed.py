"""Keep the store's vectors in step with its texts: only what is new or changed is embedded."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sqlalchemy import delete
from sqlmodel import Session, col, select

from matcher.encoder import Encoder, EncoderFactory, EngineKey
from matcher.load import engine_key
from matcher.progress import OnProgress, silent
from matcher.stored_texts import StoredText, texts_of_call, texts_of_coalition
from store.models import Call, Coalition, Vector
from store.vocabulary import VectorOwner

BATCH = 32
"""Texts embedded, about, before they are committed: what is done stays done when the work is stopped."""

OwnerKey = tuple[VectorOwner, int]
Place = tuple[str, int, str, str, str | None, int | None, int | None]
"""Kind, position, language, hash, ref, start and end: what a stored vector has to agree in."""


class Embedded(NamedTuple):
    """How many texts were embedded, and the ids of the calls that were left for another time."""

    texts: int
    left: frozenset[int]


@dataclass
class _Owner:
    """A call or coalition, its texts that want a vector, and the vectors it has, by hash of their text."""

    key: OwnerKey
    language: str
    texts: Sequence[StoredText]
    kept: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def is_call(self) -> bool:
        """Whether it is a call; else it is a coalition."""
        return self.key[0] is VectorOwner.CALL

    def places(self) -> set[Place]:
        return {(t.kind, t.position, self.language, t.hash, t.ref, t.start, t.end) for t in self.texts}

    def missing(self) -> dict[str, str]:
        """Hash -> text of what has to be embedded."""
        return {text.hash: text.text for text in self.texts if text.hash not in self.kept}


def embed_missing(
    session: Session,
    encoder_factory: EncoderFactory,
    on_progress: OnProgress = silent,
    engine: EngineKey | None = None,
    *,
    at_most: int | None = None,
    only: Sequence[Call | Coalition] | None = None,
) -> Embedded:
    """Embed every text of the calls and coalitions whose vector is missing or outdated; commits as it goes.

    `encoder_factory` is called only when something is missing; `engine` is the key of the encoder it makes,
    by default of the one that the settings name. When calls miss more than `at_most` texts (None: no limit),
    they are left and only coalitions are embedded. `only` names the calls and coalitions to look at
    (None: all). Raises EngineUnavailable.
    """
    engine = engine or engine_key()
    outdated = _outdated(session, engine, only)
    left: frozenset[int] = frozenset()
    waiting = [owner for owner in outdated if owner.is_call]
    if at_most is not None and sum(len(owner.missing()) for owner in waiting) > at_most:
        left = frozenset(owner.key[1] for owner in waiting)
        outdated = [owner for owner in outdated if not owner.is_call]
    total = sum(len(owner.missing()) for owner in outdated)
    if total:
        on_progress(0, total)
    encoder = encoder_factory() if total else None
    if encoder is not None and encoder.key != engine:
        raise ValueError(f"the encoder is {encoder.key}, its vectors were to be kept as {engine}")
    done = 0
    for owners in _batches(outdated):
        missing = {key: text for owner in owners for key, text in owner.missing().items()}
        fresh = _encoded(encoder, owners[0].key[0], missing) if encoder is not None else {}
        for owner in owners:
            _store(session, owner, {**owner.kept, **fresh}, engine)
        session.commit()
        done += sum(len(owner.missing()) for owner in owners)
        on_progress(done, total)
    return Embedded(done, left)


def _outdated(session: Session, engine: EngineKey, only: Sequence[Call | Coalition] | None) -> list[_Owner]:
    stored = _stored_places(session, engine)
    looked_at = _all_owners(session) if only is None else map(_owner_of, only)
    owners = [owner for owner in looked_at if owner.places() != stored.get(owner.key, set())]
    for owner in owners:
        owner.kept = _kept(session, owner.key, engine)
    return owners


def _all_owners(session: Session) -> Iterator[_Owner]:
    columns = select(Call.id, Call.title, Call.description, Call.language).order_by(col(Call.id))
    for number, title, description, language in session.exec(columns):
        yield _call_owner(number or 0, title, description, language)
    yield from map(_owner_of, session.exec(select(Coalition).order_by(col(Coalition.id))))


def _owner_of(stored: Call | Coalition) -> _Owner:
    if isinstance(stored, Call):
        return _call_owner(stored.id or 0, stored.title, stored.description, stored.language)
    texts = tuple(texts_of_coalition(stored))
    return _Owner((VectorOwner.COALITION, stored.id or 0), stored.language.value, texts)


def _call_owner(number: int, title: str, description: str, language: str) -> _Owner:
    return _Owner((VectorOwner.CALL, number), language, tuple(texts_of_call(title, description)))


def _stored_places(session: Session, engine: EngineKey) -> dict[OwnerKey, set[Place]]:
    fields = (
        Vector.kind,
        Vector.position,
        Vector.language,
        Vector.text_hash,
        Vector.ref,
        Vector.start,
        Vector.end,
    )
    query = select(Vector.owner, Vector.owner_id, *fields).where(Vector.engine == str(engine))  # type: ignore[call-overload]
    places: defaultdict[OwnerKey, set[Place]] = defaultdict(set)
    for owner, owner_id, *place in session.exec(query):
        places[owner, owner_id].add(tuple(place))
    return places


def _kept(session: Session, key: OwnerKey, engine: EngineKey) -> dict[str, bytes]:
    owner, owner_id = key
    query = select(Vector.text_hash, Vector.data).where(
        Vector.owner == owner, Vector.owner_id == owner_id, Vector.engine == str(engine)
    )
    return dict(session.exec(query).all())


def _batches(owners: Sequence[_Owner]) -> Iterator[list[_Owner]]:
    """Owners of one kind together, up to about BATCH texts to embed."""
    batch: list[_Owner] = []
    waiting = 0
    for owner in owners:
        if batch and (waiting >= BATCH or owner.key[0] is not batch[0].key[0]):
            yield batch
            batch, waiting = [], 0
        batch.append(owner)
        waiting += len(owner.missing())
    if batch:
        yield batch


def _encoded(encoder: Encoder, kind: VectorOwner, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Hash -> little-endian float32 bytes; what coalitions say are queries, what calls say are passages."""
    if not texts:
        return {}
    encode = encoder.encode_passages if kind is VectorOwner.CALL else encoder.encode_queries
    vectors = encode(list(texts.values())).astype("<f4")
    return {key: vector.tobytes() for key, vector in zip(texts, vectors, strict=True)}


def _store(session: Session, owner: _Owner, data: Mapping[str, bytes], engine: EngineKey) -> None:
    """Put the owner's vectors of this engine in place of those it had."""
    kind, number = owner.key
    session.exec(
        delete(Vector).where(
            col(Vector.owner) == kind, col(Vector.owner_id) == number, col(Vector.engine) == str(engine)
        )
    )
    session.add_all(
        Vector(
            owner=kind,
            owner_id=number,
            engine=str(engine),
            kind=text.kind.value,
            position=text.position,
            ref=text.ref,
            start=text.start,
            end=text.end,
            language=owner.language,
            text_hash=text.hash,
            data=data[text.hash],
        )
        for text in owner.texts
    )

"""Which texts of a call or coalition get a vector in the store, and under which key."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from matcher.documents import document_text
from matcher.from_store import profile_of
from matcher.passages import passage_text, split_passages, worth_embedding
from matcher.profile import AimKind, profile_text
from store.models import Coalition


class Kind(StrEnum):
    """What a stored vector stands for."""

    WHOLE = "whole"
    PASSAGE = "passage"
    GOAL = "goal"
    NEED = "need"


@dataclass(frozen=True)
class StoredText:
    """One text to embed: `position` counts within its kind; start and end are its span in the description."""

    kind: Kind
    position: int
    text: str
    ref: str | None = None
    start: int | None = None
    end: int | None = None

    @property
    def hash(self) -> str:
        """SHA-256 of the text: the vector holds as long as this stays."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def texts_of_call(title: str, description: str) -> Iterator[StoredText]:
    """The whole call, then the passages of its description."""
    yield StoredText(Kind.WHOLE, 0, document_text(title, description))
    passages = filter(worth_embedding, split_passages(description))
    for position, passage in enumerate(passages):
        text = passage_text(description, passage)
        yield StoredText(Kind.PASSAGE, position, text, start=passage.start, end=passage.end)


def texts_of_coalition(coalition: Coalition) -> Iterator[StoredText]:
    """The whole coalition, then its goals and needs."""
    profile = profile_of(coalition)
    yield StoredText(Kind.WHOLE, 0, profile_text(profile))
    for kind in AimKind:
        aims = [aim for aim in profile.aims if aim.kind is kind]
        for position, aim in enumerate(aims):
            yield StoredText(Kind(kind.value), position, aim.text, ref=aim.ref)

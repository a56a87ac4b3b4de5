"""A stored vector: the embedding of one text by one engine, made again only when the text changes."""

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import Word
from store.vocabulary import VectorOwner


class Vector(SQLModel, table=True):
    """float32 little-endian bytes of one text; engines are never mixed, so the engine is part of the key.

    kind: what the text is (`whole`, `passage`, `goal`, `need`); position: its order within the kind;
    start, end: span in the owner's text when it is a passage; ref: slug of the goal or need.
    """

    __table_args__ = (UniqueConstraint("owner", "owner_id", "engine", "kind", "position"),)

    id: int | None = Field(default=None, primary_key=True)
    owner: VectorOwner = Field(sa_type=Word(VectorOwner))
    owner_id: int = Field(index=True)
    engine: str = Field(description="name and version of the encoder")
    kind: str
    position: int = 0
    ref: str | None = None
    start: int | None = None
    end: int | None = None
    language: str
    text_hash: str = Field(description="SHA-256 of the text as it was embedded")
    data: bytes

"""A call document: a file that a person uploads because the call's rules stand there."""

from datetime import datetime

from sqlmodel import Field, SQLModel, UniqueConstraint

from store.models.columns import JsonOf, Moment


class CallDocumentBase(SQLModel):
    """What is known of the file; size in bytes."""

    call_id: int = Field(foreign_key="call.id", index=True)
    name: str = Field(description="file name as uploaded")
    media_type: str
    language: str = Field(description="language of the text, ISO 639-1")
    uploaded_by: str | None = None


class CallDocumentCreate(CallDocumentBase):
    """A document as uploaded: its bytes, and the text of each page in order."""

    data: bytes
    pages: list[str]


class CallDocument(CallDocumentBase, table=True):
    """A stored document, the same bytes once for a call. `reader`: version that read its conditions."""

    __tablename__ = "call_document"
    __table_args__ = (UniqueConstraint("call_id", "sha256"),)

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(description="of the bytes, hexadecimal")
    size: int
    page_count: int
    pages: list[str] = Field(sa_type=JsonOf(list[str]))
    data: bytes
    reader: str | None = None
    uploaded_at: datetime = Field(sa_type=Moment)


class CallDocumentPublic(CallDocumentBase):
    """What a reader or a machine sees of a document in a list."""

    id: int
    sha256: str
    size: int
    page_count: int
    uploaded_at: datetime

"""Use case: read the conditions out of the stored calls and call documents."""

from collections.abc import Collection

from pydantic import BaseModel
from sqlmodel import Session

from matcher.reading import stored


class ReadCount(BaseModel):
    """How many calls and call documents were read, because they or the reader were new or changed."""

    calls: int
    documents: int


def read_calls(
    session: Session, call_ids: Collection[int] | None = None, *, again: bool = False
) -> ReadCount:
    """Reads these calls, or all, as far as they need it, or `again`; what people decided stays as it is."""
    return ReadCount(**stored.read_stored(session, call_ids, again=again)._asdict())

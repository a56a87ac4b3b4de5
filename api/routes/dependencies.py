"""What every route takes by name."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends
from sqlmodel import Session

from store import database


def open_session() -> Iterator[Session]:
    """One session a request."""
    with database.session() as session:
        yield session


SessionDep = Annotated[Session, Depends(open_session)]

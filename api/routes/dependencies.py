"""What every route takes by name: a session that belongs to whoever asks."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends
from sqlmodel import Session
from starlette.requests import Request

from api.services.access.actor import Actor, act_as
from api.services.access.sessions import actor_for
from store import database

SESSION_COOKIE = "koalitio_session"


def open_database() -> Iterator[Session]:
    """One session a request, of nobody yet."""
    with database.session() as session:
        yield session


OpenDep = Annotated[Session, Depends(open_database, scope="function")]
"""Ends before the answer goes out, so that nobody who reads slowly holds a connection."""


def who_asks(request: Request, session: OpenDep) -> Actor:
    """The account whose session the browser's cookie names, else a stranger.

    The connection is given back, since the body is still to come, as slowly as whoever sends it likes.
    """
    actor = actor_for(session, request.cookies.get(SESSION_COOKIE))
    session.close()
    return actor


def open_session(
    request: Request,
    session: OpenDep,
    actor: Annotated[Actor, Depends(who_asks)],
) -> Session:
    """The session of this request, acting for whoever asks; pages find it as `request.state.session`."""
    act_as(session, actor)
    request.state.session = session
    return session


SessionDep = Annotated[Session, Depends(open_session)]

"""Who a request comes from, for what pages show; what may be done is asked of the services."""

from sqlmodel import Session
from starlette.requests import Request

from api.services.access.actor import STRANGER, Actor, actor_of


def session_of(request: Request) -> Session | None:
    """The database session of this request; None before any page was asked (refused, no such address)."""
    found = getattr(request.state, "session", None)
    assert found is None or isinstance(found, Session)
    return found


def actor_of_request(request: Request) -> Actor:
    """Who asks; a stranger where no page was asked."""
    session = session_of(request)
    return actor_of(session) if session else STRANGER

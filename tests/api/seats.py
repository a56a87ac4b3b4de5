"""People for tests of what members do: who asks, by role, and the seats that members answer from."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlmodel import Session

from api.services.access import member_links
from api.services.access.actor import Actor, act_as, actor_of
from api.services.members.member_seat import Seat, seat_by_link
from store.vocabulary import Role
from tests.api import care

BASE = "http://localhost:8000"


def actor(role: Role, name: str = "", member: str = "", slug: str = care.SLUG, number: int = 1) -> Actor:
    """Somebody signed in with that role in the coalition, speaking for that member if one is named."""
    return Actor(
        "account",
        name=name or role.value,
        account_id=number,
        roles={slug: frozenset({role})},
        member_of={slug: member} if member else {},
    )


@contextmanager
def asking(session: Session, who: Actor) -> Iterator[None]:
    """The session acts for them."""
    before = actor_of(session)
    act_as(session, who)
    try:
        yield
    finally:
        act_as(session, before)


def token(session: Session, member: str = "college", slug: str = care.SLUG) -> str:
    """The secret of a new link of the member."""
    return member_links.make(session, slug, member, BASE).rpartition("/")[2]


def seat(session: Session, member: str = "college", slug: str = care.SLUG) -> Seat:
    """The seat of a member that came by its link; the session goes on as it was."""
    before = actor_of(session)
    found = seat_by_link(session, token(session, member, slug))
    act_as(session, before)
    return found

"""Who answers for a member: somebody with its link, or a signed-in person who speaks for it.

A seat is proof: whoever has one may read and answer what is the member's, and nothing else.
"""

from dataclasses import dataclass

from sqlmodel import Session

from api.services.access import member_links
from api.services.access.actor import Actor, act_as
from api.services.access.permission import Action, require
from store import coalitions
from store.models import Coalition, Member
from store.vocabulary import Language


@dataclass(frozen=True)
class Seat:
    """One member's place in one coalition; `by` is how its answers are signed.

    slug: the coalition's; language: of its texts.
    """

    slug: str
    coalition_id: int
    coalition_name: str
    language: Language
    member: str
    member_name: str
    by: str


def seat_by_link(session: Session, token: str) -> Seat:
    """The seat that a link gives; the session acts for that member from here on.

    Raises LinkExpired, also when the member has left the coalition.
    """
    held = member_links.holder(session, token)
    guest = Actor("guest", name=held.member_name, member_of={held.coalition_slug: held.member_slug})
    seat = _seat_of(session, held.coalition_slug, guest)
    assert seat is not None
    act_as(session, guest)
    return seat


def seat_by_account(session: Session, slug: str) -> Seat | None:
    """The seat of who is signed in; None when the person speaks for no member of the coalition.

    Raises what `access.permission.require` does, also for one who has another role there.
    """
    actor = require(session, Action.CONFIRM_OWN_ROLE, slug)
    return _seat_of(session, slug, actor)


def seat_if_any(session: Session, slug: str) -> Seat | None:
    """The seat of who is signed in, for pages that all of the coalition's people see; None for no member."""
    return _seat_of(session, slug, require(session, Action.READ_WORK, slug))


def _seat_of(session: Session, slug: str, actor: Actor) -> Seat | None:
    stored = coalitions.coalition_by_slug(session, slug)
    member = _member(stored, actor.member_of.get(slug, ""))
    return None if member is None else _seat(stored, member, actor.name)


def _member(coalition: Coalition, slug: str) -> Member | None:
    return next((one for one in coalition.members if one.slug == slug), None)


def _seat(coalition: Coalition, member: Member, by: str) -> Seat:
    assert coalition.id is not None
    return Seat(
        slug=coalition.slug,
        coalition_id=coalition.id,
        coalition_name=coalition.name,
        language=coalition.language,
        member=member.slug,
        member_name=member.name,
        by=by,
    )

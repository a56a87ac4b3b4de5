"""A seat is got by a link that works, or by an account that speaks for a member; by nothing else."""

import pytest
from sqlmodel import Session

from api.errors import Forbidden, LinkExpired, SignInNeeded
from api.services.access import member_links
from api.services.access.actor import STRANGER, actor_of
from api.services.access.permission import Action, may
from api.services.members.member_seat import seat_by_account, seat_by_link, seat_if_any
from api.services.profile.coalitions import show_coalition
from store.coalitions import save_coalition
from store.errors import NotFound
from store.vocabulary import Role
from tests import builders
from tests.api import care, seats


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)


def test_a_link_gives_the_seat_of_its_member_and_nothing_else(session: Session) -> None:
    token = seats.token(session)
    with seats.asking(session, STRANGER):
        seat = seat_by_link(session, token)
        assert (seat.slug, seat.member, seat.by) == (care.SLUG, "college", "Sample College")
        assert actor_of(session).kind == "guest"
        assert [action for action in Action if may(session, action, care.SLUG)] == []
        with pytest.raises(SignInNeeded):
            show_coalition(session, care.SLUG)


def test_a_revoked_and_an_unknown_link_give_none(session: Session) -> None:
    token = seats.token(session)
    (link,) = member_links.links_of(session, care.SLUG)
    member_links.revoke(session, care.SLUG, link.id)
    for one in (token, "guessed"):
        with pytest.raises(LinkExpired):
            seat_by_link(session, one)


def test_the_link_of_a_member_that_has_left_gives_none(session: Session) -> None:
    token = seats.token(session)
    care.coalition(session, members=care.members()[:1])
    with pytest.raises(LinkExpired):
        seat_by_link(session, token)


def test_a_signed_in_member_speaks_for_its_member(session: Session) -> None:
    with seats.asking(session, seats.actor(Role.MEMBER, "Maija", "college")):
        seat = seat_by_account(session, care.SLUG)
        assert seat is not None
        assert (seat.member, seat.by) == ("college", "Maija")


def test_who_speaks_for_nobody_has_no_seat(session: Session) -> None:
    with seats.asking(session, seats.actor(Role.MEMBER)):
        assert seat_by_account(session, care.SLUG) is None
    with seats.asking(session, seats.actor(Role.LEAD)):
        assert seat_if_any(session, care.SLUG) is None
        with pytest.raises(Forbidden):
            seat_by_account(session, care.SLUG)


def test_another_coalition_is_not_there(session: Session) -> None:
    save_coalition(session, builders.coalition(slug="other"))
    with seats.asking(session, seats.actor(Role.MEMBER, member="college")), pytest.raises(NotFound):
        seat_by_account(session, "other")

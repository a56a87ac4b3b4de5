"""A member's link speaks for that member until it is revoked, expires, or the member leaves."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, select

from api.errors import BadChoice, Forbidden, LinkExpired
from api.services.access import invitations, member_links
from api.services.access.actor import STRANGER, act_as
from store.coalitions import save_coalition
from store.errors import NotFound
from store.models import MemberLink
from store.vocabulary import Language, Role
from tests.api.access.conftest import Clock
from tests.api.access.persons import BASE, acting, in_role, noted, token_of
from tests.builders import coalition, member


def made(session: Session, care: str, who: str = "union") -> str:
    """The token of a new link."""
    return token_of(member_links.make(session, care, who, BASE))


@pytest.mark.parametrize("role", [Role.LEAD, Role.GRANT_WRITER])
def test_a_link_speaks_for_its_member(session: Session, care: str, real_clock: Clock, role: Role) -> None:
    with acting(session, in_role(session, care, role)):
        link = member_links.make(session, care, "union", BASE + "/")
        assert link.startswith("http://localhost:8000/m/")
        (before,) = member_links.links_of(session, care)
        act_as(session, STRANGER)
        holder = member_links.holder(session, token_of(link))
    assert (holder.coalition_slug, holder.member_slug, holder.member_name) == (care, "union", "Sample Union")
    assert (before.opened_at, before.works, before.made_by, before.id) == (None, True, "Lead", holder.link_id)
    first = real_clock.moment
    real_clock.pass_by(days=1)
    member_links.holder(session, token_of(link))
    session.info.clear()
    assert member_links.links_of(session, care)[0].opened_at == first
    assert token_of(link) not in session.exec(select(MemberLink)).one().model_dump_json()
    assert noted(session) == ["member_link.made"]


def test_several_links_work_side_by_side_until_revoked(session: Session, care: str) -> None:
    first, second = made(session, care), made(session, care)
    newest, oldest = member_links.links_of(session, care)
    member_links.revoke(session, care, oldest.id)
    member_links.revoke(session, care, oldest.id)
    with pytest.raises(LinkExpired):
        member_links.holder(session, first)
    assert member_links.holder(session, second).link_id == newest.id
    assert [row.works for row in member_links.links_of(session, care)] == [True, False]
    assert noted(session) == ["member_link.made", "member_link.made", "member_link.revoked"]


def test_only_who_asks_members_makes_and_ends_links(session: Session, care: str) -> None:
    made(session, care)
    (row,) = member_links.links_of(session, care)
    with acting(session, in_role(session, care, Role.MEMBER, member="union")):
        for ask in (
            lambda: made(session, care),
            lambda: member_links.links_of(session, care),
            lambda: member_links.revoke(session, care, row.id),
        ):
            with pytest.raises(Forbidden):
                ask()


def test_the_lead_of_one_coalition_touches_no_link_of_another(session: Session, care: str) -> None:
    made(session, care)
    (row,) = member_links.links_of(session, care)
    other = save_coalition(session, coalition(slug="other", name="Other")).slug
    with acting(session, in_role(session, other, Role.LEAD)):
        with pytest.raises(NotFound):
            member_links.revoke(session, care, row.id)
        with pytest.raises(NotFound):
            member_links.revoke(session, other, row.id)
    assert member_links.links_of(session, care)[0].works


def test_no_link_for_nobody(session: Session, care: str) -> None:
    with pytest.raises(BadChoice, match="choose one of its members"):
        made(session, care, "nobody")


Spoil = Callable[[Session, str, Clock], str]


def unknown(_session: Session, _care: str, _clock: Clock) -> str:
    return "x" * 43


def revoked(session: Session, care: str, _clock: Clock) -> str:
    token = made(session, care)
    member_links.revoke(session, care, member_links.links_of(session, care)[0].id)
    return token


def too_old(session: Session, care: str, clock: Clock) -> str:
    token = made(session, care)
    clock.pass_by(days=180)
    return token


def of_a_member_that_left(session: Session, care: str, _clock: Clock) -> str:
    token = made(session, care)
    save_coalition(session, coalition(slug=care, members=[member()]))
    return token


def an_invitation(session: Session, care: str, _clock: Clock) -> str:
    return token_of(invitations.invite(session, care, "x@example.org", Role.LEAD, Language.EN, BASE).link)


@pytest.mark.parametrize("spoil", [unknown, revoked, too_old, of_a_member_that_left, an_invitation])
def test_a_link_that_does_not_work_says_nothing_about_why(
    session: Session, care: str, real_clock: Clock, spoil: Spoil
) -> None:
    with pytest.raises(LinkExpired) as told:
        member_links.holder(session, spoil(session, care, real_clock))
    with pytest.raises(LinkExpired) as unknown_told:
        invitations.look(session, "never")
    assert str(told.value) == str(unknown_told.value)


def test_a_member_s_link_is_no_invitation(session: Session, care: str) -> None:
    with pytest.raises(LinkExpired):
        invitations.look(session, made(session, care))

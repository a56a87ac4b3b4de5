"""Who belongs to a coalition, who sees that, and that a coalition keeps a lead."""

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, SignInNeeded
from api.services.access import people
from api.services.access.actor import STRANGER, act_as, actor_of
from store import accounts
from store.errors import NotFound
from store.models import Account
from store.vocabulary import Role
from tests.api.access.persons import acting, in_role, noted, number, person


@pytest.fixture
def team(session: Session, care: str) -> dict[Role, Account]:
    """One person in each role of the coalition."""
    return {
        Role.LEAD: in_role(session, care, Role.LEAD),
        Role.GRANT_WRITER: in_role(session, care, Role.GRANT_WRITER, "writer@example.org"),
        Role.MEMBER: in_role(session, care, Role.MEMBER, "member@example.org", "union"),
    }


def test_the_lead_sees_everybody_with_their_addresses(
    session: Session, care: str, team: dict[Role, Account]
) -> None:
    with acting(session, team[Role.LEAD]):
        rows = people.people_of(session, care)
    assert [(row.role, row.email) for row in rows] == [
        (Role.LEAD, "lead@example.org"),
        (Role.GRANT_WRITER, "writer@example.org"),
        (Role.MEMBER, "member@example.org"),
    ]
    assert (rows[2].member_slug, rows[2].member_name) == ("union", "Sample Union")
    assert [row.is_last_lead for row in rows] == [True, False, False]


@pytest.mark.parametrize("role", [Role.GRANT_WRITER, Role.MEMBER])
def test_the_others_see_names_without_addresses(
    session: Session, care: str, team: dict[Role, Account], role: Role
) -> None:
    with acting(session, team[role]):
        rows = people.people_of(session, care)
        assert {row.name for row in rows} == {"Lead", "Writer", "Member"}
        assert {row.email for row in rows} == {None}
        with pytest.raises(Forbidden):
            people.take_role(session, care, number(team[Role.LEAD]), Role.LEAD)


def test_nobody_else_learns_who_they_are(session: Session, care: str, team: dict[Role, Account]) -> None:
    outsiders = person(session, "o@example.org"), person(session, "a@example.org", is_administrator=True)
    for outsider in outsiders:
        with acting(session, outsider):
            with pytest.raises(NotFound):
                people.people_of(session, care)
            with pytest.raises(NotFound):
                people.take_role(session, care, number(team[Role.MEMBER]), Role.MEMBER)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        people.people_of(session, care)


def test_the_lead_ends_a_role(session: Session, care: str, team: dict[Role, Account]) -> None:
    writer = number(team[Role.GRANT_WRITER])
    with acting(session, team[Role.LEAD]):
        people.take_role(session, care, writer, Role.GRANT_WRITER)
        assert len(people.people_of(session, care)) == 2
        for who, role in ((writer, Role.GRANT_WRITER), (writer, Role.MEMBER), (999, Role.LEAD)):
            with pytest.raises(NotFound, match="Nobody holds"):
                people.take_role(session, care, who, role)
    with acting(session, team[Role.GRANT_WRITER]), pytest.raises(NotFound):
        people.people_of(session, care)
    assert noted(session) == ["role.taken"]


def test_anybody_leaves_and_is_out_at_once(session: Session, care: str, team: dict[Role, Account]) -> None:
    member = team[Role.MEMBER]
    with acting(session, member):
        people.take_role(session, care, number(member), Role.MEMBER)
        assert actor_of(session).roles == {}
        with pytest.raises(NotFound):
            people.people_of(session, care)


def test_the_last_lead_stays_until_there_is_another(
    session: Session, care: str, team: dict[Role, Account]
) -> None:
    lead = team[Role.LEAD]
    second = in_role(session, care, Role.LEAD, "second@example.org")
    second.is_active = False
    accounts.save(session, second)
    with acting(session, lead):
        with pytest.raises(BadChoice, match="last lead"):
            people.take_role(session, care, number(lead), Role.LEAD)
        second.is_active = True
        accounts.save(session, second)
        assert not any(row.is_last_lead for row in people.people_of(session, care))
        people.take_role(session, care, number(lead), Role.LEAD)
    with acting(session, second), pytest.raises(BadChoice, match="last lead"):
        people.take_role(session, care, number(second), Role.LEAD)


def test_a_person_with_two_roles_stands_there_twice(session: Session, care: str) -> None:
    in_role(session, care, Role.LEAD)
    in_role(session, care, Role.MEMBER, member="college")
    assert [row.role for row in people.people_of(session, care)] == [Role.LEAD, Role.MEMBER]

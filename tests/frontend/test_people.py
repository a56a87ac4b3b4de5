"""The people of a coalition: invitations, links, roles and consents, with real sessions of each."""

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.access import consent, invitations, member_links
from api.services.access import people as access_people
from api.services.access.first_start import administrator_link
from store.models import Coalition
from store.vocabulary import ConsentKind, Language, Role
from tests.frontend import people
from tests.frontend.people import browser, sign_in
from tests.frontend.stored import main_words, soup, store_coalition, words

HERE = "/coalitions/zx/people"
NEW = "four other words here"


@pytest.fixture
def coalition(session: Session) -> Coalition:
    """A coalition of one member, led by nobody yet."""
    return store_coalition(session, name="Zx together")


@pytest.fixture
def lead(session: Session, coalition: Coalition) -> Iterator[TestClient]:
    """Its lead's browser."""
    with browser() as client:
        people.sign_in_as(client, session, "lead", here=(coalition, Role.LEAD))
        yield client


def _made(page: BeautifulSoup) -> str:
    field = page.find(id="made")
    assert field is not None, main_words(page)
    return str(field["value"])


def _invite(lead: TestClient, **fields: str) -> BeautifulSoup:
    known = {"do": "invite", "email": "new@example.org", "role": "member", "member": "college"}
    return soup(lead.post(HERE, data=known | fields))


def test_an_invitation_is_shown_once_where_no_mail_goes_out(lead: TestClient) -> None:
    answer = lead.post(HERE, data={"do": "invite", "email": "new@example.org", "role": "lead"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    link = _made(soup(answer))
    assert link.startswith("http://localhost/join/")
    again = lead.get(HERE)
    assert link.rpartition("/")[2] not in again.text
    assert "new@example.org" in main_words(soup(again))


def test_somebody_new_joins_and_sees_the_coalition(lead: TestClient, session: Session) -> None:
    link = _made(_invite(lead))
    with browser() as client:
        shown = client.get(link)
        assert shown.headers["referrer-policy"] == "no-referrer"
        assert shown.headers["cache-control"] == "private, no-store"
        for told in ("Zx together", "Lead", "Member", "new@example.org", "At least 12 characters"):
            assert told in shown.text
        assert client.get("/coalitions/zx").status_code == 303
        joined = client.post(link, data={"name": "New Person", "password": NEW})
        assert joined.status_code == 303, main_words(soup(joined))
        assert client.get("/coalitions/zx").status_code == 200
        assert client.get(link).status_code == 410
    rows = {row.name: row for row in access_people.people_of(session, "zx")}
    assert rows["New Person"].role is Role.MEMBER
    assert rows["New Person"].member_slug == "college"


@pytest.mark.parametrize(
    ("name", "password", "field"),
    [
        ("", NEW, "name"),
        ("see https://evil.example", NEW, "name"),
        ("New", "short", "password"),
        ("New", "aaaaaaaaaaaaaaaa", "password"),
        ("New", "", "password"),
    ],
)
def test_what_is_wrong_stands_at_its_field(lead: TestClient, name: str, password: str, field: str) -> None:
    link = _made(_invite(lead))
    with browser() as client:
        answer = client.post(link, data={"name": name, "password": password})
        assert answer.status_code == 422
        page = soup(answer)
        assert [str(one["href"]) for one in page.select("#summary a")] == [f"#{field}"]
        assert page.find(id="password")["value"] == ""  # type: ignore[index]
        if name:
            assert page.find(id="name")["value"] == name  # type: ignore[index]
        assert client.get(link).status_code == 200, "the link still works"


def test_who_has_an_account_joins_with_its_password_or_by_one_press(
    lead: TestClient, session: Session
) -> None:
    who = people.account(session, "new")
    link = _made(_invite(lead))
    with browser() as client:
        assert soup(client.get(link)).find(id="name") is None
        refused = client.post(link, data={"password": "not the password"})
        assert refused.status_code == 422
        assert client.post(link, data={"password": people.PASSWORD}).status_code == 303
        assert client.get("/coalitions/zx").status_code == 200
    second = _made(_invite(lead, role="grant_writer", member=""))
    with browser() as client:
        sign_in(client, who)
        page = soup(client.get(second))
        assert page.find(id="password") is None
        assert "One press is enough" in main_words(page)
        assert client.post(second).status_code == 303
    roles = {row.role for row in access_people.people_of(session, "zx") if row.account_id == who.id}
    assert roles == {Role.MEMBER, Role.GRANT_WRITER}


def test_signed_in_as_somebody_else_is_told(lead: TestClient) -> None:
    link = _made(_invite(lead))
    page = main_words(soup(lead.get(link)))
    assert "You are signed in as Lead, but the invitation was sent to new@example.org" in page


def test_an_invitation_is_cancelled(lead: TestClient, session: Session) -> None:
    link = _made(_invite(lead))
    number = str(invitations.open_invitations(session, "zx")[0].id)
    answer = lead.post(HERE, data={"do": "cancel", "invitation": number})
    assert answer.headers["location"] == f"{HERE}?saved=cancelled"
    with browser("sv") as client:
        gone = client.get(link)
        assert gone.status_code == 410
        assert words(soup(gone).h1) == "Länken fungerar inte längre"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"email": "no address"}, "email"),
        ({"role": "administrator"}, "role"),
        ({"role": "member", "member": ""}, "member"),
        ({"email": "lead@example.org", "role": "lead", "member": ""}, "email"),
    ],
)
def test_an_invitation_that_cannot_be_is_told(lead: TestClient, fields: dict[str, str], field: str) -> None:
    page = _invite(lead, **fields)
    assert [str(one["href"]) for one in page.select("#summary a")] == [f"#{field}"]


def test_a_members_link_is_made_shown_once_and_revoked(lead: TestClient, session: Session) -> None:
    page = soup(lead.post(HERE, data={"do": "make_link", "link_member": "college"}))
    link = _made(page)
    assert member_links.holder(session, link.rpartition("/")[2]).member_slug == "college"
    row = member_links.links_of(session, "zx")[0]
    answer = lead.post(HERE, data={"do": "revoke", "link": str(row.id)})
    assert answer.headers["location"] == f"{HERE}?saved=revoked"
    assert "Revoked" in main_words(soup(lead.get(HERE)))
    with browser() as client:
        assert client.get(link).status_code == 410


def test_consents_are_off_and_each_change_is_told(lead: TestClient, session: Session) -> None:
    page = soup(lead.get(HERE))
    assert len(page.select(".consent")) == len(ConsentKind)
    assert main_words(page).count("Never given.") == len(ConsentKind)
    form = {"do": "consent", "kind": "seen_by_officers", "given": "yes"}
    assert lead.post(HERE, data=form).status_code == 303
    shown = words(soup(lead.get(HERE)).find(id="consent-seen_by_officers"))
    assert "Given by Lead," in shown
    assert "Withdraw this consent" in shown
    lead.post(HERE, data=form | {"given": "no"})
    assert "Withdrawn by Lead," in words(soup(lead.get(HERE)).find(id="consent-seen_by_officers"))
    assert [row.given for row in consent.consents(session, "zx")] == [False, False, False]


def test_the_last_lead_stays_and_others_can_leave(
    lead: TestClient, session: Session, coalition: Coalition
) -> None:
    rows = access_people.people_of(session, "zx")
    form = {"do": "take_role", "account": str(rows[0].account_id), "role": "lead"}
    assert "The last lead cannot leave" in main_words(soup(lead.post(HERE, data=form)))
    with browser() as client:
        who = people.sign_in_as(client, session, "writer", here=(coalition, Role.GRANT_WRITER))
        left = client.post(HERE, data={"do": "take_role", "account": str(who.id), "role": "grant_writer"})
        assert left.headers["location"] == "/coalitions"
        assert client.get(HERE).status_code == 404


def test_each_role_sees_its_part_of_the_page(
    session: Session, coalition: Coalition, lead: TestClient
) -> None:
    _invite(lead)
    with browser() as client:
        people.sign_in_as(client, session, "member", here=(coalition, Role.MEMBER))
        page = soup(client.get(HERE))
        assert "Ask Lead" in main_words(page)
        assert page.find(id="invite") is None
        assert page.find(id="links") is None
        assert page.select(".consent form") == []
        assert "lead@example.org" not in str(page.main)
        assert "new@example.org" not in str(page.main)
    with browser() as client:
        people.sign_in_as(client, session, "writer", here=(coalition, Role.GRANT_WRITER))
        page = soup(client.get(HERE))
        assert page.find(id="links") is not None
        assert page.find(id="invite") is None


def test_the_first_administrator_chooses_its_address(session: Session) -> None:
    link = administrator_link(session, "http://localhost")
    assert link is not None
    with browser() as client:
        wrong = client.post(link, data={"email": "none", "name": "Admin", "password": NEW})
        assert [str(one["href"]) for one in soup(wrong).select("#summary a")] == ["#email"]
        done = client.post(link, data={"email": "admin@example.org", "name": "Admin", "password": NEW})
        assert done.headers["location"] == "/admin"
        assert client.get("/account").status_code == 200
    assert administrator_link(session, "http://localhost") is None


def test_a_lead_of_a_new_coalition_goes_on_to_add_it(session: Session) -> None:
    invited = invitations.invite_lead(session, "new@example.org", Language.EN, "http://localhost")
    assert invited.link is not None
    with browser() as client:
        done = client.post(invited.link, data={"name": "New", "password": NEW})
        assert done.headers["location"] == "/coalitions/new"

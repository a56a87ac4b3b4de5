"""The lead's page of questions to members: the way in from the check, the link shown once, who waits."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.access import member_links
from api.services.members.member_asks import ask_role
from store.coalitions import coalition_by_slug, save_coalition
from tests import builders
from tests.api import care
from tests.frontend import members
from tests.frontend.stored import get, main_words, soup


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    members.store(session)


def test_an_open_question_of_the_check_leads_to_its_member(client: TestClient) -> None:
    check = get(client, members.CHECK)
    link = next(one for one in check.select("a") if "/asks/" in str(one.get("href")))
    page = get(client, str(link["href"]).partition("#")[0])
    (opened,) = page.select("details.ask[open]")
    assert opened["id"] == str(link["href"]).partition("#")[2] == "member-town"
    ticked = [one["value"] for one in opened.select("input[type=checkbox]") if one.has_attr("checked")]
    assert len(ticked) == 1


def test_asking_shows_the_link_once_and_who_waits(client: TestClient) -> None:
    answer = client.post(
        members.ASKS,
        data={
            "member": "town",
            "do": "ask",
            "facts-town": members.FOUNDED,
            "with-town": "yes",
            "hours-town": "40",
        },
    )
    assert answer.status_code == 200
    (link,) = set(members.LINK.findall(answer.text))
    assert "no-store" in answer.headers["cache-control"]
    assert "40 hours" in main_words(get(client, link))
    page = get(client, members.ASKS)
    assert members.LINK.findall(str(page)) == []
    assert "No answer yet from: Sample Town" in main_words(page)


def test_the_same_press_twice_asks_once(client: TestClient) -> None:
    sent = {"member": "town", "do": "ask", "facts-town": members.FOUNDED, "with-town": "yes"}
    first, second = (members.LINK.findall(client.post(members.ASKS, data=sent).text)[0] for _ in range(2))
    assert first != second
    for link in (first, second):
        page = get(client, link)
        assert len(members.forms(page, "confirm")) == len(members.forms(page, "answer")) == 1


def test_a_reminder_is_a_link_and_asks_nothing(client: TestClient, session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "town", hours=40)
    answer = client.post(members.ASKS, data={"member": "town", "do": "link", "hours-town": "99"})
    (link,) = set(members.LINK.findall(answer.text))
    assert "40 hours" in main_words(get(client, link))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"with-town": "yes", "hours-town": "some"}, "Write the hours in figures"),
        ({"with-town": "yes", "answer_by-town": "soon"}, "Write the whole day"),
        ({"with-town": "yes", "email-town": "nobody"}, "Write an e-mail address"),
        ({}, "Choose at least one question"),
        ({"facts-town": "member.shoe_size"}, "no longer there"),
    ],
)
def test_a_fault_asks_nothing_and_makes_no_link(
    client: TestClient, session: Session, typed: dict[str, str], told: str
) -> None:
    answer = client.post(members.ASKS, data={"member": "town", "do": "ask"} | typed)
    assert answer.status_code == 422
    page = soup(answer)
    assert told in main_words(page)
    for name, value in typed.items():
        field = page.select_one(f"input[type=text][name={name}]")
        assert field is None or field["value"] == value
    assert member_links.links_of(session, care.SLUG) == []


def test_an_address_without_mail_is_told(client: TestClient) -> None:
    sent = {"member": "town", "do": "ask", "with-town": "yes", "email-town": "town@example.org"}
    page = soup(client.post(members.ASKS, data=sent))
    assert "Nothing could be mailed to: town@example.org" in main_words(page)


def test_a_correction_stands_beside_what_was_asked(client: TestClient, session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "town", hours=40)
    own = get(client, members.link(session))
    form = members.forms(own, "correct")[0]
    client.post(str(form["action"]), data=members.sent(form) | {"hours": "20", "correction": "Half"})
    page = get(client, members.ASKS)
    card = page.find(id="member-town")
    assert card is not None
    assert "Corrected by: Sample Town" in main_words(page)
    assert [one.get_text() for one in page.select("#member-town del, #member-town ins")] == ["40", "20"]
    assert page.select("#hours-town")[0]["value"] == "20"


def test_what_a_member_cannot_do_alone_is_told_and_not_put_in_its_mouth(
    client: TestClient, session: Session
) -> None:
    member = coalition_by_slug(session, care.SLUG).members[0]
    member.cannot_alone = "Zx reach employers"
    session.commit()
    page = get(client, members.ASKS)
    assert page.select(f"#benefit-{member.slug}")[0].get_text(strip=True) == ""
    assert "it cannot do this alone: Zx reach employers" in main_words(page)


def test_a_coalition_without_members_says_what_to_do(client: TestClient, session: Session) -> None:
    save_coalition(session, builders.coalition(slug="alone", members=[]))
    page = get(client, members.ASKS.replace(care.SLUG, "alone"))
    assert len(page.select("main .btn-primary")) == 1

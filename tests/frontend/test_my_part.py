"""A member's page: one press confirms, an answer settles, and the link opens nothing else."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.access import member_links
from api.services.members.member_asks import ask_question, ask_role
from store.coalitions import coalition_by_slug, profile_of, save_coalition
from store.vocabulary import PartnerRole, Role
from tests import builders
from tests.api import care
from tests.frontend import members, people
from tests.frontend.stored import get, main_words, soup, words


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    members.store(session)


def ask_all(session: Session) -> None:
    """The town is asked for its part, and when it was founded."""
    ask_role(
        session,
        care.SLUG,
        care.ADULT,
        "town",
        role=PartnerRole.COORDINATOR,
        hours=320,
        benefit="New staff",
        request="A letter",
        answer_by=date(2026, 9, 3),
    )
    ask_question(session, care.SLUG, care.ADULT, "town", members.FOUNDED)


def press(client: TestClient, page: BeautifulSoup, do: str, **fields: str) -> BeautifulSoup:
    """Sends the first form of that kind and shows the page it leads to, or the one it answers with."""
    form = members.forms(page, do)[0]
    answer = client.post(str(form["action"]), data=members.sent(form) | {"do": do} | fields)
    if answer.status_code == 303:
        return soup(client.get(answer.headers["location"]))
    assert answer.status_code == 422, answer.text
    return soup(answer)


def test_a_page_without_questions_says_so(session: Session, guest: TestClient) -> None:
    page = get(guest, members.link(session))
    assert "Nothing is asked of you now" in main_words(page)
    assert members.buttons(page) == []


@pytest.mark.parametrize(("language", "first"), [("en", "Confirm"), ("fi", "Vahvista"), ("sv", "Bekräfta")])
def test_the_first_button_confirms_and_is_the_only_primary_one(
    session: Session, guest: TestClient, language: str, first: str
) -> None:
    ask_all(session)
    page = get(guest, members.link(session), language)
    assert members.buttons(page)[0] == first
    assert len(page.select("main .btn-primary")) == 1


def test_role_hours_and_benefit_stand_before_the_button(session: Session, guest: TestClient) -> None:
    ask_all(session)
    page = get(guest, members.link(session))
    assert members.texts(page, ".my-part dd") == [
        "Coordinator",
        "320 hours in the whole project",
        "New staff",
        "A letter",
    ]


def test_what_is_not_known_is_a_word(session: Session, guest: TestClient) -> None:
    ask_role(session, care.SLUG, care.ADULT, "town")
    page = get(guest, members.link(session))
    assert members.texts(page, ".my-part dd") == ["Not known"] * 3


def test_a_member_is_done_after_two_forms(session: Session, guest: TestClient) -> None:
    ask_all(session)
    page = get(guest, members.link(session))
    page = press(guest, page, "confirm")
    assert "Thank you, your part is confirmed" in words(page.find(id="done"))
    assert "1 thing is left below." in words(page.find(id="done"))
    field = str(members.forms(page, "answer")[0].select("input[type=text]")[0]["name"])
    page = press(guest, page, "answer", **{field: "1.3.1985"})
    told = words(page.find(id="done"))
    assert "Established on: 1 March 1985" in told.replace("\u00a0", " ")
    assert "Eligible" in told
    assert "Nothing else is asked of you." in told
    session.expire_all()
    assert profile_of(coalition_by_slug(session, care.SLUG)).members[0].founded == date(1985, 3, 1)


def test_a_fault_stands_at_its_field_and_keeps_what_was_typed(session: Session, guest: TestClient) -> None:
    ask_all(session)
    page = get(guest, members.link(session))
    field = str(members.forms(page, "answer")[0].select("input[type=text]")[0]["name"])
    page = press(guest, page, "answer", **{field: "last spring"})
    (link,) = page.select("#summary a")
    shown = page.find(id=str(link["href"]).removeprefix("#"))
    assert shown is not None
    assert shown["value"] == "last spring"
    assert words(link) in main_words(page).replace(words(page.find(id="summary")), "")


def test_a_correction_needs_a_word_and_then_stands_there(session: Session, guest: TestClient) -> None:
    ask_all(session)
    page = get(guest, members.link(session))
    assert "Say what is to be different" in main_words(press(guest, page, "correct"))
    assert "Write the hours in figures" in main_words(press(guest, page, "correct", hours="few"))
    page = press(guest, page, "correct", correction="Only half", hours="160")
    assert "your correction is on its way" in main_words(page)
    assert "Only half" in main_words(page)


def test_nobody_confirms_what_changed_meanwhile(session: Session, guest: TestClient) -> None:
    ask_all(session)
    page = get(guest, members.link(session))
    ask_role(session, care.SLUG, care.ADULT, "town", hours=900)
    page = press(guest, page, "confirm")
    assert "has changed since you opened the page" in main_words(page)
    assert "900 hours" in main_words(page)


def test_the_same_fact_for_two_calls_has_two_fields(session: Session, guest: TestClient) -> None:
    second = care.adult_call(session, external_id="KA220-B", identifier="KA220-B")
    for call in (care.ADULT, second.external_id):
        ask_question(session, care.SLUG, call, "town", members.FOUNDED)
        ask_role(session, care.SLUG, call, "town", hours=3)
    page = get(guest, members.link(session))
    ids = [str(one["id"]) for one in page.select("[id]")]
    assert len(ids) == len(set(ids))
    form = members.forms(page, "answer")[1]
    field = str(form.select("input[type=text]")[0]["name"])
    answer = guest.post(str(form["action"]), data=members.sent(form) | {field: "1.3.1985"})
    page = soup(guest.get(answer.headers["location"]))
    assert members.forms(page, "answer") == []


def test_the_page_goes_to_nobody_else(session: Session, guest: TestClient) -> None:
    for address in (members.link(session), members.link(session) + "/inputs"):
        headers = guest.get(address).headers
        assert headers["referrer-policy"] == "no-referrer"
        assert "no-store" in headers["cache-control"]
        assert headers["x-robots-tag"] == "noindex, nofollow"


def test_a_link_that_is_revoked_unknown_or_of_nobody_opens_nothing(
    session: Session, guest: TestClient
) -> None:
    ask_all(session)
    address = members.link(session)
    (row,) = member_links.links_of(session, care.SLUG)
    member_links.revoke(session, care.SLUG, row.id)
    for one in (address, "/m/guessed"):
        for path in (one, f"{one}/inputs"):
            assert guest.get(path).status_code == 410
            assert guest.post(path, data={"do": "confirm"}).status_code == 410


def test_a_link_of_another_coalition_or_member_reaches_no_task_of_this_one(
    session: Session, guest: TestClient
) -> None:
    ask_all(session)
    save_coalition(session, builders.coalition(slug="other"))
    own = get(guest, members.link(session))
    form = members.forms(own, "confirm")[0]
    for foreign in (members.link(session, "college", "other"), members.link(session, "college")):
        page = get(guest, foreign)
        assert members.texts(page, ".my-part") == []
        answer = guest.post(f"{foreign}?call={care.ADULT}", data=members.sent(form))
        assert answer.status_code == 404
    assert members.buttons(get(guest, members.link(session)))[0] == "Confirm"


def test_a_link_opens_no_page_of_the_coalition(session: Session, guest: TestClient) -> None:
    guest.get(members.link(session))
    for path in ("", "/inputs", "/my-role", "/matches"):
        assert guest.get(f"/coalitions/{care.SLUG}{path}").headers["location"].startswith("/sign-in")


def test_a_signed_in_member_sees_the_same_and_may_comment(session: Session, guest: TestClient) -> None:
    ask_all(session)
    who = people.account(session, "maija")
    people.give(session, who, coalition_by_slug(session, care.SLUG), Role.MEMBER, "town")
    people.sign_in(guest, who)
    (link,) = get(guest, f"/coalitions/{care.SLUG}").select(".coalition-nav a[href$=my-role]")
    page = get(guest, str(link["href"]))
    assert members.buttons(page)[0] == "Confirm"
    page = press(guest, page, "confirm")
    assert "Confirmed by: Maija" in main_words(page)
    (form,) = page.select("section.comments form")
    answer = guest.post(str(form["action"]), data=members.sent(form) | {"text": "We can <b>host</b>"})
    page = soup(guest.get(answer.headers["location"].partition("#")[0]))
    assert "We can <b>host</b>" in main_words(page)


def test_who_speaks_for_no_member_is_told_what_to_do(client: TestClient) -> None:
    page = get(client, f"/coalitions/{care.SLUG}/my-role")
    assert "Ask the lead for an invitation as a member." in main_words(page)
    assert client.post(f"/coalitions/{care.SLUG}/my-role", data={"do": "confirm"}).status_code == 404

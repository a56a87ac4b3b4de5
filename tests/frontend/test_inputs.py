"""Members propose and weigh by link or signed in; the outcome, in bars and a table, comes after answering."""

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.words import Words
from store.coalitions import coalition_by_slug
from store.vocabulary import Language, Role
from tests.api import care
from tests.frontend import members, people
from tests.frontend.stored import get, main_words, soup

HOME = f"/coalitions/{care.SLUG}/inputs"
ALL = {"weigh-goal-g1": "3", "weigh-need-n1": "1"}


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    members.store(session)


def send(client: TestClient, address: str, do: str, **fields: str) -> BeautifulSoup:
    """The page that the form leads to, or the one it answers with."""
    answer = client.post(address, data={"do": do} | fields)
    if answer.status_code == 303:
        return soup(client.get(answer.headers["location"]))
    assert answer.status_code == 422, answer.text
    return soup(answer)


def counted(page: BeautifulSoup) -> list[list[str]]:
    """The numbers of the table, row by row."""
    return [
        [next(cell.stripped_strings) for cell in row.select("td")]
        for row in page.select(".outcome-table tbody tr")
    ]


def test_a_member_weighs_each_thing_by_one_tap(session: Session, guest: TestClient) -> None:
    page = get(guest, members.link(session) + "/inputs")
    sets = page.select("fieldset.weigh")
    assert len(sets) == 2
    for one in sets:
        assert [tag["value"] for tag in one.select("input[type=radio]")] == ["0", "1", "2", "3"]
        assert len(members.texts(page, "legend")) == 3
    assert not page.select("fieldset.weigh input[checked]")


def test_the_outcome_shows_after_the_own_answer(session: Session, guest: TestClient) -> None:
    send(guest, members.link(session, "town") + "/inputs", "weigh", **ALL)
    college = members.link(session, "college") + "/inputs"
    before = get(guest, college)
    assert before.select(".outcome") == []
    assert "You see how the others weighed 2 of these" in main_words(before)
    after = send(guest, college, "weigh", **{"weigh-goal-g1": "0", "weigh-need-n1": "3"})
    assert counted(after) == [["1", "0", "1", "0", "1", "4"], ["1", "0", "0", "1", "1", "3"]]
    assert [one["value"] for one in after.select("fieldset.weigh input[checked]")] == ["0", "3"]


def test_each_bar_says_what_its_table_row_says(session: Session, guest: TestClient) -> None:
    page = send(guest, members.link(session) + "/inputs", "weigh", **ALL)
    spoken = [str(one["aria-label"]) for one in page.select("svg.weights")]
    assert spoken == ["most 1, no answer yet 2", "some 1, no answer yet 2"]
    for bar, row in zip(page.select("svg.weights"), counted(page), strict=True):
        assert [one.get_text() for one in bar.select("text")] == [one for one in row[:5] if one != "0"]


def test_nothing_chosen_is_told(session: Session, guest: TestClient) -> None:
    page = send(guest, members.link(session) + "/inputs", "weigh", **{"weigh-goal-g1": "9"})
    assert "Choose how much it matters" in main_words(page)


def test_a_proposal_without_words_keeps_the_rest(session: Session, guest: TestClient) -> None:
    page = send(guest, members.link(session) + "/inputs", "propose", kind="goal", text="", figure="14 posts")
    assert [one["href"] for one in page.select("#summary a")] == ["#text"]
    assert page.select("#figure")[0]["value"] == "14 posts"
    assert page.select("#kind-goal")[0].has_attr("checked")


def test_a_proposal_is_weighed_taken_and_shown_with_whose_it_is(
    session: Session, guest: TestClient, client: TestClient
) -> None:
    address = members.link(session, "town") + "/inputs"
    for _ in range(2):
        page = send(guest, address, "propose", kind="need", text="<i>Night shifts</i>", figure="14 posts")
    assert len(page.select("fieldset.weigh")) == 3
    field = str(page.select("fieldset.weigh")[2].select("input")[0]["name"])
    send(guest, members.link(session, "college") + "/inputs", "weigh", **{field: "3"})
    (form,) = members.forms(get(client, HOME), "take")
    page = send(client, HOME, **members.sent(form))
    assert "Taken into the profile by: console" in main_words(page)
    assert members.forms(page, "take") == []
    profile = main_words(get(client, f"/coalitions/{care.SLUG}"))
    assert "<i>Night shifts</i>" in profile
    assert "Proposed by: Sample Town ; Weighed by: Sample College (most)" in profile


def test_setting_aside_needs_a_word_that_the_member_reads(
    session: Session, guest: TestClient, client: TestClient
) -> None:
    address = members.link(session) + "/inputs"
    send(guest, address, "propose", kind="goal", text="A new bridge")
    (form,) = members.forms(get(client, HOME), "aside")
    page = send(client, HOME, **members.sent(form), word="")
    assert "Say why in a word or two" in main_words(page)
    send(client, HOME, **members.sent(form), word="Not ours to build")
    assert "Not ours to build" in main_words(get(guest, address))


def test_a_lead_without_a_member_sees_who_is_silent_and_how_to_remind(client: TestClient) -> None:
    page = get(client, HOME)
    assert page.select("fieldset.weigh") == []
    assert members.texts(page, ".voice .mark") == ["no answer yet"] * 3
    assert page.select(f'a[href="/coalitions/{care.SLUG}/people"]')
    assert client.post(HOME, data={"do": "weigh"} | ALL).status_code == 404


def test_a_signed_in_member_weighs_and_does_not_decide(session: Session, guest: TestClient) -> None:
    who = people.account(session, "maija")
    people.give(session, who, coalition_by_slug(session, care.SLUG), Role.MEMBER, "town")
    people.sign_in(guest, who)
    send(guest, HOME, "propose", kind="need", text="Night shifts")
    page = send(guest, HOME, "weigh", **ALL)
    assert len(page.select(".outcome")) == 2
    assert members.forms(page, "take") == []
    assert guest.post(HOME, data={"do": "take", "input": "1"}).status_code == 403


def test_an_empty_profile_invites_to_propose(session: Session, guest: TestClient) -> None:
    care.coalition(session, goals=[], needs=[])
    page = get(guest, members.link(session) + "/inputs")
    assert "Nothing is proposed yet" in main_words(page)
    assert len(page.select("main .btn-primary")) == 1


@pytest.mark.parametrize("language", list(Language))
def test_weights_have_words_of_their_own(language: Language) -> None:
    said = {Words(language)(f"inputs.weight.{kind}") for kind in ("0", "1", "2", "3", "silent")}
    assert len(said) == 5

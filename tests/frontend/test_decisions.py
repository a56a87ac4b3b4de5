"""The decision of a call: effect first, a reason for a drop, stages, mutes, history; only the lead may."""

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.deciding import decisions
from store.models import Coalition
from store.vocabulary import Choice, MuteKind, Role, Stage
from tests.frontend.people import browser, sign_in_as
from tests.frontend.stored import get, main_words, soup, store_call, store_coalition, words

PAGE = "/coalitions/zx/decisions/ESF-2026-TEST"
CALL = "ESF-2026-TEST"


@pytest.fixture
def stored(session: Session) -> Coalition:
    """A coalition and a call."""
    store_call(session)
    return store_coalition(session)


@pytest.mark.usefixtures("stored")
def test_each_choice_says_its_effect_before(client: TestClient) -> None:
    page = get(client, PAGE, "sv")
    assert "Inget är beslutat om den här utlysningen än." in main_words(page)
    for choice in Choice:
        field = page.select_one(f"#choice-{choice}")
        assert field is not None
        effect = page.find(id=str(field["aria-describedby"]))
        assert len(words(effect)) > 40
        assert not field.has_attr("checked")
    assert "Det ändrar ingenting som andra ser" in main_words(page)
    assert len(page.select("main .btn-primary")) == 1


@pytest.mark.usefixtures("stored")
def test_a_drop_begins_on_its_page_and_asks_for_a_reason(client: TestClient) -> None:
    chosen = get(client, f"{PAGE}?choice=drop").select_one("#choice-drop")
    assert chosen is not None
    assert chosen.has_attr("checked")
    answer = client.post(PAGE, data={"do": "decide", "choice": "drop", "reason": " "})
    assert answer.status_code == 422
    page = soup(answer)
    assert page.title is not None
    assert words(page.title).startswith("Error: ")
    link = page.select_one("#summary a")
    assert link is not None
    assert link["href"] == "#reason"
    area = page.select_one("textarea#reason[aria-invalid=true]")
    assert area is not None
    assert "reason-fault" in str(area["aria-describedby"])
    assert page.select_one("#choice-drop[checked]") is not None


@pytest.mark.usefixtures("stored")
def test_a_form_without_choice_or_with_too_much_keeps_what_was_typed(client: TestClient) -> None:
    page = soup(client.post(PAGE, data={"do": "decide", "reason": "Zx words."}))
    link = page.select_one("#summary a")
    assert link is not None
    assert page.find(id=str(link["href"])[1:]) is not None
    assert words(page.select_one("textarea")) == "Zx words."
    long = client.post(PAGE, data={"do": "decide", "choice": "watch", "reason": "x" * 2_001})
    assert long.status_code == 422
    assert "2,000" in long.text


@pytest.mark.usefixtures("stored")
def test_decided_changed_and_told_with_its_history(client: TestClient) -> None:
    answer = client.post(PAGE, data={"do": "decide", "choice": "pursue", "reason": "<b>Zx</b>"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PAGE}?saved=decide")
    client.post(PAGE, data={"do": "stage", "stage": "submitted"})
    client.post(PAGE, data={"do": "decide", "choice": "drop", "reason": "Far."})
    page = get(client, f"{PAGE}?saved=decide", "fi")
    assert "Päätös on tallennettu." in main_words(page)
    now = page.select_one("section[aria-labelledby=now]")
    assert "Emme hae" in words(now)
    assert "Far." in words(now)
    rows = [words(row) for row in page.select("section[aria-labelledby=history] tbody tr")]
    assert len(rows) == 7
    assert "Vaihe Ennen Valmistelussa Jälkeen Lähetetty Kuka console" in rows[4 - 1] + rows[4]
    assert any("<b>Zx</b>" in row for row in rows)
    assert page.find("b") is None


@pytest.mark.usefixtures("stored")
def test_a_press_in_a_list_goes_back_to_its_place(client: TestClient) -> None:
    back = "/coalitions/zx/matches?fit=good#match-1"
    answer = client.post(PAGE, data={"do": "decide", "choice": "watch", "back": back})
    assert answer.headers["location"] == back
    away = client.post(PAGE, data={"do": "decide", "choice": "watch", "back": "//evil.example"})
    assert away.headers["location"] == "/"


@pytest.mark.usefixtures("stored")
def test_a_call_its_programme_and_its_source_are_muted_and_unmuted(
    client: TestClient, session: Session
) -> None:
    page = get(client, PAGE)
    assert "Hides 1 call that is not closed." in main_words(page)
    for kind in MuteKind:
        assert client.post(PAGE, data={"do": "mute", "kind": kind}).status_code == 303
    assert {one.kind for one in decisions.mutes(session, "zx")} == set(MuteKind)
    buttons = [words(one) for one in get(client, PAGE).select(".mutes button")]
    assert buttons == ["Unmute this call", "Unmute the programme", "Unmute the source"]
    for kind in MuteKind:
        client.post(PAGE, data={"do": "unmute", "kind": kind})
    session.expire_all()
    assert decisions.mutes(session, "zx") == []


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "fields", [{}, {"do": "zx"}, {"do": "stage", "stage": "zx"}, {"do": "mute", "kind": "zx"}]
)
def test_a_form_that_is_none_of_ours(client: TestClient, fields: dict[str, str]) -> None:
    assert client.post(PAGE, data=fields).status_code == 404


@pytest.mark.usefixtures("stored")
def test_a_stage_needs_a_pursued_call(client: TestClient) -> None:
    assert client.post(PAGE, data={"do": "stage", "stage": "granted"}).status_code == 422


@pytest.mark.parametrize("role", [Role.MEMBER, Role.GRANT_WRITER])
def test_others_of_the_coalition_see_the_decision_and_who_may(
    session: Session, stored: Coalition, role: Role
) -> None:
    decisions.decide(session, "zx", CALL, Choice.PURSUE, "Zx reason.")
    with browser() as asking:
        sign_in_as(asking, session, "person", zx=(stored, role))
        page = get(asking, PAGE)
        assert "Zx reason." in main_words(page)
        assert "The coalition's lead decides." in main_words(page)
        assert page.select(f"main form[action='{PAGE}']") == []
        for fields in (
            {"do": "decide", "choice": "watch"},
            {"do": "stage", "stage": "granted"},
            {"do": "mute", "kind": "call"},
        ):
            assert asking.post(PAGE, data=fields).status_code == 403
        board = get(asking, "/coalitions/zx/board")
        assert board.select("main form") == []
        assert board.select("script[src$='board.js']") == []
    session.expire_all()
    seen = decisions.decision_of(session, "zx", CALL)
    assert seen is not None
    assert (seen.choice, seen.stage) == (Choice.PURSUE, Stage.PREPARING)


@pytest.mark.usefixtures("stored")
@pytest.mark.parametrize(
    "path", ["decisions/ESF-2026-TEST", "board", "compare", "shortlist", "shortlist.csv", "matches"]
)
def test_people_of_other_coalitions_find_nothing(session: Session, path: str) -> None:
    other = store_coalition(session, slug="other", name="Other")
    with browser() as asking:
        sign_in_as(asking, session, "person", other=(other, Role.LEAD))
        assert asking.get(f"/coalitions/zx/{path}").status_code == 404

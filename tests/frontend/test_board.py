"""The board: stages with a select that moves, what is watched and dropped, and where to start."""

from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.deciding import decisions
from store.vocabulary import Choice, Stage
from tests.builders import cut_off
from tests.frontend.stored import get, main_words, store_call, store_coalition, words

BOARD = "/coalitions/zx/board"


def fill(session: Session) -> None:
    """Two pursued calls, one watched, one dropped."""
    store_coalition(session)
    for name, day in (("late", "2026-12-01"), ("soon", "2026-06-01"), ("seen", "2026-07-01"), ("far", None)):
        cut_offs = [cut_off(day)] if day else []
        store_call(session, identifier=name, title=f"Call {name}", cut_offs=cut_offs)
    for name in ("late", "soon"):
        decisions.decide(session, "zx", name, Choice.PURSUE)
    decisions.decide(session, "zx", "seen", Choice.WATCH, "Zx wait.")
    decisions.decide(session, "zx", "far", Choice.DROP, "Zx far.")


def test_an_empty_board_starts_from_a_match(client: TestClient, session: Session) -> None:
    store_coalition(session)
    button = get(client, BOARD).select_one("main a.btn-primary")
    assert button is not None
    assert (words(button), button["href"]) == ("Start from a match", "/coalitions/zx/matches")


def test_pursued_by_stage_the_sooner_closing_first(client: TestClient, session: Session) -> None:
    fill(session)
    decisions.set_stage(session, "zx", "late", Stage.SUBMITTED)
    columns = get(client, BOARD, "fi").select(".board__column")
    assert [words(column.h3) for column in columns] == [
        "Valmistelussa (1)",
        "Hakemusta kirjoitetaan (0)",
        "Lähetetty (1)",
        "Rahoitus myönnetty (0)",
        "Hylätty (0)",
    ]
    assert [words(column.select_one(".board__cards")).split()[0] for column in columns] == [
        "Call", "Ei", "Call", "Ei", "Ei",
    ]  # fmt: skip
    decisions.set_stage(session, "zx", "late", Stage.PREPARING)
    cards = get(client, BOARD).select(".board__column h4")
    assert [words(card) for card in cards] == ["Call soon", "Call late"]


def test_a_card_moves_by_its_select_and_leads_on(client: TestClient, session: Session) -> None:
    fill(session)
    page = get(client, BOARD)
    card = page.select_one(".board__card")
    assert card is not None
    assert [link["href"] for link in card.select(".ways a")] == [
        "/coalitions/zx/checks/soon",
        "/coalitions/zx/drafts/soon",
        "/coalitions/zx/decisions/soon",
        "/coalitions/zx/outcomes/soon",
    ]
    form = card.form
    assert form is not None
    label = form.label
    assert label is not None
    assert label["for"] == form.select("select")[0]["id"]
    fields = {str(one["name"]): str(one["value"]) for one in form.select("input")}
    answer = client.post(str(form["action"]), data={**fields, "stage": "granted"})
    assert answer.headers["location"] == f"{BOARD}#{card['id']}"
    moved = get(client, BOARD).select_one("[data-stage=granted] h4")
    assert words(moved) == "Call soon"


def test_watched_with_days_left_and_dropped_with_reasons(client: TestClient, session: Session) -> None:
    fill(session)
    page = get(client, BOARD)
    watched = page.select_one("section[aria-labelledby=watched]")
    assert "42\u00a0days left" in words(watched)
    assert "Zx wait." in words(watched)
    dropped = page.select_one("section[aria-labelledby=dropped]")
    assert "Call far" in words(dropped)
    assert "Zx far." in words(dropped)
    assert "Call far" not in words(page.select_one("section[aria-labelledby=pursued]"))


def test_stages_are_told_without_script(client: TestClient, session: Session) -> None:
    fill(session)
    page = get(client, BOARD)
    assert "Drag a card to another stage, or choose the stage on the card." in main_words(page)
    assert len(page.select(".board__card button[type=submit]")) == 2

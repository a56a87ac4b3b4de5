"""Two calls side by side: every matter, what differs by word and shape, unknown as a word."""

import pytest
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.deciding import decisions
from store.vocabulary import Choice
from tests.builders import cut_off
from tests.frontend.stored import get, main_words, store_call, store_coalition, store_unknown_call, words

BOTH = "/coalitions/zx/compare?call=one&call=two"


@pytest.fixture(autouse=True)
def _world(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coalition and two calls, without a model."""
    monkeypatch.setattr("matcher.reasons.reasons_for", lambda *_, **__: [])
    store_coalition(session)
    store_call(session, identifier="one", title="Call one", cut_offs=[cut_off("2026-10-06")])
    store_unknown_call(session, identifier="two", title="Call two")


def rows(client: TestClient, address: str = BOTH, language: str = "en") -> dict[str, Tag]:
    """Rows of the comparison by their name."""
    page = get(client, address, language)
    found = {}
    for row in page.select("table.compare tbody tr"):
        assert row.th is not None
        found[next(row.th.stripped_strings)] = row
    return found


def test_both_clocks_money_and_what_is_not_known(client: TestClient) -> None:
    found = rows(client)
    one, two = found["Application period"].select("td")
    assert "17:00 Brussels time (18:00 Finnish time)" in words(one).replace("\u00a0", " ")
    assert "not known" in words(two).lower()
    one, two = found["Rate"].select("td")
    assert words(one).replace("\u00a0", " ") == "Call one 80% of eligible costs"
    assert words(two) == "Call two Not known"
    assert len(found) == 12


def test_what_differs_is_marked_by_word_and_shape(client: TestClient) -> None:
    found = rows(client)
    assert words(found["Rate"].th).endswith("Differs")
    assert found["Rate"].select_one("th svg") is not None
    assert words(found["Decision"].th).endswith("Same")
    assert found["Decision"].select("th svg") == []
    page = get(client, BOTH)
    marked = len(page.select("tr.compare__differs"))
    assert f"The calls differ in {marked} matters." in main_words(page)


def test_a_decision_stands_in_the_comparison(client: TestClient, session: Session) -> None:
    decisions.decide(session, "zx", "one", Choice.DROP, "Zx far.")
    one, two = rows(client, language="sv")["Beslut"].select("td")
    assert words(one) == "Call one Vi ansöker inte Zx far."
    assert words(two) == "Call two Inte beslutat än"


@pytest.mark.parametrize("query", ["", "?call=one", "?call=one&call=one", "?call="])
def test_fewer_than_two_say_how_to_choose(client: TestClient, query: str) -> None:
    page = get(client, f"/coalitions/zx/compare{query}")
    assert "Two calls are needed" in main_words(page)
    link = page.select_one("main a.btn-primary")
    assert link is not None
    assert link["href"] == "/coalitions/zx/matches"


def test_more_than_two_say_what_is_left_out(client: TestClient, session: Session) -> None:
    store_call(session, identifier="three")
    page = get(client, f"{BOTH}&call=three")
    assert "1 more call was chosen." in main_words(page)


def test_a_call_that_is_not_stored(client: TestClient) -> None:
    get(client, "/coalitions/zx/compare?call=one&call=nowhere", status=404)

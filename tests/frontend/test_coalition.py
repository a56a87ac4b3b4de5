"""Coalitions: list, one whole, file."""

from fastapi.testclient import TestClient
from sqlmodel import Session

from store.coalition_file import parse_coalition
from store.coalitions import profile_of
from tests.frontend.stored import get, main_words, store_coalition, words


def test_no_coalition_says_what_to_do(client: TestClient) -> None:
    page = get(client, "/coalitions", "fi")
    assert words(page.select_one("main a.btn-primary")) == "Lisää koalitio"


def test_list_counts_in_words(client: TestClient, session: Session) -> None:
    store_coalition(session, goals=[])
    assert "1 jäsen · 0 tavoitetta · 1 tarve" in main_words(get(client, "/coalitions", "fi"))


def test_one_coalition_whole(client: TestClient, session: Session) -> None:
    store_coalition(session)
    page = main_words(get(client, "/coalitions/zx", "sv"))
    for fact in (
        "Lappland",
        "Engelska",
        "yrkesutbildningsanordnare",
        "stödmottagare (delgenomförare)",
        "Zx 2025",
    ):
        assert fact in page


def test_unknown_and_empty_are_worded(client: TestClient, session: Session) -> None:
    store_coalition(session, members=[], goals=[], needs=[], nuts_regions=[], target_groups=[])
    page = get(client, "/coalitions/zx")
    assert main_words(page).count("Not known") == 2
    assert page.select_one("a[href='/coalitions/zx/edit#goals-heading']") is not None


def test_file_imports_to_the_same(client: TestClient, session: Session) -> None:
    stored = store_coalition(session)
    answer = client.get("/coalitions/zx.yaml")
    assert answer.headers["content-disposition"] == 'attachment; filename="zx.yaml"'
    assert parse_coalition(answer.text, "zx.yaml") == profile_of(stored)


def test_unknown_coalitions_are_not_found(client: TestClient) -> None:
    for address in ("/coalitions/no", "/coalitions/no/edit", "/coalitions/no/matches", "/coalitions/no.yaml"):
        get(client, address, status=404)

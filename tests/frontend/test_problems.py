"""Every failure is a page in the reader's language that says what next; machines get JSON."""

import logging

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.pages import calls
from store.errors import DatabaseUnusable
from tests.frontend.stored import get, main_words, store_call, store_coalition, words


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_not_found_in_three_languages(client: TestClient, language: str) -> None:
    page = get(client, "/nowhere", language, status=404)
    assert page.html["lang"] == language  # type: ignore[index]
    assert len(page.find_all("h1")) == 1
    assert page.select_one("main a.btn-primary")["href"] == "/"  # type: ignore[index]


def test_a_crash_is_told_without_its_inside(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr(calls, "list_calls", broken)
    page = get(client, "/", "fi", status=500)
    assert words(page.h1) == "Koalitio-palvelussa tapahtui virhe"
    assert "secret" not in page.get_text()


def test_a_database_that_does_not_open_is_told_and_logged(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise DatabaseUnusable("the file is gone")

    monkeypatch.setattr(calls, "list_calls", broken)
    with caplog.at_level(logging.ERROR, logger="frontend.problems"):
        page = get(client, "/", "sv", status=503)
    assert words(page.h1) == "Databasen svarar inte"
    assert "gone" not in main_words(page)
    assert "the file is gone" in caplog.text


def test_a_wrong_clock_is_a_page_too(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_TODAY", "someday")
    get(client, "/", status=500)


def test_a_method_that_is_not_there_and_a_field_that_cannot_be_read(client: TestClient) -> None:
    assert client.post("/sources").status_code == 405
    assert client.post("/language", data={"language": "xx"}).status_code == 422


def test_machines_get_json(client: TestClient) -> None:
    for address in ("/api/calls/NOPE", "/api/nowhere"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.json()["error"]
    assert client.get("/api/calls?page=x").status_code == 422


def test_no_form_is_said_on_the_page_and_for_every_file(client: TestClient, session: Session) -> None:
    store_coalition(session)
    store_call(session, identifier="NO-FORM", action="Zx")
    for address in ("/coalitions/zx/drafts/NO-FORM", "/coalitions/zx/drafts/NO-FORM.docx"):
        page = get(client, address, "fi", status=409)
        assert words(page.h1) == "Tästä hausta ei saa vielä luonnosta"
    get(client, "/coalitions/zx/drafts/A.pdf", status=404)

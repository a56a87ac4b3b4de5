"""What every request passes: host, origin of changes, headers of the answer."""

import re

import pytest
from fastapi.testclient import TestClient
from starlette.datastructures import Headers

from frontend.guard import refused
from frontend.settings import WebSettings
from tests.frontend.stored import main_words, soup

HERE = frozenset({"localhost"})


def verdict(method: str = "POST", host: str = "localhost:8000", **headers: str) -> str | None:
    given = {"host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
    refusal = refused(Headers(given), method, HERE)
    return refusal.reason if refusal else None


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"sec_fetch_site": "same-origin"}, None),
        ({"sec_fetch_site": "none"}, None),
        ({"sec_fetch_site": "cross-site"}, "origin"),
        ({"sec_fetch_site": "same-site"}, "origin"),
        ({"sec_fetch_site": "cross-site", "origin": "http://localhost:8000"}, "origin"),
        ({"origin": "http://localhost:8000"}, None),
        ({"origin": "https://localhost:8000"}, None),
        ({"origin": "http://localhost:9000"}, "origin"),
        ({"origin": "http://evil.example"}, "origin"),
        ({"origin": "null"}, "origin"),
        ({}, "origin"),
        ({"content_type": "application/x-www-form-urlencoded"}, "origin"),
        ({"content_type": "text/plain"}, "origin"),
        ({"content_type": "application/json"}, None),
        ({"content_type": "application/json", "origin": "http://evil.example"}, "origin"),
    ],
)
def test_changes_come_from_our_own_pages(headers: dict[str, str], reason: str | None) -> None:
    assert verdict(**headers) == reason


@pytest.mark.parametrize(
    ("path", "headers", "reason"),
    [
        ("/join/TOKEN", {"origin": "null"}, None),
        ("/reset/TOKEN", {"origin": "null"}, None),
        ("/m/TOKEN", {"origin": "null"}, None),
        ("/language", {"origin": "null"}, None),
        ("/theme", {"origin": "null"}, None),
        ("/theme", {"origin": "https://evil.example"}, "origin"),
        ("/m/TOKEN", {"origin": "http://evil.example"}, "origin"),
        ("/m/TOKEN", {"origin": "null", "sec-fetch-site": "cross-site"}, "origin"),
        ("/account", {"origin": "null"}, "origin"),
        ("/matches/m/TOKEN", {"origin": "null"}, "origin"),
    ],
)
def test_pages_with_a_secret_send_no_origin(path: str, headers: dict[str, str], reason: str | None) -> None:
    refusal = refused(Headers({"host": "localhost"} | headers), "POST", HERE, path)
    assert (refusal.reason if refusal else None) == reason


@pytest.mark.parametrize("path", ["/join/x", "/reset/x", "/m/x"])
def test_a_secret_in_an_address_goes_nowhere(client: TestClient, path: str) -> None:
    for answer in (client.get(path), client.post(path, headers={"sec-fetch-site": "cross-site"})):
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "private, no-store"


def test_reading_is_open_to_links_from_elsewhere() -> None:
    assert verdict("GET", sec_fetch_site="cross-site") is None


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("localhost", None),
        ("LOCALHOST:8000", None),
        ("evil.example", "host"),
        ("", "host"),
        ("[::1", "host"),
        ("evil.example\\@localhost", "host"),
        ("evil.example:80@localhost", "host"),
        ("localhost, evil.example", "host"),
        ("localhost:", "host"),
    ],
)
def test_only_known_names_are_answered(host: str, reason: str | None) -> None:
    assert verdict("GET", host=host) == reason


def test_names_are_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    assert WebSettings().host_names == {"localhost", "127.0.0.1", "::1"}
    monkeypatch.setenv("KOALITIO_WEB_HOSTS", " koalitio.example , [::1] ")
    assert WebSettings().host_names == {"koalitio.example", "::1"}
    assert refused(Headers({"host": "any.example"}), "GET", frozenset({"*"})) is None
    assert refused(Headers({"host": "any.example\\@localhost"}), "GET", frozenset({"*"})) is not None


def test_refusals_are_pages_that_say_what_next(client: TestClient) -> None:
    strange = client.get("/", headers={"host": "evil.example", "accept-language": "fi"})
    assert strange.status_code == 400
    assert "KOALITIO_WEB_HOSTS" in main_words(soup(strange))
    foreign = client.post("/coalitions/new", data={"name": "x"}, headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 403
    assert "Nothing was saved" in main_words(soup(foreign))


@pytest.mark.parametrize(
    "address", ["/", "/nowhere", "/static/x/koalitio.css", "/api/calls", "/coalitions/new"]
)
def test_every_answer_carries_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_pages_hold_no_inline_script_and_no_inline_style(client: TestClient) -> None:
    for address in ("/", "/coalitions", "/coalitions/new", "/sources", "/nowhere"):
        text = client.get(address).text
        scripts = soup(client.get(address)).find_all("script")
        assert scripts
        assert all(tag.get("src") and not tag.get_text() for tag in scripts)
        assert not re.search(r"<[^>]+ on[a-z]+=", text)
        assert "style=" not in text
        assert "<style" not in text


def test_nothing_is_loaded_from_elsewhere(client: TestClient) -> None:
    page = soup(client.get("/"))
    loaded = [str(tag.get("href") or tag.get("src")) for tag in page.find_all(["link", "img", "script"])]
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)
    for address in loaded:
        answer = client.get(address)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
    assert "url(http" not in client.get(loaded[1]).text


def test_only_listed_files_are_served(client: TestClient) -> None:
    for name in ("nothing.css", "..%2Fapp.py", "bootstrap.css"):
        assert client.get(f"/static/x/{name}").status_code == 404

"""Which language a reader gets, and the switch."""

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from frontend.language import preferred
from frontend.pages.language import own_address
from store.vocabulary import Language
from tests.frontend.stored import get


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "en"),
        ("fi", "fi"),
        ("sv-FI,fi;q=0.9,en;q=0.8", "sv"),
        ("de, fr;q=0.9", "en"),
        ("en;q=0.3, fi;q=0.7", "fi"),
        ("fi;q=0", "en"),
        ("sv;q=nonsense, fi;q=0.1", "fi"),
    ],
)
def test_browser_wish(header: str, language: str) -> None:
    assert preferred(header) == language


@given(st.text(max_size=60))
def test_any_header_gives_a_language(header: str) -> None:
    assert preferred(header) in list(Language)


def test_switch_keeps_the_choice_and_goes_back(client: TestClient) -> None:
    answer = client.post("/language", data={"language": "sv", "back": "/sources?x=1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sources?x=1")
    cookie = answer.headers["set-cookie"]
    assert "language=sv" in cookie
    assert "SameSite=lax" in cookie
    assert "HttpOnly" in cookie
    assert get(client, "/sources", "fi").html["lang"] == "sv"  # type: ignore[index]


def test_unknown_language_is_refused_and_an_unknown_cookie_is_no_matter(client: TestClient) -> None:
    assert client.post("/language", data={"language": "xx"}).status_code == 422
    client.cookies.set("language", "xx")
    assert get(client, "/", "fi").html["lang"] == "fi"  # type: ignore[index]


@pytest.mark.parametrize(
    "back",
    ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "", "/a\r\nX: y", "/\t/e"],
)
def test_no_way_out_to_another_site(back: str) -> None:
    assert own_address(back) == "/"

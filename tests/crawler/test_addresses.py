"""Addresses: pointed elsewhere, checked, joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.addresses import checked_base_url, is_loopback, joined, origin_of, rebased
from crawler.errors import BadBaseUrl


@pytest.mark.parametrize("url", ["http://127.0.0.1:8790", "https://example.org/", "http://[::1]:80/mirror/"])
def test_a_base_address_loses_only_its_last_slash(url: str) -> None:
    assert checked_base_url(url) == url.rstrip("/")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "nonsense",
        "ftp://example.org",
        "http://",
        "http://a b",
        "http://x:99999",
        "http://x?a=1",
        "http://[",
    ],
)
def test_what_is_no_base_address_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(BadBaseUrl) as refused:
        checked_base_url(url)
    assert "\n" not in str(refused.value)


@given(st.text())
def test_any_text_is_either_an_address_or_refused(text: str) -> None:
    try:
        assert checked_base_url(text).startswith(("http://", "https://", "HTTP", "Http", "hTTP"))
    except BadBaseUrl:
        return


def test_an_address_elsewhere_keeps_path_and_query() -> None:
    assert (
        rebased("https://a.example/x/?page=1", "http://127.0.0.1:1/mirror")
        == "http://127.0.0.1:1/mirror/x/?page=1"
    )
    assert rebased("https://a.example/x", None) == "https://a.example/x"
    assert rebased("http://127.0.0.1:1/x", "http://127.0.0.1:1") == "http://127.0.0.1:1/x"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://127.0.0.1:1", True),
        ("http://localhost", True),
        ("http://[::1]", True),
        ("https://eura2021.fi", False),
        (None, False),
    ],
)
def test_loopback_is_this_machine(url: str | None, expected: bool) -> None:
    assert is_loopback(url) is expected


def test_links_are_absolute_or_nothing() -> None:
    assert joined("https://a.example/b/", "c") == "https://a.example/b/c"
    assert joined("https://a.example/", "mailto:x@y.example") == ""
    assert joined("https://a.example/", "http://[") == ""
    assert origin_of("https://a.example:8/b?c") == "https://a.example:8"

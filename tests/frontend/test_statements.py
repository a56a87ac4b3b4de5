"""The accessibility statement and the privacy page: true, in three languages, with and without contact."""

import pytest
from fastapi.testclient import TestClient

from tests.frontend.stored import get, main_words


@pytest.mark.parametrize("address", ["/accessibility", "/privacy"])
def test_the_contact_is_named_or_its_lack_is_said(
    client: TestClient, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "KOALITIO_WEB_CONTACT" in main_words(get(client, address))
    monkeypatch.setenv("KOALITIO_WEB_CONTACT", "help@example.org")
    page = get(client, address, "fi")
    assert page.select_one("a[href='mailto:help@example.org']") is not None
    monkeypatch.setenv("KOALITIO_WEB_CONTACT", "Desk 3 <b>")
    assert "Desk 3 <b>" in main_words(get(client, address, "sv"))


def test_every_cookie_that_pages_set_is_told(client: TestClient) -> None:
    from api.routes.dependencies import SESSION_COOKIE
    from frontend.language import COOKIE as LANGUAGE
    from frontend.pages.calls import SEEN
    from frontend.theme import COOKIE as THEME

    told = main_words(get(client, "/privacy"))
    assert all(name in told for name in (SESSION_COOKIE, LANGUAGE, SEEN, THEME))


def test_how_long_a_session_lasts_is_what_holds(client: TestClient) -> None:
    assert "14 days without use and after 60 days" in main_words(get(client, "/privacy"))

"""Which theme and which menu a reader gets, and how the choice is kept."""

import pytest
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session

from store.models import Account
from store.vocabulary import Language, Role, Theme
from tests.frontend import people
from tests.frontend.stored import get, soup, store_coalition, words


def html(client: TestClient, address: str = "/sources", language: str = "en", status: int = 200) -> Tag:
    """The root of a page."""
    root = get(client, address, language, status).html
    assert root is not None
    return root


def menu(client: TestClient) -> list[str]:
    """The words of the main menu."""
    return [words(link) for link in get(client, "/").select(".site-nav a")]


def test_the_device_decides_until_a_theme_is_chosen(client: TestClient) -> None:
    assert "data-bs-theme" not in html(client).attrs
    assert get(client, "/").select_one('meta[name="color-scheme"]')["content"] == "light dark"  # type: ignore[index]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_strangers_choice_is_kept_in_a_cookie(client: TestClient, theme: str) -> None:
    answer = client.post("/theme", data={"theme": theme, "back": "/sources?x=1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sources?x=1")
    assert f"theme={theme}" in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert html(client)["data-bs-theme"] == theme
    chosen = get(client, "/").select_one("#theme-menu [aria-current]")
    assert words(chosen).lower() == theme


def test_an_unknown_theme_is_refused_and_an_unknown_cookie_is_no_matter(client: TestClient) -> None:
    assert client.post("/theme", data={"theme": "pink"}).status_code == 422
    client.cookies.set("theme", "pink")
    assert "data-bs-theme" not in html(client).attrs


def test_no_way_out_to_another_site(client: TestClient) -> None:
    answer = client.post("/theme", data={"theme": "dark", "back": "//evil.example"})
    assert answer.headers["location"] == "/"


def test_the_account_keeps_theme_and_language(session: Session) -> None:
    who = people.account(session, "someone")
    with people.browser() as client:
        people.sign_in(client, who)
        client.post("/theme", data={"theme": "dark"})
        client.post("/language", data={"language": "sv"})
        client.cookies.delete("theme")
        client.cookies.delete("language")
        root = html(client, language="fi")
        assert (root["lang"], root["data-bs-theme"]) == ("sv", "dark")
        lost = html(client, "/no-such-page", "fi", 404)
        assert (lost["lang"], lost["data-bs-theme"]) == ("sv", "dark")
    session.expire_all()
    kept = session.get(Account, who.id)
    assert kept is not None
    assert (kept.theme, kept.language) == (Theme.DARK, Language.SV)


def test_the_switch_holds_over_the_language_of_the_account(session: Session) -> None:
    who = people.account(session, "someone", language=Language.FI)
    with people.browser() as client:
        people.sign_in(client, who)
        assert html(client)["lang"] == "fi"
        client.post("/language", data={"language": "en"})
        assert html(client, language="sv")["lang"] == "en"


def test_pages_say_by_what_they_differ(client: TestClient) -> None:
    answer = client.get("/sources")
    assert "Cookie" in answer.headers["vary"]
    assert "Accept-Language" in answer.headers["vary"]
    assert "private" in answer.headers["cache-control"]


def test_the_menu_offers_what_one_may_see(session: Session) -> None:
    coalition = store_coalition(session)
    with people.browser() as client:
        assert menu(client) == ["Calls", "Calendar", "Sources"]
        assert get(client, "/").find("a", href="/account") is None
        people.sign_in_as(client, session, "lead", own=(coalition, Role.LEAD))
        assert menu(client) == ["Calls", "Calendar", "My coalitions", "Sources"]
        assert "Lead" in words(get(client, "/").select_one(".menu__name"))
    with people.browser() as client:
        people.sign_in(client, people.account(session, "boss", is_administrator=True))
        assert menu(client) == ["Calls", "Calendar", "My coalitions", "Sources", "Administration"]


@pytest.mark.parametrize(
    ("address", "marked", "how"),
    [("/", "Calls", "page"), ("/sources", "Sources", "page"), ("/?q=x", "Calls", "page")],
)
def test_the_menu_says_where_one_is(client: TestClient, address: str, marked: str, how: str) -> None:
    (current,) = get(client, address).select(".site-nav [aria-current]")
    assert (words(current), current["aria-current"]) == (marked, how)


def test_a_stroke_too_many_leads_on_and_never_away(client: TestClient) -> None:
    assert client.get("/sources/").headers["location"] == "/sources"
    assert client.get("http://localhost//evil.example//").status_code == 404


def test_the_live_region_is_empty_and_last(client: TestClient) -> None:
    page = soup(client.get("/"))
    region = page.find(id="spoken")
    assert isinstance(region, Tag)
    assert region["role"] == "status"
    assert words(region) == ""
    assert region.find_next("main") is None

"""What stands on every page: menu, theme, language and live region, with script and without."""

import pytest
from playwright.sync_api import Page, expect
from sqlmodel import Session

from api.routes.dependencies import SESSION_COOKIE
from api.services.access import sessions
from store.vocabulary import Theme
from tests.frontend.browser.conftest import Visit
from tests.frontend.browser.serving import DESKTOP, NARROWEST
from tests.frontend.people import account

pytestmark = pytest.mark.debian

GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(245, 247, 249)", "rgb(17, 22, 28)"


@pytest.fixture
def cookies(session: Session) -> dict[str, str]:
    """Of somebody who signed in."""
    who = account(session, "someone", called="Zx Zx", is_administrator=True)
    assert who.id is not None
    return {SESSION_COOKIE: sessions.begin(session, who.id)}


def choose(page: Page, theme: str) -> None:
    """Chooses a theme as a desktop shows it."""
    page.get_by_role("button", name="Theme").click()
    page.get_by_role("button", name=theme).click()


def test_the_theme_follows_the_device_until_one_is_chosen(visit: Visit) -> None:
    assert visit("/").evaluate(GROUND) == LIGHT
    page = visit("/sources", theme="dark")
    assert page.evaluate(GROUND) == DARK
    choose(page, "Light")
    assert page.url.endswith("/sources")
    assert page.evaluate(GROUND) == LIGHT
    page.goto("/")
    assert page.evaluate(GROUND) == LIGHT
    choose(page, "Dark")
    page.emulate_media(color_scheme="light")
    assert page.evaluate(GROUND) == DARK
    choose(page, "As on this device")
    assert page.evaluate(GROUND) == LIGHT


def test_the_account_keeps_theme_and_language(
    visit: Visit, cookies: dict[str, str], session: Session
) -> None:
    page = visit("/", cookies=cookies)
    choose(page, "Dark")
    page.get_by_role("button", name="Svenska").click()
    elsewhere = visit("/sources", cookies=cookies, language="fi")
    assert elsewhere.evaluate(GROUND) == DARK
    expect(elsewhere.locator("html")).to_have_attribute("lang", "sv")
    expect(elsewhere.locator("html")).to_have_attribute("data-bs-theme", Theme.DARK)
    lost = visit("/no-such-page", cookies=cookies, language="fi")
    expect(lost.locator("html")).to_have_attribute("lang", "sv")
    assert session.is_active


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_has_a_menu(visit: Visit, script: bool, cookies: dict[str, str]) -> None:
    page = visit("/", width=NARROWEST, script=script, cookies=cookies)
    expect(page.get_by_role("link", name="My coalitions")).to_be_hidden()
    page.locator("summary.menu__open").click()
    for name in ("Calls", "Calendar", "My coalitions", "Sources", "Administration", "My account"):
        expect(page.get_by_role("banner").get_by_role("link", name=name, exact=True)).to_be_visible()
    page.get_by_role("banner").get_by_role("button", name="Dark").click()
    assert page.evaluate(GROUND) == DARK
    page.locator("summary.menu__open").click()
    page.get_by_role("button", name="Sign out").click()
    page.locator("summary.menu__open").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
    expect(page.get_by_role("link", name="Administration")).to_have_count(0)


def test_the_menu_of_a_phone_shuts_by_itself(visit: Visit) -> None:
    page = visit("/sources", width=NARROWEST)
    opener, menu = page.locator("summary.menu__open"), page.locator("#menu")
    opener.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(opener).to_be_focused()
    opener.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.get_by_role("heading", level=1).click()
    expect(menu).not_to_have_attribute("open", "")
    opener.press("Enter")
    page.get_by_role("button", name="English").focus()
    expect(menu).not_to_have_attribute("open", "")


@pytest.mark.parametrize("script", [True, False])
def test_a_desktop_shows_the_menu_in_a_row(visit: Visit, script: bool, cookies: dict[str, str]) -> None:
    page = visit("/", width=DESKTOP, script=script, cookies=cookies)
    expect(page.locator("summary.menu__open")).to_be_hidden()
    expect(page.get_by_role("link", name="Administration")).to_be_visible()
    expect(page.get_by_role("link", name="My account")).to_be_hidden()
    page.get_by_role("button", name="Zx Zx").press("Enter")
    expect(page.get_by_role("link", name="My account")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="My account")).to_be_hidden()


def test_a_long_name_leaves_room_for_the_rest(visit: Visit, session: Session) -> None:
    who = account(session, "longname", called="Työllisyyspalveluidenkehittämispäällikkö " * 4)
    page = visit("/", width=992, cookies={SESSION_COOKIE: sessions.begin(session, who.id or 0)})
    assert page.evaluate("document.documentElement.scrollWidth") <= 992


def test_skip_link_leads_past_the_menu(visit: Visit) -> None:
    page = visit("/", language="sv", script=False)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehåll"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_language_switch_stays_on_the_page(visit: Visit) -> None:
    page = visit("/sources?x=1", language="en")
    page.get_by_role("button", name="Svenska").click()
    assert page.url.endswith("/sources?x=1")
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_words_for_listeners_are_spoken_once_they_are_there(visit: Visit) -> None:
    page = visit("/")
    region = page.locator("#spoken")
    expect(region).to_have_attribute("role", "status")
    expect(region).to_have_text("")
    name = page.locator("script[src$='/menu.js']").get_attribute("src")
    assert name
    module = name.replace("menu.js", "status.js")
    page.evaluate("async name => { const m = await import(name); m.say('one'); m.say('two') }", module)
    expect(region).to_have_text("two")


def test_paper_is_light_in_every_theme(visit: Visit) -> None:
    page = visit("/", theme="dark")
    choose(page, "Dark")
    page.emulate_media(media="print")
    assert page.evaluate(GROUND) == "rgb(255, 255, 255)"
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_moves_for_those_who_want_no_motion(visit: Visit) -> None:
    page = visit("/")
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const s = getComputedStyle(e);
      return parseFloat(s.transitionDuration) > 0 && s.transitionProperty !== 'none'
        || s.animationName !== 'none';
    }).length"""
    assert page.evaluate(moving) == 0

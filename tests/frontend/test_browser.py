"""The pages in a real browser with JavaScript off: phone, keyboard, contrast, and one whole errand.

Runs Debian's chromium against a server on this machine; no request may leave it.
"""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright
from sqlmodel import Session

from frontend.app import create_app
from store.models import Doubt
from store.vocabulary import CallFlag, CallStatus, CrawlOutcome, Programme
from tests.api.drafting import PROJECT
from tests.api.fakes import no_model
from tests.builders import cut_off, member
from tests.frontend.page_scripts import (
    FOCUSED,
    NAMELESS,
    REACHABLE,
    SMALL_TARGETS,
    WEAK_CONTRAST,
    WIDER_THAN_WINDOW,
)
from tests.frontend.stored import (
    store_call,
    store_changed_call,
    store_coalition,
    store_run,
    store_unknown_call,
)

pytestmark = pytest.mark.debian

CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LONGEST_WORD = "Työllisyyspalveluidenkehittämishankehakuilmoitusluonnoskokonaisuus"
SCREENS = (
    "/",
    "/?q=none-like-it&status=open",
    "/calls/ESF-2026-TEST",
    "/calls/LONG",
    "/calls/nowhere",
    "/coalitions",
    "/coalitions/new",
    "/coalitions/zx",
    "/coalitions/zx/edit",
    "/coalitions/zx/checks/ESF-2026-TEST",
    "/coalitions/zx/checks/LONG?partner=employer&country=SE",
    "/coalitions/zx/checks/PAST",
    "/coalitions/zx/drafts/COVE",
    "/sources",
)
LANGUAGES = ("en", "fi", "sv")
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One headless Chromium for the module."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def _world(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    no_model(monkeypatch)
    store_changed_call(session)
    store_call(
        session,
        identifier="LONG",
        title=f"{LONGEST_WORD} {'pitkä otsikko ' * 10}",
        language="fi",
        description=f"## {LONGEST_WORD}\n{'x' * 300}\n- https://example.org/{'a' * 200}",
        cut_offs=[cut_off("2026-05-01"), cut_off("2026-05-25", None)],
        source_status=CallStatus.CLOSED,
        doubts=[Doubt(flag=CallFlag.TEXT_DISAGREES, note="y" * 120)],
    )
    store_unknown_call(session, identifier="UNKNOWN")
    store_call(
        session,
        external_id="COVE",
        identifier="ERASMUS-EDU-2026-PEX-COVE",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
    )
    store_call(session, identifier="PAST", cut_offs=[cut_off("2026-01-01")])
    store_call(session, identifier="KA220-ADU", programme=Programme.ERASMUS_PLUS, source="fi_oph")
    store_call(session, identifier="COMING", opening_date=cut_off("2026-09-01").date)
    store_coalition(
        session, name=f"{LONGEST_WORD} koalitio", members=[member(slug=f"m{n}") for n in range(3)]
    )
    for number, outcome in enumerate(CrawlOutcome):
        store_run(session, source=f"source_{number}", outcome=outcome, errors=["z" * 150])


@contextmanager
def _serving() -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(create_app(), host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def visit(browser: Browser, _world: None) -> Iterator[Visit]:
    """Opens an address in a fresh window: width, theme and language can be chosen; strays are refused."""
    strays: list[str] = []
    contexts = []
    with _serving() as site:

        def opened(address: str, *, width: int = 1280, theme: str = "light", language: str = "en") -> Page:
            options: dict[str, Any] = {
                "viewport": {"width": width, "height": 800},
                "color_scheme": theme,
                "locale": language,
                "java_script_enabled": False,
            }
            context = browser.new_context(**options)
            contexts.append(context)
            page = context.new_page()
            page.on(
                "request", lambda asked: strays.append(asked.url) if not asked.url.startswith(site) else None
            )
            page.goto(site + address)
            return page

        yield opened
        for context in contexts:
            context.close()
    assert strays == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_never_scrolls_sideways(visit: Visit, language: str) -> None:
    for address in SCREENS:
        page = visit(address, width=320, language=language)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, (
            address,
            page.evaluate(WIDER_THAN_WINDOW),
        )


def test_twice_the_size_is_whole(visit: Visit) -> None:
    for address in SCREENS:
        page = visit(address, width=640, language="fi")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, address


@pytest.mark.parametrize("width", [320, 1280])
def test_tab_reaches_everything_in_order_and_shows_where_it_is(visit: Visit, width: int) -> None:
    for address in SCREENS:
        page = visit(address, width=width)
        wanted = page.evaluate(REACHABLE)
        met: list[int] = []
        page.evaluate("document.body.focus()")
        for _ in wanted:
            page.keyboard.press("Tab")
            focus = page.evaluate(FOCUSED)
            assert focus["stop"] is not None, (address, met)
            assert focus["style"] == "auto" or (focus["style"] == "solid" and focus["outline"] >= 3), (
                address,
                focus,
            )
            assert focus["seen"], (address, focus)
            met.append(int(focus["stop"]))
        assert met == wanted, address


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_text_stands_out(visit: Visit, theme: str, width: int) -> None:
    for address in SCREENS:
        page = visit(address, theme=theme, width=width)
        assert page.evaluate(WEAK_CONTRAST) == [], address


def test_the_theme_follows_the_reader(visit: Visit) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    assert visit("/").evaluate(ground) == "rgb(245, 247, 249)"
    assert visit("/", theme="dark").evaluate(ground) == "rgb(17, 22, 28)"


def test_every_control_has_a_name_and_room_for_a_finger(visit: Visit) -> None:
    for address in SCREENS:
        page = visit(address, width=320)
        assert page.evaluate(NAMELESS) == [], address
        assert page.evaluate(SMALL_TARGETS) == [], address
        assert page.locator("h1").count() == 1


def test_skip_link_leads_past_the_menu(visit: Visit) -> None:
    page = visit("/", language="sv")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehåll"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"


def test_search_and_narrow_down_on_a_phone(visit: Visit) -> None:
    page = visit("/", width=320, language="fi")
    page.get_by_text("Rajaa", exact=True).click()
    page.get_by_role("combobox", name="Tila").select_option("closed")
    page.get_by_role("button", name="Näytä haut").click()
    assert page.locator("h2#count").inner_text() == "1 haku"
    assert "status=closed" in page.url
    page.get_by_label("Etsi hakuja").fill("zebra")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hakuja ei löytynyt").wait_for(timeout=5000)


def test_a_coalition_is_added_by_keyboard_without_losing_a_word(visit: Visit) -> None:
    page = visit("/coalitions/new", language="en")
    page.get_by_label("Regions").fill("Lapland, Nowhere")
    page.get_by_label("Goal in one or two sentences").fill("Nurses\nfor the north")
    page.get_by_role("button", name="Add another goal").press("Enter")
    assert page.evaluate("document.activeElement.id") == "goals-1-text"
    page.keyboard.type("Second goal")
    page.get_by_role("group", name="Language").get_by_role("button", name="Suomi").press("Enter")
    assert page.locator("#goals-1-text").input_value() == "Second goal"
    page.get_by_label("Alueet").press("Enter")
    assert page.title().startswith("Virhe: ")
    assert page.evaluate("document.activeElement.id") == "summary"
    page.get_by_role("link", name="Anna koalitiolle nimi").click()
    page.keyboard.type("Pohjoisen hoiva")
    page.locator("#regions").fill("Lappi")
    page.get_by_role("main").get_by_role("button", name="Tallenna").click()
    assert page.url.endswith("/coalitions/pohjoisen-hoiva?saved=1")
    main = page.get_by_role("main").inner_text()
    for kept in ("Pohjoisen hoiva", "Nurses", "for the north", "Second goal", "Lappi"):
        assert kept in main


def test_language_switch_stays_on_the_page(visit: Visit) -> None:
    page = visit("/calls/ESF-2026-TEST", language="en")
    page.get_by_role("button", name="Svenska").click()
    assert page.url.endswith("/calls/ESF-2026-TEST")
    assert page.locator("html").get_attribute("lang") == "sv"


def test_a_quotation_is_shown_where_it_stands(visit: Visit) -> None:
    page = visit("/calls/LONG?start=75&end=200#spot", width=320)
    box = page.locator("#spot").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


@pytest.mark.parametrize("width", [320, 1280])
def test_a_line_up_is_kept_and_a_question_answered_without_script(visit: Visit, width: int) -> None:
    page = visit("/coalitions/zx/checks/KA220-ADU", width=width)
    page.get_by_label("When was").first.fill("1.9.1998")
    page.get_by_role("button", name="Save the answer").first.click()
    assert "The answer is saved" in page.get_by_role("status").inner_text()
    page.get_by_label("Role in this call").first.select_option("associated_partner")
    page.get_by_text("What we plan", exact=True).click()
    page.get_by_label("Funding applied for").fill("much")
    page.get_by_role("button", name="Keep this line-up").click()
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.id") == "summary"
    page.get_by_role("link", name="Write the amount").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("250 000")
    page.get_by_role("button", name="Keep this line-up").click()
    assert "Decided by you" in page.get_by_role("main").inner_text()
    assert page.get_by_label("Role in this call").first.input_value() == "associated_partner"
    assert page.get_by_label("Funding applied for").input_value() == "250,000"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_a_project_is_handed_in_and_the_draft_downloaded_without_script(visit: Visit, width: int) -> None:
    page = visit("/coalitions/zx/drafts/COVE", width=width)
    with page.expect_download() as example:
        page.get_by_role("link", name="Download a file to start from").click()
    assert example.value.suggested_filename == "zx-project.yaml"
    page.get_by_role("button", name="Hand in the project").click()
    assert page.title().startswith("Error: ")
    assert page.evaluate("document.activeElement.id") == "summary"
    page.get_by_role("link", name="Choose a project file first").click()
    file = FilePayload(name="ours.yaml", mimeType="application/yaml", buffer=PROJECT.encode())
    page.get_by_label("Project file").set_input_files(files=[file])
    page.get_by_role("button", name="Hand in the project").click()
    assert "The project is stored" in page.get_by_role("status").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as draft:
        page.get_by_role("link", name=re.compile("Swedish.*Word")).click()
    assert draft.value.suggested_filename == "zx_ERASMUS-EDU-2026-PEX-COVE_sv.docx"

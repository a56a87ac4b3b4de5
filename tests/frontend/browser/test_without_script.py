"""Whole errands with JavaScript off, by keyboard and on a phone; and what only a browser can show."""

import re
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page
from sqlmodel import Session

from api.routes.dependencies import SESSION_COOKIE
from api.services.access import sessions
from store.vocabulary import Programme, Role
from tests.api.drafting import PROJECT
from tests.api.fakes import no_model
from tests.builders import cut_off, member
from tests.frontend.browser.conftest import Visit
from tests.frontend.people import account, give
from tests.frontend.stored import store_call, store_changed_call, store_coalition

pytestmark = pytest.mark.debian


@pytest.fixture
def cookies(session: Session, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Of the lead of a coalition, beside four calls."""
    no_model(monkeypatch)
    store_changed_call(session)
    description = f"## Zx\n{'x' * 300}\n- https://example.org/{'a' * 200}"
    store_call(session, identifier="LONG", language="fi", description=description)
    store_call(session, identifier="PAST", cut_offs=[cut_off("2026-01-01")])
    store_call(session, identifier="KA220-ADU", programme=Programme.ERASMUS_PLUS, source="fi_oph")
    store_call(
        session,
        external_id="COVE",
        identifier="ERASMUS-EDU-2026-PEX-COVE",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
    )
    coalition = store_coalition(session, members=[member(slug=f"m{n}") for n in range(3)])
    who = account(session, "lead")
    give(session, who, coalition, Role.LEAD)
    return {SESSION_COOKIE: sessions.begin(session, who.id or 0)}


@pytest.fixture
def plain(visit: Visit, cookies: dict[str, str]) -> Visit:
    """Opens an address as the lead, with JavaScript off."""

    def opened(address: str, **wishes: Any) -> Page:
        return visit(address, script=False, cookies=cookies, **wishes)

    return opened


def focused(page: Page) -> str:
    """The id of what has the focus, once the browser has given it to the page that was sent."""
    page.wait_for_load_state("load")
    page.locator("[autofocus]:focus").wait_for(timeout=5000)
    return str(page.evaluate("document.activeElement.id"))


def test_a_coalition_is_added_by_keyboard_without_losing_a_word(plain: Visit) -> None:
    page = plain("/coalitions/new/edit", language="en")
    page.get_by_label("Regions").fill("Lapland, Nowhere")
    page.get_by_label("Goal in one or two sentences").fill("Nurses\nfor the north")
    page.get_by_role("button", name="Add another goal").press("Enter")
    assert focused(page) == "goals-1-text"
    page.keyboard.type("Second goal")
    page.get_by_role("group", name="Language").get_by_role("button", name="Suomi").press("Enter")
    assert page.locator("#goals-1-text").input_value() == "Second goal"
    page.get_by_label("Alueet").press("Enter")
    assert page.title().startswith("Virhe: ")
    assert focused(page) == "summary"
    page.get_by_role("link", name="Anna koalitiolle nimi").click()
    page.keyboard.type("Pohjoisen hoiva")
    page.locator("#regions").fill("Lappi")
    page.get_by_role("main").get_by_role("button", name="Tallenna").click()
    assert page.url.endswith("/coalitions/pohjoisen-hoiva?saved=1")
    main = page.get_by_role("main").inner_text()
    for kept in ("Pohjoisen hoiva", "Nurses", "for the north", "Second goal", "Lappi"):
        assert kept in main


def test_a_quotation_is_shown_where_it_stands(plain: Visit) -> None:
    page = plain("/calls/LONG?start=75&end=200#spot", width=320)
    box = page.locator("#spot").bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 800


@pytest.mark.parametrize("width", [320, 1280])
def test_a_line_up_is_kept_and_a_question_answered_without_script(plain: Visit, width: int) -> None:
    page = plain("/coalitions/zx/checks/KA220-ADU", width=width)
    page.get_by_label("When was").first.fill("1.9.1998")
    page.get_by_role("button", name="Save the answer").first.click()
    assert "The answer is saved" in page.locator(".notice--good").inner_text()
    page.get_by_label("Role in this call").first.select_option("associated_partner")
    page.get_by_text("What we plan", exact=True).click()
    page.get_by_label("Funding applied for").fill("much")
    page.get_by_role("button", name="Keep this line-up").click()
    assert page.title().startswith("Error: ")
    assert focused(page) == "summary"
    page.get_by_role("link", name="Write the amount").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("250 000")
    page.get_by_role("button", name="Keep this line-up").click()
    assert "Decided by you" in page.get_by_role("main").inner_text()
    assert page.get_by_label("Role in this call").first.input_value() == "associated_partner"
    assert page.get_by_label("Funding applied for").input_value() == "250,000"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [320, 1280])
def test_a_project_is_handed_in_and_the_draft_downloaded_without_script(plain: Visit, width: int) -> None:
    page = plain("/coalitions/zx/drafts/COVE", width=width)
    with page.expect_download() as example:
        page.get_by_role("link", name="Download a file to start from").click()
    assert example.value.suggested_filename == "zx-project.yaml"
    page.get_by_role("button", name="Hand in the project").click()
    assert page.title().startswith("Error: ")
    assert focused(page) == "summary"
    page.get_by_role("link", name="Choose a project file first").click()
    file = FilePayload(name="ours.yaml", mimeType="application/yaml", buffer=PROJECT.encode())
    page.get_by_label("Project file").set_input_files(files=[file])
    page.get_by_role("button", name="Hand in the project").click()
    assert "The project is stored" in page.locator(".notice--good").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    with page.expect_download() as draft:
        page.get_by_role("link", name=re.compile("Swedish.*Word")).click()
    assert draft.value.suggested_filename == "zx_ERASMUS-EDU-2026-PEX-COVE_sv.docx"

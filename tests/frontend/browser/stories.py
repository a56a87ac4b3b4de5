"""Three stories, told once: `test_stories.py` asserts them in each language, `shots.py` takes pictures.

Every step yields its name and the page as the person then sees it; what must hold at that step is asserted
before. Everything is pressed and read by the words of the reader's own language.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect
from sqlmodel import Session

from api.services.access import invitations, member_links
from api.services.members import member_asks
from frontend.words import Words
from store.models import Coalition
from store.vocabulary import Language, Programme
from tests.builders import cut_off
from tests.frontend.people import PASSWORD
from tests.frontend.stored import store_call, store_coalition

Step = tuple[str, Page]
CALL = "INNO"
TITLE = "Paths to care work"
TEXT = (
    "## Scope\nProjects train unemployed people for care work together with employers and colleges.\n"
    "## Budget\nThe grant is paid in two parts after the report has been accepted by the agency."
)
GOALS = {
    Language.EN: "We want unemployed people to be trained for care work with employers.",
    Language.FI: "Haluamme, että työttömät koulutetaan hoiva-alan töihin yhdessä työnantajien kanssa.",
    Language.SV: "Vi vill att arbetslösa utbildas för vårdarbete tillsammans med arbetsgivare.",
}
NAMES = {
    Language.EN: "Care in the north",
    Language.FI: "Pohjoisen hoiva",
    Language.SV: "Vård i norr",
}
REGIONS = {Language.EN: "Lapland", Language.FI: "Lappi", Language.SV: "Lappland"}
SECRET = "Zx silent coalition"


@dataclass(frozen=True)
class Scene:
    """Where a story is told: `open_page` gives a page of a fresh window in this language and width."""

    open_page: Callable[[Language, int], Page]
    site: str
    session: Session
    language: Language
    width: int

    def begin(self) -> tuple[Words, Page]:
        """The words that are read, and the page that they are read on."""
        return Words(self.language), self.open_page(self.language, self.width)


def furnish(session: Session) -> Coalition:
    """Two calls, one of which has a form, and a coalition that nobody outside may find."""
    store_call(
        session,
        external_id=CALL,
        identifier="ERASMUS-EDU-2026-PI-ALL-INNO",
        programme=Programme.ERASMUS_PLUS,
        action="ERASMUS Lump Sum Grants",
        title=TITLE,
        description=TEXT,
        cut_offs=[cut_off("2026-10-25")],
    )
    store_call(session, identifier="ESF-2026-LAND", title="Bridges", description="## Scope\nRailway bridges.")
    return store_coalition(session, slug="silent", name=SECRET)


def lead(scene: Scene) -> Iterator[Step]:
    """From the invitation to the decision and the downloaded draft."""
    (t, page), language = scene.begin(), scene.language
    email = f"lead-{language}-{scene.width}@example.org"
    invited = invitations.invite_lead(scene.session, email, language, scene.site)
    page.goto(str(invited.link))
    _is(page, t("join.title"), language)
    yield "invitation", page
    page.get_by_label(t("join.name")).fill("Zx Zx")
    page.get_by_label(t("account.password"), exact=True).fill(PASSWORD)
    page.get_by_role("button", name=t("join.button")).click()
    _is(page, t("coalition_new.title"), language)
    yield "new", page
    page.get_by_label(t("form.name"), exact=True).fill(f"{NAMES[language]} {scene.width}")
    page.get_by_role("button", name=t("coalition_new.start")).click()
    _is(page, t("steps.title"), language)
    expect(page.get_by_role("main")).to_contain_text(t("steps.started"))
    yield "steps", page
    home = page.url.partition("?")[0].removesuffix("/profile")
    yield from _profile(page, home, t, language)
    page.goto(f"{home}/matches")
    first = page.locator("li.match").first
    expect(first.get_by_role("heading", level=3)).to_have_text(TITLE)
    expect(first.locator("blockquote").first).to_contain_text(GOALS[language])
    expect(first.locator("blockquote").nth(1)).to_contain_text("care work")
    assert "%" not in first.inner_text()
    yield "matches", page
    first.get_by_role("button", name=t("decision.do.pursue")).click()
    expect(page.locator("li.match").first).to_contain_text(t("decision.is.pursue"))
    page.goto(f"{home}/decisions/{CALL}")
    expect(page.locator("section[aria-labelledby=now]")).to_contain_text("Zx Zx")
    yield "decision", page
    page.goto(f"{home}/board")
    expect(page.get_by_role("main")).to_contain_text(TITLE)
    yield "board", page
    page.goto(f"{home}/drafts/{CALL}")
    with page.expect_download() as got:
        page.locator(f'main a[href*=".docx?lang={language}"]').first.click()
    path = Path(got.value.path())
    assert got.value.suggested_filename.endswith(f"_{language}.docx")
    assert any(paragraph.text.strip() for paragraph in Document(str(path)).paragraphs)
    yield "draft", page
    page.context.close()


def _profile(page: Page, home: str, t: Words, language: Language) -> Iterator[Step]:
    """Two steps done, one left for later: nothing typed is lost."""
    page.goto(f"{home}/profile/goals")
    page.locator("#goals-0-text").fill(GOALS[language])
    page.get_by_role("button", name=t("step.continue"), exact=True).click()
    expect(page.get_by_role("main")).to_contain_text(t("steps.saved", step=t("step.goals.name")))
    page.goto(f"{home}/profile/who")
    page.locator("#regions").fill(REGIONS[language])
    page.get_by_role("button", name=t("step.continue"), exact=True).click()
    page.goto(f"{home}/profile/needs")
    page.locator("#needs-0-text").fill("Zx zx")
    yield "step", page
    page.get_by_role("button", name=t("step.later"), exact=True).click()
    page.goto(f"{home}/profile/needs")
    assert page.locator("#needs-0-text").input_value() == "Zx zx"
    page.goto(home)
    expect(page.get_by_role("main")).to_contain_text(GOALS[language])
    yield "profile", page


def member(scene: Scene) -> Iterator[Step]:
    """A member confirms its part and says what is missing, by its link alone."""
    (t, page), language, session = scene.begin(), scene.language, scene.session
    member_asks.ask_role(session, "silent", CALL, "college", hours=120, benefit="Zx", request="Zx?")
    link = member_links.make(session, "silent", "college", scene.site)
    page.goto(link)
    _is(page, t("my.title"), language)
    main = page.get_by_role("main")
    for asked in ("120", TITLE, t("my.confirm")):
        expect(main).to_contain_text(asked)
    expect(page.get_by_role("button", name=t("my.confirm")).first).to_be_in_viewport()
    yield "asked", page
    page.get_by_role("button", name=t("my.confirm")).first.click()
    expect(main).to_contain_text(t("my.done.confirmed"))
    yield "confirmed", page
    page.get_by_role("link", name=t("my.inputs")).click()
    _has_language(page, language)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    yield "inputs", page
    page.goto("/coalitions/silent")
    assert SECRET not in page.inner_text("body")
    page.context.close()
    (asked_one,) = (one for one in member_asks.asks_of(session, "silent", CALL).members if one.task)
    assert asked_one.task
    assert asked_one.task.state == "confirmed"


def stranger(scene: Scene) -> Iterator[Step]:
    """Reads every call, and of coalitions nothing at all."""
    (t, page), language = scene.begin(), scene.language
    page.goto("/")
    expect(page.get_by_role("main")).to_contain_text(TITLE)
    _shows_no_coalition(page)
    yield "calls", page
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_role("main")).to_contain_text(t("call.stranger_sign_in"))
    _shows_no_coalition(page)
    yield "call", page
    for address in ("/calendar", "/sources", "/privacy", "/accessibility"):
        page.goto(address)
        _shows_no_coalition(page)
        yield address.strip("/"), page
    for address in ("", "/matches", "/board", f"/checks/{CALL}", f"/drafts/{CALL}", "/people", "/follow-up"):
        page.goto(f"/coalitions/silent{address}")
        _shows_no_coalition(page)
        _is(page, t("sign_in.title"), language)
    yield "closed", page
    page.context.close()


def _is(page: Page, heading: str, language: Language) -> None:
    """The page has that heading, and is in that language."""
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(re.escape(heading)))
    _has_language(page, language)


def _has_language(page: Page, language: Language) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)


def _shows_no_coalition(page: Page) -> None:
    text = page.content()
    assert SECRET not in text, page.url
    assert "Sample College" not in text, page.url
    assert page.locator('.site-nav a[href="/coalitions"]').count() == 0

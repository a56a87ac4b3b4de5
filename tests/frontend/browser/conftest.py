"""What tests in the browser share: one chromium, and windows that note whatever goes wrong in them."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sqlmodel import Session

from tests.frontend.browser.serving import launched, serving, window

Visit = Callable[..., Page]
CUT = "internetdisconnected"
"""What a test breaks a request off with (`route.abort(CUT)`)."""
ASKED_FOR = ("the server responded with a status of", "net::ERR_INTERNET_DISCONNECTED")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """One headless chromium for all tests of this folder; ended after them, for others start their own."""
    with sync_playwright() as playwright:
        browser = launched(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Browser, session: Session) -> Iterator[Visit]:
    """Opens an address of the test's own database in a fresh window, as `window` takes it.

    No request may leave the site, and no page may complain in the console.
    """
    assert session.is_active
    wrong: list[str] = []
    contexts: list[BrowserContext] = []
    with serving() as site:

        def opened(address: str, **wishes: object) -> Page:
            context = window(chromium, site, **wishes)  # type: ignore[arg-type]
            contexts.append(context)
            page = context.new_page()
            listen(page, site, wrong)
            page.goto(address)
            return page

        yield opened
        for context in contexts:
            context.close()
    assert wrong == []


def listen(page: Page, site: str, wrong: list[str]) -> None:
    """Notes requests that leave the site, errors of scripts, and what the console complains of (CSP too).

    That a page came with an error status is no complaint, nor is a request cut off by `CUT`: tests ask
    for both.
    """
    page.on("request", lambda asked: None if asked.url.startswith(site) else wrong.append(asked.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda said: (
            wrong.append(f"{page.url}: {said.text}")
            if said.type in {"error", "warning"} and not any(words in said.text for words in ASKED_FOR)
            else None
        ),
    )

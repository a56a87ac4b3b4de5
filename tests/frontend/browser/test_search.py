"""Search as you type: results, address, counts and focus follow; without script the form does the same."""

import pytest
from playwright.sync_api import Page, Route, expect
from sqlmodel import Session

from store.vocabulary import Programme
from tests.frontend.browser.conftest import Visit
from tests.frontend.stored import store_call

pytestmark = pytest.mark.debian


@pytest.fixture(autouse=True)
def _three_calls(session: Session) -> None:
    store_call(session, identifier="A", title="Care work", language="en")
    store_call(session, identifier="B", title="Care school", programme=Programme.ERASMUS_PLUS)
    store_call(session, identifier="C", title="Peat land", nuts_regions=["FI1D7"], description="")


def count(page: Page, words: str) -> None:
    expect(page.locator("#count")).to_have_text(words)


def test_results_follow_the_typing_and_the_focus_stays(visit: Visit) -> None:
    page = visit("/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "q=" in request.url else None)
    page.locator("#q").press_sequentially("care sc", delay=30)
    count(page, "1 call")
    expect(page.locator("#q")).to_be_focused()
    expect(page.locator("[role=status]")).to_have_text("1 call")
    assert page.url.endswith("/?q=care+sc")
    assert len(asked) < len("care sc")
    page.fill("#q", "")
    count(page, "3 calls")
    assert page.url.endswith("/")


def test_a_filter_keeps_the_focus_and_counts_follow(visit: Visit) -> None:
    page = visit("/")
    page.fill("#q", "care")
    count(page, "2 calls")
    page.check("#f-programme-esf_plus")
    count(page, "1 call")
    expect(page.locator("#f-programme-esf_plus")).to_be_focused()
    expect(page.locator("#f-programme-erasmus_plus-count")).to_contain_text("1")
    assert page.url.endswith("/?q=care&programme=esf_plus")
    page.reload()
    count(page, "1 call")
    assert page.is_checked("#f-programme-esf_plus")


def test_a_filter_let_go_of_hands_the_focus_on(visit: Visit) -> None:
    page = visit("/?q=care&programme=esf_plus&status=open")
    page.locator("a.chip", has_text="ESF+").click()
    count(page, "2 calls")
    expect(page.locator("a.chip", has_text="Open")).to_be_focused()
    assert not page.is_checked("#f-programme-esf_plus")
    page.locator("a.chip--all").click()
    count(page, "3 calls")
    expect(page.locator("#count")).to_be_focused()
    assert page.input_value("#q") == ""


def test_the_last_question_wins(visit: Visit) -> None:
    page = visit("/")
    held: list[Route] = []

    def late(route: Route) -> None:
        if route.request.url.endswith("q=peat"):
            held.append(route)
        else:
            route.continue_()

    page.route("**/?q=*", late)
    page.fill("#q", "peat")
    page.wait_for_timeout(500)
    page.fill("#q", "care")
    count(page, "2 calls")
    assert len(held) == 1
    assert page.url.endswith("/?q=care")


def test_without_script_the_same_is_done_by_the_form(visit: Visit) -> None:
    page = visit("/", script=False)
    page.fill("#q", "care")
    page.check("#f-programme-erasmus_plus")
    page.press("#q", "Enter")
    count(page, "1 call")
    page.locator("a.chip", has_text="Erasmus+").click()
    count(page, "2 calls")


def test_a_phone_opens_the_filters_when_asked(visit: Visit) -> None:
    page = visit("/", width=360, script=False)
    expect(page.locator("#region")).to_be_hidden()
    page.get_by_text("Narrow down").click()
    page.fill("#region", "Lappi")
    page.get_by_role("button", name="Show calls").click()
    count(page, "3 calls")
    expect(page.locator(".note").first).to_contain_text("2 of these do not say where they apply")

"""The yearly review on paper: one A4 page for each sample coalition, two at most for a long one."""

import io

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader
from sqlmodel import Session

from api.demo_history import add_history
from api.services.following import goal_values, yearly_review
from api.services.profile.coalitions import save_coalition
from sample_world import coalition_files, sample_history
from store import clock, coalition_file
from store.coalitions import coalitions
from store.models import GoalCreate, MemberCreate
from store.vocabulary import Role
from tests.builders import member
from tests.frontend.browser.conftest import Visit
from tests.frontend.people import PASSWORD, account, give
from tests.frontend.stored import store_call, store_coalition

pytestmark = pytest.mark.debian

A4 = (595, 842)
"""Points."""


def printed(page: Page) -> PdfReader:
    """The page as the browser prints it."""
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def sign_in(visit: Visit, address: str, language: str) -> Page:
    """The address as the lead named `lead`."""
    page = visit(f"/sign-in?next={address}", language=language)
    page.locator("#email").fill("lead@example.org")
    page.locator("#password").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(f"**{address}")
    return page


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_each_year_of_the_sample_coalitions_is_one_page(
    visit: Visit, session: Session, language: str
) -> None:
    lead = account(session, "lead")
    for name in {one.call for past in sample_history() for one in past.decisions}:
        store_call(
            session, identifier=name, external_id=name, title=f"{name}: a title of usual length, 2021–2027"
        )
    for path in coalition_files():
        save_coalition(session, coalition_file.read_coalition(path))
    add_history(session)
    for coalition in coalitions(session):
        give(session, lead, coalition, Role.LEAD)
    page = sign_in(visit, "/coalitions/lapin-hoiva/review/2026", language)
    for coalition in coalitions(session):
        for year in yearly_review.years(session, coalition.slug):
            page.goto(f"{page.url.split('/coalitions')[0]}/coalitions/{coalition.slug}/review/{year}")
            paper = printed(page)
            assert len(paper.pages) == 1, (coalition.slug, year)
            assert (round(paper.pages[0].mediabox.width), round(paper.pages[0].mediabox.height)) == A4
            text = paper.pages[0].extract_text()
            assert str(year) in text
            assert "Ctrl+P" not in text


def test_a_long_one_is_two_pages_at_most(visit: Visit, session: Session) -> None:
    members: list[MemberCreate] = [
        member(slug=f"m{n}", name=f"Sample organisation number {n}") for n in range(20)
    ]
    goals = [
        GoalCreate(slug=f"g{n}", text="A goal of some length in two lines of the page. " * 3)
        for n in range(10)
    ]
    coalition = store_coalition(session, members=members, goals=goals)
    for goal in goals:
        goal_values.add_value(session, "zx", goal.slug, clock.today(), 4)
    give(session, account(session, "lead"), coalition, Role.LEAD)
    page = sign_in(visit, "/coalitions/zx/review/2026", "fi")
    assert 1 <= len(printed(page).pages) <= 2

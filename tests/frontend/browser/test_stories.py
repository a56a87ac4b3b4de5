"""The stories of lead, member and stranger in each language; the member on a phone."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page
from sqlmodel import Session

from store.vocabulary import Language
from tests.frontend.browser import stories
from tests.frontend.browser.conftest import listen
from tests.frontend.browser.serving import DESKTOP, PHONE, serving, window

pytestmark = pytest.mark.debian

Story = Callable[[stories.Scene], Iterator[stories.Step]]


def told(story: Story, browser: Browser, session: Session, language: Language, width: int) -> list[str]:
    """Names of the steps of a story that went well; at each the page fits, and nothing was complained of."""
    wrong: list[str] = []
    names = []
    stories.furnish(session)
    with serving() as site:

        def open_page(language: Language, width: int) -> Page:
            page = window(browser, site, width=width, language=language).new_page()
            listen(page, site, wrong)
            return page

        for name, page in story(stories.Scene(open_page, site, session, language, width)):
            names.append(name)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, name
    assert wrong == []
    return names


@pytest.mark.parametrize("language", list(Language))
def test_a_lead_comes_by_invitation_and_leaves_with_a_draft(
    chromium: Browser, session: Session, language: Language
) -> None:
    steps = told(stories.lead, chromium, session, language, DESKTOP)
    assert steps[0] == "invitation"
    assert steps[-2:] == ["board", "draft"]


@pytest.mark.parametrize("language", list(Language))
def test_a_member_confirms_on_a_phone_without_an_account(
    chromium: Browser, session: Session, language: Language
) -> None:
    assert told(stories.member, chromium, session, language, PHONE) == ["asked", "confirmed", "inputs"]


@pytest.mark.parametrize("language", list(Language))
def test_a_stranger_sees_only_what_is_public(chromium: Browser, session: Session, language: Language) -> None:
    assert told(stories.stranger, chromium, session, language, DESKTOP)[-1] == "closed"

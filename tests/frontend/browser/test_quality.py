"""Every screen in a real browser: axe in both themes, phone and desktop, 200 % zoom, keyboard, no script.

The screens are those of `tests/frontend/screens.py`, each as the person it is for, full of long words, and
empty ones besides. Each is asked for once a language with script, and once without; everything that can be
looked at without asking again is looked at then, so that the whole takes minutes.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.frontend.browser import looks
from tests.frontend.browser.conftest import listen
from tests.frontend.browser.serving import DESKTOP, LANGUAGES, NARROWEST, serving, window
from tests.frontend.screens import SCREENS, Screen
from tests.frontend.whole_world import WHO, Speech, Whole, build, opened

pytestmark = pytest.mark.debian

LONGEST_WORD = "Työllisyyspalveluidenkehittämishankehakuilmoitusluonnoskokonaisuus"
LONG = Speech(
    word=f"{LONGEST_WORD} ja {LONGEST_WORD}",
    call={
        "title": f"{LONGEST_WORD} {'pitkä otsikko ' * 10}",
        "action": LONGEST_WORD,
        "language": "fi",
        "description": f"## {LONGEST_WORD}\n{'x' * 300}\n- https://example.org/{'a' * 200}",
        "conditions": f"## {LONGEST_WORD}\n{LONGEST_WORD}.",
    },
)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Whole]:
    """The whole world and the empty one, in long words; by whether it is empty."""
    folder: Path = tmp_path_factory.mktemp("worlds")
    return {empty: build(folder / f"{empty}.db", LONG, empty=empty) for empty in (False, True)}


@pytest.mark.parametrize("who", WHO)
def test_every_screen_with_script(chromium: Browser, worlds: dict[bool, Whole], who: str) -> None:
    wrong: list[str] = []
    for page, screen, address in _visits(chromium, worlds, who, wrong):
        before = len(wrong)
        for language in LANGUAGES:
            _speak(page, address, language)
            looks.resize(page, NARROWEST)
            page.goto(address)
            wrong += looks.sideways(page, looks.TWICE_THE_SIZE, NARROWEST)
        wrong += looks.controls(page)
        wrong += looks.axe(page)
        wrong += looks.sideways(page, DESKTOP)
        wrong += looks.controls(page)
        wrong += looks.keyboard(page)
        wrong[before:] = [f"{screen.who} {screen.address}: {one}" for one in wrong[before:]]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", WHO)
def test_every_screen_without_script(chromium: Browser, worlds: dict[bool, Whole], who: str) -> None:
    wrong: list[str] = []
    for page, screen, address in _visits(chromium, worlds, who, wrong, script=False):
        before = len(wrong)
        page.goto(address)
        wrong += looks.sideways(page, DESKTOP, looks.TWICE_THE_SIZE, NARROWEST)
        wrong += looks.controls(page)
        wrong += looks.contrast(page)
        wrong += looks.keyboard(page)
        wrong[before:] = [f"{screen.who} {screen.address}: {one}" for one in wrong[before:]]
    assert not wrong, "\n".join(wrong)


def _visits(
    chromium: Browser, worlds: dict[bool, Whole], who: str, wrong: list[str], *, script: bool = True
) -> Iterator[tuple[Page, Screen, str]]:
    """A page in the person's own window, and each screen that is shown to that person, with its address."""
    for empty, world in worlds.items():
        screens = [screen for screen in SCREENS if (screen.who, screen.empty) == (who, empty)]
        with opened(world), serving() as site:
            context = window(chromium, site, script=script, language="fi", cookies=world.cookies[who])
            page = context.new_page()
            listen(page, site, wrong)
            for screen in screens:
                yield page, screen, site + screen.address.format(**world.names)
            context.close()


def _speak(page: Page, address: str, language: str) -> None:
    """Chooses the language, as the switch in the header does."""
    site = urlsplit(address)
    cookie = {"name": "language", "value": language, "url": f"{site.scheme}://{site.netloc}"}
    page.context.add_cookies([cookie])  # type: ignore[list-item]

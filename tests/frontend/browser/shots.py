"""Pictures for eyes: `python -m tests.frontend.browser.shots FOLDER`.

All screens in Finnish, and the stories in all three languages, on phone and desktop, into the folder given.
They are looked at with a checklist and never kept in the repository.
"""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

from store import database
from store.vocabulary import Language
from tests.frontend.browser import stories
from tests.frontend.browser.serving import DESKTOP, PHONE, launched, serving, window
from tests.frontend.screens import SCREENS
from tests.frontend.whole_world import Speech, Whole, build, opened

WIDTHS = {"phone": PHONE, "desktop": DESKTOP}
SAID = Speech(
    word="Hoiva-alan työvoimapula Lapissa",
    call={
        "title": "Polkuja hoiva-alan töihin",
        "action": "Hanke",
        "language": "fi",
        "description": "## Tavoite\nHanke kouluttaa työttömiä hoiva-alan töihin.\n- valmennus\n- mentorit",
        "conditions": "## Ehdot\nHakijana on vähintään kolme organisaatiota kolmesta maasta.",
    },
)


def main() -> None:
    """Takes all pictures into the folder named on the command line."""
    if len(sys.argv) != 2:
        sys.exit("Say where to: python -m tests.frontend.browser.shots FOLDER")
    folder = Path(sys.argv[1])
    with TemporaryDirectory() as place, sync_playwright() as playwright:
        chromium = launched(playwright)
        for empty in (False, True):
            screens(chromium, folder / "screens", build(Path(place) / f"{empty}.db", SAID, empty=empty))
        for language in Language:
            for name, width in WIDTHS.items():
                world = Whole(Path(place) / f"{language}-{name}.db")
                told(chromium, folder / "stories" / language / name, world, language, width)
        chromium.close()


def screens(chromium: Browser, folder: Path, world: Whole) -> None:
    """Every screen of the world in Finnish; in both themes on a desktop."""
    with opened(world), serving() as site:
        for screen in SCREENS:
            if screen.empty != world.demo:
                continue
            context = window(chromium, site, language="fi", cookies=world.cookies[screen.who])
            page = context.new_page()
            page.goto(screen.address.format(**world.names))
            name = re.sub(r"[^\w]+", "-", f"{'empty' if world.demo else ''} {screen.who} {screen.address}")
            for place, width in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": 800})
                picture(page, folder / place / f"{name.strip('-')}.png")
            page.emulate_media(color_scheme="dark")
            picture(page, folder / "dark" / f"{name.strip('-')}.png")
            context.close()


def told(chromium: Browser, folder: Path, world: Whole, language: Language, width: int) -> None:
    """The three stories, one picture a step."""
    with opened(world), database.session() as session, serving() as site:
        stories.furnish(session)

        def open_page(language: Language, width: int) -> Page:
            return window(chromium, site, width=width, language=language).new_page()

        scene = stories.Scene(open_page, site, session, language, width)
        for story in (stories.lead, stories.member, stories.stranger):
            for number, (name, page) in enumerate(story(scene), 1):
                picture(page, folder / f"{story.__name__}-{number:02}-{name}.png")


def picture(page: Page, path: Path) -> None:
    """The whole page as a PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, full_page=True)


if __name__ == "__main__":
    main()

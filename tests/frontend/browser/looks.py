"""Looks at one screen in every way that this project promises, and says what is wrong with it."""

from collections.abc import Iterator
from typing import Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.frontend.browser.page_scripts import (
    FOCUSED,
    FROM_THE_TOP,
    NAMELESS,
    REACHABLE,
    SMALL_TARGETS,
    STOP,
    WEAK_CONTRAST,
    WIDER_THAN_WINDOW,
)
from tests.frontend.browser.serving import DESKTOP, NARROWEST

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
ALL_RULES = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
CONTRAST = ALL_RULES | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
RUN_AXE = "options => axe.run(options).then(results => results.violations)"
THEMES: tuple[Literal["dark", "light"], ...] = ("dark", "light")
TWICE_THE_SIZE = DESKTOP // 2
"""Width of the page, in its own pixels, when a desktop window is zoomed to 200 %."""


def resize(page: Page, width: int) -> None:
    """Makes the window that wide."""
    page.set_viewport_size({"width": width, "height": 800})


def sideways(page: Page, *widths: int) -> Iterator[str]:
    """Whether the page would have to be scrolled sideways, and what sticks out."""
    for width in widths:
        resize(page, width)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"wider than {width}: {page.evaluate(WIDER_THAN_WINDOW)[:4]}"


def axe(page: Page) -> Iterator[str]:
    """What axe finds, narrow and wide, light and dark; names, roles and sizes do not depend on the theme."""
    page.evaluate(AXE_SCRIPT)
    for width in (DESKTOP, NARROWEST):
        resize(page, width)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)
            for found in page.evaluate(RUN_AXE, ALL_RULES if theme == "light" else CONTRAST):
                yield f"axe, {theme}, {width}: {_told(found)}"


def _told(found: dict[str, Any]) -> str:
    nodes = [(node["html"][:160], *node["failureSummary"].splitlines()[1:2]) for node in found["nodes"][:2]]
    return f"{found['id']}: {nodes}"


def controls(page: Page) -> Iterator[str]:
    """Controls without a name, or too small for a finger."""
    for name, script in (("nameless", NAMELESS), ("small", SMALL_TARGETS)):
        if found := page.evaluate(script):
            yield f"{name}: {found[:4]}"


def contrast(page: Page) -> Iterator[str]:
    """Texts that do not stand out, in both themes; without axe, which needs the page's scripts."""
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        if found := page.evaluate(WEAK_CONTRAST):
            yield f"contrast, {theme}: {found[:4]}"


def keyboard(page: Page) -> Iterator[str]:
    """Whether Tab reaches everything in order, and shows where it is; a date is more than one stop."""
    wanted: list[int] = page.evaluate(REACHABLE)
    page.evaluate(FROM_THE_TOP)
    met: list[int] = []
    while met != wanted:
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUSED)
        stop = None if focus["stop"] is None else int(focus["stop"])
        if stop is None or (stop in met and stop != met[-1]):
            break
        if stop not in met:
            met.append(stop)
        if focus["style"] != "auto" and not (focus["style"] == "solid" and focus["outline"] >= 3):
            yield f"focus is not shown: {focus}"
        if not focus["seen"]:
            yield f"focus is out of sight: {focus}"
    if met != wanted:
        first = next(stop for stop in wanted if stop not in met[: stop + 1] or met[stop] != stop)
        yield f"Tab does not reach {page.evaluate(STOP, first)} in its turn"

"""Each screen in each language: whole, with one h1, without a word of another language, and without gaps.

The pages of all screens are asked for once a language, and every test reads the same ones.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from frontend import texts
from frontend.app import create_app
from store.vocabulary import Language
from tests.frontend.people import asking
from tests.frontend.screens import SCREENS, Screen
from tests.frontend.stored import get, soup, words
from tests.frontend.whole_world import Speech, Whole, build, opened

SPOKEN = ("aria-label", "title", "placeholder", "alt")
LEAK = re.compile(r"\{[a-z_]*\}|&(amp|lt|gt|quot);")
"""What a template or a text that went wrong leaves on a page."""
NO_PAGES = (".ics", ".csv", ".yaml", ".{kind}", ".json", "/events", "/state", "/documents/{number}")
"""Ends of addresses that give files or parts of a page."""


@dataclass(frozen=True)
class Seen:
    """A screen as it came."""

    screen: Screen
    status: int
    page: BeautifulSoup

    @property
    def name(self) -> str:
        """For messages."""
        return f"{self.screen.who}: {self.screen.address}"


Pages = Callable[[str], list[Seen]]


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Whole]:
    """The whole world and the empty one, in words of no language; by whether it is empty."""
    folder: Path = tmp_path_factory.mktemp("worlds")
    return {empty: build(folder / f"{empty}.db", Speech(), empty=empty) for empty in (False, True)}


@pytest.fixture(scope="module")
def pages(worlds: dict[bool, Whole]) -> Pages:
    """Every screen in a language."""
    return cache(
        lambda language: [seen for empty in worlds for seen in _seen(worlds[empty], empty, language)]
    )


def _seen(world: Whole, empty: bool, language: str) -> list[Seen]:
    with opened(world):
        app, found = create_app(), []
        for screen in SCREENS:
            if screen.empty == empty:
                client = asking(app, world, screen.who)
                address = screen.address.format(**world.names)
                answer = client.get(address, headers={"accept-language": language})
                found.append(Seen(screen, answer.status_code, soup(answer)))
        return found


def test_every_page_of_the_application_is_among_the_screens() -> None:
    missing, known = [], [re.sub(r"\?.*", "", screen.address) for screen in SCREENS]
    for route in iter_route_contexts(create_app().routes):
        path = route.path or ""
        if "GET" not in (route.methods or ()) or path.startswith(("/api/", "/static/")):
            continue
        if not path.endswith(NO_PAGES):
            pattern = re.compile(re.sub(r"\{\w+(:\w+)?\}", "[^/]+", path))
            missing += [] if any(map(pattern.fullmatch, known)) else [path]
    assert missing == []


@pytest.mark.parametrize("language", list(map(str, Language)))
def test_each_screen_is_whole(pages: Pages, language: str) -> None:
    seen = pages(language)
    assert [(one.name, one.status) for one in seen if one.status != one.screen.status] == []
    assert [one.name for one in seen if not one.page.html or one.page.html["lang"] != language] == []
    assert [one.name for one in seen if len(one.page.find_all("h1")) != 1] == []
    assert [one.name for one in seen if not words(one.page.title).endswith(" – Koalitio")] == []
    assert [one.name for one in seen if LEAK.search(one.page.get_text())] == []
    if language != Language.EN:
        assert [one.name for one in seen if re.search(r"\bNone\b", one.page.get_text())] == []
    assert [one.name for one in seen if words(one.page.find(id="spoken"))] == []


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_no_english_is_left(pages: Pages, language: Language) -> None:
    own = {entry[language] for entry in texts.catalogue().values()}
    patterns = _english_only(language)
    found = {
        text: seen.name
        for seen in pages(str(language))
        for spoken, text in _spoken(seen.page)
        if spoken == language and text not in own and patterns.fullmatch(text)
    }
    assert found == {}


def test_names_and_headings_hang_together(pages: Pages) -> None:
    assert [(seen.name, wrong) for seen in pages("en") for wrong in _loose(seen.page)] == []


def _loose(page: BeautifulSoup) -> Iterator[str]:
    """What does not hang together on a page."""
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    yield from (f"twice: {one}" for one in sorted(set(ids)) if ids.count(one) > 1)
    for name in ("aria-labelledby", "aria-describedby", "popovertarget", "for"):
        for tag in page.select(f"[{name}]"):
            yield from (f"{name}: {one}" for one in str(tag[name]).split() if one not in ids)
    for label in page.find_all("label"):
        if not label.get("for") and not label.find(["input", "select", "textarea"]):
            yield f"of nothing: {label}"
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"headings: {levels}"


def test_one_primary_button_a_page(pages: Pages) -> None:
    found = []
    for seen in pages("en"):
        shown = [words(b) for b in seen.page.select(".btn-primary") if "visually-hidden" not in b["class"]]
        most = 2 if seen.screen.address.startswith("/?") else 1
        if len(shown) > most:
            found.append((seen.name, shown))
    assert found == []


def test_every_link_of_ours_leads_somewhere(pages: Pages, worlds: dict[bool, Whole]) -> None:
    asked = {screen.address.partition("?")[0].format(**worlds[False].names) for screen in SCREENS}
    targets: dict[str, str] = {}
    for seen in pages("en"):
        for link in seen.page.select("a[href^='/']") if not seen.screen.empty else ():
            path = str(link["href"]).partition("#")[0]
            if path.partition("?")[0] not in asked:
                targets.setdefault(path, seen.screen.who)
    assert len(targets) > 15
    with opened(worlds[False]):
        app = create_app()
        got = {(path, who): asking(app, worlds[False], who).get(path) for path, who in targets.items()}
    assert {key: one.status_code for key, one in got.items() if one.status_code not in {200, 303, 307}} == {}


@pytest.mark.parametrize(
    ("language", "banner"),
    [
        ("en", "Sample world, pinned to 20\u00a0May\u00a02026"),
        ("fi", "Esimerkkimaailma, pysäytetty päivään 20.5.2026"),
        ("sv", "Exempelvärld, låst till 20.5.2026"),
    ],
)
def test_a_pinned_clock_is_said_on_each_page(pages: Pages, language: str, banner: str) -> None:
    assert {words(seen.page.find(class_="pinned")) for seen in pages(language)} == {banner}


def test_the_real_clock_has_no_banner(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_TODAY", "")
    assert get(client, "/").find(class_="pinned") is None


def _spoken(page: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Language and words of every text and spoken attribute of a page."""
    for node in page.find_all(string=True):
        if type(node) is NavigableString and node.strip() and node.parent and node.parent.name != "code":
            yield _language(node.parent), " ".join(node.split())
    for tag in page.find_all(True):
        for name in SPOKEN:
            if tag.get(name):
                yield _language(tag), str(tag[name])


def _language(tag: Tag) -> str:
    holder: Tag | None = tag
    while holder is not None and not holder.get("lang"):
        holder = holder.parent
    return str(holder["lang"]) if holder is not None else ""


def _english_only(language: Language) -> re.Pattern[str]:
    """English texts that differ from the language's own, as one pattern of a whole text node."""
    found = []
    for entry in texts.catalogue().values():
        pattern = re.sub(r"\\\{[a-z_]+\\\}", ".+", re.escape(entry[Language.EN]))
        if entry[Language.EN] != entry[language] and re.search(r"[A-Za-z]{3}", pattern):
            found.append(pattern)
    return re.compile("|".join(found))

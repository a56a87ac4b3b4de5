"""The whole table of who may do what: every route, asked by everybody, in `permission.txt`.

A route that does not stand there fails the test. What is refused shows nothing and changes nothing.
"""

import re
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from frontend.app import create_app
from tests.frontend.people import asking
from tests.frontend.permission_forms import (
    FILES,
    address_of,
    form_of,
    is_of_a_coalition,
    route_of,
    routes_of,
)
from tests.frontend.permission_world import (
    ADMIN,
    LEAD,
    LINK,
    MEMBER,
    OFFICER,
    OPEN,
    OTHER,
    QUIET,
    ROLES,
    WRITER,
    World,
    build,
    dump,
    fresh,
    name_nonce,
    profile_nonce,
    work_nonce,
)

FILE = Path(__file__).with_name("permission.txt")
COLUMNS = (*ROLES[:-1], "consent", ADMIN)
"""`consent`: the officer, asking for the coalition that agreed to be seen by officers."""
YES, SIGN, NONE, NO, GONE = WORDS = ("yes", "sign", "none", "no", "gone")
"""Allowed; sign in first; as if it were not there; another role does this; the link is none."""
PEOPLE = {QUIET: {LEAD, WRITER, MEMBER, LINK}, OPEN: {OTHER}}
Row = dict[str, str]


class Answered(Protocol):
    """What is looked at of an answer."""

    @property
    def status_code(self) -> int:
        """Of HTTP."""

    @property
    def headers(self) -> Mapping[str, str]:
        """As sent."""

    @property
    def text(self) -> str:
        """The body."""


def _table() -> dict[tuple[str, str], Row]:
    found: dict[tuple[str, str], Row] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("GET", "POST")):
            method, path, *words = line.split()
            assert (method, path) not in found, f"{path} stands twice"
            assert len(words) == len(COLUMNS), path
            assert set(words) <= set(WORDS), path
            found[method, path] = dict(zip(COLUMNS, words, strict=True))
    return found


TABLE = _table()


@pytest.fixture(autouse=True)
def _no_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sources can be run, and nothing is asked of them."""
    monkeypatch.setattr("api.services.running.run_source.needs_contact", lambda: False)
    monkeypatch.setattr("api.services.running.run_source._crawl", lambda *_: None)


@pytest.fixture(scope="module")
def app() -> FastAPI:
    """One application for the whole table."""
    return create_app()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world, built once; each test has a copy."""
    return build(tmp_path_factory.mktemp("permission") / "world.db")


@pytest.fixture
def own(world: World, tmp_path: Path) -> Iterator[Path]:
    """This test's own copy of the world."""
    file = tmp_path / "koalitio.db"
    with fresh(world, file):
        yield file


def test_every_route_stands_in_the_table_and_no_other(app: FastAPI) -> None:
    assert sorted({(method, route_of(path)) for method, path in TABLE}) == sorted(routes_of(app))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("path", [path for method, path in TABLE if method == "GET"])
def test_what_everybody_may_see(app: FastAPI, world: World, path: str) -> None:
    found: Row = {}
    for slug in (QUIET, OPEN) if is_of_a_coalition(path, world) else (QUIET,):
        for role in ROLES:
            answer = asking(app, world, role).get(address_of(path, world, slug))
            outcome = _outcome(answer)
            _shows_no_more_than_it_may(path, answer, role)
            _note(found, path, role, slug, outcome)
    assert found == _expected(path, "GET", found)


@pytest.mark.parametrize("path", [path for method, path in TABLE if method == "POST"])
def test_what_everybody_may_change(app: FastAPI, world: World, own: Path, path: str) -> None:
    found: Row = {}
    for slug in (QUIET, OPEN) if is_of_a_coalition(path, world) else (QUIET,):
        for role in ROLES:
            before = dump()
            answer = _post(asking(app, world, role), path, world, slug)
            outcome = _outcome(answer)
            _shows_no_more_than_it_may(path, answer, role)
            _note(found, path, role, slug, outcome)
            if outcome == YES:
                _let_it_end()
                with fresh(world, own):
                    continue
            assert dump() == before, f"{role} was refused ({outcome}), and something changed"
    assert found == _expected(path, "POST", found)


@pytest.mark.usefixtures("own")
def test_the_nonces_are_there_to_be_seen(app: FastAPI, world: World) -> None:
    lead = asking(app, world, LEAD)
    for path, nonce in (
        ("/coalitions/{slug}", profile_nonce(QUIET)),
        ("/coalitions/{slug}/matches", profile_nonce(QUIET)),
        ("/coalitions/{slug}.yaml", profile_nonce(QUIET)),
        ("/coalitions/{slug}/decisions/{call:path}", work_nonce(QUIET)),
        ("/coalitions/{slug}/drafts/{call:path}.{kind}", work_nonce(QUIET)),
        ("/coalitions/{slug}/drafts/{call:path}/project.yaml", work_nonce(QUIET)),
        ("/coalitions/{slug}/people", name_nonce(QUIET)),
    ):
        assert nonce in lead.get(address_of(path, world, QUIET)).text, path
    officer = asking(app, world, OFFICER)
    assert profile_nonce(OPEN) in officer.get(f"/coalitions/{OPEN}").text


def _post(client: TestClient, path: str, world: World, slug: str) -> Answered:
    address, form = address_of(path, world, slug), form_of(path, world, slug)
    if path not in FILES:
        return client.post(address, data=form)
    field, name, content = FILES[path]
    return client.post(address, data=form, files={field: (name, content)})


def _let_it_end() -> None:
    """Waits for work that goes on after the answer, so that it does not write into the next one's world."""
    for thread in threading.enumerate():
        if thread.name.startswith(("job-", "mail")):
            thread.join(timeout=60)


def _outcome(answer: Answered) -> str:
    """What became of a request, in a word of the table; its number when it is none of these."""
    if answer.headers.get("location", "").startswith("/sign-in?next="):
        return SIGN
    known = {200: YES, 303: YES, 307: YES, 401: SIGN, 403: NO, 404: NONE, 410: GONE}
    return known.get(answer.status_code, f"{answer.status_code}")


def _shows_no_more_than_it_may(path: str, answer: Answered, role: str) -> None:
    """Nothing that a coalition wrote goes to others, wherever they look; the officer sees what was agreed.

    Administrators keep the people of all coalitions, so they see names there, and nothing else.
    """
    for slug in (QUIET, OPEN):
        if role in PEOPLE[slug] or path.startswith(("/join/", "/m/", "/sign-in")):
            continue
        said = answer.text.casefold()
        assert work_nonce(slug).casefold() not in said, (role, path)
        if (role, slug) != (OFFICER, OPEN):
            assert profile_nonce(slug).casefold() not in said, (role, path)
            if not (role == ADMIN and path.startswith("/admin")):
                assert name_nonce(slug) not in said, (role, path)


def _note(found: Row, path: str, role: str, slug: str, outcome: str) -> None:
    """Puts an outcome into its column. In `open`, other stands where lead does, and the reverse."""
    if slug == QUIET:
        found[role] = outcome
        if role == OFFICER:
            found["consent"] = outcome
        return
    if role == OFFICER:
        found["consent"] = outcome
        return
    twin = {OTHER: LEAD, LEAD: OTHER, WRITER: OTHER, MEMBER: OTHER}.get(role, role)
    assert outcome == found[twin], f"{role} at {path} of {slug}: {outcome}, not {found[twin]} as {twin}"


def _expected(path: str, method: str, found: Row) -> Row:
    row = TABLE[method, path]
    return {column: row[column] for column in found}


def test_no_page_holds_script_or_style_of_its_own(app: FastAPI, world: World, own: Path) -> None:
    inline = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
    pages = 0
    for method, path in TABLE:
        if method == "GET" and not path.endswith("/events"):
            for role in (LEAD, ADMIN, "stranger"):
                answer = asking(app, world, role).get(address_of(path, world, QUIET))
                if "text/html" in answer.headers.get("content-type", "") and "/drafts/" not in path:
                    pages += 1
                    assert inline.search(answer.text) is None, (path, inline.search(answer.text))
    assert pages > 50
    assert own.exists()


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}])
def test_every_change_from_elsewhere_is_refused(app: FastAPI, world: World, headers: dict[str, str]) -> None:
    before = dump()
    for method, path in TABLE:
        if method == "POST":
            client = asking(app, world, LEAD)
            client.headers.pop("sec-fetch-site")
            address, form = address_of(path, world, QUIET), form_of(path, world, QUIET)
            answer = client.post(address, data=form, headers=headers)
            assert answer.status_code == 403, path
            assert "set-cookie" not in answer.headers, path
    assert dump() == before

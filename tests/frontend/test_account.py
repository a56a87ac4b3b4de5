"""One's own account and a forgotten password, with real sessions and a mail server on this machine."""

import json
import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api.routes.dependencies import SESSION_COOKIE
from store.models import Account, WebSession
from store.vocabulary import Role, Theme
from tests.api.mail.server import Mailbox, serving
from tests.api.mail.settings import lead_to
from tests.frontend import people
from tests.frontend.people import browser, sign_in
from tests.frontend.stored import main_words, soup, store_coalition, words

NEW = "four other words here"


@pytest.fixture
def person(session: Session) -> Account:
    """Somebody with a role."""
    who = people.account(session, "person", called="Zx Zx")
    people.give(session, who, store_coalition(session, name="Zx together"), Role.GRANT_WRITER)
    return who


@pytest.fixture
def client(person: Account) -> Iterator[TestClient]:
    """The browser it is signed in with."""
    with browser() as asking:
        sign_in(asking, person)
        yield asking


def _change(client: TestClient, old: str, new: str) -> list[str]:
    answer = client.post("/account", data={"do": "change_password", "old_password": old, "new_password": new})
    return [str(link["href"]) for link in soup(answer).select("#summary a")]


def test_name_language_and_theme(client: TestClient, session: Session, person: Account) -> None:
    form = {"do": "save", "name": "Ny Zx", "language": "sv", "theme": "dark"}
    assert client.post("/account", data=form).headers["location"] == "/account?saved=profile"
    page = soup(client.get("/account?saved=profile"))
    assert page.html["lang"] == "sv"  # type: ignore[index]
    assert page.html["data-bs-theme"] == "dark"  # type: ignore[index]
    assert "Dina uppgifter är sparade." in main_words(page)
    session.refresh(person)
    assert (person.name, person.theme) == ("Ny Zx", Theme.DARK)
    wrong = soup(client.post("/account", data=form | {"name": "  "}))
    assert [str(link["href"]) for link in wrong.select("#summary a")] == ["#name"]


def test_a_new_password_ends_every_other_sign_in(client: TestClient, person: Account) -> None:
    with browser() as other:
        sign_in(other, person)
        assert other.get("/account").status_code == 200
        before = client.cookies.get(SESSION_COOKIE)
        assert _change(client, people.PASSWORD, NEW) == []
        assert client.cookies.get(SESSION_COOKIE) != before
        assert client.get("/account").status_code == 200
        assert other.get("/account").status_code == 303
        assert sign_in(other, person).status_code == 422
        assert sign_in(other, person, NEW).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("", "", ["#old_password", "#new_password"]),
        ("not it at all", NEW, ["#old_password"]),
        (people.PASSWORD, "short", ["#new_password"]),
        (people.PASSWORD, "person@example.org", ["#new_password"]),
    ],
)
def test_a_password_that_is_not_taken(client: TestClient, old: str, new: str, faults: list[str]) -> None:
    assert _change(client, old, new) == faults


def test_other_sign_ins_can_be_ended(client: TestClient, session: Session, person: Account) -> None:
    with browser() as other:
        sign_in(other, person)
        answer = client.post("/account", data={"do": "end_others"})
        assert answer.headers["location"] == "/account?saved=sessions"
        assert other.get("/account").status_code == 303
    assert client.get("/account").status_code == 200
    assert len(session.exec(select(WebSession)).all()) == 1


def test_everything_kept_can_be_taken_along(client: TestClient, person: Account) -> None:
    answer = client.get("/account/data.json")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["cache-control"] == "private, no-store"
    kept = json.dumps(answer.json())
    for told in (person.email, "Zx Zx", "grant_writer"):
        assert told in kept
    assert str(person.password_hash) not in kept
    assert str(client.cookies.get(SESSION_COOKIE)) not in kept


def test_the_page_says_where_one_belongs(client: TestClient) -> None:
    page = soup(client.get("/account"))
    assert words(page.select_one(".belongs li")) == "Zx together : grant writer"
    assert client.get("/account").headers["cache-control"] == "private, no-store"


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server on this machine that Koalitio sends by."""
    with serving(Mailbox()) as box:
        lead_to(box, monkeypatch)
        yield box


def test_a_forgotten_password_is_set_anew_by_mail(
    mailbox: Mailbox, client: TestClient, person: Account
) -> None:
    with browser() as nobody:
        said = []
        for email in ("nobody@example.org", "no address", person.email):
            answer = nobody.post("/forgot", data={"email": email})
            said.append((answer.status_code, answer.headers["location"]))
        assert set(said) == {(303, "/forgot?sent=1")}
        assert "If there is an account" in main_words(soup(nobody.get("/forgot?sent=1")))
        (message,) = mailbox.waited_for(1)
        assert message["to"] == person.email
        found = re.search(r"http://localhost(/reset/\S+)", message.get_content())
        assert found is not None
        link = found[1]
        page = nobody.get(link)
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["cache-control"] == "private, no-store"
        short = soup(nobody.post(link, data={"password": "short"}))
        assert [str(one["href"]) for one in short.select("#summary a")] == ["#password"]
        done = nobody.post(link, data={"password": NEW})
        assert done.headers["location"] == "/account?saved=password"
        assert nobody.get("/account").status_code == 200
        assert client.get("/account").status_code == 303, "the sign-in from before has ended"
        assert nobody.get(link).status_code == 410


def test_ordering_many_links_is_slowed_down(mailbox: Mailbox) -> None:
    with browser("sv") as nobody:
        for _ in range(5):
            nobody.post("/forgot", data={"email": "a@example.org"})
        answer = nobody.post("/forgot", data={"email": "a@example.org"})
        assert answer.status_code == 429
        assert int(answer.headers["retry-after"]) > 0
        assert words(soup(answer).h1) == "För många försök"
    assert mailbox.envelopes == []


def test_a_forgotten_password_without_mail_says_whom_to_ask() -> None:
    with browser("fi") as nobody:
        page = soup(nobody.get("/forgot"))
        assert page.find("form", action="/forgot") is None
        assert "palvelun ylläpitäjältä" in main_words(page)

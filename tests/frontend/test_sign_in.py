"""Signing in and out with real sessions; a form that came too late is not lost."""

import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag
from fastapi.testclient import TestClient
from sqlmodel import Session, select

from api.routes.dependencies import SESSION_COOKIE
from api.services.members.comments import comments_of
from store.models import WebSession
from store.vocabulary import Role
from tests.frontend import people
from tests.frontend.people import browser, sign_in
from tests.frontend.stored import main_words, soup, store_coalition, words


def _hidden(page: BeautifulSoup, action: str) -> dict[str, str]:
    form = page.find("form", action=action)
    assert isinstance(form, Tag)
    return {str(one["name"]): str(one["value"]) for one in form.select("input[type=hidden]")}


def _held(client: TestClient) -> str | None:
    return client.cookies.get(SESSION_COOKIE)


def test_sign_in_leads_to_where_one_was_going_and_back_out(session: Session) -> None:
    who = people.account(session, "lead", called="Zx Zx")
    people.give(session, who, store_coalition(session), Role.LEAD)
    with browser() as client:
        away = client.get("/coalitions/zx?saved=1")
        assert away.status_code == 303
        assert away.headers["location"] == "/sign-in?next=%2Fcoalitions%2Fzx%3Fsaved%3D1"
        page = soup(client.get(away.headers["location"]))
        assert "for people who are signed in" in main_words(page)
        answer = sign_in(client, who, next=_hidden(page, "/sign-in")["next"])
        assert answer.headers["location"] == "/coalitions/zx?saved=1"
        assert client.get("/coalitions/zx").status_code == 200
        token = _held(client)
        out = client.post("/sign-out")
        assert out.headers["location"] == "/"
        assert _held(client) is None
        client.cookies.set(SESSION_COOKIE, str(token))
        assert client.get("/coalitions/zx").status_code == 303, "the session ended on the server, too"


def test_the_cookie_is_for_this_site_and_no_script(session: Session) -> None:
    who = people.account(session, "lead")
    with browser() as client:
        cookie = sign_in(client, who).headers["set-cookie"]
        for part in ("HttpOnly", "SameSite=lax", "Path=/"):
            assert part in cookie
        assert "Secure" not in cookie
    with browser() as client:
        client.base_url = "https://localhost"
        assert "Secure" in sign_in(client, who).headers["set-cookie"]


def test_each_sign_in_gets_a_new_token_and_ends_the_old_one(session: Session) -> None:
    who = people.account(session, "lead")
    with browser() as client:
        sign_in(client, who)
        first = _held(client)
        sign_in(client, who)
        assert _held(client) not in (None, first)
    assert len(session.exec(select(WebSession)).all()) == 1
    stored = session.exec(select(WebSession)).one()
    assert first is not None
    assert first not in stored.token_hash


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_all_refusals_read_the_same(session: Session, language: str) -> None:
    people.account(session, "lead")
    people.account(session, "closed", is_active=False)
    said = set()
    with browser(language) as client:
        for name, password in (
            ("lead", "not the password"),
            ("closed", people.PASSWORD),
            ("nobody", people.PASSWORD),
        ):
            answer = sign_in(client, f"{name}@example.org", password)
            assert answer.status_code == 422
            assert "set-cookie" not in answer.headers
            page = soup(answer)
            assert page.find(id="password")["value"] == ""  # type: ignore[index]
            said.add(main_words(page))
    assert len(said) == 1


def test_nothing_typed_is_told_at_its_field(session: Session) -> None:
    with browser() as client:
        page = soup(client.post("/sign-in", data={}))
    assert [str(link["href"]) for link in page.select("#summary a")] == ["#email", "#password"]
    assert words(page.title).startswith("Error: ")
    assert session.exec(select(WebSession)).all() == []


def test_many_tries_are_slowed_down_and_said_how_long(session: Session) -> None:
    people.account(session, "lead")
    with browser() as client:
        for _ in range(5):
            assert sign_in(client, "lead@example.org", "not the password").status_code == 422
        answer = sign_in(client, "lead@example.org")
        assert answer.status_code == 429
        assert 0 < int(answer.headers["retry-after"]) <= 15 * 60
        assert re.search(r"Wait (one minute|\d+ minutes)", main_words(soup(answer)))


@pytest.mark.parametrize("next_page", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(session: Session, next_page: str) -> None:
    who = people.account(session, "lead")
    with browser() as client:
        assert sign_in(client, who, next=next_page).headers["location"] == "/"
        page = soup(client.get("/sign-in", params={"next": next_page}))
        assert "evil.example" not in str(page.main)


def test_a_form_that_came_too_late_goes_on_after_signing_in(session: Session) -> None:
    who = people.account(session, "lead")
    people.give(session, who, store_coalition(session), Role.LEAD)
    typed = {"text": "First line\nsecond & <b>", "call": ""}
    with browser() as client:
        late = client.post("/coalitions/zx/comments", data=typed)
        assert late.status_code == 401
        page = soup(late)
        assert "What you typed is kept" in main_words(page)
        kept = _hidden(page, "/sign-in")
        wrong = client.post("/sign-in", data=kept | {"email": who.email, "password": "not the password"})
        assert _hidden(soup(wrong), "/sign-in") == kept
        other = client.post("/sign-in", data=kept | {"switch": "fi", "email": who.email, "password": "x"})
        assert soup(other).html["lang"] == "fi"  # type: ignore[index]
        assert _hidden(soup(other), "/sign-in") == kept
        on = client.post("/sign-in", data=kept | {"email": who.email, "password": people.PASSWORD})
        assert on.status_code == 200
        assert on.headers["cache-control"] == "private, no-store"
        going = _hidden(soup(on), "/coalitions/zx/comments")
        assert {name: value.replace("\r\n", "\n") for name, value in going.items()} == typed
        assert client.post("/coalitions/zx/comments", data=going).status_code == 303
    assert comments_of(session, "zx")[0].text == typed["text"]


def test_neither_files_nor_passwords_are_carried(session: Session) -> None:
    people.account(session, "lead")
    with browser() as client:
        late = client.post(
            "/coalitions/zx/drafts/ANY", data={"note": "Zx"}, files={"project": ("ours.yaml", b"secret file")}
        )
        assert late.status_code == 401
        assert "The file you had chosen is not kept" in main_words(soup(late))
        assert "secret file" not in late.text
        changed = client.post(
            "/account", data={"do": "change_password", "old_password": "old-one", "new_password": "new-one"}
        )
        assert changed.status_code == 401
        assert "old-one" not in changed.text
        assert "new-one" not in changed.text


def test_a_kept_form_goes_to_our_own_pages_only(session: Session) -> None:
    who = people.account(session, "lead")
    with browser() as client:
        answer = sign_in(client, who, kept_address="https://evil.example/take", **{"kept.text": "Zx"})
        assert answer.status_code == 303
        assert answer.headers["location"] == "/coalitions"


def test_machines_and_scripts_are_answered_in_kind(session: Session) -> None:
    store_coalition(session)
    with browser() as client:
        script = client.get("/coalitions/zx", headers={"sec-fetch-dest": "empty"})
        assert script.status_code == 401
        assert client.get("/api/calls").status_code == 200


def test_who_belongs_is_told_whom_to_ask(session: Session) -> None:
    coalition = store_coalition(session)
    lead, writer = people.account(session, "lead", called="Zx Lead"), people.account(session, "writer")
    people.give(session, lead, coalition, Role.LEAD)
    people.give(session, writer, coalition, Role.GRANT_WRITER)
    with browser("fi") as client:
        sign_in(client, writer)
        answer = client.get("/coalitions/zx/edit")
        assert answer.status_code == 403
        assert words(soup(answer).h1) == "Sinulla ei ole käyttöoikeutta. Yhteyshenkilö: Zx Lead."
        assert client.get("/coalitions/zx").status_code == 200

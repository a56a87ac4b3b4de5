"""People for tests: accounts with roles, signed in through the page itself, and clients of their own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.access import passwords
from frontend.app import create_app
from store import accounts, roles
from store.models import Account, Coalition
from store.vocabulary import Role

PASSWORD = "four plain words here"
OWN_PAGE = {"sec-fetch-site": "same-origin"}
_hashes: dict[str, str] = {}


def account(session: Session, name: str, *, password: str | None = PASSWORD, **facts: Any) -> Account:
    """A stored account whose address is its name at example.org."""
    made = accounts.new_account(f"{name}@example.org", facts.pop("called", name.title()))
    for field, value in facts.items():
        setattr(made, field, value)
    made.password_hash = _hash(password) if password else None
    accounts.save(session, accounts.add(session, made))
    return made


def give(session: Session, who: Account, coalition: Coalition, role: Role, member: str | None = None) -> None:
    """Gives a role in the coalition."""
    assert who.id is not None
    assert coalition.id is not None
    roles.give(session, who.id, coalition.id, role, member)


def appoint(session: Session, who: Account, organisation: str = "Zx agency") -> None:
    """Makes the account an officer of the organisation."""
    body = accounts.organisation(session, organisation)
    assert who.id is not None
    assert body.id is not None
    roles.appoint(session, who.id, body.id)


class KnowsCookies(Protocol):
    """A world in which everybody has signed in."""

    @property
    def cookies(self) -> Mapping[str, Mapping[str, str]]:
        """The cookies of each person."""


def asking(app: FastAPI, world: KnowsCookies, who: str) -> TestClient:
    """A browser of that person, as it was after signing in."""
    client = _client(app, OWN_PAGE)
    client.cookies.update(dict(world.cookies[who]))
    return client


@contextmanager
def browser(language: str = "en") -> Iterator[TestClient]:
    """A browser of nobody yet: it keeps its cookies, follows no redirects, and errors of pages are pages."""
    with _client(create_app(), OWN_PAGE | {"accept-language": language}) as opened:
        yield opened


def sign_in(client: TestClient, who: Account | str, password: str = PASSWORD, **fields: str) -> Any:
    """Signs in by the form; the answer."""
    email = who if isinstance(who, str) else who.email
    return client.post("/sign-in", data={"email": email, "password": password, **fields})


def sign_in_as(client: TestClient, session: Session, name: str, **given: tuple[Coalition, Role]) -> Account:
    """A new account with those roles, signed in."""
    who = account(session, name)
    for coalition, role in given.values():
        give(session, who, coalition, role)
    answer = sign_in(client, who)
    assert answer.status_code == 303, answer.text
    return who


def _client(app: FastAPI, headers: dict[str, str]) -> TestClient:
    return TestClient(
        app,
        base_url="http://localhost",
        follow_redirects=False,
        raise_server_exceptions=False,
        headers=headers,
        client=("127.0.0.1", 50_000),
    )


def _hash(password: str) -> str:
    """Argon2 takes its time, so one password is hashed once for all tests."""
    if password not in _hashes:
        _hashes[password] = passwords.hash_of(password)
    return _hashes[password]

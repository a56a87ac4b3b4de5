"""The demo's ready users: a page, a bar on every page, a switch; on this machine and in the demo alone."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from frontend.app import create_app
from store.models import Account, Coalition
from store.vocabulary import Role
from tests.frontend import people
from tests.frontend.stored import main_words, soup, store_coalition, words


@pytest.fixture
def users(session: Session, monkeypatch: pytest.MonkeyPatch) -> dict[str, Account]:
    """Two sample users and one person, in the demo."""
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    coalition: Coalition = store_coalition(session, name="Zx together")
    lead = people.account(session, "lead", called="Sample lead", password=None, is_sample=True)
    people.give(session, lead, coalition, Role.LEAD)
    admin = people.account(
        session, "admin", called="Sample admin", password=None, is_sample=True, is_administrator=True
    )
    person = people.account(session, "person", called="A person")
    return {"lead": lead, "admin": admin, "person": person}


@pytest.fixture
def client() -> Iterator[TestClient]:
    """A browser on this machine."""
    with people.browser() as asking:
        yield asking


def _become(client: TestClient, who: Account | None, back: str = "/account") -> int:
    account = str(who.id) if who else ""
    return client.post("/demo/switch", data={"account": account, "back": back}).status_code


def test_the_page_lists_the_users_by_coalition(client: TestClient, users: dict[str, Account]) -> None:
    page = soup(client.get("/demo"))
    assert [words(one) for one in page.select("main h2")][:2] == ["Zx together", "For the whole service"]
    assert [words(one) for one in page.select("main button")] == [
        users["lead"].name,
        users["admin"].name,
        "Nobody signed in",
    ]
    assert users["person"].name not in main_words(page)


def test_one_becomes_a_user_and_nobody_again(client: TestClient, users: dict[str, Account]) -> None:
    assert _become(client, users["lead"]) == 303
    page = soup(client.get("/coalitions/zx"))
    bar = page.select_one(".demo-bar option[selected]")
    assert words(bar) == "Sample lead"
    assert soup(client.get("/account")).find(id="name")["value"] == "Sample lead"  # type: ignore[index]
    answer = client.post("/demo/switch", data={"account": "", "back": "/calendar"})
    assert answer.headers["location"] == "/calendar"
    assert client.get("/account").status_code == 303
    assert words(soup(client.get("/")).select_one(".demo-bar option[selected]")) == "Nobody signed in"


def test_the_bar_is_on_error_pages_too(client: TestClient, users: dict[str, Account]) -> None:
    _become(client, users["admin"])
    for address, status in (("/coalitions/zx", 404), ("/nowhere", 404)):
        answer = client.get(address)
        assert answer.status_code == status
        assert soup(answer).select_one(".demo-bar") is not None


def test_people_cannot_be_become(client: TestClient, users: dict[str, Account]) -> None:
    assert _become(client, users["person"]) == 404
    assert client.post("/demo/switch", data={"account": "x"}).status_code == 404
    assert client.get("/account").status_code == 303


def test_another_machine_has_no_demo(users: dict[str, Account]) -> None:
    with TestClient(
        create_app(),
        base_url="http://localhost",
        follow_redirects=False,
        headers=people.OWN_PAGE,
        client=("192.0.2.7", 50_000),
    ) as elsewhere:
        assert elsewhere.get("/demo").status_code == 404
        assert _become(elsewhere, users["lead"]) == 404
        assert soup(elsewhere.get("/")).select_one(".demo-bar") is None
        assert elsewhere.get("/account").status_code == 303


def test_without_the_demo_there_is_nothing(
    client: TestClient, users: dict[str, Account], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "")
    assert client.get("/demo").status_code == 404
    assert _become(client, users["lead"]) == 404
    assert soup(client.get("/")).select_one(".demo-bar") is None

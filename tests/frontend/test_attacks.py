"""What strangers try against the server itself: slow bodies and readers, files, numbers beyond any column."""

import asyncio
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from api.services.access import sessions
from frontend.app import create_app
from frontend.settings import WebSettings
from store import database
from tests.api import care
from tests.frontend import members
from tests.frontend.people import account

HUGE = "9" * 25
LONGER = "9" * 5_000
"""More digits than Python reads as a number."""
FORM = b"email=lead%40example.org&password=no+password+of+hers"


def held_while_waiting(token: str, method: str, path: str) -> list[int]:
    """How many connections to the database are held at every wait for the body or for the reader."""
    held: list[int] = []

    def look() -> None:
        pool = database.engine().pool
        assert isinstance(pool, QueuePool)
        held.append(pool.checkedout())

    async def receive() -> dict[str, Any]:
        look()
        return {"type": "http.request", "body": FORM, "more_body": False}

    async def send(_message: Any) -> None:
        look()

    headers = {
        "host": min(WebSettings().host_names),
        "cookie": f"koalitio_session={token}",
        "sec-fetch-site": "same-origin",
        "content-type": "application/x-www-form-urlencoded",
    }
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("192.0.2.7", 50_000),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    asyncio.run(create_app()(scope, receive, send))
    return held


@pytest.mark.parametrize("signed_in", [False, True])
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/sign-in"), ("GET", "/"), ("GET", "/coalitions"), ("GET", "/nowhere")]
)
def test_who_sends_or_reads_slowly_holds_no_connection(
    session: Session, method: str, path: str, signed_in: bool
) -> None:
    token = "no session at all"
    if signed_in:
        made = account(session, "lead")
        assert made.id is not None
        token = sessions.begin(session, made.id)
    session.close()
    held = held_while_waiting(token, method, path)
    assert len(held) >= 2
    assert set(held) == {0}


@pytest.mark.parametrize("path", ["/sign-in", "/forgot", "/language", "/theme", "/join/x", "/coalitions/new"])
def test_forms_without_a_file_take_none(client: TestClient, path: str) -> None:
    sent = client.post(path, files={"stuff": ("stuff.bin", b"x" * 2_000_000)})
    assert sent.status_code == 400


def test_numbers_that_no_column_holds_name_nothing(client: TestClient, session: Session) -> None:
    members.store(session)
    for number in (HUGE, LONGER):
        for path in (f"/jobs/{number}", f"/jobs/{number}/state", f"/calls/x/documents/{number}"):
            assert client.get(path).status_code == 404
        sent = client.post(f"/coalitions/{care.SLUG}/comments", data={"remove": number})
        assert sent.status_code == 404


def test_a_sample_user_of_any_number_is_none(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    client._transport.client = ("127.0.0.1", 50_000)  # type: ignore[attr-defined]
    assert client.post("/demo/switch", data={"account": HUGE}).status_code == 404

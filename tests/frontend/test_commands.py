"""`koalitio serve`: listens where it is told, and says in one line when it cannot."""

import os
import socket
from typing import Any

import pytest
import typer
import uvicorn
from sqlmodel import Session
from typer.testing import CliRunner

from api.errors import LinkExpired
from api.services.access import invitations
from frontend import commands
from frontend.settings import WebSettings


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would be served, instead of serving it."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: asked.append({"app": app} | how))
    for name in ("HOSTS", "DEMO", "ADDRESS"):
        monkeypatch.setenv(f"KOALITIO_WEB_{name}", "")
        monkeypatch.delenv(f"KOALITIO_WEB_{name}")
    return asked


def run(*arguments: str) -> Any:
    app = typer.Typer()
    commands.register(app)
    app.command("other")(lambda: None)
    return CliRunner().invoke(app, ["serve", *arguments])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serves_on_this_machine_and_says_where(served: list[dict[str, Any]]) -> None:
    port = free_port()
    result = run("--port", str(port))
    assert result.exit_code == 0
    assert f"http://127.0.0.1:{port}" in result.output
    assert (served[0]["app"], served[0]["host"], served[0]["port"]) == (commands.WEB_APP, "127.0.0.1", port)


def test_a_name_to_listen_on_is_a_name_to_answer_to(served: list[dict[str, Any]]) -> None:
    assert run("--host", "127.0.0.2", "--port", str(free_port())).exit_code == 0
    assert served
    assert "127.0.0.2" in WebSettings().host_names
    del os.environ["KOALITIO_WEB_HOSTS"]
    assert run("--host", "0.0.0.0", "--port", str(free_port())).exit_code == 0
    assert WebSettings().host_names == {"localhost", "127.0.0.1", "::1"}


def test_a_port_that_is_taken_is_told_in_one_line(served: list[dict[str, Any]]) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        result = run("--port", str(other.getsockname()[1]))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "give another --port" in result.stderr
    assert served == []


def test_the_first_start_prints_the_administrator_s_link(
    served: list[dict[str, Any]], session: Session
) -> None:
    port = free_port()
    first, second = (run("--port", str(port)).output for _ in range(2))
    assert f"  http://127.0.0.1:{port}/join/" in first
    tokens = [next(line for line in text.splitlines() if "/join/" in line) for text in (first, second)]
    with pytest.raises(LinkExpired):
        invitations.look(session, tokens[0].rpartition("/")[2])
    token = tokens[1].rpartition("/")[2]
    invitations.join(
        session, token, email="a@example.org", name="A", password="four words in a row", language=None
    )
    third = run("--port", str(port)).output
    assert "/join/" not in third
    assert len(served) == 3


def test_links_begin_with_the_public_address(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "  http://localhost:" in run("--host", "0.0.0.0", "--port", str(free_port())).output
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", "https://koalitio.example.org/")
    assert "  https://koalitio.example.org/join/" in run("--port", str(free_port())).output
    assert "koalitio.example.org" in WebSettings().host_names
    assert len(served) == 2


def test_the_demo_says_where_the_sample_users_are(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    port = free_port()
    output = run("--port", str(port)).output
    assert f"http://127.0.0.1:{port}/demo" in output
    assert "/join/" not in output
    assert WebSettings().demo
    assert served


@pytest.mark.parametrize(
    ("host", "address"), [("0.0.0.0", ""), ("127.0.0.1", "https://koalitio.example.org")]
)
def test_sample_users_stay_closed_where_others_can_come(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, host: str, address: str
) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", address)
    output = run("--host", host, "--port", str(free_port())).output
    assert "sample users stay closed" in output
    assert "/demo" not in output
    assert not WebSettings().demo
    assert served


def test_mail_and_any_name_need_a_public_address(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else whoever asks for somebody's new password would choose where the link in that mail leads."""
    monkeypatch.setenv("KOALITIO_WEB_HOSTS", "*")
    monkeypatch.setenv("KOALITIO_MAIL_HOST", "localhost")
    monkeypatch.setenv("KOALITIO_MAIL_SENDER", "koalitio@example.org")
    refused = run("--port", str(free_port()))
    assert (refused.exit_code, served) == (2, [])
    assert "KOALITIO_WEB_ADDRESS" in refused.stderr
    monkeypatch.setenv("KOALITIO_WEB_ADDRESS", "https://koalitio.example.org")
    assert run("--port", str(free_port())).exit_code == 0

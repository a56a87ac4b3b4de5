"""`koalitio serve`: listens where it is told, and says in one line when it cannot."""

import os
import socket
from typing import Any

import pytest
import typer
import uvicorn
from typer.testing import CliRunner

from frontend import commands
from frontend.settings import WebSettings


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would be served, instead of serving it."""
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: asked.append({"app": app} | how))
    monkeypatch.setenv("KOALITIO_WEB_HOSTS", "")
    monkeypatch.delenv("KOALITIO_WEB_HOSTS")
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

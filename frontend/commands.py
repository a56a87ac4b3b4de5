"""The command of this room: serve the web page."""

import os
import socket
from typing import Annotated

import typer

WEB_APP = "frontend.app:create_app"
EVERY_ADDRESS = frozenset({"0.0.0.0", "::"})
"""Addresses to listen on that are no name to ask for."""


def register(app: typer.Typer) -> None:
    """Hangs this room's command on the `koalitio` command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; the default is this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Serves the web page on your own database."""
    if (problem := _problem(host, port)) is not None:
        typer.echo(f"koalitio: {problem}", err=True)
        raise typer.Exit(2)
    _answer_to(host)
    import uvicorn

    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"The web page is on http://{shown}:{port} (Ctrl+C ends it)")
    uvicorn.run(WEB_APP, factory=True, host=host, port=port, log_level="warning", server_header=False)


def _problem(host: str, port: int) -> str | None:
    """Why the address cannot be listened on, in one line; None when it can."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as wrong:
        return f"{host}:{port} cannot be listened on ({wrong.strerror}): give another --port or --host."
    return None


def _answer_to(host: str) -> None:
    """Adds the address to the names that the page answers to, unless they are set already."""
    from frontend.settings import WebSettings

    if host not in EVERY_ADDRESS:
        os.environ.setdefault("KOALITIO_WEB_HOSTS", f"{WebSettings().hosts},{host}")

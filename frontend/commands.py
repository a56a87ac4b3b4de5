"""The command of this room: serve the web page."""

import ipaddress
import os
import socket
from typing import Annotated
from urllib.parse import urlsplit

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
    if (problem := _problem(host, port) or _misleading()) is not None:
        typer.echo(f"koalitio: {problem}", err=True)
        raise typer.Exit(2)
    _answer_to(host)
    shown = "localhost" if host in EVERY_ADDRESS else f"[{host}]" if ":" in host else host
    _close_demo(host)
    _tell_first_start(f"http://{shown}:{port}")
    import uvicorn

    from api.services.calls.list_calls import read_ahead

    read_ahead()
    typer.echo(f"The web page is on http://{shown}:{port} (Ctrl+C ends it)")
    _tell_demo(f"http://{shown}:{port}")
    uvicorn.run(WEB_APP, factory=True, host=host, port=port, log_level="warning", server_header=False)


def _tell_first_start(address: str) -> None:
    """Prints the link by which the first administrator joins, as long as there is none."""
    from api.services.access.first_start import administrator_link
    from api.settings import is_demo, public_address
    from store import database

    if is_demo():
        return
    with database.session() as session:
        link = administrator_link(session, public_address(address))
    if link is not None:
        typer.echo("There is no administrator yet. Whoever opens this link becomes it (once, for 24 hours):")
        typer.echo(f"  {link}")


def _tell_demo(address: str) -> None:
    from api.settings import is_demo

    if is_demo():
        typer.echo(f"Be any of the sample users at {address}/demo")


def _close_demo(host: str) -> None:
    """Sample users have no password: they are for this machine alone, whatever is set."""
    from api.settings import is_demo, public_address

    public = urlsplit(public_address("http://localhost")).hostname or ""
    if is_demo() and not (_is_loopback(host) and _is_loopback(public)):
        os.environ["KOALITIO_WEB_DEMO"] = "0"
        typer.echo("The sample users stay closed, since others can reach this address.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


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


def _misleading() -> str | None:
    """Links in mail may begin with no name that whoever asks can choose."""
    from api.mail import send
    from frontend.settings import WebSettings

    settings = WebSettings()
    if "*" in settings.host_names and not settings.address and send.is_on():
        return (
            "links in mail need an address of their own when every name is answered to: "
            "set KOALITIO_WEB_ADDRESS, such as https://koalitio.example.org."
        )
    return None


def _answer_to(host: str) -> None:
    """Adds the address to the names that the page answers to, unless they are set already."""
    from frontend.settings import WebSettings

    if host not in EVERY_ADDRESS:
        os.environ.setdefault("KOALITIO_WEB_HOSTS", f"{WebSettings().hosts},{host}")

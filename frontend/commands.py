"""Command of the web page: serve."""

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Hangs `serve` on the `koalitio` command."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
) -> None:
    """Serves the web page and the JSON beside it."""
    import uvicorn

    from frontend.app import create_app

    typer.echo(f"Koalitio is on http://{host}:{port} (Ctrl+C ends it)")
    uvicorn.run(create_app(), host=host, port=port, log_level="warning")

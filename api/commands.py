"""Commands that join rooms: calls, coalition, demo; those on verdicts and drafts have their own files."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from api import (
    commands_check,
    commands_conditions,
    commands_draft,
    commands_forms,
    commands_people,
    show,
)
from api.services.access import whom_to_ask
from api.services.calls import list_calls
from api.services.profile import coalitions
from crawler.sources import chosen
from store import database
from store.call_search.wanted import CallFilter, Standing
from store.vocabulary import ActorType, CallStatus, PartnerRole, Programme

out = Console()
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
coalition_app = typer.Typer(help="Keep coalitions: a file in, a file out.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Hangs this room's commands on the `koalitio` command."""
    app.command("calls")(calls)
    app.add_typer(coalition_app, name="coalition")
    commands_check.register(app)
    commands_conditions.register(app)
    commands_draft.register(app)
    commands_forms.register(app)
    commands_people.register(app)
    app.command("demo")(demo)


def calls(
    words: Annotated[str, typer.Argument(help="Words that all must be met.")] = "",
    programme: Annotated[Programme | None, typer.Option(help="Only this programme.")] = None,
    status: Annotated[CallStatus | None, typer.Option(help="Only this status.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
    as_json: Json = False,
) -> None:
    """Lists the stored calls, the open ones first."""
    if source is not None:
        chosen([source])
    wanted = CallFilter(
        words=words,
        programme=[programme] if programme else [],
        status=[Standing(status)] if status else [],
        source=[source] if source else [],
    )
    with database.session() as session:
        found = list_calls.list_calls(session, wanted, size=None).calls
    if as_json:
        _print_json([call.model_dump(mode="json") for call in found])
    elif found:
        out.print(show.calls_table(found, f"Calls: {len(found)}"))
    else:
        out.print("No calls. Bring some in with `koalitio crawl`, or ask for less.")


@coalition_app.command("example")
def coalition_example() -> None:
    """Prints a coalition file to start from."""
    from sample_world import coalition_files

    typer.echo("# actor_type: " + ", ".join(ActorType))
    typer.echo("# role_wish: " + ", ".join(PartnerRole) + ", or null")
    typer.echo("# region: a NUTS 2024 code such as FI1D7, or null when it is not known")
    typer.echo(coalition_files()[-1].read_text(encoding="utf-8"), nl=False)


@coalition_app.command("import")
def coalition_import(
    file: Annotated[Path, typer.Argument(help="A YAML file.")], as_json: Json = False
) -> None:
    """Saves the coalition of a file; the one of the same id is replaced."""
    with database.session() as session:
        saved = coalitions.import_coalition(session, file)
        led = whom_to_ask.leads_of(session, saved.slug)
    if as_json:
        _print_json(saved.model_dump(mode="json"))
    else:
        out.print(f"Saved {saved.name}. Next: koalitio match {saved.slug}", markup=False)
        if not led:
            told = f"Nobody leads it on the web yet: koalitio account invite EMAIL --lead {saved.slug}"
            out.print(told, markup=False, soft_wrap=True)


@coalition_app.command("export")
def coalition_export(coalition: Annotated[str, typer.Argument(help="Its id.")]) -> None:
    """Prints the coalition as a file that imports to the same."""
    with database.session() as session:
        typer.echo(coalitions.export_coalition(session, coalition), nl=False)


@coalition_app.command("list")
def coalition_list(as_json: Json = False) -> None:
    """Lists the stored coalitions."""
    with database.session() as session:
        found = coalitions.list_coalitions(session)
    if as_json:
        _print_json([coalition.model_dump(mode="json") for coalition in found])
    elif found:
        out.print(show.coalitions_table(found))
    else:
        out.print(
            "No coalition yet. Start from an example: koalitio coalition example > ours.yaml, "
            "edit it, then koalitio coalition import ours.yaml"
        )


def demo(
    serve: Annotated[bool, typer.Option(help="Serve the web page at the end.")] = True,
    port: Annotated[int, typer.Option(help="Port of the web page; the next free one is taken.")] = 8000,
    folder: Annotated[Path, typer.Option("--out", help="Folder for the draft.")] = Path("out"),
) -> None:
    """The whole journey on the bundled sample world: crawl, match, explain, check, draft, show."""
    from api.demo import run_demo

    run_demo(out, folder=folder, port=port if serve else None)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))

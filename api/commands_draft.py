"""Commands about drafts: the draft itself, the project it rests on."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from store import database
from store.vocabulary import Language

out = Console()
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
CoalitionArgument = Annotated[str, typer.Argument(help="Its id, as `koalitio coalition list` shows it.")]
CallArgument = Annotated[str, typer.Argument(help="Identifier of the call.")]
project_app = typer.Typer(help="Keep what is decided about a project: a file in, a file out.")


def register(app: typer.Typer) -> None:
    """Hangs these commands on the `koalitio` command."""
    app.command("draft")(draft)
    app.add_typer(project_app, name="project", no_args_is_help=True)


def draft(
    coalition: Annotated[str, typer.Option(help="Id of the coalition.")],
    call: Annotated[str, typer.Option(help="Identifier of the call.")],
    file_format: Annotated[str, typer.Option("--format", help="docx, html, xlsx, md or json.")] = "docx",
    lang: Annotated[
        Language | None, typer.Option(help="Language of the draft; else the coalition's, or the form's.")
    ] = None,
    folder: Annotated[Path, typer.Option("--out", help="Folder to write to.")] = Path("out"),
    as_json: Json = False,
) -> None:
    """Drafts the proposal for one call in the form's own order; every unknown is a visible gap."""
    from api.services.drafting.make_draft import make_draft, write_draft
    from api.show_draft import draft_report

    with database.session() as session:
        made = make_draft(session, coalition, call, language=lang, file_format=file_format)
    path, written = write_draft(made, folder)
    if as_json:
        summary = made.summary.model_dump(mode="json")
        _print_json({"file": str(path), "form": made.form, "gaps": made.gaps, "summary": summary})
        return
    word = "Wrote" if written else "Unchanged:"
    out.print(f"{word} {path}: {made.form}, {made.gaps} gaps to complete.", markup=False, soft_wrap=True)
    out.print(draft_report(made.summary))


@project_app.command("example")
def project_example(
    coalition: CoalitionArgument,
    call: CallArgument,
    file: Annotated[Path | None, typer.Argument(help="File to write; else it is printed.")] = None,
) -> None:
    """Prints a project file to start from: a work package for each goal, and what the rest holds."""
    from api.services.drafting.projects import example_project

    with database.session() as session:
        _give(example_project(session, coalition, call), file)


@project_app.command("import")
def project_import(
    coalition: CoalitionArgument,
    call: CallArgument,
    file: Annotated[Path, typer.Argument(help="A YAML file.")],
    as_json: Json = False,
) -> None:
    """Saves the project of a file, and its plan when it has one; the stored one is replaced."""
    from api.services.drafting.projects import import_project
    from api.show_draft import project_lines

    with database.session() as session:
        state = import_project(session, coalition, call, file)
    if as_json:
        _print_json(state.model_dump(mode="json"))
        return
    out.print(project_lines(state))
    if state.proposal_kept:
        shown = f"koalitio line-up {coalition} {call}"
        out.print(f"The line-up that was proposed is decided with the plan: {shown}", markup=False)
    out.print(f"Saved. Next: koalitio draft --coalition {coalition} --call {call}", markup=False)


@project_app.command("show")
def project_show(coalition: CoalitionArgument, call: CallArgument, as_json: Json = False) -> None:
    """Tells what is stored of a project, and what it points at that is not there."""
    from api.services.drafting.projects import project_state
    from api.show_draft import project_lines

    with database.session() as session:
        state = project_state(session, coalition, call)
    if as_json:
        _print_json(state.model_dump(mode="json"))
        return
    out.print(project_lines(state))
    if state.saved_at is None:
        command = f"koalitio project example {coalition} {call} > project.yaml"
        out.print(f"Start from an example: {command}", markup=False)


@project_app.command("export")
def project_export(
    coalition: CoalitionArgument,
    call: CallArgument,
    file: Annotated[Path | None, typer.Argument(help="File to write; else it is printed.")] = None,
) -> None:
    """Prints the project and its plan as a file that imports to the same."""
    from api.services.drafting.projects import export_project

    with database.session() as session:
        _give(export_project(session, coalition, call), file)


def _give(text: str, file: Path | None) -> None:
    """Prints the text, or writes it to a new file. Raises BadChoice for one that is there or cannot be."""
    from api.errors import BadChoice

    if file is None:
        typer.echo(text, nl=False)
        return
    try:
        with file.open("x", encoding="utf-8") as written:
            written.write(text)
    except FileExistsError:
        raise BadChoice(f"{file} is there already: name another file.") from None
    except OSError as wrong:
        raise BadChoice(f"{file} cannot be written ({wrong.strerror}): name another file.") from None
    out.print(f"Wrote {file}.", markup=False)


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))

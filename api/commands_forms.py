"""Commands about application forms: which there are, and whether their files are sound."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

out = Console()
forms_app = typer.Typer(help="Application forms that drafts are written in.", no_args_is_help=True)
UNSOUND = 1


def register(app: typer.Typer) -> None:
    """Hangs these commands on the `koalitio` command."""
    app.add_typer(forms_app, name="forms")


@forms_app.command("list")
def forms_list(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for machines.")] = False,
) -> None:
    """Lists the forms with their languages and what each is for."""
    from api.services.drafting.list_forms import list_forms
    from api.show_forms import forms_table

    found = list_forms()
    if as_json:
        typer.echo(json.dumps([one.model_dump(mode="json") for one in found], ensure_ascii=False, indent=1))
    else:
        out.print(forms_table(found))


@forms_app.command("check")
def forms_check(
    files: Annotated[list[Path] | None, typer.Argument(help="Only these files; else all.")] = None,
) -> None:
    """Checks forms, criteria grids, cost models and indicator lists; ends with 1 when one is unsound."""
    from proposal_templates.forms.checking import check_all

    checked = check_all(tuple(files or ()))
    for one in checked:
        told = one.problem or f"{one.file}: sound ({one.kind.replace('_', ' ')})"
        out.print(told, markup=False, highlight=False, soft_wrap=True)
    if any(one.problem for one in checked):
        raise typer.Exit(UNSOUND)

"""Commands about the conditions of calls: conditions, read."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from sqlmodel import Session

from api.errors import BadChoice
from store import database
from store.vocabulary import Language

out = Console()
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
TYPE = "TYPE"
SEVERAL = re.compile(r"[\s,]+[a-z_]+\s*=")
"""Where a second value begins that was written into one option."""


def register(app: typer.Typer) -> None:
    """Hangs these commands on the `koalitio` command."""
    app.command("conditions")(conditions)
    app.command("read")(read)


def conditions(
    call: Annotated[str, typer.Argument(help="Identifier of the call.")],
    upload: Annotated[Path | None, typer.Option(help="A call document (PDF) to read.")] = None,
    confirm: Annotated[str | None, typer.Option(metavar=TYPE, help="It holds as read.")] = None,
    correct: Annotated[str | None, typer.Option(metavar=TYPE, help="It holds with the --set values.")] = None,
    values: Annotated[
        list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="minimum=3; lists by comma.")
    ] = None,
    reject: Annotated[str | None, typer.Option(metavar=TYPE, help="It is no condition of the call.")] = None,
    withdraw: Annotated[str | None, typer.Option(metavar=TYPE, help="Take a decision back.")] = None,
    by: Annotated[str, typer.Option(help="Who decides or uploads.")] = "",
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    coalition: Annotated[
        str | None, typer.Option(help="For this coalition; else for all, as an officer of the authority.")
    ] = None,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the answer.")] = Language.EN,
    as_json: Json = False,
) -> None:
    """Lists the conditions of a call; takes call documents in, and people's decisions on what was read."""
    from api.services.checking import call_conditions
    from api.show_conditions import conditions_report

    _fits("--set", values, {"--correct": correct})
    decisions = {"--confirm": confirm, "--correct": correct, "--reject": reject}
    _fits("--note", note, decisions)
    _fits("--by", by, {"--upload": upload, **decisions})
    if upload is not None and not by.strip():
        raise BadChoice('Say who uploads the document: --by "Your name".')
    with database.session() as session:
        if upload is not None:
            _upload(session, call, upload, by)
        if confirm is not None:
            call_conditions.confirm(session, call, confirm, by=by, slug=coalition, note=note)
        if correct is not None:
            call_conditions.correct(session, call, correct, _set(values), by=by, slug=coalition, note=note)
        if reject is not None:
            call_conditions.reject(session, call, reject, by=by, slug=coalition, note=note)
        if withdraw is not None and not call_conditions.withdraw(session, call, withdraw, slug=coalition):
            raise BadChoice(f"Nobody decided on {withdraw} of this call.")
        found = call_conditions.list_conditions(session, call, coalition, language=lang)
    if as_json:
        _print_json(found.model_dump(mode="json"))
    else:
        out.print(conditions_report(found, lang))


def read(
    everything: Annotated[
        bool, typer.Option("--all", help="Also those that this version of the reader has read.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Reads the conditions of new and changed calls and call documents."""
    from api.services.calls.read_calls import read_calls

    with database.session() as session:
        count = read_calls(session, again=everything)
    if as_json:
        _print_json(count.model_dump(mode="json"))
    else:
        out.print(f"Read {count.calls} calls and {count.documents} call documents.")


def _upload(session: Session, call: str, path: Path, by: str) -> None:
    from api.services.checking.call_documents import upload

    try:
        data = path.read_bytes()
    except OSError as wrong:
        raise BadChoice(f"{path} cannot be read ({wrong.strerror}): name another file.") from None
    found = upload(session, call, path.name, data, by)
    known = "is there already" if found.known_before else "stored"
    told = (
        f"{found.document.name} {known}: {found.document.page_count} pages, {found.readings} conditions read"
    )
    more = f", {found.conflicts} contradict each other and do not count" if found.conflicts else ""
    typer.echo(f"{told}{more}.", err=True)


def _fits(option: str, given: object, wanted: Mapping[str, object]) -> None:
    """An option that only means something beside another. Raises BadChoice when it stands alone."""
    if given and all(one is None for one in wanted.values()):
        raise BadChoice(f"{option} goes with {' or '.join(wanted)}: add one, or leave {option} out.")


def _set(values: list[str] | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in values or []:
        name, equals, value = text.partition("=")
        if not equals:
            raise BadChoice(f"--set {text!r}: write it as minimum=3.")
        if SEVERAL.search(value):
            raise BadChoice(f"--set {text!r}: write one --set for each value.")
        found[name.strip()] = value.strip()
    return found


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))

"""Commands of the matcher: match, evaluate. Arrays and models are imported only when one of them runs."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from matcher.evaluation.systems import SystemName
from store import database
from store.coalitions import coalition_by_slug, public_coalition

if TYPE_CHECKING:
    from matcher.evaluation.benchmark import Benchmark
    from matcher.evaluation.run import Measured

out = Console()
told = Console(stderr=True)
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]


def register(app: typer.Typer) -> None:
    """Hangs this room's commands on the `koalitio` command."""
    app.command("match")(match)
    app.command("evaluate")(evaluate)


def match(
    coalition: Annotated[str, typer.Argument(help="Its id, as `koalitio coalition list` shows it.")],
    limit: Annotated[int, typer.Option(min=1, help="How many calls.")] = 20,
    as_json: Json = False,
) -> None:
    """Ranks the stored calls for a coalition, and says why each fits."""
    from matcher import show
    from matcher.match import match_coalition

    with database.session() as session:
        wanted = public_coalition(coalition_by_slug(session, coalition))
        with show.counting(told, "Embedding texts") as on_progress:
            matches = match_coalition(session, wanted.id, limit=limit, on_progress=on_progress).best
    if as_json:
        typer.echo(json.dumps([show.match_record(found) for found in matches], ensure_ascii=False, indent=2))
    elif matches:
        out.print(show.matches_table(matches, f"Calls for {wanted.name}"))
    else:
        out.print("No calls to match. Bring some in with `koalitio crawl`.")


def evaluate(
    folder: Annotated[Path, typer.Argument(help="Folder with corpus.jsonl, queries.jsonl and qrels.tsv.")],
    system: Annotated[list[SystemName] | None, typer.Option(help="Only this one; may be repeated.")] = None,
    as_json: Json = False,
) -> None:
    """Measures the ranking on a benchmark, beside BM25 and TF-IDF on the same data."""
    from matcher import show
    from matcher.evaluation.benchmark import read_benchmark

    benchmark = read_benchmark(folder)
    measured = {name: _measured(name, benchmark) for name in dict.fromkeys(system or SystemName)}
    if as_json:
        record = {name.value: show.measured_record(figures) for name, figures in measured.items()}
        typer.echo(json.dumps(record, indent=2))
        return
    title = f"{folder.resolve().name}: {len(benchmark.queries)} queries, {len(benchmark.documents)} documents"
    out.print(show.measured_table(measured, title))


def _measured(name: SystemName, benchmark: "Benchmark") -> "Measured":
    from matcher import show
    from matcher.evaluation.run import evaluate_system

    with show.counting(told, show.SYSTEM_TITLES[name]) as on_progress:
        return evaluate_system(name, benchmark, on_progress)

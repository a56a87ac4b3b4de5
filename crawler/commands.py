"""Commands of the crawler: crawl, sources. What they need is imported when they run."""

import json
from typing import Annotated, Any

import typer

from store.vocabulary import Language

Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
FAILED = 1


def register(app: typer.Typer) -> None:
    """Hangs this room's commands on the `koalitio` command."""
    app.command("crawl")(crawl)
    app.command("sources")(sources)


def crawl(
    names: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...", help="None: all.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Crawl here instead of at the source, e.g. http://127.0.0.1:8790.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Brings in the calls of some or all sources; status 1 when a source failed."""
    from rich.console import Console

    from crawler.run import crawl_here_or_in_child
    from crawler.show import crawl_progress, runs_table
    from store.vocabulary import CrawlOutcome

    with crawl_progress(Console(stderr=True)) as on_progress:
        runs = crawl_here_or_in_child(names or [], base_url, on_progress)
    if as_json:
        _print_json([run.model_dump(mode="json") for run in runs])
    else:
        Console().print(runs_table(runs))
    if any(run.outcome in (CrawlOutcome.FAILED, CrawlOutcome.INTERRUPTED) for run in runs):
        raise typer.Exit(FAILED)


def sources(
    language: Annotated[Language, typer.Option("--lang", help="Language of the titles.")] = Language.EN,
    as_json: Json = False,
) -> None:
    """Lists the sources, each with its last crawl."""
    from rich.console import Console

    from crawler.show import sources_table
    from crawler.sources import all_sources
    from store import database, queries

    with database.session() as session:
        last = queries.last_runs(session)
    if as_json:
        _print_json(
            [
                {
                    "name": source.name,
                    "programme": source.programme,
                    "title": dict(source.title),
                    "url": source.start_url,
                    "access": source.access,
                    "last_crawl": last[source.name].model_dump(mode="json") if source.name in last else None,
                }
                for source in all_sources()
            ]
        )
    else:
        Console().print(sources_table(all_sources(), last, language))


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))

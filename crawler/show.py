"""What a person sees of crawls and sources on the command line."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from rich import box
from rich import progress as bars
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from crawler.progress import OnProgress, Progress
from crawler.source import Source
from store.clock import BRUSSELS
from store.models import CrawlRunPublic
from store.models.crawl_run import CrawlRunBase
from store.vocabulary import CrawlOutcome, Language

STYLES = {
    CrawlOutcome.COMPLETE: "green",
    CrawlOutcome.WARNING: "yellow",
    CrawlOutcome.FAILED: "red",
    CrawlOutcome.INTERRUPTED: "red",
    CrawlOutcome.RUNNING: "blue",
}


@contextmanager
def crawl_progress(console: Console) -> Iterator[OnProgress]:
    """A bar per source while a crawl runs; shows nothing where no terminal is."""
    columns = (
        bars.TextColumn("{task.description}"),
        bars.BarColumn(bar_width=24),
        bars.TextColumn("{task.completed:.0f} calls"),
        bars.TextColumn("{task.fields[told]}", style="dim"),
    )
    tasks: dict[str, bars.TaskID] = {}
    with bars.Progress(*columns, console=console, disable=not console.is_terminal) as shown:

        def on_progress(told: Progress) -> None:
            if told.source not in tasks:
                tasks[told.source] = shown.add_task(told.source, total=None, told="")
            total = told.found if told.done else told.total
            shown.update(tasks[told.source], completed=told.found, total=total, told=_told(told))

        yield on_progress


def runs_table(runs: Sequence[CrawlRunPublic]) -> RenderableType:
    """A row per source; below it, a line for whatever was retried, dropped, disagreed or failed."""
    table = Table(title="Crawl", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("Source", no_wrap=True)
    table.add_column("Outcome", no_wrap=True)
    for heading in ("Found", "New", "Changed", "Same", "Dropped", "Retried"):
        table.add_column(heading, justify="right")
    for run in runs:
        counts = (run.found, run.inserted, run.updated, run.unchanged, sum(run.dropped.values()), run.retries)
        table.add_row(
            run.source, Text(run.outcome, style=STYLES[run.outcome]), *(str(count) for count in counts)
        )
    return Group(table, *(line for run in runs for line in _lines(run)))


def sources_table(
    sources: Sequence[Source], last: Mapping[str, CrawlRunBase], language: Language
) -> RenderableType:
    """A row per source with its last crawl."""
    table = Table(title="Sources", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("Source", no_wrap=True)
    for heading in ("What it brings", "Read at", "Last crawl"):
        table.add_column(heading, overflow="fold")
    for source in sources:
        host = urlsplit(source.start_url).hostname or source.start_url
        table.add_row(source.name, Text(source.title[language]), host, _last(last.get(source.name)))
    return table


def _last(run: CrawlRunBase | None) -> Text:
    if run is None:
        return Text("never", style="dim")
    day = run.started_at.astimezone(BRUSSELS).date()
    return Text(f"{day} {run.outcome}, {run.found} calls", style=STYLES[run.outcome])


def _told(told: Progress) -> str:
    parts = [
        f"pass {told.passes}" if told.passes > 1 else "",
        f"{told.retries} retried" if told.retries else "",
    ]
    return ", ".join(part for part in parts if part)


def _lines(run: CrawlRunPublic) -> Iterator[Text]:
    for reason, count in sorted(run.dropped.items()):
        yield Text(f"{run.source}: dropped {count}: {reason}", style="yellow")
    if run.shortfall:
        yield Text(f"{run.source}: {run.shortfall} of {run.source_total} rows never met", style="yellow")
    for note in run.notes:
        yield Text(f"{run.source}: {note}")
    for error in run.errors:
        yield Text(f"{run.source}: {error}", style="red")

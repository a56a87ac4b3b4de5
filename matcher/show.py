"""What a person sees of matches and measurements on the command line, and what a machine reads."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from rich import progress as bars
from rich.console import Console
from rich.table import Table
from rich.text import Text

from matcher.eligibility.judgement import Screening
from matcher.eligibility.sentences import say
from matcher.eligibility.verdict_words import possible_with
from matcher.evaluation.metrics import METRICS
from matcher.evaluation.run import Measured
from matcher.evaluation.systems import SystemName
from matcher.explain import Reason
from matcher.fit import Fit
from matcher.match import CallMatch
from matcher.progress import OnProgress
from store.labels import RoleWords, cut_off_label, label, role_words
from store.models import CallPublic, CutOff
from store.vocabulary import Language, Verdict

FIT_STYLES = {Fit.STRONG: "bold green", Fit.GOOD: "green", Fit.POSSIBLE: "yellow"}
VERDICT_STYLES = {Verdict.ELIGIBLE: "green", Verdict.NEEDS_REVIEW: "yellow", Verdict.INELIGIBLE: "red"}
SYSTEM_TITLES = {
    SystemName.SYSTEM: "Koalitio",
    SystemName.BM25: "BM25",
    SystemName.TFIDF: "TF-IDF",
}
NOT_KNOWN = "not known"


@contextmanager
def counting(console: Console, told: str) -> Iterator[OnProgress]:
    """A bar of texts done; shows nothing where no terminal is, and nothing before the first is done."""
    columns = (bars.TextColumn("{task.description}"), bars.BarColumn(bar_width=24), bars.MofNCompleteColumn())
    with bars.Progress(
        *columns, bars.TimeRemainingColumn(), console=console, disable=not console.is_terminal
    ) as shown:
        task: bars.TaskID | None = None

        def on_progress(done: int, total: int) -> None:
            nonlocal task
            task = shown.add_task(told, total=total) if task is None else task
            shown.update(task, completed=done, total=total)

        yield on_progress


def matches_table(matches: Sequence[CallMatch], title: str) -> Table:
    """A row a match: fit, call with status and cut-off in the source's clock, and the nearest reason."""
    table = Table(title=Text(title), title_justify="left", show_lines=True)
    table.add_column("", justify="right")
    table.add_column("Fit")
    table.add_column("Call", overflow="fold", ratio=1)
    table.add_column("Your goal or need, and what the call says", overflow="fold", ratio=1)
    for found in matches:
        table.add_row(
            str(found.match.rank),
            Text(found.match.fit.value, style=FIT_STYLES[found.match.fit]),
            Text.assemble(call_text(found.call), "\n", verdict_text(found.screening, _said_by(found.call))),
            reason_text(found.reasons[0]) if found.reasons else Text("no passage met", style="dim"),
        )
    return table


def call_text(call: CallPublic) -> Text:
    """Title, programme, identifier, and where the call stands in time."""
    return Text.assemble(
        (call.title, "bold"),
        f"\n{label(call.programme, Language.EN)}\n",
        (f"{call.identifier}\n", "dim"),
        when_text(call),
    )


def verdict_text(screening: Screening, said_by: RoleWords) -> Text:
    """Whether the coalition may apply: the word, and what it would be possible with or what is open."""
    possible = possible_with(screening.verdict, screening.cures, Language.EN, said_by)
    told = possible or say(screening.reason, Language.EN, said_by)
    word = label(screening.verdict, Language.EN)
    if screening.verdict is Verdict.ELIGIBLE:
        return Text(word, style=VERDICT_STYLES[screening.verdict])
    return Text.assemble((word, VERDICT_STYLES[screening.verdict]), f": {told}")


def when_text(call: CallPublic) -> str:
    """Status, and the next cut-off (the last one of a closed call) in the source's own clock."""
    status = label(call.status, Language.EN).lower() if call.status else f"status {NOT_KNOWN}"
    last = max(call.cut_offs, key=CutOff.ends_at, default=None)
    if call.next_cut_off is not None:
        return f"{status}, next cut-off {cut_off_label(call.next_cut_off)}"
    if last is not None:
        return f"{status}, last cut-off {cut_off_label(last)}"
    return f"{status}, {'applications all along' if call.continuous else f'cut-off {NOT_KNOWN}'}"


def reason_text(reason: Reason) -> Text:
    """The goal or need, then the call's own words between quotation marks, on one line."""
    quote = " ".join(reason.quote.split())
    return Text.assemble((f"{reason.aim.kind} {reason.aim.ref}: ", "dim"), f"{reason.aim.text}\n“{quote}”")


def match_record(found: CallMatch) -> dict[str, Any]:
    """A match as plain JSON data."""
    call: CallPublic = found.call
    screening, said_by = found.screening, _said_by(call)
    return {
        "rank": found.match.rank,
        "identifier": call.identifier,
        "title": call.title,
        "programme": call.programme.value,
        "source": call.source,
        "url": call.url,
        "language": call.language,
        "status": call.status.value if call.status else None,
        "next_cut_off": call.next_cut_off.model_dump(mode="json") if call.next_cut_off else None,
        "fit": found.match.fit.value,
        "score": round(found.match.score, 4),
        "parts": {name: round(value, 4) for name, value in asdict(found.match.parts).items()},
        "verdict": screening.verdict.value,
        "curable": screening.curable,
        "verdict_reason": say(screening.reason, Language.EN, said_by),
        "possible_with": possible_with(screening.verdict, screening.cures, Language.EN, said_by),
        "reasons": [
            {
                "kind": reason.aim.kind.value,
                "goal": reason.aim.text,
                "goal_id": reason.aim.ref,
                "passage": reason.quote,
                "start": reason.start,
                "end": reason.end,
                "cosine": round(reason.cosine, 4),
            }
            for reason in found.reasons
        ],
    }


def _said_by(call: CallPublic) -> RoleWords:
    return role_words(call.programme, call.source)


def measured_table(measured: Mapping[SystemName, Measured], title: str) -> Table:
    """A row a system; each figure is a mean over queries with its 95 % bootstrap interval."""
    table = Table(title=Text(title), title_justify="left")
    table.add_column("")
    for name in METRICS:
        table.add_column(f"{name} [95 %]", justify="right", no_wrap=True)
    for system, figures in measured.items():
        cells = (_figure(figures.means[name], figures.intervals[name]) for name in METRICS)
        table.add_row(SYSTEM_TITLES[system], *cells)
    return table


def measured_record(figures: Measured) -> dict[str, Any]:
    """One system's figures as plain JSON data."""
    means = {name: round(mean, 4) for name, mean in figures.means.items()}
    intervals = {name: [round(end, 4) for end in ends] for name, ends in figures.intervals.items()}
    return {**means, "intervals": intervals}


def _figure(mean: float, interval: tuple[float, float]) -> str:
    short = [f"{number:.3f}".removeprefix("0") for number in (mean, *interval)]
    return f"{short[0]} [{short[1]}, {short[2]}]"

"""Tables of the command line: calls and coalitions as a person reads them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.table import Table
from rich.text import Text

from store.labels import cut_off_label, label
from store.models import CallPublic, CoalitionPublic, CutOff
from store.vocabulary import CallStatus, Language

if TYPE_CHECKING:
    from api.services.matching.list_matches import MatchList

STYLES = {CallStatus.OPEN: "green", CallStatus.FORECASTED: "blue", CallStatus.CLOSED: "dim", None: "yellow"}


def calls_table(calls: Sequence[CallPublic], title: str) -> Table:
    """One row a call: status, cut-off in the call's own clock, money; title above identifier and source."""
    table = Table(title=title, title_justify="left", show_lines=True)
    table.add_column("Status", overflow="fold", max_width=14)
    table.add_column("Next cut-off", max_width=20)
    table.add_column("EUR", justify="right")
    table.add_column("Call", overflow="fold", ratio=1)
    for call in calls:
        cut_off = call.next_cut_off or max(call.cut_offs, key=CutOff.ends_at, default=None)
        told = Text.assemble(call.title, "\n", (f"{call.identifier}  {call.source}", "dim"))
        table.add_row(status_text(call), _when(cut_off), money_text(call), told)
    return table


def coalitions_table(coalitions: Sequence[CoalitionPublic]) -> Table:
    """One row a coalition."""
    table = Table(title=f"Coalitions: {len(coalitions)}", title_justify="left")
    for heading in ("Id", "Name", "Language", "Regions", "Members", "Goals", "Needs"):
        table.add_column(heading, overflow="fold")
    for one in coalitions:
        table.add_row(
            one.slug,
            Text(one.name),
            one.language,
            ", ".join(one.nuts_regions) or "not known",
            str(len(one.members)),
            str(len(one.goals)),
            str(len(one.needs)),
        )
    return table


def matches_list(found: "MatchList", limit: int) -> Group:
    """The best matches one below the other: fit, cut-off, and a goal beside the passage it met."""
    lines = [Text(f"Best of {found.calls} calls for {found.coalition.name}\n", style="bold")]
    for match in found.matches[:limit]:
        call = match.call
        lines.append(Text.assemble(f"{match.rank:>2}  ", (call.title, "bold")))
        told = f"{match.fit} fit · {call.identifier} · {status_words(call)} · {_when(call.next_cut_off)}"
        lines.append(Text(f"    {told}", style="cyan"))
        for reason in match.reasons[:1]:
            lines.append(Text(f"    you: {_one_line(reason.goal)}", overflow="ellipsis", no_wrap=True))
            lines.append(Text(f"    call: “{_one_line(reason.passage)}”", overflow="ellipsis", no_wrap=True))
    return Group(*lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def status_text(call: CallPublic) -> Text:
    """The status in words and colour."""
    return Text(status_words(call), style=STYLES[call.status])


def status_words(call: CallPublic) -> str:
    """The status in words; a source that claims another is told beside it."""
    words = label(call.status, Language.EN).lower() if call.status else "not known"
    if call.status_disagrees and call.source_status:
        words += f" (source says {label(call.source_status, Language.EN).lower()})"
    return words


def _when(cut_off: CutOff | None) -> str:
    return "not known" if cut_off is None else cut_off_label(cut_off)


def money_text(call: CallPublic) -> str:
    """Whole EUR; `shared` when the figure is the envelope of several topics."""
    if call.total_amount_available is None:
        return "not known"
    shared = " shared" if call.budget_scope == "shared" else ""
    return f"{call.total_amount_available:,}{shared}"

"""Tables of the command line: calls and coalitions as a person reads them."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from store.labels import label
from store.models import CallPublic, CoalitionPublic, CutOff
from store.vocabulary import CallStatus, Language

STYLES = {CallStatus.OPEN: "green", CallStatus.FORECASTED: "blue", CallStatus.CLOSED: "dim", None: "yellow"}
CITY = {"Europe/Brussels": "Brussels", "Europe/Helsinki": "Helsinki"}


def calls_table(calls: Sequence[CallPublic]) -> Table:
    """One row a call: status, cut-off in the call's own clock, money, title, source."""
    table = Table(title=f"{len(calls)} calls", title_justify="left")
    for heading in ("Status", "Next cut-off", "EUR", "Identifier", "Title", "Source"):
        table.add_column(heading, overflow="fold", justify="right" if heading == "EUR" else "left")
    for call in calls:
        table.add_row(
            status_text(call),
            cut_off_text(call.next_cut_off or max(call.cut_offs, key=CutOff.ends_at, default=None)),
            money_text(call),
            call.identifier,
            Text(call.title),
            call.source,
        )
    return table


def coalitions_table(coalitions: Sequence[CoalitionPublic]) -> Table:
    """One row a coalition."""
    table = Table(title=f"{len(coalitions)} coalitions", title_justify="left")
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


def status_text(call: CallPublic) -> Text:
    """The status in words; a source that claims another is told beside it."""
    words = label(call.status, Language.EN).lower() if call.status else "not known"
    if call.status_disagrees and call.source_status:
        words += f" (source says {label(call.source_status, Language.EN).lower()})"
    return Text(words, style=STYLES[call.status])


def cut_off_text(cut_off: CutOff | None) -> str:
    """`2026-10-06 17:00 Brussels`; an hour that the source does not give is said."""
    if cut_off is None:
        return "not known"
    hour = f"{cut_off.time:%H:%M}" if cut_off.time else "hour not given,"
    return f"{cut_off.date} {hour} {CITY.get(cut_off.zone, cut_off.zone)}"


def money_text(call: CallPublic) -> str:
    """Whole EUR; `shared` when the figure is the envelope of several topics."""
    if call.total_amount_available is None:
        return "not known"
    shared = " shared" if call.budget_scope == "shared" else ""
    return f"{call.total_amount_available:,}{shared}"

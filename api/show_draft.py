"""What the command line tells of a draft and of the project it rests on."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from api.services.drafting.draft_summary import CriterionPublic, DraftSummary, FilledPublic
from api.services.drafting.projects import ProjectState

ASKED = 5
"""Of those who can fill gaps, the first are told."""


def draft_report(summary: DraftSummary) -> Group:
    """Filled shares, who can fill the most gaps, and the checklist."""
    lines: list[RenderableType] = []
    if summary.label:
        lines.append(Text(summary.label, style="yellow"))
    lines.append(
        Text(
            f"Filled: {_percent(summary.whole)} of the whole, "
            f"{_percent(summary.partnership)} of {summary.partnership_section}."
        )
    )
    if summary.asks:
        lines.append(_asks(summary))
    if summary.checklist:
        lines.append(_checklist(summary))
        lines += [Text(note, style="dim") for note in summary.notes]
    return Group(*lines)


def project_lines(state: ProjectState) -> Group:
    """What is stored of a project, and what it points at that is not there."""
    lines = [Text(state.name or "no name yet") if state.saved_at else Text("No project is stored.")]
    if state.parts:
        lines.append(Text(", ".join(f"{name}: {count}" for name, count in state.parts.items())))
    lines += [Text(f"plan.{name}: {value}") for name, value in state.plan.items()]
    lines += [Text(f"Warning: {warning}", style="yellow") for warning in state.warnings]
    return Group(*lines)


def _asks(summary: DraftSummary) -> Table:
    table = Table(title="Who can fill the gaps", title_justify="left")
    table.add_column("Who", overflow="fold")
    table.add_column("Gaps", justify="right")
    table.add_column("In", overflow="fold")
    for one in summary.asks[:ASKED]:
        table.add_row(Text(one.ask), str(one.count), Text("; ".join(one.sections)))
    return table


def _checklist(summary: DraftSummary) -> Table:
    table = Table(title="Checklist", title_justify="left")
    table.add_column("Criterion", overflow="fold")
    table.add_column("At stake")
    table.add_column("Open", justify="right")
    for row in summary.checklist:
        table.add_row(Text(row.name), _stake(row), str(row.open) if row.answered else "no section")
    return table


def _stake(row: CriterionPublic) -> str:
    if row.kind == "pass_fail":
        return "pass or fail"
    if row.most is None:
        return "not known"
    return (f"0-{row.most}" if row.kind == "scale" else f"{row.most} points") + (
        f", at least {row.least}" if row.least is not None else ""
    )


def _percent(filled: FilledPublic) -> str:
    return f"{int(100 * filled.share)} %"

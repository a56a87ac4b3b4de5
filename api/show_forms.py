"""The table of application forms on the command line."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from api.services.drafting.list_forms import FormPublic


def forms_table(forms: Sequence[FormPublic]) -> Table:
    """One row a form: what it is, its languages, and the words in a call that it goes with."""
    table = Table(title=f"Forms: {len(forms)}", title_justify="left", show_lines=True)
    for heading in ("Form", "Languages", "Handed in", "For calls with"):
        table.add_column(heading, overflow="fold")
    for one in forms:
        told = Text.assemble(one.title, "\n", (f"{one.key}  version {one.version}", "dim"))
        if one.label:
            told.append(f"\n{one.label}", style="yellow")
        table.add_row(
            told,
            ", ".join(one.languages),
            one.delivery.replace("_", " and "),
            Text(f"{', '.join(one.programmes)}: {', '.join(one.calls)}"),
        )
    return table

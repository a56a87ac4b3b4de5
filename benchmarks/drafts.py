"""How long drafts take: `make bench` drafts the sample proposal on every form and in every format.

Prints the median seconds of one core to build the draft and to write each format, without turning anything to
PDF, and how many times longer its tables alone take in the plain way: cell by cell with python-docx.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial

from docx import Document

from proposal_templates import (
    Draft,
    Form,
    build_draft,
    load_forms,
    render_docx,
    render_html,
    render_json,
    render_markdown,
    render_xlsx,
)
from proposal_templates.blocks import TableBlock
from proposal_templates.context import DraftContext
from tests.proposal_templates.full import full_context

ROUNDS = 7
FORMATS: dict[str, Callable[[Draft], object]] = {
    "docx": render_docx,
    "html": render_html,
    "xlsx": render_xlsx,
    "md": render_markdown,
    "json": render_json,
}


def median(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median seconds of this process for some work, after one round that does not count."""
    work()
    spent: list[float] = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


def plain_tables(draft: Draft) -> int:
    """The draft's tables by python-docx's own interface, cell by cell, without any look; counts the cells."""
    document = Document()
    cells = 0
    for section in draft.walk():
        for block in section.blocks:
            if isinstance(block, TableBlock):
                table = document.add_table(len(block.rows) + block.headed, len(block.columns))
                heads = [(0, at, column.heading) for at, column in enumerate(block.columns)] * block.headed
                for row, column, text in (*heads, *_cells(block)):
                    table.cell(row, column).text = text
                    cells += 1
    return cells


def _cells(block: TableBlock) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for row, cells in enumerate(block.rows, int(block.headed)):
        at = 0
        for cell in cells:
            found.append((row, at, "".join(span.text for span in cell.words)))
            at += cell.across
    return found


def measured(context: DraftContext, form: Form) -> str:
    """Figures of one form in one line."""
    build = median(lambda: build_draft(context, form))
    draft = build_draft(context, form)
    spent = {name: median(partial(render, draft)) for name, render in FORMATS.items()}
    plain = median(lambda: plain_tables(draft), 3)
    cells = plain_tables(draft)
    told = ", ".join(f"{name} {seconds:.3f} s" for name, seconds in spent.items())
    return (
        f"{form.key}: built in {build:.3f} s; {told}; {cells} cells of tables alone in the plain way "
        f"{plain:.3f} s, {plain / spent['docx']:.1f} times the whole Word document"
    )


def main() -> None:
    """Prints a line for each form."""
    for form in load_forms():
        sys.stdout.write(measured(full_context(form.languages[0], form), form) + "\n")


if __name__ == "__main__":
    main()

"""Tables of a draft: those the form fixes, and those of the draft's own."""

from collections.abc import Sequence

from proposal_templates.blocks import Cell, Column, TableBlock, Words
from proposal_templates.desk import Desk

Row = tuple[Cell, ...]


def cell(words: Words, across: int = 1) -> Cell:
    """A cell; one gap across several columns stands for all of them."""
    return Cell(words=words, across=across)


def row(*words: Words) -> Row:
    """A row of single cells."""
    return tuple(Cell(words=each) for each in words)


def fixed_table(desk: Desk, key: str, rows: Sequence[Row], caption: str | None = None) -> TableBlock:
    """A table of the form: official headings with their gloss; the last cell of a row fills it."""
    columns = tuple(
        Column(key=c.key, heading=c.heading, gloss=c.gloss.get(desk.language), width=c.width)
        for c in desk.form.table(key).columns
    )
    return TableBlock(
        key=key, columns=columns, rows=_stretched(rows, len(columns)), caption=_caption(desk, caption)
    )


def sheet(desk: Desk, key: str, values: list[tuple[str, Words]]) -> TableBlock:
    """A two-column sheet of the draft's own: label and value, row by row."""
    rows = tuple(row(desk.words(desk.label(label)), value) for label, value in values)
    columns = (Column(key="label", heading="", width=3), Column(key="value", heading="", width=7))
    return TableBlock(key=key, columns=columns, rows=rows, headed=False)


def own_table(desk: Desk, key: str, columns: dict[str, int], rows: Sequence[Row], caption: str) -> TableBlock:
    """A table of the draft's own: column labels in the draft's language, with their widths."""
    headed = tuple(Column(key=c, heading=desk.label(f"column_{c}"), width=w) for c, w in columns.items())
    return TableBlock(
        key=key, columns=headed, rows=_stretched(rows, len(headed)), caption=_caption(desk, caption)
    )


def _stretched(rows: Sequence[Row], columns: int) -> tuple[Row, ...]:
    """Rows that fill the table: the last cell of a short row spans what is left."""
    return tuple((*each[:-1], _wide(each[-1], columns - sum(c.across for c in each[:-1]))) for each in rows)


def _wide(last: Cell, across: int) -> Cell:
    return Cell(words=last.words, across=across)


def _caption(desk: Desk, caption: str | None) -> Words:
    return desk.words(desk.label(f"table_{caption}")) if caption else ()

"""Tables of a draft: those the form fixes, and those of the draft's own."""

from collections.abc import Mapping, Sequence

from proposal_templates.blocks import Cell, Column, TableBlock, Words
from proposal_templates.desk import Desk

Row = tuple[Cell, ...]


def cell(words: Words, across: int = 1) -> Cell:
    """A cell; one gap across several columns stands for all of them."""
    return Cell(words=words, across=across)


def row(*words: Words) -> Row:
    """A row of single cells."""
    return tuple(Cell(words=each) for each in words)


def fixed_table(
    desk: Desk,
    key: str,
    rows: Sequence[Row],
    caption: str | None = None,
    *,
    own: Mapping[str, int] | None = None,
    words: str = "labels",
) -> TableBlock:
    """A table of the form: official headings with their gloss; the last cell of a row fills it.

    A form that does not prescribe the table gets it with the draft's `own` columns, as `own_table` has them.
    """
    fixed = desk.form.table(key)
    if fixed is None:
        return own_table(desk, key, own or {}, rows, caption, words=words)
    columns = tuple(
        Column(
            key=c.key,
            heading=desk.heading(c.heading),
            gloss=c.gloss.get(desk.language) if c.gloss else None,
            width=c.width,
        )
        for c in fixed.columns
    )
    return TableBlock(
        key=key, columns=columns, rows=stretched(rows, len(columns)), caption=_caption(desk, caption)
    )


def sheet(desk: Desk, key: str, values: list[tuple[str, Words]]) -> TableBlock:
    """A two-column sheet of the draft's own: label and value, row by row."""
    rows = tuple(row(desk.words(desk.label(label)), value) for label, value in values)
    columns = (Column(key="label", heading="", width=3), Column(key="value", heading="", width=7))
    return TableBlock(key=key, columns=columns, rows=rows, headed=False)


def own_table(
    desk: Desk,
    key: str,
    columns: Mapping[str, int],
    rows: Sequence[Row],
    caption: str | None = None,
    *,
    words: str = "labels",
) -> TableBlock:
    """A table of the draft's own: column labels in the draft's language, with their widths.

    words: the template file whose macros `column_<key>` and `table_<caption>` name columns and table.
    """
    headed = tuple(
        Column(key=c, heading=desk.label(f"{words}.column_{c}"), width=w) for c, w in columns.items()
    )
    return TableBlock(
        key=key, columns=headed, rows=stretched(rows, len(headed)), caption=_caption(desk, caption, words)
    )


def stretched(rows: Sequence[Row], columns: int) -> tuple[Row, ...]:
    """Rows that fill a table of so many columns: the last cell of a short row spans what is left."""
    return tuple((*each[:-1], _wide(each[-1], columns - sum(c.across for c in each[:-1]))) for each in rows)


def _wide(last: Cell, across: int) -> Cell:
    return Cell(words=last.words, across=across)


def _caption(desk: Desk, caption: str | None, words: str = "labels") -> Words:
    return desk.words(desk.label(f"{words}.table_{caption}")) if caption else ()

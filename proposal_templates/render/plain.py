"""A field as plain text for pasting into a web form, and its characters as such a form counts them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from proposal_templates.blocks import (
    SENTENCE_ENDS,
    Block,
    Cell,
    Column,
    GapBlock,
    Section,
    TableBlock,
    TextBlock,
    TextStyle,
)
from proposal_templates.render.clean import clean

_SPACES = re.compile(r"[ \t]*\n[ \t]*")
_ENDS = (".", "!", "?", ":", ";", "…", "]")
_MARK = 1
"""A letter of its own is the mark of a chart; equal ones side by side are told as a span."""
_NUMBER_KEYS = ("number", "no")
"""Keys of columns that only count the rows."""


def characters(text: str) -> int:
    """How many characters a web form counts: UTF-16 code units, a line break as one.

    So does `maxlength` of the HTML standard: it measures a textarea's API value, whose line breaks are single
    line feeds. A sign beyond the first 65,536 of Unicode (an emoji) counts as two.
    """
    return len(_line_feeds(text).encode("utf-16-le", "surrogatepass")) // 2


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def plain(section: Section) -> str:
    """What is pasted into a section's field: its own blocks without mark-up, notes left out.

    Paragraphs stand a blank line apart, list items and rows of a table on lines of their own. The label of a
    question that says no more than the field's own heading is left out.
    """
    alone = len(section.blocks) == 1
    pieces = [
        (_joins(block), _block(block, alone or _lead(block) == section.heading))
        for block in section.blocks
        if not (isinstance(block, TextBlock) and block.style is TextStyle.NOTE)
    ]
    written = ""
    before = ""
    for joins, text in pieces:
        if not text:
            continue
        close = before == "label" or before == joins == "bullet"
        written += ("\n" if close else "\n\n") * bool(written) + text
        before = joins
    return written


def _joins(block: Block) -> str:
    if isinstance(block, TextBlock) and block.style in (TextStyle.LABEL, TextStyle.BULLET):
        return block.style.value
    return ""


def _lead(block: Block) -> str:
    if isinstance(block, GapBlock):
        return block.label
    return block.lead if isinstance(block, TextBlock) else ""


def _block(block: Block, unlabelled: bool) -> str:
    if isinstance(block, TableBlock):
        return "\n".join(table_lines(block))
    words = (block.gap,) if isinstance(block, GapBlock) else block.words
    text = _tidy("".join(span.text for span in words))
    lead = _lead(block)
    if lead and not unlabelled:
        text = f"{lead}{' ' if lead.endswith(_ENDS) else ': '}{text}"
    return f"- {text}" if isinstance(block, TextBlock) and block.style is TextStyle.BULLET else text


def _tidy(text: str) -> str:
    return _SPACES.sub("\n", clean(_line_feeds(text))).strip()


def table_lines(block: TableBlock) -> Iterator[str]:
    """A table as lines: its caption, then one line a row, each value after the heading of its column."""
    caption = _flat("".join(span.text for span in block.caption))
    if caption:
        yield caption if caption.endswith(_ENDS) else f"{caption}:"
    for row in block.rows:
        line = _headed(block.columns, row) if block.headed else _own_label(row)
        if line:
            yield line


def _text(cell: Cell) -> str:
    return _flat("".join(span.text for span in cell.words))


def _flat(text: str) -> str:
    return " ".join(clean(text).split())


def _own_label(row: Sequence[Cell]) -> str:
    """A row that heads itself: `label: value`."""
    label, *values = (_text(cell) for cell in row)
    told = _listed([value for value in values if value])
    return f"{label}: {told}" if label and told else label or told


def _headed(columns: Sequence[Column], row: Sequence[Cell]) -> str:
    """A row under headings: `1. value; heading: value` (`- ` without number), no empty cells.

    The first value says what the row is about and needs no heading; limits of fields are tight.
    """
    cells: list[tuple[Sequence[Column], str]] = []
    at = 0
    for cell in row:
        cells.append((columns[at : at + cell.across], _text(cell)))
        at += cell.across
    counted = ""
    if cells and cells[0][0] and cells[0][0][0].key in _NUMBER_KEYS and len(cells[0][0]) == 1:
        counted = cells.pop(0)[1]
    about = cells.pop(0)[1] if cells and len(cells[0][0]) == 1 and len(cells) > 1 else ""
    told = _listed([*([about] if about else ()), *_spans(cells)])
    if not told:
        return counted
    return f"{counted}. {told}" if counted else f"- {told}"


def _listed(told: Sequence[str]) -> str:
    """Values in one line, apart by semicolons; none follows the end of a sentence."""
    return "".join(
        each if i == 0 else f"{' ' if told[i - 1].endswith(SENTENCE_ENDS) else '; '}{each}"
        for i, each in enumerate(told)
    )


def _spans(cells: Sequence[tuple[Sequence[Column], str]]) -> Iterator[str]:
    """`heading: value` of each cell; equal marks side by side are told once, from the first to the last."""
    for text, same in groupby(cells, key=lambda cell: cell[1]):
        headings = [[heading(column) for column in across] for across, _ in same]
        if not text:
            continue
        if len(text) <= _MARK and text.isalpha() and len(headings) > 1:
            yield f"{headings[0][0]}–{headings[-1][-1]}: {text}"
        else:
            yield from (f"{', '.join(each)}: {text}" for each in headings)


def heading(column: Column) -> str:
    """A column's heading in the draft's language where there is a gloss, else as the form has it."""
    return _flat(column.gloss or column.heading)

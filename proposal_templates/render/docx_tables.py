"""Tables of a draft in Word: fixed widths, heading rows that repeat on every page, rows that do not break."""

import re
from collections.abc import Container, Iterator, Sequence

from docx.oxml.ns import qn

from proposal_templates.blocks import Cell, Column, Span, TableBlock
from proposal_templates.draft import Draft
from proposal_templates.records import words_behind
from proposal_templates.render.docx_styles import BOX_FILL, HEAD_FILL, LINE, MUTED, TEXT_WIDTH
from proposal_templates.render.docx_words import runs
from proposal_templates.render.measure import fitted, longest_word
from proposal_templates.render.ooxml import Xml, element, flag, paragraph, run, shading, value

_TWIPS_PER_MM = 56.7
_WIDTH = round(TEXT_WIDTH * _TWIPS_PER_MM)
_SIDE, _ABOVE = 65, 50
"""Air in a cell beside and above its words, in twips."""
_AIR = ((8, _SIDE), (12, 25))
"""Most columns of a table and the air beside its words, so that type need not shrink."""
_LEAST_AIR = 10
_POINTS = 9.0
"""Size of type in tables."""
_NUMBER = 15.0
"""Width in points of the number of an origin."""
_LONGEST = 115.0
"""A word in a cell wider than this many points does not widen its column."""
_FIGURE = re.compile(r"[\d\s.,]*|–")
_AMOUNT = re.compile(r"\d[\s.,]?\d{3}\b")
_TOGETHER = 5
"""A table of at most this many rows stays on one page."""


def table(draft: Draft, block: TableBlock) -> Iterator[Xml]:
    """A table with its caption above and a little air below."""
    if block.caption:
        yield paragraph("Caption", *runs(draft, block.caption))
    widths = _widths(block.columns, _single_words(block))
    rows = (
        [_heading(block.columns, widths, draft.form.heading_language or draft.language, draft.language)]
        if block.headed
        else []
    )
    figures = _figures(block)
    rows += [_body(draft, cells, widths, figures, headed=block.headed) for cells in block.rows]
    if len(rows) <= _TOGETHER:
        _hold(rows[:-1])
    yield _table(widths, rows, _side(len(widths)))
    yield paragraph("DraftNote")


def _body(
    draft: Draft, cells: Sequence[Cell], widths: Sequence[int], figures: Container[int], *, headed: bool
) -> Xml:
    """A row of the table; in a table without a heading row its first cell heads it."""
    made: list[Xml] = []
    at = 0
    for i, cell in enumerate(cells):
        width = sum(widths[at : at + cell.across])
        if not headed and at == 0:
            bold = [run(s.text, s.language, flag("w:b")) for s in cell.words]
            made.append(_cell(bold, width, cell.across, BOX_FILL))
        else:
            content = runs(draft, cell.words, words_behind(cells, i))
            made.append(_cell(content, width, cell.across, None, right=at in figures and cell.across == 1))
        at += cell.across
    return _row(made)


def _figures(block: TableBlock) -> frozenset[int]:
    """Columns of amounts: nothing but figures and dashes in their cells, and an amount in one at least."""
    texts: dict[int, list[str]] = {}
    for cells in block.rows:
        at = 0
        for cell in cells:
            if cell.across == 1:
                texts.setdefault(at, []).append("".join(span.text for span in cell.words))
            at += cell.across
    return frozenset(
        at
        for at, found in texts.items()
        if all(_FIGURE.fullmatch(text) for text in found) and any(_AMOUNT.search(text) for text in found)
    )


def grid(
    headings: Sequence[str], shares: Sequence[int], rows: Sequence[Sequence[list[Xml]]], language: str
) -> Xml:
    """A plain table from runs."""
    columns = tuple(
        Column(key=heading, heading=heading, width=share)
        for heading, share in zip(headings, shares, strict=True)
    )
    widths = _widths(columns, [0.0] * len(columns))
    made = [_heading(columns, widths, language, language)]
    made += [_row([_cell(c, w, 1, None) for c, w in zip(cells, widths, strict=True)]) for cells in rows]
    return _table(widths, made, _SIDE)


def box(title: str, language: str, content: list[Xml], fill: str) -> Xml:
    """A shaded box of paragraphs under a title."""
    head = paragraph("DraftLabel", run(title, language), properties=(value("w:outlineLvl", 9),))
    inside = element("w:tc", None, _cell_properties(_WIDTH, 1, fill), head, *content)
    return _table([_WIDTH], [element("w:tr", None, inside)], _SIDE)


def _side(columns: int) -> int:
    """Air beside the words of a table with so many columns, in twips."""
    return next((air for most, air in _AIR if columns <= most), _LEAST_AIR)


def _widths(columns: Sequence[Column], inside: Sequence[float]) -> list[int]:
    """Column widths in twips that add up to the text width.

    No word of a heading is broken while there is room; what room is left goes to long words in the cells.
    """
    air = 2 * _side(len(columns)) + 20
    least = [
        max(longest_word(column.heading, _POINTS, bold=True), longest_word(column.gloss or "", _POINTS)) * 20
        + air
        for column in columns
    ]
    left = _WIDTH - sum(least)
    for i, words in enumerate(inside):
        more = min(max(0.0, words * 20 + air - least[i]), max(0.0, left))
        least[i] += more
        left -= more
    return fitted([column.width for column in columns], least, _WIDTH)


def _single_words(block: TableBlock) -> list[float]:
    """The widest word in each column, from cells of one column alone; very long words may still break."""
    widest = [0.0] * len(block.columns)
    for cells in block.rows:
        at = 0
        for cell in cells:
            if cell.across == 1:
                longest = max((_word(span) for span in cell.words), default=0.0)
                widest[at] = max(widest[at], min(longest, _LONGEST))
            at += cell.across
    return widest


def _word(span: Span) -> float:
    """The widest word of a span, with the number of its origin after it."""
    return longest_word(span.text, _POINTS) + (_NUMBER if span.origin else 0.0)


def _hold(rows: Sequence[Xml]) -> None:
    """Keeps rows on the page of the row that follows."""
    for row in rows:
        for properties in row.iter(qn("w:pPr")):
            if properties.find(qn("w:keepNext")) is None:
                properties.append(flag("w:keepNext"))


def _table(widths: Sequence[int], rows: Sequence[Xml], side: int) -> Xml:
    line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": LINE}
    borders = [
        element(f"w:{edge}", line) for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    padding = (("top", _ABOVE), ("left", side), ("bottom", _ABOVE), ("right", side))
    air = [element(f"w:{edge}", {"w:w": str(w), "w:type": "dxa"}) for edge, w in padding]
    properties = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"}),
        element("w:tblBorders", None, *borders),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", None, *air),
    )
    columns = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": str(width)}) for width in widths))
    return element("w:tbl", None, properties, columns, *rows)


def _heading(columns: Sequence[Column], widths: Sequence[int], official: str, language: str) -> Xml:
    """The heading row: official heading in bold, its gloss beneath; repeats on every page."""
    cells: list[Xml] = []
    for column, width in zip(columns, widths, strict=True):
        spoken = official if column.gloss else language
        lines = [paragraph("DraftCell", run(column.heading, spoken, flag("w:b")))]
        if column.gloss:
            gloss = run(column.gloss, language, flag("w:i"), value("w:color", MUTED))
            lines.append(paragraph("DraftCell", gloss))
        cells.append(element("w:tc", None, _cell_properties(width, 1, HEAD_FILL), *lines))
    row = element("w:tr", None, element("w:trPr", None, flag("w:cantSplit"), flag("w:tblHeader")), *cells)
    _hold([row])
    return row


def _row(cells: Sequence[Xml]) -> Xml:
    return element("w:tr", None, element("w:trPr", None, flag("w:cantSplit")), *cells)


def _cell(content: Sequence[Xml], width: int, across: int, fill: str | None, *, right: bool = False) -> Xml:
    aligned = (value("w:jc", "right"),) if right else ()
    said = paragraph("DraftCell", *content, properties=aligned)
    return element("w:tc", None, _cell_properties(width, across, fill), said)


def _cell_properties(width: int, across: int, fill: str | None) -> Xml:
    properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if across > 1:
        properties.append(value("w:gridSpan", across))
    if fill:
        properties.append(shading(fill))
    return properties

"""A draft as a workbook: a row for each field, the checklist, the origins, and each table as real cells."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from proposal_templates.blocks import TableBlock
from proposal_templates.checklist import checklist_notes
from proposal_templates.draft import Draft
from proposal_templates.notes import criteria_rows, form_label, origin_rows
from proposal_templates.render.archive import repacked
from proposal_templates.render.clean import clean
from proposal_templates.render.fields import Field, fields
from proposal_templates.render.plain import heading
from proposal_templates.sentences import Sentences, sentences_in

CELL_LIMIT = 32_767
"""Most characters of a cell, by Excel's own limits."""
_TAB_LIMIT = 31
"""Most characters of a sheet's name, by Excel's own limits."""
_NOT_IN_TAB = re.compile(r"[\\/*?:\[\]]")
_HEAD = PatternFill("solid", fgColor="FFE3EEF8")
_BOLD = Font(name="Arial", size=10, bold=True)
_ALARM = Font(name="Arial", size=10, bold=True, color="FFA3161F")
_TEXT = Font(name="Arial", size=10)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_LEAST_COLUMNS = 5
"""Tables of at least this many columns are sheets of their own; smaller ones read well as text."""

Value = str | int | None


def render_xlsx(draft: Draft) -> bytes:
    """A draft as the bytes of an XLSX file; the same draft gives the same bytes.

    No cell is a formula: a text that starts with a sign of one stays text. Cells are cut at CELL_LIMIT
    characters, and say so.
    """
    sentences = sentences_in(draft.language)
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    _fields(first, draft, sentences)
    _checklist(book.create_sheet(), draft, sentences)
    _origins(book.create_sheet(), draft, sentences)
    _tables(book, draft)
    _describe(book, draft)
    loose = BytesIO()
    ExcelWriter(book, ZipFile(loose, "w")).save()
    return repacked(loose, draft.context.made_on)


def _describe(book: Workbook, draft: Draft) -> None:
    """The workbook's own properties; the day it was made stands for every time."""
    known = book.properties
    known.title = clean(" – ".join(p for p in (draft.context.call.title, draft.form.short_title) if p))
    known.subject = clean(draft.context.call.identifier or "")
    known.description = form_label(draft)
    known.creator = known.lastModifiedBy = "Koalitio"
    known.language = draft.language
    known.created = known.modified = datetime.combine(draft.context.made_on, time())


def _fields(sheet: Worksheet, draft: Draft, sentences: Sentences) -> None:
    names = ("number", "section", "question", "answer", "count", "limit", "over", "open", "notes", "rests_on")
    bare = ("question", "answer", "notes", "rests_on")
    headings = [sentences.text(f"sheet.{name}" if name in bare else f"sheet.column_{name}") for name in names]
    _start(sheet, sentences.text("sheet.fields"), headings, (6, 34, 44, 90, 12, 10, 10, 10, 44, 18))
    asked = [field for field in fields(draft) if field.asks]
    for count, field in enumerate(asked, 1):
        _row(
            sheet,
            (
                count,
                field.name,
                _question(field, sentences),
                _cut(field.answer, sentences),
                field.count,
                field.section.limit,
                field.over or None,
                field.open,
                "\n".join(field.notes),
                ", ".join(map(str, field.origins)),
            ),
        )
        if field.over:
            sheet.cell(count + 1, 7).font = _ALARM
            _write(sheet.cell(count + 1, 7), sentences.text("sheet.over", number=str(field.over)))
    _row(sheet, (None, None, None, sentences.text("sheet.counting")))


def _question(field: Field, sentences: Sentences) -> str:
    told = f"{sentences.text('about.criterion')}: {field.criterion}\n" if field.criterion else ""
    return told + field.section.guidance


def _cut(text: str, sentences: Sentences) -> str:
    """A text that fits into a cell; one that does not says that it is cut."""
    if len(text.encode("utf-16-le")) // 2 <= CELL_LIMIT:
        return text
    told = f"\n[{sentences.text('sheet.cut')}]"
    kept = text.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(told))]
    return kept.decode("utf-16-le", "ignore") + told


def _checklist(sheet: Worksheet, draft: Draft, sentences: Sentences) -> None:
    names = ("criterion", "most", "part", "where", "filled", "open", "source")
    headings = [sentences.text(f"sheet.column_{name}") for name in names]
    _start(sheet, sentences.text("sheet.checklist_tab"), headings, (34, 22, 60, 30, 10, 10, 40))
    criteria = criteria_rows(draft)
    for criterion in criteria:
        sure = sentences.text("sheet.certainty", certainty=criterion.certainty)
        source = f"{criterion.source} ({sure})"
        for part in criterion.parts:
            _row(
                sheet,
                (criterion.name, criterion.points, part.name, part.where, part.filled, part.open, source),
            )
    for note in checklist_notes(draft):
        _row(sheet, (note,))
    if not criteria:
        _row(sheet, (sentences.text("sheet.no_checklist"),))


def _origins(sheet: Worksheet, draft: Draft, sentences: Sentences) -> None:
    headings = [
        sentences.text(name) for name in ("about.column_number", "about.column_words", "about.column_origin")
    ]
    headings += [sentences.text("about.column_sections"), sentences.text("sheet.column_language")]
    _start(sheet, sentences.text("sheet.origins_tab"), headings, (6, 70, 60, 24, 10))
    for origin in origin_rows(draft):
        places = "; ".join(origin.sections)
        _row(sheet, (origin.number, origin.words, origin.origin, places, origin.language or "–"))


def _tables(book: Workbook, draft: Draft) -> None:
    """A sheet for each table of many columns, named by its number in the draft and what it stands in."""
    big = [
        (field, block)
        for field in fields(draft)
        for block in field.section.blocks
        if isinstance(block, TableBlock) and len(block.columns) >= _LEAST_COLUMNS
    ]
    for count, (field, block) in enumerate(big, 1):
        _table(book.create_sheet(), f"{count} {_caption(block) or field.section.heading}", block)


def _caption(block: TableBlock) -> str:
    return "".join(span.text for span in block.caption)


def _table(sheet: Worksheet, name: str, block: TableBlock) -> None:
    share = sum(column.width for column in block.columns)
    widths = [max(8, round(150 * column.width / share)) for column in block.columns]
    _start(sheet, name, [heading(column) for column in block.columns] if block.headed else [], widths)
    for cells in block.rows:
        values: list[Value] = []
        for cell in cells:
            values += ["".join(span.text for span in cell.words), *[None] * (cell.across - 1)]
        _row(sheet, values)
        at = 1
        for cell in cells:
            end, row = at + cell.across, sheet.max_row
            if cell.across > 1:
                sheet.merge_cells(start_row=row, end_row=row, start_column=at, end_column=end - 1)
            at = end


def _start(sheet: Worksheet, name: str, headings: Sequence[str], widths: Iterable[float]) -> None:
    """Names a sheet, writes its heading row, and keeps that row in view and on every printed page."""
    sheet.title = clean(_NOT_IN_TAB.sub(" ", name))[:_TAB_LIMIT].strip("' ")
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    if not headings:
        return
    _row(sheet, headings)
    for cell in sheet[1]:
        cell.font, cell.fill = _BOLD, _HEAD
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"


def _row(sheet: Worksheet, values: Sequence[Value]) -> None:
    row = sheet.max_row + 1 if sheet._cells else 1
    for place, value in enumerate(values, 1):
        if value is not None:
            cell = sheet.cell(row, place)
            cell.font, cell.alignment = _TEXT, _WRAPPED
            _write(cell, value)


def _write(cell: SheetCell, value: str | int) -> None:
    """A number, or a text that no spreadsheet takes for a formula."""
    if isinstance(value, int):
        cell.value = value
        return
    cell.value = clean(value)
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(("=", "+", "-", "@", "\t"))

"""The workbook: every field with its answer, no formulas, real cells, always the same bytes."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from proposal_templates.context import Language
from proposal_templates.render.fields import fields
from proposal_templates.render.xlsx import CELL_LIMIT, render_xlsx
from tests.proposal_templates import builders, trees
from tests.proposal_templates.sheets import book, rows


def test_each_field_is_a_row_with_its_answer_and_its_length() -> None:
    draft = builders.draft()
    asked = [field for field in fields(draft) if field.asks]
    read = rows(render_xlsx(draft))[: len(asked)]
    assert [(row[1], row[3], row[4], row[7]) for row in read] == [
        (field.name, field.answer or None, field.count, field.open) for field in asked
    ]


def test_too_long_is_told_in_words_beside_the_limit() -> None:
    draft = trees.draft(
        trees.field(trees.text("x" * 43)), trees.field(trees.text("y"), key="goals", heading="Goals?")
    )
    over, within = rows(render_xlsx(draft))[:2]
    assert over[4:7] == (43, 40, "OVER THE LIMIT by 3 characters")
    assert within[4:7] == (1, 40, None)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t="])
def test_no_text_becomes_a_formula(start: str) -> None:
    text = f'{start}HYPERLINK("https://example.org")'
    block = trees.table("A", "B", "C", "D", "E", rows=((text,) * 5,))
    draft = trees.draft(trees.field(trees.text(text), block, limit=None))
    opened = book(render_xlsx(draft))
    cells = [cell for sheet in opened for row in sheet.iter_rows() for cell in row if cell.value]
    assert not [cell for cell in cells if cell.data_type == "f"]
    risky = [cell for cell in cells if str(cell.value).lstrip().startswith(start.strip())]
    assert risky
    assert all(cell.quotePrefix for cell in risky)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    draft = trees.draft(trees.field(trees.text("👩" * CELL_LIMIT), limit=None))
    (answer, *_) = (row[3] for row in rows(render_xlsx(draft)))
    assert len(answer.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert answer.endswith("this answer is cut here and whole in the HTML sheet.]")


def test_a_big_table_is_a_sheet_of_real_cells_and_a_small_one_is_not() -> None:
    headings = ("Member", "Staff", "Travel", "Other", "Total")
    big = trees.table(
        *headings, rows=(("College", "1", "2", "3", "6"),), caption=trees.wording("Budget: [EUR]")
    )
    small = trees.table("Member", "Asset", rows=(("College", "courses"),))
    opened = book(render_xlsx(trees.draft(trees.field(big, small))))
    assert opened.sheetnames == ["Fields", "Checklist", "Origins", "1 Budget   EUR"]
    sheet = opened.worksheets[3]
    assert list(sheet.iter_rows(values_only=True)) == [headings, ("College", "1", "2", "3", "6")]
    assert sheet.freeze_panes == "A2"


def test_cells_wrap_and_columns_have_widths() -> None:
    sheet = book(render_xlsx(builders.draft())).worksheets[0]
    assert sheet.freeze_panes == "A2"
    assert sheet["D2"].alignment.wrap_text
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["A"].width


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_same_draft_gives_the_same_bytes_dated_to_its_day(language: Language) -> None:
    data = render_xlsx(builders.draft(language))
    assert data == render_xlsx(builders.draft(language))
    assert {entry.date_time for entry in ZipFile(BytesIO(data)).infolist()} == {(2026, 5, 20, 0, 0, 0)}
    known = book(data).properties
    assert (known.language, known.creator, known.subject) == (
        language,
        "Koalitio",
        "ERASMUS-EDU-2026-PEX-COVE",
    )
    assert known.title


def test_characters_that_xml_forbids_do_not_break_the_workbook() -> None:
    draft = trees.draft(trees.field(trees.text("a \x00bell\x07")))
    assert rows(render_xlsx(draft))[0][3] == "a bell"


def test_origins_are_listed_with_the_numbers_that_fields_name() -> None:
    draft = builders.draft()
    assert [row[0] for row in rows(render_xlsx(draft), 2)] == [used.number for used in draft.records]

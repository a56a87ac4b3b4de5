"""The Word document: opens, keeps headings and tags, follows the form's rules, always the same bytes."""

import re
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm

from proposal_templates.context import Language
from proposal_templates.draft import build_draft
from proposal_templates.forms.model import Trilingual
from proposal_templates.render.docx import render_docx
from proposal_templates.render.html import render_html
from proposal_templates.render.markdown import render_markdown
from tests.proposal_templates import builders, trees
from tests.proposal_templates.reading import docx_headings, docx_text, open_tags, text_of
from tests.proposal_templates.test_forms import OFFICIAL


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_headings_are_real_official_and_in_order(language: Language) -> None:
    headings = docx_headings(render_docx(builders.draft(language)))
    assert headings[: len(OFFICIAL)] == OFFICIAL
    assert len(headings) == len(OFFICIAL) + 4


def test_tags_are_kept_and_balanced() -> None:
    text = docx_text(render_docx(builders.draft()))
    assert open_tags(text) == []
    for tag in ("APP-FORM-ERASMUSBBLSII", "REL-EVA-RE", "CON-SOR-CS", "WRK-PLA-WP"):
        assert f"#@{tag}@#" in text
        assert f"#§{tag}§#" in text
    inside = text[text.index("1.1 Background") : text.index("1.3 Complementarity")]
    assert inside.index("#@PRJ-OBJ-PO@#") < inside.index("1.2 Needs") < inside.index("#§PRJ-OBJ-PO§#")


def test_page_font_and_margins_follow_the_form() -> None:
    draft = builders.draft()
    document = Document(BytesIO(render_docx(draft)))
    section, rules = document.sections[0], draft.form.format
    assert rules is not None
    assert rules.margin_min_mm is not None
    assert rules.font_min_pt is not None
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for margin in (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin):
        assert margin is not None
        assert margin >= Mm(int(rules.margin_min_mm.value))
    root = document.element
    sizes = [int(size.get(qn("w:val"))) / 2 for size in root.iter(qn("w:sz"))]
    used = {p.style.style_id for p in document.paragraphs if p.style}
    for style in document.styles.element.iter(qn("w:style")):
        if style.get(qn("w:styleId")) in used | {"DraftCell"}:
            sizes += [int(size.get(qn("w:val"))) / 2 for size in style.iter(qn("w:sz"))]
            assert {font.get(qn("w:ascii")) for font in style.iter(qn("w:rFonts"))} == {"Arial"}
    assert min(sizes) >= int(rules.font_min_pt.value)


def test_heading_rows_repeat_on_every_page() -> None:
    document = Document(BytesIO(render_docx(builders.draft())))
    sheets = 3  # the box on the draft, the cover and the call in brief head their rows themselves
    headed = [t for t in document.tables if t.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(headed) == len(document.tables) - sheets


def test_gaps_are_marked_in_words_and_in_shading() -> None:
    document = Document(BytesIO(render_docx(builders.draft())))
    gaps = [run for run in document.element.iter(qn("w:r")) if text_of(run).startswith("[TO COMPLETE: ")]
    assert len(gaps) == len(builders.draft().gaps())
    assert all(run.find(f".//{qn('w:shd')}") is not None for run in gaps)


def test_the_document_says_its_language_and_each_text_its_own() -> None:
    data = render_docx(builders.draft("sv", profile="fi"))
    document = Document(BytesIO(data))
    assert document.core_properties.language == "sv-FI"
    spoken = {lang.get(qn("w:val")) for lang in document.element.iter(qn("w:lang"))}
    assert {"sv-FI", "fi-FI", "en-GB"} <= spoken
    xml = ZipFile(BytesIO(data)).read("word/styles.xml").decode()
    assert re.search(r'<w:docDefaults>.*<w:lang [^>]*w:val="sv-FI"', xml, re.DOTALL)


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_same_context_gives_the_same_bytes(language: Language) -> None:
    assert render_docx(builders.draft(language)) == render_docx(builders.draft(language))


def test_another_process_at_another_time_gives_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "draft.docx"
    program = (
        "import sys; from pathlib import Path; from tests.proposal_templates import builders;"
        "from proposal_templates import render_docx;"
        "Path(sys.argv[1]).write_bytes(render_docx(builders.draft('fi')))"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(target)], check=True, cwd=root)
    assert target.read_bytes() == render_docx(builders.draft("fi"))


def test_every_part_of_the_archive_carries_the_day_of_the_draft() -> None:
    archive = ZipFile(BytesIO(render_docx(builders.draft())))
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 5, 20, 0, 0, 0)}
    assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_characters_that_xml_forbids_do_not_break_the_document() -> None:
    data = render_docx(
        builders.draft(coalition=builders.coalition(summary="Two\x0blines\nand \x00a bell\x07"))
    )
    assert "and a bell" in docx_text(data)


def test_closing_notes_tell_who_can_fill_what_and_where_facts_come_from() -> None:
    text = docx_text(render_docx(builders.draft()))
    notes = text[text.index("Notes to this draft") :]
    assert "Profile of the coalition: goal 1" in notes
    assert "Lakeside Vocational College: name, role, kind of actor" in notes
    start = builders.quote(builders.DRIVERS).start
    assert f"Call, word for word: field description, characters {start}–" in notes
    assert "All members: country, role" in notes
    assert "Form, certainty A: EU Grants: Application form" in notes


def test_the_first_page_says_what_made_it_and_from_what() -> None:
    text = docx_text(render_docx(builders.draft()))
    assert "Draft made by Koalitio on 20 May 2026" in text
    assert "read on 20 May 2026, 08:15 Brussels time" in text


def test_a_repeated_section_says_whom_it_is_about() -> None:
    section = trees.field(trees.text("Trains adults."), subject=trees.said("Zx College", "members[0].name"))
    assert docx_headings(render_docx(trees.draft(section)))[0] == "What are the needs?: Zx College"


def test_a_field_tells_its_length_and_too_long_stands_out() -> None:
    draft = trees.draft(trees.field(trees.text("x" * 43)), trees.field(trees.text("y" * 40)))
    document = Document(BytesIO(render_docx(draft)))
    told = [p for p in document.paragraphs if re.search(r"\d / 40 characters", p.text)]
    assert [p.text for p in told] == [
        "43 / 40 characters. OVER THE LIMIT by 3 characters",
        "40 / 40 characters",
    ]
    assert [bool(p.runs[0].bold) for p in told] == [True, False]


def test_a_form_that_is_no_copy_says_what_to_check_in_the_box() -> None:
    draft = builders.draft()
    label = Trilingual(en="Check against Zx.", fi="Zx fi.", sv="Zx sv.")
    labelled = build_draft(draft.context, draft.form.model_copy(update={"label": label}))
    assert "Check against Zx." in docx_text(render_docx(labelled))
    assert "Check against Zx." in render_markdown(labelled)
    assert "Check against Zx." in render_html(labelled)


def test_headings_of_a_form_in_every_language_are_in_the_drafts_own() -> None:
    draft = trees.draft(trees.field(trees.text("x")), language="fi")
    free = replace(draft, form=draft.form.model_copy(update={"heading_language": None}))
    body = Document(BytesIO(render_docx(free))).element.body
    heading = next(r for r in body.iter(qn("w:r")) if text_of(r) == "What are the needs?")
    assert heading.find(f".//{qn('w:lang')}").get(qn("w:val")) == "fi-FI"


@pytest.mark.parametrize("columns", [3, 12, 13, 25])
def test_a_table_of_many_columns_fits_between_the_margins(columns: int) -> None:
    headings = ("Work package", *map(str, range(1, columns)))
    block = trees.table(*headings, rows=(("WP1 Management", *["X"] * (columns - 1)),))
    document = Document(BytesIO(render_docx(trees.draft(trees.field(block, limit=None)))))
    section = document.sections[0]
    assert section.page_width is not None
    room = section.page_width - (section.left_margin or 0) - (section.right_margin or 0)
    grid = next(t for t in document.tables if len(t.columns) == columns)
    widths = [int(each.get(qn("w:w"))) * 635 for each in grid._tbl.iter(qn("w:gridCol"))]
    assert sum(widths) <= room + Mm(0.1)
    assert min(widths) >= Mm(3.5)
    styles = {p.style.style_id for row in grid.rows for cell in row.cells for p in cell.paragraphs if p.style}
    assert styles == {"DraftCell"}


def test_columns_of_amounts_stand_to_the_right_and_others_do_not() -> None:
    block = trees.table("Who", "EUR", "Months", rows=(("College", "12 500", "6"), ("Total", "–", "6 in all")))
    document = Document(BytesIO(render_docx(trees.draft(trees.field(block, limit=None)))))
    table = next(t for t in document.tables if len(t.columns) == 3)
    aligned = [[cell.paragraphs[0].alignment for cell in row.cells] for row in table.rows[1:]]
    right = WD_ALIGN_PARAGRAPH.RIGHT
    assert aligned == [[None, right, None], [None, right, None]]

"""The Word document: opens, keeps headings and tags, follows the form's rules, always the same bytes."""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from proposal_templates.context import Language
from proposal_templates.render.docx import render_docx
from tests.proposal_templates import builders
from tests.proposal_templates.reading import docx_headings, docx_text, open_tags, text_of
from tests.proposal_templates.test_forms import OFFICIAL


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_headings_are_real_official_and_in_order(language: Language) -> None:
    headings = docx_headings(render_docx(builders.draft(language)))
    assert headings[: len(OFFICIAL)] == OFFICIAL
    assert len(headings) == len(OFFICIAL) + 3


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
    assert "Lakeside Vocational College: what it adds" in notes
    start = builders.quote(builders.DRIVERS).start
    assert f"Call, word for word: field description, characters {start}–" in notes
    assert "Computed from: 4 members: role" in notes
    assert "Form, certainty A: EU Grants: Application form" in notes


def test_the_first_page_says_what_made_it_and_from_what() -> None:
    text = docx_text(render_docx(builders.draft()))
    assert "Draft made by Koalitio on 20 May 2026" in text
    assert "read on 20 May 2026, 08:15 Brussels time" in text

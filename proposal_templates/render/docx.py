"""A draft as a Word document: the form's headings and tags, gaps in words and shading, numbered origins."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from proposal_templates.blocks import Block, GapBlock, Section, TableBlock, TextBlock, TextStyle
from proposal_templates.draft import Draft
from proposal_templates.formats import day
from proposal_templates.render.docx_notes import notes
from proposal_templates.render.docx_styles import BOX_FILL, prepare
from proposal_templates.render.docx_tables import box, table
from proposal_templates.render.docx_words import runs
from proposal_templates.render.fields import Field, told_length
from proposal_templates.render.ooxml import LOCALES, Xml, flag, paragraph, run, value
from proposal_templates.render.package import saved
from proposal_templates.sentences import Sentences, sentences_in

_STYLES = {
    TextStyle.PARAGRAPH: "Normal",
    TextStyle.BULLET: "ListBullet",
    TextStyle.QUOTE: "DraftQuote",
    TextStyle.LABEL: "DraftLabel",
    TextStyle.NOTE: "DraftNote",
}


def render_docx(draft: Draft) -> bytes:
    """A draft as the bytes of a DOCX file; the same draft gives the same bytes."""
    sentences = sentences_in(draft.language)
    document = Document()
    made_on = day(draft.context.made_on, draft.language)
    call = draft.context.call.identifier or sentences.text("about.title")
    footer = sentences.text("about.footer", identifier=call, day=made_on)
    prepare(document, draft.language, footer, sentences.text("sheet.page"))
    _describe(document, draft)
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    for each in _content(draft, sentences):
        last.addprevious(each)
    return saved(document, draft.context.made_on)


def _describe(document: WordDocument, draft: Draft) -> None:
    """The document's own properties; the day it was made stands for every time."""
    known = document.core_properties
    made = datetime.combine(draft.context.made_on, time(), UTC)
    known.title = " – ".join(part for part in (draft.context.call.title, draft.form.short_title) if part)
    known.subject = draft.context.call.identifier or ""
    known.author = known.last_modified_by = "Koalitio"
    known.language = LOCALES[draft.language]
    known.created = known.modified = made
    known.comments = known.keywords = ""
    known.revision = 1


def _content(draft: Draft, sentences: Sentences) -> Iterator[Xml]:
    if draft.form.document_tag:
        yield _tag(f"#@{draft.form.document_tag}@#")
    yield paragraph("Title", run(draft.form.title, draft.form.heading_language))
    yield paragraph("DraftGloss", run(draft.form.version, draft.form.heading_language))
    box_notes = [paragraph("DraftNote", *runs(draft, note.words)) for note in draft.about]
    yield box(sentences.text("about.title"), draft.language, box_notes, BOX_FILL)
    for i, section in enumerate(draft.sections):
        yield from _section(draft, section, sentences, new_page=i == 1)
    if draft.form.document_tag:
        yield _tag(f"#§{draft.form.document_tag}§#")
    yield from notes(draft, sentences)


def _tag(text: str, opening: bool = False) -> Xml:
    """A tag of the form, without spelling check; an opening one stays with what it opens."""
    held = (flag("w:keepNext"),) if opening else ()
    return paragraph("DraftTag", run(text, None, flag("w:noProof")), properties=held)


def _section(draft: Draft, section: Section, sentences: Sentences, new_page: bool = False) -> Iterator[Xml]:
    breaks = (flag("w:pageBreakBefore"),) if new_page else ()
    yield paragraph(f"Heading{section.level}", *_heading(draft, section), properties=breaks)
    if section.gloss:
        yield paragraph("DraftGloss", run(section.gloss, draft.language))
    if section.opens:
        yield _tag(" ".join(f"#@{tag}@#" for tag in section.opens), opening=True)
    yield paragraph("DraftGuidance", *_guidance(draft, section, sentences))
    for block in section.blocks:
        yield from _block(draft, block, section.level)
    if section.field:
        yield _length(draft, section, sentences)
    for child in section.children:
        yield from _section(draft, child, sentences)
    if section.closes:
        yield _tag(" ".join(f"#§{tag}§#" for tag in section.closes))


def _heading(draft: Draft, section: Section) -> Iterator[Xml]:
    """The official heading; a repeated section says whom or what it is about."""
    yield run(section.heading, draft.form.heading_language or draft.language)
    if section.subject:
        yield run(": ", draft.language)
        yield from (run(span.text, span.language) for span in section.subject)


def _length(draft: Draft, section: Section, sentences: Sentences) -> Xml:
    """How long a field's answer is against its limit, in bold when it is too long."""
    field = Field(draft, section, 0)
    look = [flag("w:b")] if field.over else []
    return paragraph("DraftNote", run(told_length(field, sentences), draft.language, *look))


def _guidance(draft: Draft, section: Section, sentences: Sentences) -> Iterator[Xml]:
    if section.criterion:
        told = f"{sentences.text('about.criterion')}: {section.criterion}. "
        yield run(told, draft.language, flag("w:b"))
    yield run(section.guidance, draft.language)


def _block(draft: Draft, block: Block, level: int) -> Iterator[Xml]:
    if isinstance(block, TableBlock):
        yield from table(draft, block)
    elif isinstance(block, GapBlock):
        label = run(f"{block.label}. ", draft.language, flag("w:b"))
        yield paragraph("Normal", label, *runs(draft, (block.gap,)))
    else:
        yield _text(draft, block, level)


def _text(draft: Draft, block: TextBlock, level: int) -> Xml:
    lead = [run(f"{block.lead}. ", draft.language, flag("w:b"))] if block.lead else []
    outline = (value("w:outlineLvl", level),) if block.style is TextStyle.LABEL else ()
    return paragraph(_STYLES[block.style], *lead, *runs(draft, block.words), properties=outline)

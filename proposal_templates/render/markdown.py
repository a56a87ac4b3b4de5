"""A draft as Markdown: headings, pipe tables, and a footnote for every record that facts rest on."""

import re
from collections.abc import Iterator

from proposal_templates.blocks import (
    Block,
    GapBlock,
    Section,
    SpanKind,
    TableBlock,
    TextBlock,
    TextStyle,
    Words,
)
from proposal_templates.checklist import checklist_notes
from proposal_templates.draft import Draft
from proposal_templates.notes import criteria_rows, open_by_person, origin_rows
from proposal_templates.records import numbers_after, words_behind
from proposal_templates.render.fields import Field, told_length
from proposal_templates.sentences import Sentences, sentences_in

_SPECIAL = re.compile(r"([\\`*_<>|#\[\]])")
_BLANK_LINES = re.compile(r"\s*\n\s*")
_BESIDE = "←"
"""Stands in a cell that the cell to its left speaks for."""
_PREFIX = {TextStyle.BULLET: "- ", TextStyle.QUOTE: "> ", TextStyle.LABEL: "#### "}


def render_markdown(draft: Draft) -> str:
    """A draft as one Markdown text (UTF-8, `\\n`); the same draft gives the same text."""
    return "\n".join(_lines(draft)).rstrip() + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    sentences = sentences_in(draft.language)
    if draft.form.document_tag:
        yield from (f"`#@{draft.form.document_tag}@#`", "")
    yield from (f"**{_escaped(draft.form.title)}** ({_escaped(draft.form.version)})", "")
    yield from (f"> **{sentences.text('about.title')}**", ">")
    for note in draft.about:
        yield from (f"> {_words(draft, note.words)}", ">")
    yield ""
    for section in draft.sections:
        yield from _section(draft, section, sentences)
    if draft.form.document_tag:
        yield from (f"`#§{draft.form.document_tag}§#`", "")
    yield from _notes(draft, sentences)


def _section(draft: Draft, section: Section, sentences: Sentences) -> Iterator[str]:
    about = "".join(span.text for span in section.subject)
    heading = f"{section.heading}: {about}" if about else section.heading
    yield from (f"{'#' * section.level} {_escaped(heading)}", "")
    if section.gloss:
        yield from (f"*{_escaped(section.gloss)}*", "")
    if section.opens:
        yield from (" ".join(f"`#@{tag}@#`" for tag in section.opens), "")
    if section.criterion:
        yield from (f"*{sentences.text('about.criterion')}: {_escaped(section.criterion)}.*", "")
    yield from (f"*{_escaped(section.guidance)}*", "")
    for block in section.blocks:
        yield from _block(draft, block)
    if section.field:
        yield from (f"*{told_length(Field(draft, section, 0), sentences)}*", "")
    for child in section.children:
        yield from _section(draft, child, sentences)
    if section.closes:
        yield from (" ".join(f"`#§{tag}§#`" for tag in section.closes), "")


def _block(draft: Draft, block: Block) -> Iterator[str]:
    if isinstance(block, TableBlock):
        yield from _table(draft, block)
    elif isinstance(block, GapBlock):
        yield from (f"**{_escaped(block.label)}.** {_words(draft, (block.gap,))}", "")
    elif isinstance(block, TextBlock):
        lead = f"**{_escaped(block.lead)}.** " if block.lead else ""
        yield from (f"{_PREFIX.get(block.style, '')}{lead}{_words(draft, block.words)}", "")


def _table(draft: Draft, block: TableBlock) -> Iterator[str]:
    if block.caption:
        yield from (f"**{_words(draft, block.caption)}**", "")
    headings = [f"{c.heading} / {c.gloss}" if c.gloss else c.heading for c in block.columns]
    yield _row([_escaped(heading) for heading in headings])
    yield _row(["---"] * len(block.columns))
    for cells in block.rows:
        written: list[str] = []
        for i, cell in enumerate(cells):
            written += [_words(draft, cell.words, words_behind(cells, i)), *[_BESIDE] * (cell.across - 1)]
        yield _row(written)
    yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(draft: Draft, words: Words, later: Words = ()) -> str:
    written: list[str] = []
    for span, numbers in zip(words, numbers_after(words, draft.record_numbers, later), strict=True):
        text = _escaped(span.text)
        if span.kind is SpanKind.GAP:
            text = f"**{span.text[:1]}{_escaped(span.text[1:-1])}{span.text[-1:]}**"
        elif span.strong:
            text = f"**{text}**"
        written.append(text + "".join(f"[^{number}]" for number in numbers))
    return "".join(written)


def _escaped(text: str) -> str:
    """Text with Markdown's own signs made harmless, on one line."""
    return _BLANK_LINES.sub(" ", _SPECIAL.sub(r"\\\1", text))


def _notes(draft: Draft, sentences: Sentences) -> Iterator[str]:
    yield from (f"# {sentences.text('about.notes')}", "", f"*{sentences.text('about.notes_lead')}*", "")
    yield from _checklist(draft, sentences)
    yield from (f"## {sentences.text('about.open_title')}", "")
    yield _row([sentences.text(f"about.column_{name}") for name in ("ask", "open", "sections")])
    yield _row(["---"] * 3)
    for each in open_by_person(draft):
        yield _row([_escaped(each.ask), str(each.count), _escaped("; ".join(each.sections))])
    yield from ("", f"## {sentences.text('about.origins_title')}", "", sentences.text("about.certainty"), "")
    for row in origin_rows(draft):
        sections = _escaped("; ".join(row.sections))
        yield f"[^{row.number}]: {_escaped(row.words)} – {_escaped(row.origin)} ({sections})"


def _checklist(draft: Draft, sentences: Sentences) -> Iterator[str]:
    criteria = criteria_rows(draft)
    if not criteria:
        return
    yield from (f"## {sentences.text('sheet.checklist')}", "")
    for note in (sentences.text("sheet.checklist_lead"), *checklist_notes(draft)):
        yield from (_escaped(note), "")
    for criterion in criteria:
        sure = sentences.text("sheet.certainty", certainty=criterion.certainty)
        source = _escaped(f"({criterion.source}, {sure})")
        yield from (f"**{_escaped(criterion.name)}: {_escaped(criterion.points)}** {source}", "")
        yield _row([sentences.text(f"sheet.column_{name}") for name in ("part", "where", "filled", "open")])
        yield _row(["---"] * 4)
        for part in criterion.parts:
            yield _row([_escaped(part.name), _escaped(part.where), str(part.filled), str(part.open)])
        yield ""

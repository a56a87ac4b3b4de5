"""A draft as Markdown: headings, pipe tables, and a footnote for every origin."""

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
from proposal_templates.draft import Draft
from proposal_templates.notes import open_by_person, origin_rows
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
    yield from (f"{'#' * section.level} {_escaped(section.heading)}", "")
    if section.gloss:
        yield from (f"*{_escaped(section.gloss)}*", "")
    if section.opens:
        yield from (" ".join(f"`#@{tag}@#`" for tag in section.opens), "")
    if section.criterion:
        yield from (f"*{sentences.text('about.criterion')}: {_escaped(section.criterion)}.*", "")
    yield from (f"*{_escaped(section.guidance)}*", "")
    for block in section.blocks:
        yield from _block(draft, block)
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
        for cell in cells:
            written += [_words(draft, cell.words), *[_BESIDE] * (cell.across - 1)]
        yield _row(written)
    yield ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(draft: Draft, words: Words) -> str:
    written: list[str] = []
    for i, span in enumerate(words):
        text = _escaped(span.text)
        if span.kind is SpanKind.GAP:
            text = f"**{span.text[:1]}{_escaped(span.text[1:-1])}{span.text[-1:]}**"
        elif span.strong:
            text = f"**{text}**"
        number = draft.numbers.get(span.origin) if span.origin and span.kind is not SpanKind.GAP else None
        later = any(other.origin == span.origin for other in words[i + 1 :])
        written.append(f"{text}[^{number}]" if number and not later else text)
    return "".join(written)


def _escaped(text: str) -> str:
    """Text with Markdown's own signs made harmless, on one line."""
    return _BLANK_LINES.sub(" ", _SPECIAL.sub(r"\\\1", text))


def _notes(draft: Draft, sentences: Sentences) -> Iterator[str]:
    yield from (f"# {sentences.text('about.notes')}", "", f"*{sentences.text('about.notes_lead')}*", "")
    yield from (f"## {sentences.text('about.open_title')}", "")
    yield _row([sentences.text(f"about.column_{name}") for name in ("ask", "open", "sections")])
    yield _row(["---"] * 3)
    for each in open_by_person(draft):
        yield _row([_escaped(each.ask), str(each.count), _escaped(", ".join(each.sections))])
    yield from ("", f"## {sentences.text('about.origins_title')}", "", sentences.text("about.certainty"), "")
    for row in origin_rows(draft):
        sections = _escaped(", ".join(row.sections))
        yield f"[^{row.number}]: {_escaped(row.words)} – {_escaped(row.origin)} ({sections})"

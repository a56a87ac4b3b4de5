"""Small drafts with sections of one's own making, for tests of renderers."""

from dataclasses import replace

from proposal_templates.blocks import (
    Block,
    Cell,
    Column,
    Gap,
    Section,
    Span,
    SpanKind,
    TableBlock,
    TextBlock,
    TextStyle,
    Words,
)
from proposal_templates.draft import Draft
from proposal_templates.origins import Origin, OriginKind
from tests.proposal_templates import builders


def said(text: str, path: str = "coalition.summary", language: str | None = "en") -> Words:
    """A fact of the profile."""
    origin = Origin(kind=OriginKind.PROFILE, path=path)
    return (Span(text=text, kind=SpanKind.FACT, language=language, origin=origin),)


def wording(text: str) -> Words:
    """Words of a template."""
    return (Span(text=text, kind=SpanKind.WORDING, language="en"),)


def gap(need: str = "a target value") -> Span:
    """An open place."""
    text = f"[TO COMPLETE: {need}. From: the coordinator]"
    return Span(text=text, kind=SpanKind.GAP, language="en", gap=Gap(need=need, ask="the coordinator"))


def text(words: str, style: TextStyle = TextStyle.PARAGRAPH, lead: str = "") -> TextBlock:
    """A paragraph that states a fact."""
    return TextBlock(words=said(words), style=style, lead=lead)


def table(*headings: str, rows: tuple[tuple[str, ...], ...], **changes: object) -> TableBlock:
    """A table of facts; a heading `No` makes the column that counts the rows."""
    columns = tuple(Column(key="number" if h == "No" else h.lower(), heading=h) for h in headings)
    cells = tuple(tuple(Cell(words=said(value) if value else ()) for value in row) for row in rows)
    made = TableBlock(key="made", columns=columns, rows=cells)
    return replace(made, **changes)  # type: ignore[arg-type]


def field(*blocks: Block, **changes: object) -> Section:
    """A field of a web form with a limit of 40 characters."""
    made = Section(
        key="needs",
        number=None,
        heading="What are the needs?",
        gloss=None,
        level=1,
        guidance="Say who needs what.",
        field=True,
        limit=40,
        blocks=blocks,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def draft(*sections: Section, language: str = "en", **changes: object) -> Draft:
    """A draft with these sections alone."""
    made = builders.draft(language, **changes)  # type: ignore[arg-type]
    return replace(made, sections=sections)

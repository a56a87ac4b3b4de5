"""The draft as a tree: sections hold blocks (text, table, gap), blocks hold words with their origin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from proposal_templates.origins import Origin


class SpanKind(StrEnum):
    """What a stretch of words is."""

    WORDING = "wording"
    FACT = "fact"
    QUOTE = "quote"
    GAP = "gap"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something not known: what is needed, and who can give it."""

    need: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of words of one kind, one language and one origin; wording of the template has no origin."""

    text: str
    kind: SpanKind
    language: str | None = None
    origin: Origin | None = None
    gap: Gap | None = None
    strong: bool = False


Words = tuple[Span, ...]

SENTENCE_ENDS = (".", "!", "?")
"""What ends a sentence: neither a full stop nor a semicolon follows it."""


class TextStyle(StrEnum):
    """What a paragraph is for; renderers give each its look."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    QUOTE = "quote"
    LABEL = "label"
    NOTE = "note"


@dataclass(frozen=True, kw_only=True)
class TextBlock:
    """One paragraph; `lead` is a short label that runs into it."""

    words: Words
    style: TextStyle = TextStyle.PARAGRAPH
    lead: str = ""


@dataclass(frozen=True, kw_only=True)
class GapBlock:
    """One open question of the form: a short label and the gap that answers it."""

    label: str
    gap: Span


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: heading, its gloss when the heading is official English, and its share of the width."""

    key: str
    heading: str
    gloss: str | None = None
    width: int = 1


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell; `across` columns wide, so that one gap can stand for several unknowns side by side."""

    words: Words
    across: int = 1


@dataclass(frozen=True, kw_only=True)
class TableBlock:
    """One table; each row fills all columns. A table whose rows head themselves has no heading row."""

    key: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Words = ()
    headed: bool = True


Block = TextBlock | TableBlock | GapBlock


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the form with what the draft says in it."""

    key: str
    number: str | None
    heading: str
    gloss: str | None
    level: int
    guidance: str
    subject: Words = ()
    """The member or work package that a repeated section is about."""
    field: bool = False
    """A field of a web form: its blocks are pasted there as plain text."""
    limit: int | None = None
    """The most characters that the field takes."""
    content: tuple[str, ...] = ()
    """Keys of the content parts and questions that this section answers."""
    extents: tuple[int, ...] = ()
    """How many of its blocks each of these gave, in the same order."""
    answers: str | None = None
    """Key of the criterion this section answers."""
    criterion: str | None = None
    """Name of that criterion, where it differs from the section's above."""
    opens: tuple[str, ...] = ()
    """Tags that open right after the heading."""
    blocks: tuple[Block, ...] = ()
    children: tuple["Section", ...] = ()
    closes: tuple[str, ...] = ()
    """Tags that close after the last child, innermost first."""

    def blocks_of(self, keys: Sequence[str]) -> tuple[Block, ...]:
        """The blocks that some content parts and questions gave, in reading order."""
        found: list[Block] = []
        start = 0
        for key, extent in zip(self.content, self.extents, strict=True):
            found += self.blocks[start : start + extent] if key in keys else ()
            start += extent
        return tuple(found)

    def walk(self) -> Iterator["Section"]:
        """This section and all below it, in the form's order."""
        yield self
        for child in self.children:
            yield from child.walk()


def joined(parts: Sequence[Words], separator: str = ", ") -> Words:
    """Words one after the other with a separator between; no semicolon follows the end of a sentence."""
    between = Span(text=separator, kind=SpanKind.WORDING)
    apart = Span(text=" ", kind=SpanKind.WORDING)
    found: list[Span] = []
    for i, part in enumerate(parts):
        ended = separator == "; " and bool(found) and found[-1].text.endswith(SENTENCE_ENDS)
        found += [apart if ended else between, *part] if i else part
    return tuple(found)


def words_of(block: Block) -> Words:
    """All words of a block in reading order."""
    if isinstance(block, TextBlock):
        return block.words
    if isinstance(block, GapBlock):
        return (block.gap,)
    cells = (span for row in block.rows for cell in row for span in cell.words)
    return (*block.caption, *cells)

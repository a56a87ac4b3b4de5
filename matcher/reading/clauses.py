"""Cuts a text into sentences and list items, each with its place, its heading and what introduces it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from matcher.reading.plain import without_footnotes

LONGEST = 1_200
"""Characters; what is longer is a table or a trap, and is not read."""

_ITEM = re.compile(r"[ \t]*(?:[-–—•·●▪◦*\uf0a7\uf0b7]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\))[ \t]+")
_HEADING = re.compile(r"[ \t]*(?:##[ \t]+|\d{1,2}(?:\.\d{1,2}){0,3}\.?[ \t]+(?=[A-ZÅÄÖ]))")
_FORM_HEADING = re.compile(
    r"\s*(?:Eligible (?:participants|applicants|countries|activities)|Consortium composition"
    r"|Geographic location|(?:Project )?[Dd]uration|Project budget|Specific cases(?: and definitions)?)"
    r"(?: \([^)]{1,60}\))?\s*"
)
"""Headings of the Commission's call documents, which stand there without number or empty line."""
_LONGEST_HEADING = 90
_FULL_LINE = 60
_ENDED = re.compile(r"[.!?:;]\s*$")
_ABBREVIATIONS = (
    *("e.g", "i.e", "cf", "no", "art", "max", "min", "incl", "esim", "mm", "ym", "milj", "mrd"),
    *("t.ex", "bl.a", "dvs", "ca", "m.fl"),
)
_BREAK = re.compile(
    "".join(rf"(?<!\b{re.escape(short)}\.)" for short in _ABBREVIATIONS)
    + r"(?<=[.!?])\s+(?=[A-ZÅÄÖÜ”“\"(\d])"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or list item at start:end of its text.

    intro: the sentence or heading that introduces the list it belongs to. items: the list that a sentence
    introduces; end is then that of the last item. section: number of the heading it stands under.
    """

    text: str
    start: int
    end: int
    heading: str = ""
    intro: str = ""
    items: tuple[str, ...] = ()
    section: int = 0


@dataclass
class _Block:
    kind: str
    start: int
    end: int
    clauses: list[Clause] = field(default_factory=list)


def clauses(text: str) -> list[Clause]:
    """Sentences and items in order; a sentence that introduces a list comes again with its items.

    >>> [clause.text for clause in clauses("## Who\\n\\nAt least two. One leads.")]
    ['At least two.', 'One leads.']
    """
    text = without_footnotes(text)
    found: list[Clause] = []
    heading, section, intro, items = "", 0, None, list[Clause]()
    for block in _blocks(text):
        if block.kind != "item" and intro is not None and items:
            found.append(_whole(intro, items))
        if block.kind == "heading":
            heading, section = text[block.start : block.end].strip(), section + 1
            intro, items = Clause(heading, block.start, block.end, section=section), []
            continue
        introduction = intro.text if intro and block.kind == "item" else ""
        cut = [
            Clause(text[start:end], start, end, heading, introduction, (), section)
            for start, end in _sentences(text, block.start, block.end)
        ]
        found += cut
        if block.kind == "item":
            items += cut
        else:
            intro, items = (cut[-1] if cut else None), []
    if intro is not None and items:
        found.append(_whole(intro, items))
    return [clause for clause in found if clause.end - clause.start <= LONGEST]


def _whole(intro: Clause, items: list[Clause]) -> Clause:
    texts = tuple(item.text for item in items)
    return Clause(intro.text, intro.start, items[-1].end, intro.heading, intro.intro, texts, intro.section)


def _blocks(text: str) -> Iterator[_Block]:
    """Headings, paragraphs and list items; a line that goes on from the one before belongs to it."""
    block: _Block | None = None
    for line in re.finditer(r"[^\n]+|\n(?=\n)", text):
        content = line[0]
        if not content.strip():
            if block:
                yield block
            block = None
            continue
        item = _ITEM.match(content)
        goes_on = block is not None and not item and _goes_on(text, block, content)
        is_heading = _is_heading(content) and (_is_marked(content) or not goes_on)
        if block and goes_on and not is_heading:
            block.end = line.end()
            continue
        if block:
            yield block
        if is_heading:
            sign = _HEADING.match(content)
            yield _Block("heading", line.start() + (sign.end() if sign else 0), line.end())
            block = None
        else:
            kind, lead = ("item", item.end()) if item else ("paragraph", 0)
            block = _Block(kind, line.start() + lead, line.end())
    if block:
        yield block


def _is_marked(line: str) -> bool:
    """Whether a line is a heading wherever it stands."""
    return line.startswith("##") or _FORM_HEADING.fullmatch(line) is not None


def _is_heading(line: str) -> bool:
    if _is_marked(line):
        return True
    return bool(_HEADING.match(line)) and len(line) <= _LONGEST_HEADING and not _ENDED.search(line)


def _goes_on(text: str, block: _Block, line: str) -> bool:
    last = text[max(text.rfind("\n", block.start, block.end) + 1, block.start) : block.end]
    if _ENDED.search(last):
        return not last.rstrip().endswith(":") and len(last) >= _FULL_LINE
    return len(last) >= _FULL_LINE or line.lstrip()[:1].islower()


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    breaks = [match.span() for match in _BREAK.finditer(text, start, end)]
    starts = [start, *(after for _, after in breaks)]
    ends = [*(before for before, _ in breaks), end]
    for first, last in zip(starts, ends, strict=True):
        piece = text[first:last]
        if piece.strip():
            yield first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())

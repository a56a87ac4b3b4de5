"""A call's text in passages, each with its place in the text, and a passage in sentences.

Text is as the store keeps it: a heading line starts with `## `, a list item with `- `. A passage is a run of
lines under one heading, short enough for the model to read whole and for a reader to take in at a glance; its
heading is embedded with it but belongs to no quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LONGEST = 700
"""Characters of a passage at most: some 150 to 250 tokens of the 512 that a model reads at once."""

SHORTEST = 60
"""A passage below this many characters says too little to be met ("Objective:")."""

HEADING = "## "
_LINE = re.compile(r"[^\n]+")
_CAPITAL = r"(?=[\"'(“«]*[^\W\d_a-zåäöéèàüß])"
_SENTENCE_END = re.compile(rf"(?:(?<=[.!?…])|(?<=[.!?…][\"')\]”»]))\s+{_CAPITAL}")


@dataclass(frozen=True)
class Passage:
    """`text[start:end]` of the call's text, which stands under `heading` (empty when under none)."""

    start: int
    end: int
    heading: str = ""


def split_passages(text: str) -> list[Passage]:
    """Passages of `text` in order; they do not overlap, and cover every line that is no heading.

    >>> text = "## Scope\\nProjects train people over 55 in digital skills and test the model with employers."
    >>> [(text[p.start:p.end][:21], p.heading) for p in split_passages(text)]
    [('Projects train people', 'Scope')]
    """
    passages: list[Passage] = []
    heading = ""
    run: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if text.startswith(HEADING, start):
            passages += _gathered(run, heading)
            heading, run = text[start + len(HEADING) : end].strip(), []
        else:
            run += _pieces(text, start, end)
    return passages + _gathered(run, heading)


def passage_text(text: str, passage: Passage) -> str:
    """What is embedded for a passage: its heading, then its own words.

    >>> passage_text("## Aim\\nCare work.", Passage(7, 17, "Aim"))
    'Aim: Care work.'
    """
    words = text[passage.start : passage.end]
    return f"{passage.heading}: {words}" if passage.heading else words


def worth_embedding(passage: Passage) -> bool:
    """Whether a passage is long enough to say something."""
    return passage.end - passage.start >= SHORTEST


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences and list items in `text[start:end]`, without surrounding white space.

    >>> text = "Train nurses. Pay mentors."
    >>> [text[a:b] for a, b in sentences(text, 0, len(text))]
    ['Train nurses.', 'Pay mentors.']
    """
    found = []
    for line in _LINE.finditer(text, start, end):
        first = line.start()
        for gap in _SENTENCE_END.finditer(text, line.start(), line.end()):
            found.append((first, gap.start()))
            first = gap.end()
        found.append((first, line.end()))
    return [span for a, b in found if (span := _trimmed(text, a, b)) is not None]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without white space and list marks at its ends; None when nothing is left."""
    while start < end and (text[start].isspace() or text.startswith("- ", start)):
        start += 1 if text[start].isspace() else 2
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        if not line.group().isspace():
            yield line.span()


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A line, or its sentences (and words, when a sentence alone is too long) gathered up to LONGEST."""
    if end - start <= LONGEST:
        return [(start, end)]
    parts = [part for span in sentences(text, start, end) for part in _short_parts(text, *span)]
    return [(first[0], last[1]) for first, last in _runs(parts)]


def _short_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut + 1 if text[cut].isspace() else cut
    if start < end:
        yield start, end


def _gathered(spans: Sequence[tuple[int, int]], heading: str) -> list[Passage]:
    return [Passage(first[0], last[1], heading) for first, last in _runs(spans)]


def _runs(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """First and last span of each run that stays within LONGEST."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and span[1] - run[0][0] > LONGEST:
            yield run[0], run[-1]
            run = []
        run.append(span)
    if run:
        yield run[0], run[-1]

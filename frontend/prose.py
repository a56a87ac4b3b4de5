"""Turns a call's clean text into HTML: lines that start with `## ` are headings, with `- ` are list items.

Everything is escaped, and what comes out is cleaned once more by nh3 to a closed list of tags, so that a slip
in the escaping lets nothing through. A span of the text can be marked: a quotation is seen where it stands.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import nh3
from markupsafe import Markup, escape

HEADING, ITEM = "## ", "- "
SPOT = "spot"
"""Id of the first marked piece, so that a link can lead to it."""

TAGS = frozenset({"h2", "h3", "h4", "h5", "h6", "p", "ul", "li", "mark"})
ATTRIBUTES = {"mark": {"id"}}


@dataclass(frozen=True)
class Line:
    """`text[start:end]` without its mark; `kind` is `heading`, `item` or `line`."""

    kind: str
    start: int
    end: int


def prose(text: str, *, level: int = 3, spot: tuple[int, int] | None = None) -> Markup:
    """The text as HTML with headings of that level; `spot` (start, end) is wrapped in `mark`.

    >>> print(prose("## Aim\\n- work & <care>"))
    <h3>Aim</h3><ul><li>work &amp; &lt;care&gt;</li></ul>
    """
    marker = _Marker(text, spot)
    html = Markup()
    for kind, group in groupby(_lines(text), key=lambda line: line.kind):
        shown = [marker.shown(line) for line in group]
        if kind == "item":
            html += Markup("<ul>") + Markup().join(Markup("<li>{}</li>").format(s) for s in shown)
            html += Markup("</ul>")
        else:
            tag = f"h{level}" if kind == "heading" else "p"
            html += Markup().join(Markup(f"<{tag}>{{}}</{tag}>").format(s) for s in shown)
    return cleaned(html)


def cleaned(html: str) -> Markup:
    """The HTML with our own tags alone; all else is taken out, of scripts and styles the words too.

    >>> print(cleaned('<p onclick="x">a<script>b</script><img src=x></p>'))
    <p>a</p>
    """
    return Markup(nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES, link_rel=None))


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for raw in text.split("\n"):
        end = start + len(raw)
        if raw.strip():
            kind = "heading" if raw.startswith(HEADING) else "item" if raw.startswith(ITEM) else "line"
            skip = {"heading": len(HEADING), "item": len(ITEM), "line": 0}[kind]
            yield Line(kind, start + skip, end)
        start = end + 1


class _Marker:
    """Escapes lines and marks what of them lies in the span; the first mark carries the id."""

    def __init__(self, text: str, spot: tuple[int, int] | None) -> None:
        self._text = text
        self._spot = spot if spot and 0 <= spot[0] < spot[1] <= len(text) else None
        self._marked = False

    def shown(self, line: Line) -> Markup:
        """The line escaped, its part of the span wrapped in `mark`."""
        if self._spot is None:
            return escape(self._text[line.start : line.end])
        first, last = max(line.start, self._spot[0]), min(line.end, self._spot[1])
        if first >= last:
            return escape(self._text[line.start : line.end])
        identity = Markup("") if self._marked else Markup(f' id="{SPOT}"')
        self._marked = True
        return (
            escape(self._text[line.start : first])
            + Markup("<mark{}>{}</mark>").format(identity, self._text[first:last])
            + escape(self._text[last : line.end])
        )

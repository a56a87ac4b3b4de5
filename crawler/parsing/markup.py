"""From a source's HTML or plain text to clean text: headings start with `## `, list items with `- `.

Paragraphs are parted by an empty line. A parser reads the markup, so a `>` inside an attribute stays there.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import nh3
from lxml import etree

_HEADINGS = {f"h{level}" for level in range(1, 7)}
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "details", "dialog", "div"),
    *("dl", "dt", "dd", "fieldset", "figcaption", "figure", "form", "header", "hr", "html", "li"),
    *("main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
}
_SILENT = {"script", "style", "head", "template", "noscript", "title", "nav", "footer"}
_CELLS = {"td", "th"}
_BOLD = {"b", "strong"}
_KIND_CLASS = "topicdescriptionkind"
_LONGEST_HEADING = 120
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What no terminal, document or database should meet; turns of direction and halves of an emoji too."""
_SPACE = re.compile(r"[ \t\r\n\f\u00a0\u2009\u202f\u200b\ufeff]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BULLET = re.compile(r"^\s*(?:[•·●▪◦‣∙]|[-–—*](?=\s))\s*")
_TAG = re.compile(r"</?(?:p|br|div|span|ul|ol|li|h[1-6]|strong|em|b|i|u|a|table)\b[^<>]*>", re.IGNORECASE)


_HARMLESS: dict[str, Any] = {
    "tags": _BLOCKS | _CELLS | _BOLD | {"a", "br", "em", "i", "span", "u", "dl", "dt", "dd", "sup", "sub"},
    "clean_content_tags": _SILENT - {"head"},
    "attributes": {"*": {"class"}, "a": {"href"}},
    "link_rel": None,
}


def html_to_text(html: str) -> str:
    """Clean text of an HTML fragment; a short paragraph that is bold as a whole is a heading.

    >>> html_to_text('<div class="x>"><h4>Scope</h4><ul><li>coaching</li><li>care</li></ul></div>')
    '## Scope\\n\\n- coaching\\n- care'
    """
    root = parse_html(html)
    if root is None:
        return ""
    writer = _Writer()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        writer.meet(event, element)
    writer.close_block()
    return "\n".join(_spaced(writer.blocks)).strip()


def plain_to_text(text: str) -> str:
    """Clean text of plain text: bullets become `- `, spaces are single, empty lines part paragraphs."""
    lines = []
    for line in _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        bullet = _BULLET.match(line)
        rest = _SPACE.sub(" ", line[bullet.end() :] if bullet else line).strip()
        lines.append(f"- {rest}" if bullet and rest else rest)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def to_text(source: str) -> str:
    """Clean text of either kind: HTML when it holds a well-known tag, plain text otherwise."""
    return html_to_text(source) if _TAG.search(source) else plain_to_text(source)


def one_line(source: str) -> str:
    """A title or label: markup away, on one line."""
    return _SPACE.sub(" ", to_text(source).removeprefix("## ").removeprefix("- ")).strip()


def parse_html(html: str) -> Any:
    """The lxml tree of a fragment, whatever its state; None when nothing is left of it."""
    clean = nh3.clean(_CONTROL.sub("", html), **_HARMLESS).encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(b"<div>" + clean + b"</div>", parser)
    except etree.XMLSyntaxError:
        return None


@dataclass
class _Block:
    kind: str
    text: str
    depth: int = 0


@dataclass
class _Writer:
    """Collects blocks while the tree is walked; no recursion, so depth of markup is no matter."""

    blocks: list[_Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _kind: str = "paragraph"
    _silent: int = 0
    _bold: int = 0
    _lists: int = 0
    _has_plain: bool = False

    def meet(self, event: str, element: Any) -> None:
        """One start or end of an element, with the text that follows it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            self._open(tag, element)
            self._write(element.text)
        else:
            self._shut(tag)
            self._write(element.tail)

    def close_block(self) -> None:
        """Ends the paragraph, heading or item being written."""
        for piece in _BLANK_LINE.split("".join(self._parts)):
            self._add(piece)
        self._parts, self._has_plain = [], False
        self._kind = "paragraph"

    def _open(self, tag: str, element: Any) -> None:
        if tag in _SILENT:
            self._silent += 1
        is_kind = _KIND_CLASS in (element.get("class") or "").split()
        if tag in _BLOCKS or is_kind:
            inside_item = self._kind == "item" and not "".join(self._parts).strip() and tag not in _HEADINGS
            if not inside_item:
                self.close_block()
        if tag in ("ul", "ol"):
            self._lists += 1
        if tag == "li":
            self._kind = "item"
        if tag in _HEADINGS or is_kind:
            self._kind = "heading"
        if tag in _CELLS and "".join(self._parts).strip():
            self._parts.append(" | ")
        if tag == "br":
            self._parts.append("\v")
        if tag in _BOLD:
            self._bold += 1

    def _shut(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent -= 1
        if tag in _BOLD:
            self._bold -= 1
        if tag in _BLOCKS or (self._kind == "heading" and tag == "span"):
            self.close_block()
        if tag in ("ul", "ol"):
            self._lists -= 1

    def _write(self, text: str | None) -> None:
        if not text or self._silent:
            return
        self._parts.append(text)
        self._has_plain = self._has_plain or (not self._bold and bool(text.strip(" \t\r\n\u00a0.:")))

    def _add(self, piece: str) -> None:
        lines = [_SPACE.sub(" ", line).strip() for line in piece.split("\v")]
        text = "\n".join(line for line in lines if line)
        if not text:
            return
        kind = self._kind
        is_title = "\n" not in text and len(text) <= _LONGEST_HEADING and text[-1] not in ".,;!"
        if kind == "paragraph" and not self._has_plain and is_title:
            kind = "heading"
        if kind == "heading":
            self._add_heading(text)
        elif kind == "item":
            self.blocks.append(_Block("item", text.replace("\n", " "), max(0, self._lists - 1)))
        else:
            self._add_paragraph(text)

    def _add_heading(self, text: str) -> None:
        heading = text.replace("\n", " ").rstrip(": ")
        if heading and heading.lower() != "null":
            self.blocks.append(_Block("heading", heading))

    def _add_paragraph(self, text: str) -> None:
        """Lines that begin with a bullet are items, whatever the markup says; others stay together."""
        kind = "paragraph"
        for line in text.split("\n"):
            bullet = _BULLET.match(line)
            self.blocks.append(_Block("item", line[bullet.end() :]) if bullet else _Block(kind, line))
            kind = "paragraph" if bullet else "line"


def _spaced(blocks: list[_Block]) -> Iterator[str]:
    """Lines of the text: an empty line between blocks, none within a paragraph or a list."""
    previous: _Block | None = None
    for block in blocks:
        if not block.text:
            continue
        joins = block.kind == "line" or (previous and previous.kind == block.kind == "item")
        if previous is not None and not joins:
            yield ""
        yield {"heading": "## ", "item": "  " * block.depth + "- "}.get(block.kind, "") + block.text
        previous = block

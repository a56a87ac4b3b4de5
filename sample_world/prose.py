"""The light markup the data files are written in, and its two readings.

A text is paragraphs parted by an empty line; lines beginning with `- ` make a list;
a paragraph beginning with `## ` is a heading. Nothing else is markup.
"""

from collections.abc import Iterator
from html import escape
from typing import Literal, NamedTuple

BlockKind = Literal["heading", "paragraph", "list"]


class Block(NamedTuple):
    """One heading, paragraph or list; a list has one line per item, the others exactly one line."""

    kind: BlockKind
    lines: list[str]


def blocks(text: str) -> Iterator[Block]:
    """Split a text into its blocks, lines joined and trimmed."""
    for chunk in text.strip().split("\n\n"):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("## "):
            yield Block("heading", [" ".join(lines)[3:]])
        elif lines[0].startswith("- "):
            yield Block("list", _items(lines))
        else:
            yield Block("paragraph", [" ".join(lines)])


def _items(lines: list[str]) -> list[str]:
    items: list[str] = []
    for line in lines:
        if line.startswith("- "):
            items.append(line[2:])
        else:
            items[-1] = f"{items[-1]} {line}"
    return items


def to_html(text: str, *, heading: str = "h3") -> str:
    """HTML with `heading` as the heading element and plain `p`, `ul`, `li`."""
    return "".join(_block_html(block, heading) for block in blocks(text))


def _block_html(block: Block, heading: str) -> str:
    if block.kind == "heading":
        return f"<{heading}>{escape(block.lines[0], quote=False)}</{heading}>"
    if block.kind == "paragraph":
        return f"<p>{escape(block.lines[0], quote=False)}</p>"
    return "<ul>" + "".join(f"<li>{escape(item, quote=False)}</li>" for item in block.lines) + "</ul>"


def to_plain(text: str) -> str:
    """Plain text as EURA notices carry it: bullets indented with `•`, an empty line between blocks."""
    return "\n\n".join(
        "\n".join(f"  • {item}" for item in block.lines) if block.kind == "list" else block.lines[0]
        for block in blocks(text)
    )

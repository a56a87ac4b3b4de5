"""Reads drafts back for tests: plain text, words, headings, and values by their path in the context."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from proposal_templates.blocks import Span, words_of
from proposal_templates.draft import Draft

MARKS = {"en": "[TO COMPLETE: ", "fi": "[TÄYDENNÄ: ", "sv": "[FYLL I: "}
TAG = re.compile(r"#([@§])([A-Z0-9-]+)\1#")


def spans(draft: Draft, section: str | None = None) -> list[Span]:
    """All words of a draft's sections (or of one and those below it), in reading order."""
    sections = draft.section(section).walk() if section else draft.walk()
    return [span for part in sections for block in part.blocks for span in words_of(block)]


def docx_text(data: bytes) -> str:
    """All text of a Word document, paragraphs and tables in order, one paragraph a line."""
    body = Document(BytesIO(data)).element.body
    return "\n".join(text_of(paragraph) for paragraph in body.iter(qn("w:p")))


def text_of(element: Any) -> str:
    """Text of a piece of a Word document."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def docx_headings(data: bytes) -> list[str]:
    """Headings of a Word document by their real heading styles, in order."""
    document = Document(BytesIO(data))
    return [p.text for p in document.paragraphs if p.style and (p.style.name or "").startswith("Heading")]


def at(root: Any, path: str) -> Any:
    """The value at a path such as `coalition.goals[0].text`."""
    for name, index in re.findall(r"([a-z_]+)|\[(\d+)\]", path):
        root = getattr(root, name) if name else root[int(index)]
    return root


def open_tags(text: str) -> list[str]:
    """Tags still open at the end of a text; fails when one closes that is not the innermost open one."""
    stack: list[str] = []
    for sign, tag in TAG.findall(text):
        if sign == "@":
            stack.append(tag)
        else:
            assert stack, f"{tag} closes and was never opened"
            assert stack.pop() == tag
    return stack

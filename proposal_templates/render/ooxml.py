"""Small pieces of WordprocessingML, made straight as XML: quick, and the same every time."""

from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from proposal_templates.render.clean import clean

Xml = Any
"""An lxml element of python-docx."""

LOCALES = {"en": "en-GB", "fi": "fi-FI", "sv": "sv-FI"}
"""Locale of a language code for spelling; other codes stand for themselves."""


_SPACE = {"w": nsmap["w"]}


def element(tag: str, attributes: dict[str, str] | None = None, *children: Xml) -> Xml:
    """An element such as `w:p` with `w:` attributes and children."""
    made = oxml_parser.makeelement(_name(tag), nsmap=_SPACE)
    for name, value in (attributes or {}).items():
        made.set(_name(name), value)
    if children:
        made.extend(children)
    return made


@cache
def _name(tag: str) -> str:
    """A name such as `w:p` as lxml has it, looked up once."""
    return str(qn(tag))


def flag(tag: str) -> Xml:
    """An element that is on by being there."""
    return element(tag)


def value(tag: str, val: str | int) -> Xml:
    """An element whose meaning is its `w:val`."""
    return element(tag, {"w:val": str(val)})


def shading(fill: str) -> Xml:
    """Background of a run, paragraph or cell; `fill` is RRGGBB."""
    return element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})


def run(text: str, language: str | None, *properties: Xml) -> Xml:
    """A run of text in one language; line breaks become breaks, characters XML forbids are left out."""
    spoken = [value("w:lang", LOCALES.get(language, language))] if language else []
    made = element("w:r", None, element("w:rPr", None, *properties, *spoken))
    for i, line in enumerate(clean(text).splitlines() or [""]):
        if i:
            made.append(element("w:br"))
        piece = element("w:t")
        piece.text = line
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(piece)
    return made


def paragraph(style: str, *content: Xml, properties: tuple[Xml, ...] = ()) -> Xml:
    """A paragraph in a named style; `style` is the style's id."""
    return element("w:p", None, element("w:pPr", None, value("w:pStyle", style), *properties), *content)


def field(instruction: str, *properties: Xml) -> list[Xml]:
    """A field such as PAGE that the word processor fills in."""

    def part(child: Xml) -> Xml:
        return element("w:r", None, element("w:rPr", None, *(_copy(p) for p in properties)), child)

    told = element("w:instrText")
    told.text = f" {instruction} "
    shown = element("w:t")
    shown.text = "1"
    return [
        part(element("w:fldChar", {"w:fldCharType": "begin"})),
        part(told),
        part(element("w:fldChar", {"w:fldCharType": "separate"})),
        part(shown),
        part(element("w:fldChar", {"w:fldCharType": "end"})),
    ]


def _copy(source: Xml) -> Xml:
    made = element(source.tag.replace("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "w:"))
    for name, val in source.attrib.items():
        made.set(name, val)
    return made

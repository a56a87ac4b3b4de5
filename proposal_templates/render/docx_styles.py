"""The look of a draft in Word: page, styles, footer. Colours meet WCAG AA on their own shading."""

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from proposal_templates.render.ooxml import LOCALES, element, field, paragraph, run, value

FONT = "Arial"
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210, 297, 18
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
"""Millimetres between the margins."""

INK, MUTED, PRIMARY = "1A2430", "4B5866", "0B4F8A"
GAP_INK, GAP_FILL = "6E4A00", "FFF3CF"
_STYLE_TABS = ("4680", "9360")
"""Tab stops of the footer style in a new document, in twips; the page has one at its right margin instead."""
HEAD_FILL, BOX_FILL, LINE = "E3EEF8", "F5F7F9", "AEB8C2"


def prepare(document: Document, language: str, footer: str, page: str) -> None:
    """Page, styles and footer of an empty document; `page` is the word before the page number."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(MARGIN)
    section.footer_distance = Mm(10)
    _defaults(document, language)
    _styles(document)
    _footer(document, language, footer, page)


def _defaults(document: Document, language: str) -> None:
    locale = LOCALES[language]
    fonts = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in list(fonts):
        fonts.remove(old)
    fonts.append(_font())
    fonts.append(value("w:sz", 20))
    fonts.append(element("w:lang", {"w:val": locale, "w:eastAsia": locale, "w:bidi": "ar-SA"}))
    settings = document.settings.element
    for old in settings.findall(qn("w:themeFontLang")):
        settings.remove(old)
    compat = settings.find(qn("w:compat"))
    if compat is not None:
        compat.append(
            element(
                "w:compatSetting",
                {
                    "w:name": "compatibilityMode",
                    "w:uri": "http://schemas.microsoft.com/office/word",
                    "w:val": "15",
                },
            )
        )


def _font() -> object:
    return element("w:rFonts", {"w:ascii": FONT, "w:hAnsi": FONT, "w:cs": FONT, "w:eastAsia": FONT})


def _styles(document: Document) -> None:
    _style(document, "Normal", 10, after=6, line=1.15)
    _style(document, "Title", 16, PRIMARY, bold=True, after=4)
    _style(document, "Heading 1", 15, PRIMARY, bold=True, before=22, after=4, keep=True)
    _style(document, "Heading 2", 12.5, PRIMARY, bold=True, before=16, after=3, keep=True)
    _style(document, "Heading 3", 11, PRIMARY, bold=True, before=12, after=3, keep=True)
    _style(document, "Heading 4", 10, PRIMARY, bold=True, before=10, after=3, keep=True)
    _style(document, "Caption", 9.5, INK, bold=True, before=8, after=3, keep=True)
    _style(document, "List Bullet", 10, after=3)
    _style(document, "Draft Gloss", 10, MUTED, italic=True, after=3, keep=True)
    _style(document, "Draft Tag", 9, MUTED, after=3, keep=False)
    _style(document, "Draft Guidance", 9, MUTED, after=8, line=1.1, keep=True, bar=True)
    _style(document, "Draft Label", 10.5, INK, bold=True, before=10, after=3, keep=True)
    _style(document, "Draft Quote", 10, INK, italic=True, after=6, bar=True)
    _style(document, "Draft Note", 9, MUTED, after=4, line=1.1)
    _style(document, "Draft Cell", 9, INK, after=0, line=1.05)
    _style(document, "Footer", 9, MUTED, after=0)


def _style(
    document: Document,
    name: str,
    size: float,
    colour: str = INK,
    *,
    bold: bool = False,
    italic: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    keep: bool = False,
    bar: bool = False,
) -> None:
    styles = document.styles
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) if name.startswith("Draft ") else styles[name]
    assert isinstance(style, ParagraphStyle)
    font, space = style.font, style.paragraph_format
    _plain(style)
    style.element.get_or_add_rPr().insert(0, _font())
    font.size, font.bold, font.italic, font.color.rgb = Pt(size), bold, italic, RGBColor.from_string(colour)
    space.space_before, space.space_after, space.line_spacing = Pt(before), Pt(after), line
    space.keep_with_next = keep
    if bar:
        space.left_indent = Mm(3)
        left = {"w:val": "single", "w:sz": "12", "w:space": "6", "w:color": LINE}
        style.element.get_or_add_pPr().insert_element_before(
            element("w:pBdr", None, element("w:left", left)), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )


def _plain(style: ParagraphStyle) -> None:
    """Takes the template's own fonts, colours and borders from a style."""
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    for tag in ("w:pBdr", "w:contextualSpacing"):
        for old in style.element.get_or_add_pPr().findall(qn(tag)):
            style.element.pPr.remove(old)


def _footer(document: Document, language: str, footer: str, page: str) -> None:
    end = element("w:tab", {"w:val": "right", "w:pos": str(int(TEXT_WIDTH * 56.6))})
    clear = [element("w:tab", {"w:val": "clear", "w:pos": pos}) for pos in _STYLE_TABS]
    tabs = element("w:tabs", None, *clear, end)
    tab = element("w:r", None, element("w:tab"))
    content = [run(footer, language), tab, run(f"{page} ", language), *field("PAGE")]
    content += [run(" / ", language), *field("NUMPAGES")]
    root = document.sections[0].footer._element
    for old in list(root):
        root.remove(old)
    root.append(paragraph("Footer", *content, properties=(tabs,)))

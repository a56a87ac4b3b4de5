"""The closing pages of a Word document: the checklist, who can fill what, and where each fact comes from."""

from collections.abc import Iterator

from proposal_templates.checklist import checklist_notes
from proposal_templates.draft import Draft
from proposal_templates.notes import criteria_rows, open_by_person, origin_rows
from proposal_templates.render.docx_tables import grid
from proposal_templates.render.ooxml import Xml, element, flag, paragraph, run
from proposal_templates.sentences import Sentences

_BY_NUMBER, _BY_HEADING = (1, 6, 6, 3), (1, 4, 5, 8)
"""Widths of number, words, origin and sections in the table of origins."""


def notes(draft: Draft, sentences: Sentences) -> Iterator[Xml]:
    """The closing pages; they start on a page of their own, so that pages of the form can be counted."""
    told = sentences.text
    yield paragraph(
        "Heading1", run(told("about.notes"), draft.language), properties=(flag("w:pageBreakBefore"),)
    )
    yield paragraph("DraftNote", run(told("about.notes_lead"), draft.language))
    yield from _checklist(draft, sentences)
    yield from _open(draft, sentences)
    yield from _origins(draft, sentences)
    yield element("w:p")


def _plain(text: str, language: str | None) -> list[Xml]:
    return [run(text, language)]


def _checklist(draft: Draft, sentences: Sentences) -> Iterator[Xml]:
    """For each criterion: points at stake, its parts, where each is answered, what is open."""
    told, language = sentences.text, draft.language
    criteria = criteria_rows(draft)
    if not criteria:
        return
    yield paragraph("Heading2", run(told("sheet.checklist"), language))
    for note in (told("sheet.checklist_lead"), *checklist_notes(draft)):
        yield paragraph("DraftNote", run(note, language))
    names = ("part", "where", "filled", "open")
    for criterion in criteria:
        source = f" ({criterion.source}, {told('sheet.certainty', certainty=criterion.certainty)})"
        yield paragraph(
            "Caption",
            run(f"{criterion.name}: {criterion.points}", language),
            run(source, language),
        )
        rows = [
            [_plain(part.name, language), _plain(part.where, language)]
            + [_plain(str(count), None) for count in (part.filled, part.open)]
            for part in criterion.parts
        ]
        yield grid([told(f"sheet.column_{name}") for name in names], [8, 4, 2, 2], rows, language)


def _open(draft: Draft, sentences: Sentences) -> Iterator[Xml]:
    told, language = sentences.text, draft.language
    yield paragraph("Heading2", run(told("about.open_title"), language))
    headings = [told(f"about.column_{name}") for name in ("ask", "open", "sections")]
    rows = [
        [_plain(each.ask, None), _plain(str(each.count), None), _plain("; ".join(each.sections), language)]
        for each in open_by_person(draft)
    ]
    yield grid(headings, [4, 2, 8], rows, language)


def _origins(draft: Draft, sentences: Sentences) -> Iterator[Xml]:
    told, language = sentences.text, draft.language
    yield paragraph("Heading2", run(told("about.origins_title"), language))
    yield paragraph("DraftNote", run(told("about.certainty"), language))
    headings = [told(f"about.column_{name}") for name in ("number", "words", "origin", "sections")]
    rows = [
        [
            _plain(str(row.number), None),
            _plain(row.words, row.language),
            _plain(row.origin, language),
            _plain("; ".join(row.sections), language),
        ]
        for row in origin_rows(draft)
    ]
    yield grid(headings, list(_BY_NUMBER if _numbered(draft) else _BY_HEADING), rows, language)


def _numbered(draft: Draft) -> bool:
    """Whether the form's sections have numbers, which take little room; else their headings stand in full."""
    return any(section.number for section in draft.walk())

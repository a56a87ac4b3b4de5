"""A draft as a field sheet: one HTML file that stands alone, for copying each answer into a web form."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from proposal_templates.checklist import checklist_notes
from proposal_templates.draft import Draft
from proposal_templates.notes import criteria_rows, origin_rows
from proposal_templates.render.clean import clean
from proposal_templates.render.fields import Field, fields, number, told_length
from proposal_templates.sentences import sentences_in

_FOLDER = Path(__file__).parent / "templates"
_PRINTED_LINE = 72
"""Characters that surely fit on one line of a printed answer."""


def render_html(draft: Draft) -> str:
    """A draft as HTML: no script, no request, read-only boxes to copy from; the same draft, the same text."""
    sentences = sentences_in(draft.language)
    criteria = criteria_rows(draft)

    def judged(field: Field) -> list[str]:
        place = field.section.number or field.section.heading
        known = [f"{each.name} ({each.points})" for each in criteria if place in each.sections]
        return known or ([field.criterion] if field.criterion else [])

    def opened(field: Field) -> str:
        return sentences.text("sheet.open_places", number=number(field.open, draft))

    call = draft.context.call
    title = ": ".join(part for part in (sentences.text("sheet.title"), call.identifier or call.title) if part)
    raised = sentences.text("about.numbers")
    notes = ["".join(span.text for span in note.words) for note in draft.about]
    notes = [note for note in notes if note != raised]
    return _template().render(
        draft=draft,
        language=draft.language,
        form_language=draft.form.heading_language,
        heading_language=draft.form.heading_language or draft.language,
        title=clean(title),
        css=Markup(_css()),
        about=[clean(note) for note in notes],
        fields=fields(draft),
        criteria=criteria,
        checklist_notes=checklist_notes(draft),
        origins=origin_rows(draft),
        t=sentences.text,
        lang=lambda spoken: _lang(spoken, draft.language),
        length=lambda field: told_length(field, sentences),
        over=lambda field: sentences.text("sheet.over", number=number(field.over, draft)),
        open=opened,
        judged=judged,
        rows=_rows,
    )


def _lang(spoken: str | None, language: str) -> Markup:
    """The attribute for a text in another language than the page's."""
    return Markup(' lang="{}"').format(spoken) if spoken and spoken != language else Markup("")


def _rows(field: Field) -> int:
    """Lines that an answer surely fits on when printed, where the browser does not size the box itself."""
    return sum(1 + len(line) // _PRINTED_LINE for line in field.answer.split("\n"))


@cache
def _css() -> str:
    return (_FOLDER / "field_sheet.css").read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )


def _template() -> Template:
    return _environment().get_template("field_sheet.html.jinja")

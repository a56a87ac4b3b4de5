"""A draft as JSON: the whole tree, every origin and gap, in a shape that has a version and a schema."""

from collections.abc import Iterator
from dataclasses import asdict

from proposal_templates.blocks import Block, GapBlock, Section, Span, SpanKind, TableBlock, TextBlock, Words
from proposal_templates.checklist import checklist_notes
from proposal_templates.draft import Draft
from proposal_templates.filled import Filled, count_filled
from proposal_templates.notes import criteria_rows, form_label
from proposal_templates.origin_words import told
from proposal_templates.origins import Origin
from proposal_templates.render.json_shape import (
    SHAPE,
    CallShape,
    CellShape,
    ColumnShape,
    CriterionShape,
    DraftShape,
    FilledShape,
    FormShape,
    GapShape,
    OpenGapShape,
    OpenShape,
    OriginShape,
    PassageShape,
    SectionShape,
    SpanShape,
    TableShape,
    TextShape,
)
from proposal_templates.render.plain import characters, plain
from proposal_templates.sentences import Sentences, sentences_in


def render_json(draft: Draft) -> str:
    """A draft as JSON text (UTF-8, indented, keys in a fixed order); the same draft gives the same text."""
    return shaped(draft).model_dump_json(indent=1) + "\n"


def shaped(draft: Draft) -> DraftShape:
    """A draft in the shape that is written."""
    form, call = draft.form, draft.context.call
    sentences = sentences_in(draft.language)
    return DraftShape(
        shape=SHAPE,
        language=draft.language,
        made_on=draft.context.made_on.isoformat(),
        form=FormShape(
            key=form.key,
            title=form.title,
            version=form.version,
            label=form_label(draft),
            delivery=form.delivery,
            heading_language=form.heading_language,
        ),
        call=CallShape(identifier=call.identifier, title=call.title),
        filled=_filled(draft.filled()),
        partnership=_filled(draft.filled(form.partnership_section)),
        about=[_text(draft, note) for note in draft.about],
        sections=[_section(draft, section) for section in draft.sections],
        checklist=[CriterionShape.model_validate(asdict(row)) for row in criteria_rows(draft)],
        checklist_notes=list(checklist_notes(draft)),
        gaps=[OpenGapShape(section=o.section, need=o.gap.need, ask=o.gap.ask) for o in draft.gaps()],
        origins=[_origin(used.origin, used.number, sentences) for used in draft.origins],
    )


def _filled(filled: Filled) -> FilledShape:
    return FilledShape(filled=filled.filled, open=filled.open, share=round(filled.share, 4))


def _section(draft: Draft, section: Section) -> SectionShape:
    text = plain(section)
    return SectionShape(
        key=section.key,
        number=section.number,
        heading=section.heading,
        gloss=section.gloss,
        subject=list(_spans(draft, section.subject)),
        level=section.level,
        guidance=section.guidance,
        criterion=section.answers,
        content=list(section.content),
        field=section.field,
        limit=section.limit,
        characters=characters(text),
        plain=text,
        filled=_filled(count_filled(section.blocks)),
        opens=list(section.opens),
        closes=list(section.closes),
        blocks=[_block(draft, block) for block in section.blocks],
        children=[_section(draft, child) for child in section.children],
    )


def _block(draft: Draft, block: Block) -> TextShape | TableShape | OpenShape:
    if isinstance(block, TextBlock):
        return _text(draft, block)
    if isinstance(block, GapBlock):
        return OpenShape(type="gap", label=block.label, words=list(_spans(draft, (block.gap,))))
    return _table(draft, block)


def _text(draft: Draft, block: TextBlock) -> TextShape:
    words = list(_spans(draft, block.words))
    return TextShape(type="text", style=block.style.value, lead=block.lead, words=words)


def _table(draft: Draft, block: TableBlock) -> TableShape:
    return TableShape(
        type="table",
        key=block.key,
        caption=list(_spans(draft, block.caption)),
        headed=block.headed,
        columns=[
            ColumnShape(key=c.key, heading=c.heading, gloss=c.gloss, width=c.width) for c in block.columns
        ],
        rows=[
            [CellShape(across=cell.across, words=list(_spans(draft, cell.words))) for cell in row]
            for row in block.rows
        ],
    )


def _spans(draft: Draft, words: Words) -> Iterator[SpanShape]:
    for span in words:
        yield SpanShape(
            text=span.text,
            kind=span.kind.value,
            language=span.language,
            strong=span.strong,
            origin=_number(draft, span),
            gap=GapShape(need=span.gap.need, ask=span.gap.ask) if span.gap else None,
        )


def _number(draft: Draft, span: Span) -> int | None:
    return draft.numbers.get(span.origin) if span.origin and span.kind is not SpanKind.GAP else None


def _origin(origin: Origin, number: int | None, sentences: Sentences) -> OriginShape:
    quote = origin.quote
    return OriginShape(
        number=number,
        kind=origin.kind.value,
        path=origin.path,
        told=told(origin, sentences),
        member=origin.member,
        quote=PassageShape.model_validate(asdict(quote)) if quote else None,
        source=origin.source,
        certainty=origin.certainty,
        rests_on=[_origin(each, None, sentences) for each in origin.rests_on],
    )

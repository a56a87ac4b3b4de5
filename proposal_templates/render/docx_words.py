"""Words of a draft as runs: each in its language, gaps shaded, facts with the number of their origin."""

from proposal_templates.blocks import Span, SpanKind, Words
from proposal_templates.draft import Draft
from proposal_templates.records import numbers_after
from proposal_templates.render.docx_styles import GAP_FILL, GAP_INK, MUTED
from proposal_templates.render.ooxml import Xml, flag, run, shading, value


def runs(draft: Draft, words: Words, later: Words = ()) -> list[Xml]:
    """Runs of some words; a record that stands behind several of them is numbered after the last.

    later: words that stand behind these in the same row of a table.
    """
    made: list[Xml] = []
    for span, numbers in zip(words, numbers_after(words, draft.record_numbers, later), strict=True):
        made.append(run(span.text, span.language, *_look(span)))
        if numbers:
            raised = f"[{', '.join(map(str, numbers))}]"
            made.append(run(raised, None, value("w:color", MUTED), value("w:vertAlign", "superscript")))
    return made


def _look(span: Span) -> list[Xml]:
    if span.kind is SpanKind.GAP:
        return [value("w:color", GAP_INK), shading(GAP_FILL)]
    bold = [flag("w:b")] if span.strong else []
    return [*bold, flag("w:i")] if span.kind is SpanKind.QUOTE else bold

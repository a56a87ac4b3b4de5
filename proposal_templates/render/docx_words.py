"""Words of a draft as runs: each in its language, gaps shaded, facts with the number of their origin."""

from proposal_templates.blocks import Span, SpanKind, Words
from proposal_templates.draft import Draft
from proposal_templates.render.docx_styles import GAP_FILL, GAP_INK, MUTED
from proposal_templates.render.ooxml import Xml, flag, run, shading, value


def runs(draft: Draft, words: Words) -> list[Xml]:
    """Runs of some words; an origin that stands behind several of them is numbered after the last."""
    made: list[Xml] = []
    for i, span in enumerate(words):
        made.append(run(span.text, span.language, *_look(span)))
        number = _number(draft, span)
        if number and not any(other.origin == span.origin for other in words[i + 1 :]):
            made.append(
                run(f"[{number}]", None, value("w:color", MUTED), value("w:vertAlign", "superscript"))
            )
    return made


def _number(draft: Draft, span: Span) -> int | None:
    if span.origin is None or span.kind is SpanKind.GAP:
        return None
    return draft.numbers.get(span.origin)


def _look(span: Span) -> list[Xml]:
    if span.kind is SpanKind.GAP:
        return [value("w:color", GAP_INK), shading(GAP_FILL)]
    bold = [flag("w:b")] if span.strong else []
    return [*bold, flag("w:i")] if span.kind is SpanKind.QUOTE else bold

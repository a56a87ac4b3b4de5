"""Every statement about coalition or call carries its origin, which leads to it; all forms and languages."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from proposal_templates.blocks import Span, SpanKind
from proposal_templates.context import DraftContext, Language
from proposal_templates.draft import build_draft
from proposal_templates.forms import Form
from proposal_templates.origins import Origin, OriginKind
from proposal_templates.plan import first_words
from tests.proposal_templates.full import COMBINATIONS, form_of, full_context, full_draft
from tests.proposal_templates.nonces import leaves, nonced, said_in, wording_of
from tests.proposal_templates.paths import at

EACH = pytest.mark.parametrize(("key", "language"), COMBINATIONS)
ROOTS = {
    OriginKind.PROFILE: "coalition",
    OriginKind.MEMBER: "members",
    OriginKind.PROJECT: "project",
    OriginKind.CALL: "call",
}
REWORDED = ("country", "countries", "actor_type", "role", "programme", "category", "level", "code")
"""Texts shown by name in the draft's language, not as they are stored."""


def _spans(key: str, language: Language) -> list[Span]:
    draft = full_draft(language, key)
    told = [*said_in(tuple(draft.about))]
    return told + [s for section in draft.walk() for s in (*section.subject, *said_in(section.blocks))]


def _origins(key: str, language: Language) -> Iterator[tuple[Span, Origin]]:
    for span in _spans(key, language):
        if span.origin:
            yield from ((span, each) for each in leaves(span.origin))


@EACH
def test_every_fact_and_every_quotation_carries_an_origin(key: str, language: Language) -> None:
    facts = [span for span in _spans(key, language) if span.kind in (SpanKind.FACT, SpanKind.QUOTE)]
    assert len(facts) > 50
    assert [span.text for span in facts if span.origin is None] == []
    assert {span.origin for span in facts} <= full_draft(language, key).numbers.keys()


@EACH
def test_every_path_leads_to_a_known_value(key: str, language: Language) -> None:
    context = full_context(language, form_of(key))
    for span, origin in _origins(key, language):
        if origin.kind in ROOTS:
            assert origin.path.partition(".")[0].partition("[")[0] == ROOTS[origin.kind], origin.path
            assert at(context, origin.path) not in (None, (), ""), (origin.path, span.text)


@EACH
def test_what_is_shown_is_what_stands_at_its_origin(key: str, language: Language) -> None:
    context = full_context(language, form_of(key))
    for span in _spans(key, language):
        if span.kind is SpanKind.FACT and span.origin and span.origin.kind in ROOTS:
            value = at(context, span.origin.path)
            assert _says(span.text, value, span.origin.path, context), (span.origin.path, value, span.text)


def _says(text: str, value: Any, path: str, context: DraftContext) -> bool:
    """Whether words are those of a value: a text unchanged or shortened, a number with all its digits."""
    name = path.rpartition(".")[2].partition("[")[0]
    if isinstance(value, bool) or name in REWORDED:
        return bool(text)
    if isinstance(value, str):
        return text in (value, first_words(value)) or _chosen(path)
    if isinstance(value, Decimal):
        return _digits(str(value)) in _digits(text)
    if isinstance(value, int):
        return str(value) in re.sub(r"[^0-9]", "", text) or _pointed(name, value, context) in text
    if isinstance(value, date):
        return str(value.year) in text and str(value.day) in text
    return bool(text)


def _digits(text: str) -> str:
    """The digits of a figure however it is grouped, without zeros at its ends."""
    return re.sub(r"[^0-9]", "", text).strip("0") or "0"


def _pointed(name: str, value: int, context: DraftContext) -> str:
    """What a pointer shows: the number a reader counts by, or the member's name."""
    if name in ("work", "goal", "goals", "need"):
        return str(value + 1)
    return (context.members[value].name or "") if value < len(context.members) else str(value)


def _chosen(path: str) -> bool:
    """Whether a text is one of a few keys, shown in the draft's own words."""
    chosen = ("kind", "likelihood", "impact", "letter", "size", "form", "represents", "counts", "weight")
    return path.rpartition(".")[2].partition("[")[0] in chosen


@EACH
def test_what_is_computed_rests_on_something(key: str, language: Language) -> None:
    for span, origin in _origins(key, language):
        if origin.kind is OriginKind.COMPUTED:
            assert origin.rests_on, (origin.path, span.text)


@EACH
def test_every_quotation_stands_in_the_call_at_its_position(key: str, language: Language) -> None:
    texts = full_context(language, form_of(key)).call.texts
    quoted = [span for span in _spans(key, language) if span.kind is SpanKind.QUOTE]
    assert quoted
    for span in quoted:
        assert span.origin
        assert span.origin.quote
        quote = span.origin.quote
        assert span.text == quote.text == texts[quote.field][quote.start : quote.end]


@EACH
def test_a_rule_names_the_document_it_was_read_in(key: str, language: Language) -> None:
    form = form_of(key)
    for span, origin in _origins(key, language):
        if origin.kind is OriginKind.FORM:
            assert origin.source, (origin.path, span.text)
            assert origin.certainty in ("A", "B", "C"), (origin.path, span.text)
            assert _in_form(form, origin.path), (origin.path, span.text)


def _in_form(form: Form, path: str) -> bool:
    """Whether a path leads into the form's file, or into one of the files that forms share."""
    head, *rest = path.split(".")
    if head == "sections" and rest:
        return any(rest[0] in (section.key, *section.content) for section in form.sections)
    return head in type(form).model_fields or head in ("cost_model", "cost_models", "indicators", "criteria")


@EACH
def test_wording_holds_nothing_of_the_coalition(key: str, language: Language) -> None:
    draft = build_draft(nonced(full_context(language, form_of(key))), form_of(key))
    for section in draft.walk():
        assert [words for words in wording_of(section) if "Nonce" in words] == []


@EACH
def test_wording_holds_nothing_of_the_call(key: str, language: Language) -> None:
    call = full_context(language, form_of(key)).call
    own = [call.title, call.authority, call.priority, call.specific_objective, call.source, call.url]
    own += [quote.text for quote in call.quotes]
    for section in full_draft(language, key).walk():
        for words in wording_of(section):
            assert [each for each in own if each and each in words] == []

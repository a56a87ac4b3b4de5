"""With all known the partnership has no gap; same facts, same bytes; any part of them makes a draft."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from proposal_templates.blocks import SpanKind
from proposal_templates.context import DraftContext, Language
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from proposal_templates.render.docx import render_docx
from proposal_templates.render.html import render_html
from proposal_templates.render.json import render_json
from proposal_templates.render.markdown import render_markdown
from proposal_templates.render.xlsx import render_xlsx
from tests.proposal_templates.full import COMBINATIONS, form_of, full_context, full_draft
from tests.proposal_templates.nonces import given, said_in
from tests.proposal_templates.paths import without

KEYS = [form.key for form in load_forms()]
OURS = ("coalition.", "members[", "project.")
LEAST_FILLED = 0.98
"""The share of a draft that the full context fills at least; what is left no profile can know."""
FORMATS: tuple[Callable[[Draft], str | bytes], ...] = (
    render_docx,
    render_html,
    render_json,
    render_markdown,
    render_xlsx,
)


@pytest.mark.parametrize(("key", "language"), COMBINATIONS)
def test_no_block_of_the_partnership_is_a_gap(key: str, language: Language) -> None:
    draft = full_draft(language, key)
    part = draft.form.partnership_section
    assert [gap.gap.need for gap in draft.gaps(part)] == []
    assert draft.filled(part).filled > 50
    assert draft.filled(part).share == 1


@pytest.mark.parametrize(("key", "language"), COMBINATIONS)
def test_the_whole_draft_is_nearly_filled(key: str, language: Language) -> None:
    assert full_draft(language, key).filled().share >= LEAST_FILLED


@pytest.mark.parametrize("key", KEYS)
def test_no_bare_coalition_is_claimed_to_have_anything(key: str) -> None:
    context = full_context("fi", form_of(key))
    bare = DraftContext(
        language="fi", made_on=context.made_on, call=context.call, coalition=type(context.coalition)()
    )
    draft = build_draft(bare, form_of(key))
    told = [
        span.text
        for section in draft.walk()
        for span in said_in(section.blocks)
        if span.kind is SpanKind.FACT
        and span.origin
        and span.origin.path.startswith(("coal", "memb", "proj"))
    ]
    assert told == []


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("render", FORMATS, ids=lambda render: render.__name__)
def test_the_same_facts_give_the_same_bytes(key: str, render: Callable[[Draft], Any]) -> None:
    language = form_of(key).languages[-1]
    again = build_draft(full_context(language, form_of(key)), form_of(key))
    assert render(full_draft(language, key)) == render(again)


_PATHS = {key: [*given(full_context("fi", form_of(key)))] for key in KEYS}
NEVER_ALONE = (".text", ".number", "].name", "kind")
"""Ends of paths that a thing cannot be without; the store never hands it in so."""


@settings(max_examples=40, deadline=None, derandomize=True)
@drawn(st.data())
def test_any_part_of_the_facts_makes_a_draft(data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(KEYS))
    form = form_of(key)
    context = full_context(data.draw(st.sampled_from(form.languages)), form)
    choices = [path for path in _PATHS[key] if not path.endswith(NEVER_ALONE) and not path.endswith("]")]
    taken = data.draw(st.lists(st.sampled_from(choices), max_size=120, unique=True))
    for path in taken:
        context = without(context, path)
    draft = build_draft(replace(context, reasons=()), form)
    assert len(draft.gaps()) >= len(full_draft("fi", key).gaps())
    assert 0 <= draft.filled().share <= 1

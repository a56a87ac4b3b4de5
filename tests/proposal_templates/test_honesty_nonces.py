"""Nothing invented, nothing lost: with every value replaced, no old one is left and each asked for is found.

`full/not_asked.yaml` tells which fields a form does not ask for, and why; a field that a form neither shows
nor lists there fails, and so does one that is listed and shown.
"""

import json
import re
from collections.abc import Callable
from functools import cache

import pytest
from lxml.html import fromstring

from proposal_templates.blocks import SpanKind
from proposal_templates.context import Language
from proposal_templates.draft import Draft, build_draft
from proposal_templates.forms import load_forms
from proposal_templates.render.docx import render_docx
from proposal_templates.render.html import render_html
from proposal_templates.render.json import render_json
from proposal_templates.render.markdown import render_markdown
from tests.proposal_templates.full import COMBINATIONS, form_of, full_context, read
from tests.proposal_templates.nonces import given, nonced, said_in, shown
from tests.proposal_templates.paths import pattern
from tests.proposal_templates.reading import docx_text

EACH = pytest.mark.parametrize(("key", "language"), COMBINATIONS)
KEYS = [form.key for form in load_forms()]
TELLING = 12
"""A text of at least this many characters is not one that a form says by chance."""


@cache
def _draft(key: str, language: Language) -> Draft:
    return build_draft(nonced(full_context(language, form_of(key))), form_of(key))


@cache
def _listed(key: str) -> dict[str, bool]:
    """The fields that a form does not ask for, and whether it asks for them in some places all the same."""
    return {
        path: entry.get("partly", False)
        for entry in read("not_asked")
        for field in entry["fields"]
        if key in field["forms"]
        for path in field["paths"]
    }


@EACH
def test_every_nonce_that_the_form_asks_for_is_found(key: str, language: Language) -> None:
    draft = _draft(key, language)
    stands, listed = shown(draft), _listed(key)
    lost = {
        pattern(path)
        for path, (place, value) in given(draft.context).items()
        if not stands(path, place, value) and pattern(path) not in listed
    }
    assert sorted(lost) == []


@pytest.mark.parametrize("key", KEYS)
def test_no_field_is_listed_that_the_form_shows_after_all(key: str) -> None:
    draft = _draft(key, form_of(key).languages[0])
    stands = shown(draft)
    places: dict[str, set[bool]] = {}
    for path, (place, value) in given(draft.context).items():
        places.setdefault(pattern(path), set()).add(stands(path, place, value))
    for path, partly in _listed(key).items():
        assert places.get(path) == ({True, False} if partly else {False}), path


def test_a_field_is_listed_once_for_each_form_and_its_reason_too() -> None:
    entries = read("not_asked")
    reasons = [(entry["reason"], entry.get("partly", False)) for entry in entries]
    assert len(set(reasons)) == len(reasons)
    listed = [
        (k, p) for e in entries for field in e["fields"] for k in field["forms"] for p in field["paths"]
    ]
    assert sorted(listed) == sorted(set(listed))
    assert {key for key, _ in listed} <= set(KEYS)


@EACH
def test_no_original_value_is_left(key: str, language: Language) -> None:
    draft = _draft(key, language)
    facts = {
        span.text
        for section in draft.walk()
        for span in (*section.subject, *said_in(section.blocks))
        if span.kind is SpanKind.FACT and span.origin and span.origin.path.startswith(("co", "m", "p"))
    }
    said = "\n".join(
        span.text for section in draft.walk() for span in (*section.subject, *said_in(section.blocks))
    )
    texts = _originals(key, language)
    assert [text for text in texts if text in facts] == []
    assert [text for text in texts if len(text) >= TELLING and text in said] == []


def _originals(key: str, language: Language) -> list[str]:
    before, after = given(full_context(language, form_of(key))), given(_draft(key, language).context)
    return [
        value for path, (_, value) in before.items() if isinstance(value, str) and after[path][1] != value
    ]


RENDERERS: dict[str, Callable[[Draft], str]] = {
    "docx": lambda draft: docx_text(render_docx(draft)),
    "markdown": render_markdown,
    "html": lambda draft: fromstring(render_html(draft)).text_content(),
    "json": lambda draft: _texts(json.loads(render_json(draft))),
}


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("key", KEYS)
def test_every_format_shows_every_fact_and_no_original(key: str, renderer: str) -> None:
    language = form_of(key).languages[-1]
    draft = _draft(key, language)
    text = _plain(RENDERERS[renderer](draft))
    spans = [s for section in draft.walk() for s in said_in(section.blocks) if s.kind is not SpanKind.WORDING]
    assert [span.text for span in spans if _plain(span.text) not in text] == []
    assert [each for each in _originals(key, language) if len(each) >= TELLING and _plain(each) in text] == []


def _texts(value: object) -> str:
    """All words of a JSON tree."""
    if isinstance(value, dict):
        return " ".join(_texts(each) for each in value.values())
    if isinstance(value, list):
        return " ".join(_texts(each) for each in value)
    return value if isinstance(value, str) else ""


def _plain(text: str) -> str:
    """Letters and digits alone: how a format escapes signs and breaks lines is not the matter here."""
    return "".join(re.findall(r"\w+", text))

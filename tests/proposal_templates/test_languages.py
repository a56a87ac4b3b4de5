"""Three languages as equals: the same sentences and fields, nothing English left, gaps in their words."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from proposal_templates.actors import actor_groups
from proposal_templates.blocks import SpanKind
from proposal_templates.context import (
    LANGUAGES,
    CallFacts,
    CoalitionFacts,
    GoalFacts,
    Language,
    MemberFacts,
    NeedFacts,
    ProjectFacts,
)
from proposal_templates.forms import load_forms
from proposal_templates.render.docx import render_docx
from proposal_templates.render.markdown import render_markdown
from proposal_templates.sentences import TEMPLATES_FOLDER
from tests.proposal_templates import builders
from tests.proposal_templates.reading import MARKS, docx_text, spans

ENGLISH = re.compile(
    r"\b(the|and|of|from|with|which|for|is|are|to|this|what|who|not|by|its)\b", re.IGNORECASE
)
PROPER = ("Seal of Excellence",)
SAME_IN_ALL = {"partnership.member_with_kind", "origins.member", "work.title"}
"""Sentences that hold no words."""


def _macros(language: Language) -> dict[str, tuple[list[str], str]]:
    """Fields and words of every sentence of a language, by `file.macro`."""
    found: dict[str, tuple[list[str], str]] = {}
    for path in sorted((TEMPLATES_FOLDER / language).glob("*.jinja")):
        tree = Environment().parse(path.read_text(encoding="utf-8"))
        for macro in tree.find_all(nodes.Macro):
            words = " ".join(each.data for each in macro.find_all(nodes.TemplateData))
            found[f"{path.stem}.{macro.name}"] = ([arg.name for arg in macro.args], words)
    return found


def _printed(path: Path) -> dict[str, tuple[set[str], set[str]]]:
    tree = Environment().parse(path.read_text(encoding="utf-8"))
    return {
        macro.name: ({arg.name for arg in macro.args}, {name.name for name in macro.find_all(nodes.Name)})
        for macro in tree.find_all(nodes.Macro)
    }


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_sentences_are_the_same_in_every_language_with_the_same_fields(language: Language) -> None:
    english, other = _macros("en"), _macros(language)
    assert other.keys() == english.keys()
    assert {key: value[0] for key, value in other.items()} == {
        key: value[0] for key, value in english.items()
    }


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES_FOLDER.rglob("*.jinja")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_sentences_print_only_the_fields_they_declare(path: Path) -> None:
    for name, (declared, used) in _printed(path).items():
        assert used <= declared, name


def _no_english(text: str) -> list[str]:
    for name in PROPER:
        text = text.replace(name, "")
    return ENGLISH.findall(text)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_is_left_in_the_sentences(language: Language) -> None:
    english, other = _macros("en"), _macros(language)
    for key, (_, words) in other.items():
        assert not _no_english(words), key
        if key not in SAME_IN_ALL and len(words.split()) > 2:
            assert words != english[key][1], key


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_is_left_in_guidance_glosses_and_questions(language: Language) -> None:
    for form in load_forms():
        texts = [criterion[language] for criterion in form.criteria.values()]
        texts += [rule.name[language] for rule in form.roles]
        for section in form.sections:
            texts += [section.guidance[language], section.gloss.get(language) or ""]
            texts += [text[language] for q in section.questions for text in (q.label, q.need)]
            texts += [
                column.gloss.get(language) or "" for table in section.tables for column in table.columns
            ]
        texts += [name[language] for group in actor_groups() for name in (group.name, *group.kinds.values())]
        assert all(texts)
        assert [text for text in texts if _no_english(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_gaps_are_marked_in_the_drafts_own_language(language: Language) -> None:
    draft = builders.draft(language)
    gaps = [span for span in spans(draft) if span.kind is SpanKind.GAP]
    assert gaps
    assert all(span.text.startswith(MARKS[language]) and span.text.endswith("]") for span in gaps)
    for text in (docx_text(render_docx(draft)), render_markdown(draft)):
        assert text.count(MARKS[language]) == len(gaps)
        assert not any(mark in text for other, mark in MARKS.items() if other != language)


def test_profile_texts_keep_their_own_language_and_quotes_name_theirs() -> None:
    draft = builders.draft("en", profile="fi")
    summary = builders.coalition("fi").summary
    assert next(span for span in spans(draft) if span.text == summary).language == "fi"
    named = [s for s in spans(draft) if s.origin and s.origin.path.rpartition(".")[2] in ("country", "role")]
    assert {span.language for span in named} == {"en"}
    finnish = builders.draft("fi")
    said = "".join(span.text for span in spans(finnish, "1.1"))
    assert f"”{builders.DRIVERS}” (englanti)" in said
    assert all(s.language == "en" for s in spans(finnish) if s.kind is SpanKind.QUOTE)


@pytest.mark.parametrize(
    ("prefix", "facts"),
    [
        ("coalition", CoalitionFacts),
        ("coalition_goals", GoalFacts),
        ("coalition_needs", NeedFacts),
        ("members", MemberFacts),
        ("project", ProjectFacts),
        ("call", CallFacts),
    ],
)
def test_every_field_that_can_be_an_origin_has_a_name(prefix: str, facts: type) -> None:
    unnamed = {"language", "goals", "needs", "texts", "quotes", "actor_type_label"}
    named = _macros("en")
    for each in fields(facts):
        if each.name not in unnamed:
            assert f"fields.{prefix}_{each.name}" in named

"""Templates and code agree: the same sentences everywhere, every field used, every name known, none idle."""

import re
from collections import Counter
from pathlib import Path

import pytest

from proposal_templates.context import LANGUAGES, Language
from proposal_templates.errors import SentenceError
from proposal_templates.sentences import TEMPLATES_FOLDER, sentences_in
from tests.proposal_templates.sources import mentioned, named_sentences, sentences_of

IDLE: dict[str, str] = {}
"""Sentences that no code names, and why they stay."""


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_language_has_the_same_sentences_with_the_same_fields(language: Language) -> None:
    english = {name: sentence.fields for name, sentence in sentences_of("en").items()}
    assert {name: s.fields for name, s in sentences_of(language).items()} == english


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES_FOLDER.rglob("*.jinja")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_no_sentence_stands_twice(path: Path) -> None:
    names = re.findall(r"\{% macro (\w+)\(", path.read_text(encoding="utf-8"))
    assert [name for name, count in Counter(names).items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_use_no_field_that_they_do_not_declare(language: Language) -> None:
    for name, sentence in sentences_of(language).items():
        assert sentence.used <= set(sentence.fields), name


def test_every_declared_field_is_used_in_some_language() -> None:
    for name, sentence in sentences_of("en").items():
        if not name.startswith("fields."):
            used = frozenset().union(*(sentences_of(language)[name].used for language in LANGUAGES))
            assert used == set(sentence.fields), name


def test_every_sentence_that_the_code_names_is_there() -> None:
    known = sentences_of("en")
    named = list(named_sentences())
    assert len(named) > 100
    assert [each for each in named if "." in each.name and each.name not in known] == []


def test_the_code_hands_each_sentence_the_very_fields_it_declares() -> None:
    known = sentences_of("en")
    wrong = [
        (each.place, each.name, sorted(each.fields), known[each.name].fields)
        for each in named_sentences()
        if each.fields is not None and each.name in known and each.fields != set(known[each.name].fields)
    ]
    assert wrong == []


def test_no_sentence_is_idle() -> None:
    constants, patterns = mentioned()
    idle = []
    for name in sentences_of("en"):
        file, _, macro = name.partition(".")
        spoken = (name, macro)
        used = any(each in constants for each in spoken)
        used = used or any(pattern.fullmatch(each) for pattern in patterns for each in spoken)
        column = macro.removeprefix("column_").removeprefix("table_")
        if not used and file != "fields" and not (column != macro and column in constants):
            idle.append(name)
    assert sorted(idle) == sorted(IDLE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_that_was_not_handed_in_is_an_error_that_names_it(language: Language) -> None:
    sentences = sentences_in(language)
    tried = 0
    for name, sentence in sentences_of(language).items():
        printed = [field for field in sentence.fields if field in sentence.used]
        if len(printed) == 1 and not name.startswith("fields."):
            tried += 1
            with pytest.raises(SentenceError, match=printed[0]):
                sentences.text(name)
    assert tried > 10


@pytest.mark.parametrize(
    "attempt",
    ["{{ x.__class__ }}", "{{ x.__class__.__mro__ }}", "{{ ''.__class__.__bases__ }}", "{{ nowhere }}"],
)
def test_templates_reach_neither_internals_nor_what_is_not_there(attempt: str) -> None:
    environment = sentences_in("en")._environment
    with pytest.raises(Exception, match=r"unsafe|undefined"):
        environment.from_string(attempt).render(x="text")

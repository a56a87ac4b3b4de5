"""Three languages as equals: the same sentences and fields, nothing English left, gaps in their words."""

import re

import pytest

from proposal_templates.blocks import SpanKind
from proposal_templates.context import LANGUAGES, Language
from proposal_templates.forms import load_forms
from proposal_templates.render.docx import render_docx
from proposal_templates.render.markdown import render_markdown
from proposal_templates.sentences import TEMPLATES_FOLDER
from tests.proposal_templates import builders
from tests.proposal_templates.reading import MARKS, docx_text, spans
from tests.proposal_templates.sources import sentences_of
from tests.proposal_templates.wording import all_words, yaml_texts

ENGLISH = re.compile(
    r"\b(the|and|of|from|with|which|for|is|are|to|this|what|who|not|by|its|or|how|they|at)\b", re.IGNORECASE
)
PROPER = ("Seal of Excellence",)
SAME_IN_ALL = {"partnership.member_with_kind", "origins.member", "work.title"}
"""Sentences that hold no words."""
OLD_AUTHORITIES = re.compile(
    r"\b(ELY|TE)-|\bNTM-|\bELY:|elinkeino-, liikenne-|työ- ja elinkeinotoimisto|arbets- och näringsbyrå"
    r"|\bTE-byrå|\bEURA 2014\b",
    re.IGNORECASE,
)
"""Authorities that the reforms of 2025 and 2026 ended."""
GLUED = re.compile(r"\}\}(?!s? kk\b)['’:\-–]?[a-zåäö]")
"""A field with an ending of its own after it: names and figures are never inflected."""
FOREIGN_MARKS = {
    "en": re.compile(r"[„«»\"]"),
    "fi": re.compile(r"[„“«»\"]"),
    "sv": re.compile(r"[„“«»\"]"),
}
OTHER_LANGUAGES = {
    "fi": re.compile(r"\b(och|att|för|med|som|är|till|av)\b"),
    "sv": re.compile(r"\b(ja|että|sekä|joka|ovat|tai|on)\b"),
    "en": re.compile(r"\b(och|att|för|ja|että|sekä|joka)\b"),
}


def _no_english(text: str) -> list[str]:
    for name in PROPER:
        text = text.replace(name, "")
    return ENGLISH.findall(text)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_is_left_in_the_sentences(language: Language) -> None:
    english, other = sentences_of("en"), sentences_of(language)
    for key, sentence in other.items():
        assert not _no_english(sentence.words), key
        if key not in SAME_IN_ALL and len(sentence.words.split()) > 2:
            assert sentence.words != english[key].words, key


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_is_left_in_the_texts_of_forms_criteria_and_costs(language: Language) -> None:
    texts = yaml_texts(language)
    assert len(texts) > 100
    assert all(texts.values())
    assert [place for place, text in texts.items() if _no_english(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_another_language_of_the_three(language: Language) -> None:
    mixed = OTHER_LANGUAGES[language]
    found = [place for place, text in all_words(language).items() if mixed.search(text)]
    assert [place for place in found if not place.endswith("labels.yes")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_authorities_are_called_by_their_present_names(language: Language) -> None:
    old = [place for place, text in all_words(language).items() if OLD_AUTHORITIES.search(text)]
    assert old == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_spaces_and_no_space_before_a_full_stop(language: Language) -> None:
    wrong = [place for place, text in yaml_texts(language).items() if re.search(r"  | [.,;:?]", text)]
    wrong += [
        f"{path.name}: {line}"
        for path in (TEMPLATES_FOLDER / language).glob("*.jinja")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "  " in line.strip() or re.search(r"[a-zåäö] [.,;?](?:\s|\{%|$)", line)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_is_followed_by_an_ending(language: Language) -> None:
    glued = [
        f"{path.name}: {line}"
        for path in (TEMPLATES_FOLDER / language).glob("*.jinja")
        for line in path.read_text(encoding="utf-8").splitlines()
        if GLUED.search(line)
    ]
    assert glued == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_quotation_marks_are_those_of_the_language(language: Language) -> None:
    foreign = FOREIGN_MARKS[language]
    assert [place for place, text in all_words(language).items() if foreign.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_guidance_is_sentences_and_a_need_is_a_phrase(language: Language) -> None:
    wrong = []
    for form in load_forms():
        for section in form.sections:
            guidance = section.guidance[language]
            if not guidance.endswith((".", "?", ".)", "!")) or guidance[0].islower():
                wrong.append((form.key, section.key, guidance))
            for question in section.questions:
                need, label = question.need[language], question.label[language]
                ended = need.endswith((".", ":", ",", "?")) or label.endswith((".", ":", ","))
                if ended or not label[0].isupper():
                    wrong.append((form.key, question.key, need))
    needs = {name: s.words for name, s in sentences_of(language).items() if name.startswith("needs.")}
    wrong += [("needs", name, words) for name, words in needs.items() if words[-1:] in ".:,"]
    assert wrong == []


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

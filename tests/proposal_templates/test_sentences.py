"""The sentence engine: facts come out whole and with their origin; missing and unknown fields are errors."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.blocks import Span, SpanKind
from proposal_templates.errors import SentenceError
from proposal_templates.sentences import Sentences, sentences_in

ENGLISH = sentences_in("en")


def _fact(text: str) -> tuple[Span, ...]:
    return (Span(text=text, kind=SpanKind.FACT),)


@given(st.text())
def test_a_fact_comes_out_of_a_sentence_as_it_went_in(text: str) -> None:
    words = ENGLISH.say("partnership.member_with_kind", name=_fact(text), kind=_fact("{{ 7 * 7 }}"))
    assert [span.text for span in words if span.kind is SpanKind.FACT] == [text, "{{ 7 * 7 }}"]


def test_a_missing_field_is_named() -> None:
    with pytest.raises(SentenceError, match=r"templates/en/partnership\.jinja.*kind"):
        ENGLISH.say("partnership.member_with_kind", name=_fact("x"))


def test_a_field_too_many_is_named() -> None:
    with pytest.raises(SentenceError, match="colour"):
        ENGLISH.say("partnership.member_with_kind", name=_fact("x"), kind=_fact("y"), colour=_fact("red"))


@pytest.mark.parametrize("name", ["partnership.nothing", "nowhere.nothing"])
def test_an_unknown_sentence_is_named(name: str) -> None:
    with pytest.raises(SentenceError, match="nothing"):
        ENGLISH.say(name)


def test_a_bare_number_cannot_be_printed() -> None:
    with pytest.raises(SentenceError, match="bare number"):
        ENGLISH.say("work.overview", count=3)


def test_templates_run_in_a_sandbox() -> None:
    environment = Sentences("en")._environment
    with pytest.raises(Exception, match="unsafe"):
        environment.from_string("{{ ''.__class__.__mro__ }}").render()

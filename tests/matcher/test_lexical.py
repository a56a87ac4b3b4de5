"""Stems and BM25."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.lexical import STEMMERS, Bm25, stems, words

TOKENS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=8), max_size=8)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fi", "työttömien", "työttömille"),
        ("sv", "arbetsgivare utbildningar", "arbetsgivaren utbildning"),
        ("en", "training carers", "trained carer"),
        ("de", "Ausbildungen", "Ausbildung"),
        ("fr", "formations professionnelles", "formation professionnelle"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_every_stemmer_named_is_there_and_other_languages_keep_their_words() -> None:
    for language in STEMMERS:
        assert stems("test", language)
    assert stems("Koulutusta 2026", None) == stems("Koulutusta 2026", "mt") == ["koulutusta", "2026"]


def test_words_are_letters_and_digits_of_two_and_more() -> None:
    assert words("Hoiva-ala: 3 h / ESR+_4.2 (ÅÄÖ)") == ["hoiva", "ala", "esr", "åäö"]


def test_the_score_is_that_of_the_formula() -> None:
    documents = [["care", "care", "work"], ["work"], ["peat", "bog"]]
    average = sum(map(len, documents)) / len(documents)
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 / (2 + 1.5 * (1 - 0.75 + 0.75 * 3 / average))
    scores = Bm25(documents).scores(["care"])
    assert scores[0] == pytest.approx(expected, rel=1e-5)
    assert scores[1:].tolist() == [0, 0]


@given(TOKENS, st.lists(st.sampled_from("abcdefxyz"), max_size=5))
def test_scores_are_there_for_every_document_and_zero_without_a_shared_word(
    documents: list[list[str]], query: list[str]
) -> None:
    scores = Bm25(documents).scores(query)
    assert scores.shape == (len(documents),)
    assert np.all(scores >= 0)
    for tokens, score in zip(documents, scores, strict=True):
        assert bool(score > 0) == bool(set(tokens) & set(query))

"""Passages and quotations always point into the text they came from."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from matcher.passages import (
    LONGEST,
    Passage,
    passage_text,
    sentences,
    split_passages,
    worth_embedding,
)
from matcher.quotation import LONGEST as LONGEST_QUOTE
from matcher.quotation import quotation

MARKS = ["## ", "- ", "\n", "\n\n", " ", ". ", "\u2028", "”"]
PIECES = [*MARKS, "Työ ", "koulutus", "Hoiva? ", "É", "a" * 50, "klo 13.00 "]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(TEXTS)
@example("a" * 3000)
@example("Word. " * 400)
def test_passages_are_in_order_short_and_cover_every_line_that_is_no_heading(text: str) -> None:
    passages = split_passages(text)
    spans = [(passage.start, passage.end) for passage in passages]
    assert spans == sorted(spans)
    assert all(a < b and b - a <= LONGEST for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = "".join(text[a:b] for a, b in spans)
    lines = [line for line in text.split("\n") if not line.startswith("## ")]
    assert [c for c in kept if not c.isspace() and c != "-"] == [
        c for c in "".join(lines) if not c.isspace() and c != "-"
    ]


@given(TEXTS, st.text(max_size=40))
def test_a_quotation_lies_in_its_passage_and_is_short(text: str, aim: str) -> None:
    for passage in split_passages(text):
        start, end = quotation(text, passage.start, passage.end, aim)
        assert passage.start <= start < end <= passage.end
        assert end - start <= max(LONGEST_QUOTE, 1)


@given(TEXTS)
def test_sentences_lie_in_order_and_begin_and_end_with_a_sign(text: str) -> None:
    spans = sentences(text, 0, len(text))
    assert spans == sorted(spans)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]


def test_headings_part_passages_and_stand_before_them_when_embedded() -> None:
    text = "Lead.\n\n## Objective\n\nTrain carers.\n\n- at work\n\n## Who\n\nTowns."
    passages = split_passages(text)
    assert [passage_text(text, passage) for passage in passages] == [
        "Lead.",
        "Objective: Train carers.\n\n- at work",
        "Who: Towns.",
    ]


def test_a_long_paragraph_is_parted_between_sentences() -> None:
    text = " ".join(f"Sentence number {n} says something about work and care." for n in range(40))
    parts = [text[p.start : p.end] for p in split_passages(text)]
    assert len(parts) > 1
    assert all(part.startswith("Sentence") and part.endswith("care.") for part in parts)


def test_abbreviations_with_a_small_letter_and_hours_do_not_end_a_sentence() -> None:
    text = "Haku päättyy 26.3.2026 klo 13.00 esim. kunnissa. Seuraava haku avataan."
    assert [text[a:b] for a, b in sentences(text, 0, len(text))] == [
        "Haku päättyy 26.3.2026 klo 13.00 esim. kunnissa.",
        "Seuraava haku avataan.",
    ]


def test_a_passage_of_a_few_words_is_not_worth_a_vector() -> None:
    assert not worth_embedding(Passage(0, 10))
    assert worth_embedding(Passage(0, 200))


@pytest.mark.parametrize(
    ("aim", "quoted"),
    [
        ("Mentors for newcomers", "Each newcomer has a mentor at the workplace. Mentors are trained"),
        ("Hoitajien koulutus", "The programme runs for three years in five regions"),
    ],
)
def test_the_sentences_that_share_most_with_the_aim_are_quoted(aim: str, quoted: str) -> None:
    text = (
        "Background of the call\n"
        "The programme runs for three years in five regions of the country. "
        "Each newcomer has a mentor at the workplace. Mentors are trained beforehand."
    )
    start, end = quotation(text, 0, len(text), aim)
    assert text[start:end].startswith(quoted)

"""Specific objectives, language, links, numbers and sentences."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.call_texts import says_continuous, stated_closings, stated_periods
from crawler.parsing.grants import READERS
from crawler.parsing.language import language_of
from crawler.parsing.links import find_links
from crawler.parsing.objectives import specific_objectives
from crawler.parsing.sentences import LONGEST, sentences


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("erityistavoitteessa 4.1. Polkuja töihin (Lappi)", ["4.1"]),
        ("4.1 Polkuja töihin\n4.2 Uutta osaamista työelämään", ["4.1", "4.2"]),
        ("Ylläpidon särskilda mål 4.1 och 4.3", ["4.1", "4.3"]),
        ("Tekijöitä hoiva-alalle, ESR+ 4.1 ja 4.2", ["4.1", "4.2"]),
        ("Haku on auki 4.1.–5.2.2026.", []),
        ("Toimintalinja 7, jaossa 5.1 miljoonaa euroa", []),
    ],
)
def test_specific_objectives(text: str, codes: list[str]) -> None:
    assert specific_objectives(text) == codes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ansökan kan lämnas på svenska och den behandlas av centralen.", "sv"),
        ("Hakemukset käsitellään ja rahoitus myönnetään, joka on osa ohjelmaa.", "fi"),
        ("ESF+ 4.1", "fi"),
    ],
)
def test_language_by_its_little_words(text: str, language: str) -> None:
    assert language_of(text, ("fi", "sv"), "fi") == language


def test_links_keep_their_words_once_and_lead_somewhere() -> None:
    html = (
        '<p><a href="https://a.example/x.pdf">Call document</a> <a href="call document.">x</a>'
        '<a href="mailto:a@b.example">mail</a><a href="/form">Form</a><a href="https://a.example/x.pdf">again</a></p>'
    )
    links = [(link.label, link.url) for link in find_links(html, "https://b.example/page")]
    assert links == [("Call document", "https://a.example/x.pdf"), ("Form", "https://b.example/form")]


def test_a_sentence_does_not_end_inside_a_date() -> None:
    text = "Haku on auki 30.6. – 15.12.2023. Se on jatkuva.\n4.1. erityistavoite"
    assert sentences(text) == ["Haku on auki 30.6. – 15.12.2023.", "Se on jatkuva.", "4.1. erityistavoite"]


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    specific_objectives(text)
    language_of(text, ("en", "fi", "sv"), "en")
    find_links(f'<a href="{text}">{text}</a>', "https://a.example/")
    assert all(sentence.strip() == sentence for sentence in sentences(text))


@given(st.lists(st.sampled_from(["a", "b" * 700, " ", ". ", "\n", "A"]), max_size=60).map("".join))
def test_no_sentence_is_longer_than_can_be_read_quickly_and_no_word_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(0 < len(sentence) <= LONGEST for sentence in found)
    assert "".join("".join(found).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "trap",
    ["haku päättyy 1.1.2026 ", "123 ", "jatkuva-", "jatkuvahaku", "between 1.1.2026 and 2.1.2026 and "],
)
def test_reading_a_long_text_takes_time_only_in_proportion(trap: str) -> None:
    text = trap * (200_000 // len(trap))
    began = time.perf_counter()
    says_continuous(text)
    stated_closings(text)
    stated_periods(text)
    for read in READERS:
        read(text)
    assert time.perf_counter() - began < 20  # took hours before sentences had a bound

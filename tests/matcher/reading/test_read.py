"""What holds of every reading, of documents and of contradictions."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.eligibility.conditions import Certainty
from matcher.reading import Reading, agree, read, read_conditions, read_document, read_pages
from matcher.reading.clauses import LONGEST, clauses
from matcher.reading.kinds import all_kinds
from matcher.reading.words import words_of
from store.vocabulary import Language
from tests.matcher.reading.conftest import sentences

EN = "The EU grant covers up to 80 % of the eligible costs."
TEXTS = [(language, sentence["text"]) for language, sentence in sentences()]
JOINS = st.sampled_from(
    ["\n\n", "\n", " ", "\n- ", "\n\n## Heading\n\n", "\r\n", "[[A note. With two sentences.]] "]
)
PIECES = st.lists(st.tuples(st.sampled_from(TEXTS), JOINS), min_size=1, max_size=6)


@given(PIECES, st.sampled_from(["en", "fi", "sv"]))
def test_a_quote_stands_where_the_reading_says(
    pieces: list[tuple[tuple[str, str], str]], language: str
) -> None:
    text = "".join(f"{written}{join}" for (_, written), join in pieces)
    found = read(text, language, "description")
    for reading in (*found.readings, *found.conflicts):
        assert text[reading.start : reading.end] == reading.quote
        assert reading.quote == reading.quote.strip()
        assert reading.condition.certainty is Certainty.B
        assert reading.condition.source == "call_text"
        assert (reading.field, reading.page) == ("description", None)
        assert set(reading.condition.rules) <= {f"R{number:02d}" for number in range(1, 34)}


@given(st.text(max_size=400), st.sampled_from(["en", "fi", "sv", None]))
def test_no_text_breaks_the_reader(text: str, language: str | None) -> None:
    read(text, language, "conditions")
    assert all(text[one.start : one.end] for one in clauses(text) if not one.items)


@given(PIECES)
def test_a_sentence_is_read_the_same_whatever_else_the_page_says(
    pieces: list[tuple[tuple[str, str], str]],
) -> None:
    """More text can take a reading away by contradiction, and never adds one that no sentence states."""
    text = "\n\n".join(written for (_, written), _ in pieces)
    alone = {r.quote for _, written in [p[0] for p in pieces] for r in everything(written)}
    assert {reading.quote for reading in everything(text)} <= alone


def everything(text: str) -> list[Reading]:
    found = read(text, "en", "conditions")
    return [*found.readings, *found.conflicts]


def test_another_language_gives_nothing_and_an_unknown_one_is_guessed() -> None:
    finnish = "Hankkeen kesto on enintään 24 kuukautta, ja tukitaso on enintään 80 prosenttia kustannuksista."
    assert read_conditions(EN, "de", "conditions") == []
    assert [r.condition.type for r in read_conditions(finnish, None, "conditions")] == [
        "duration",
        "co_financing",
    ]


def test_pages_of_two_languages_are_guessed_one_by_one() -> None:
    pages = [
        "It is for all of them. The consortium must consist of at least three organisations and has a lead.",
        "Konsortion on sovittava työnjaosta. Hankkeen kesto on enintään 24 kuukautta, ja se alkaa keväällä.",
    ]
    found = [(reading.condition.type, reading.page) for reading in read_document(pages, None)]
    assert found == [("consortium_size", 1), ("duration", 2)]


def test_pages_that_contradict_each_other_count_for_nothing() -> None:
    found = read_pages(["The co-financing rate is 80 %.", "The co-financing rate is 60 %."], "en")
    assert found.readings == ()
    assert [(reading.condition.type, reading.page) for reading in found.conflicts] == [
        ("co_financing", 1),
        ("co_financing", 2),
    ]


def test_two_texts_of_one_call_can_be_brought_to_agreement() -> None:
    texts = {"description": "The co-financing rate is 80 %.", "conditions": "The co-financing rate is 60 %."}
    found = [one for field, text in texts.items() for one in read_conditions(text, "en", field)]
    assert len(found) == 2
    assert agree(found).readings == ()


def test_a_whole_list_is_quoted_with_what_introduces_it() -> None:
    text = "## Who\n\nUnderstödet kan sökas av\n\n- yrkesläroanstalter\n- kommuner\n\nVälkommen!"
    (reading,) = read_conditions(text, "sv", "description")
    assert reading.quote == "Understödet kan sökas av\n\n- yrkesläroanstalter\n- kommuner"
    assert reading.condition.place == "Who"


def test_a_heading_of_the_commissions_form_ends_the_item_before_it() -> None:
    page = (
        "In order to be eligible, the applicants (beneficiaries and affiliated entities) must:\n"
        "\u2022 be established in one of the eligible countries, i.e.: EU Member States\n"
        "(with their overseas countries and territories) and EEA countries\n"
        "Consortium composition\n"
        "Proposals must be submitted by a consortium of at least 3 applicants.\n"
    )
    scope, size = read(page, "en", "conditions").readings
    assert (scope.condition.type, scope.quote[-13:]) == ("country", "EEA countries")
    assert (size.condition.type, size.condition.place) == ("consortium_size", "Consortium composition")


def test_a_line_of_a_page_that_begins_with_a_number_is_no_heading() -> None:
    page = (
        "2.1 Who can take part\nThe consortium must be made up of organisations and be led from at least\n"
        "3 Member States of the European Union, and it must last.\n3 Duration\nProjects last up to two years."
    )
    found = {reading.condition.type: reading.condition.place for reading in read_document([page], "en")}
    assert found == {"duration": "Duration"}


@pytest.mark.parametrize(
    "written", ["consortium must be of ", "at least three partners from ", "a, b and c or ", "€1 "]
)
def test_a_page_that_repeats_itself_does_not_hang_the_reader(written: str) -> None:
    started = time.perf_counter()
    for language in ("en", "fi", "sv"):
        read_document([written * (LONGEST // len(written) - 1), (written * 40 + "\n") * 100], language)
    assert time.perf_counter() - started < 60  # seconds; without a bound it would be hours


def test_a_sentence_that_is_too_long_to_be_one_is_not_read() -> None:
    assert read_conditions(f"{EN[:-1]} {'of all kinds ' * LONGEST}", "en", "conditions") == []


@pytest.mark.parametrize("language", [Language.FI, Language.SV])
def test_the_languages_have_the_same_keys(language: Language) -> None:
    english, other = words_of(Language.EN).file, words_of(language).file
    for name in ("doubts", "patterns", "kinds", "languages", "groups"):
        assert getattr(other, name).keys() == getattr(english, name).keys(), name
    assert all_kinds().keys() == english.kinds.keys()


@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_is_a_sound_pattern(language: Language) -> None:
    file = words_of(language).file
    for phrases in (*file.patterns.values(), *file.doubts.values(), *file.kinds.values(), file.ends):
        assert len(words_of(language).compiled(phrases)) == len(phrases)

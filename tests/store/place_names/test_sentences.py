"""Places in whole sentences: how many are found and how many of those found are right."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.place_names import PlaceKind, places_in
from store.regions import authority_regions
from store.vocabulary import Language
from tests.store.place_names.marked import Sentence, finnish_name, sentences

PRECISION, RECALL = 0.98, 0.97
"""What has to be reached on all sentences together."""

LETTERS = st.text(st.characters(codec="utf-8"), max_size=80)
PIECES = st.lists(
    st.sampled_from(
        ["Lapissa", "Salo", "Kanta-", "Päijät-Häme", "södra", "Norra Österbotten", "ja", ", ", " ", "EURA"]
    )
    | LETTERS,
    max_size=12,
).map(" ".join)


def found_in(sentence: Sentence) -> frozenset[tuple[int, int, str]]:
    places = places_in(sentence.text, sentence.language)
    return frozenset((place.start, place.end, finnish_name(place)) for place in places)


def test_precision_and_recall_on_marked_sentences() -> None:
    sample = sentences()
    assert len(sample) >= 60
    right = sum(len(found_in(one) & one.places) for one in sample)
    assert right / sum(len(found_in(one)) for one in sample) >= PRECISION
    assert right / sum(len(one.places) for one in sample) >= RECALL


@given(PIECES, st.sampled_from(Language))
def test_any_text_gives_places_in_order_with_their_words(text: str, language: Language) -> None:
    places = places_in(text, language)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert [place.start for place in places] == sorted(place.start for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


@given(PIECES, st.sampled_from(Language))
def test_nothing_in_small_letters_is_a_place(text: str, language: Language) -> None:
    assert places_in(text.lower(), language) == []


@pytest.mark.parametrize(
    "text",
    [
        "EURA 2021",
        "Hakemus jätetään EURA 2021 -järjestelmässä.",
        "Järjestelmä on nimeltään Eura 2021.",
        "EURA-palvelu",
        "Vaiheet I, II ja III",
        "Työ tehdään salo- ja lahtialueilla.",
        "Varkaus ilmoitetaan poliisille.",
        "Virrat ovat vuolaita.",
        "Salo on metsä.",
        "Soini avasi tilaisuuden.",
        "Tilaisuuden avasi johtaja Riikka Salo.",
        "Metsän aura, kemin haju, porin jono, inkoon ja vaalan sanat, sauvo.",
        "Karjalan ja Savon murteet.",
    ],
)
def test_words_and_people_that_are_no_places(text: str) -> None:
    assert places_in(text, "fi") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eurassa avataan toimipiste.", "Eura"),
        ("Euran kunta hakee rahoitusta.", "Eura"),
        ("Salossa haku on auki.", "Salo"),
        ("Rahoitus siirtyy Varkaus nimiseen kaupunkiin.", "Varkaus"),
        ("Virroilla ja muualla", "Virrat"),
        ("LAHDESSA", "Lahti"),
        ("Pori hakee rahoitusta.", "Pori"),
        ("Kemin satama", "Kemi"),
    ],
)
def test_the_same_words_where_they_are_places(text: str, name: str) -> None:
    assert [place.name for place in places_in(text, "fi")] == [name]


def test_the_longest_name_wins() -> None:
    assert [place.name for place in places_in("i Norra Österbotten", "sv")] == ["Norra Österbotten"]
    assert [place.name for place in places_in("Pohjois-Pohjanmaalla", "fi")] == ["Pohjois-Pohjanmaa"]
    assert places_in("i västra Österbotten", "sv") == []


def test_an_authority_is_not_the_place_it_is_named_after() -> None:
    centre, region = places_in("Keski-Suomen elinvoimakeskuksen haku Satakunnassa", "fi")
    assert (centre.kind, region.name) == (PlaceKind.AUTHORITY, "Satakunta")
    assert authority_regions(centre.code) == authority_regions(centre.name)


def test_names_come_in_the_language_of_the_text() -> None:
    assert [place.name for place in places_in("Lapplands och Vasas företag", "sv")] == ["Lappland", "Vasa"]
    assert [place.name for place in places_in("Lapland and Vasa", "en")] == ["Lapland", "Vaasa"]


def test_other_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="de"):
        places_in("Lappland", "de")

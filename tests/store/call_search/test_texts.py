"""Words of a question: the whole word, its inflections, its beginning, and inside a compound."""

import pytest

from store.call_search.texts import TextMemory, words_of

TITLES = {
    0: ("fi", "Työllisyyspalvelut uudistuvat", "Hankkeessa koulutetaan ohjaajia."),
    1: ("fi", "Palvelu nuorille", "Palvelussa autetaan työttömiä."),
    2: ("en", "Policies for care work", "Employers train carers; every policy counts."),
    3: ("sv", "Utbildningar i vården", "Sysselsättningen ökar."),
    4: ("en", "Peat land", "Care for nature. Palveluissa is not English."),
}


@pytest.fixture
def memory() -> TextMemory:
    made = TextMemory()
    for position, (language, title, text) in TITLES.items():
        made.add(position, language, title, text)
    return made


@pytest.mark.parametrize(
    ("question", "met"),
    [
        ("palveluissa", {0, 1, 4}),
        ("PALVELU", {0, 1, 4}),
        ("palv", {0, 1, 4}),
        ("työttömille", {1}),
        ("policy", {2}),
        ("training", {2}),
        ("utbildning", {3}),
        ("vård", {3}),
        ("care work", {2}),
        ("care wo", {2}),
        ("care nothing", set()),
        ("eu", set()),
    ],
)
def test_what_a_question_meets(memory: TextMemory, question: str, met: set[int]) -> None:
    assert set(memory.search(question) or ()) == met


def test_short_words_are_not_looked_for_inside_others(memory: TextMemory) -> None:
    assert set(memory.search("rai") or ()) == set()
    assert set(memory.search("tra") or ()) == {2}


def test_a_stem_counts_only_in_its_language(memory: TextMemory) -> None:
    memory.add(5, "en", "Palvelut abroad", "")
    assert 5 not in (memory.search("palveluissa") or {})
    memory.add(6, "fi", "Palvelut kotona", "")
    assert 6 in (memory.search("palveluissa") or {})


def test_title_over_text_and_whole_over_part(memory: TextMemory) -> None:
    found = memory.search("care") or {}
    assert found[2] > found[4]
    services = memory.search("palvelu") or {}
    assert services[1] > services[0] > services[4]


def test_no_word_is_no_question(memory: TextMemory) -> None:
    assert memory.search("  %_- ") is None
    assert words_of("100 % care_work") == ["100", "care", "work"]


def test_more_words_are_learnt_after_a_search(memory: TextMemory) -> None:
    assert memory.search("zebra") == {}
    memory.add(7, "en", "Zebra", "")
    assert set(memory.search("zebra") or ()) == {7}


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    memory = TextMemory()
    for position in range(50):
        memory.add(position, "en", "common", "rare" if position == 0 else "")
    memory.add(50, "en", "rare", "common")
    found = memory.search("common rare") or {}
    assert set(found) == {0, 50}
    assert found[50] > found[0]

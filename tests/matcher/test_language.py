"""Guessing a language: right on a sentence or two, silent when there is too little."""

import pytest

from matcher.language import ENDINGS, LITTLE_WORDS, guess_language

TEXTS = {
    "en": "The coalition is looking for projects that help people with their first job in the region.",
    "fi": "Koalitio hakee hankkeita, jotka auttavat ihmisiä löytämään ensimmäisen työpaikan alueelta.",
    "sv": "Koalitionen söker projekt som hjälper dem som är utan arbete att få ett första jobb.",
    "de": "Der Verbund sucht Projekte, die den Menschen zu einer ersten Arbeit in der Region verhelfen.",
    "fr": "La coalition cherche des projets qui aident les habitants à trouver un premier emploi.",
    "et": "Koalitsioon otsib projekte, mis aitavad inimestel leida oma esimese töökoha ning seda ka hoida.",
    "es": "La coalición busca proyectos que ayuden a las personas de la región a encontrar un empleo.",
    "pl": "Koalicja szuka projektów, które pomogą ludziom w regionie, ale nie jest to jedyny cel, jaki ma.",
    "el": "Ο συνασπισμός αναζητά έργα που βοηθούν τους ανθρώπους της περιοχής να βρουν την πρώτη δουλειά.",
    "bg": "Коалицията търси проекти, които помагат на хората от региона да намерят първата си работа.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language: str) -> None:
    assert guess_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "bioeconomy", "Erasmus+ 2026", "KA220-VET", "12 345"])
def test_too_little_to_tell_is_not_guessed(text: str) -> None:
    assert guess_language(text) is None


def test_a_text_half_in_one_language_and_half_in_another_is_not_guessed() -> None:
    assert guess_language("och att det som en på är " * 3 + "og det at en den til er " * 3) is None


def test_every_language_has_little_words_in_small_letters() -> None:
    assert set(ENDINGS) <= set(LITTLE_WORDS)
    for common in LITTLE_WORDS.values():
        assert len(common) >= 15
        assert all(word == word.lower() for word in common)

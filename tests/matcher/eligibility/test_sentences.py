"""Every sentence that is used exists in all three languages, with the same values, and reads well."""

from string import Formatter

import pytest

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.judgement import Message
from matcher.eligibility.own_words import own_names, own_word
from matcher.eligibility.phrases import PHRASES, words
from matcher.eligibility.rulebook import rulebook
from matcher.eligibility.sentences import ROLE, say, sentences
from store.labels import RoleWords, role_label, role_words
from store.regions import country_by_code
from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole, Programme

EN, FI, SV = Language.EN, Language.FI, Language.SV


def forms(key: str, language: Language) -> list[str]:
    """The one form of a sentence, or those for none, for one and for several."""
    sentence = sentences()[key][language]
    if isinstance(sentence, str):
        return [sentence]
    assert {"one", "other"} <= set(sentence) <= {"none", "one", "other"}
    return list(sentence.values())


def fields(text: str) -> set[tuple[str, str]]:
    """The values that a sentence names, each with how it is put into words."""
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


def values_in(texts: list[str]) -> set[str]:
    """The names of its values, without the words that the call's programme gives."""
    return {name for text in texts for name, _ in fields(text)} - own_names()


@pytest.mark.parametrize("key", sentences())
def test_all_languages_name_the_same_values(key: str) -> None:
    assert list(sentences()[key]) == ["en", "fi", "sv"]
    named = [values_in(forms(key, language)) for language in Language]
    assert named[0] - {"count"} == named[1] - {"count"} == named[2] - {"count"}
    specs = {
        spec
        for language in Language
        for form in forms(key, language)
        for name, spec in fields(form)
        if name not in own_names()
    }
    assert specs <= {*PHRASES, ROLE}


@pytest.mark.parametrize("key", sentences())
@pytest.mark.parametrize("said_by", RoleWords)
def test_every_word_of_the_programme_has_the_form_that_is_asked_for(key: str, said_by: RoleWords) -> None:
    for language in Language:
        for form in forms(key, language):
            for name, spec in fields(form):
                assert name not in own_names() or own_word(name, spec, language, said_by)


def test_the_words_of_the_programme_are_those_of_the_labels() -> None:
    for programme, source in ((Programme.ERASMUS_PLUS, "eu"), (Programme.ESF_PLUS, "fi_eura_esf_plus")):
        for role in PartnerRole:
            for language in Language:
                said_by = role_words(programme, source)
                told = role_label(role, programme, language, source)
                assert own_word(role, "", language, said_by) == told


@pytest.mark.parametrize("key", sentences())
def test_sentences_end_and_parts_do_not(key: str) -> None:
    part = key.startswith("cure.")
    nested = ("doubt.disagree", "what_if.", "member.beside", "broken.")
    for language in Language:
        for form in forms(key, language):
            assert form == form.strip()
            whole = form.endswith((".", "?", "}")) if key.startswith(nested) else form.endswith((".", "?"))
            assert whole is not part or form.endswith("}")


def test_questions_ask() -> None:
    for key in sentences():
        for language in Language:
            assert key.startswith("ask.") is all(form.endswith("?") for form in forms(key, language)), key


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("actors", ActorType),
        ("legal_types", LegalType),
        ("identifiers", Identifier),
        ("languages", Language),
        ("zones", ("Europe/Brussels", "Europe/Helsinki")),
    ],
)
def test_every_word_of_the_vocabulary_is_there(kind: str, codes: type[ActorType]) -> None:
    assert set(words()[kind]) == {str(code) for code in codes}
    assert all(list(spoken) == ["en", "fi", "sv"] for spoken in words()[kind].values())


def test_every_topic_of_the_rules_has_words() -> None:
    def topics(condition: ConditionBase) -> tuple[str, ...]:
        return getattr(condition, "keys", ())

    used = {
        key for rules in rulebook().rule_sets for condition in rules.conditions for key in topics(condition)
    }
    assert used <= set(words()["topics"])


def test_every_country_has_a_finnish_whence() -> None:
    for code in words()["from_country_fi"]:
        assert country_by_code(code) is not None
    for group in rulebook().countries.values():
        assert group.members <= set(words()["from_country_fi"])


def test_a_key_or_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        say(Message("no.such.sentence"), EN)
    with pytest.raises(KeyError):
        say(Message("applicant.yes"), EN)

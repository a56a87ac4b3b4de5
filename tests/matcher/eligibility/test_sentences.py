"""Every sentence that is used exists in all three languages, with the same values, and reads well."""

from string import Formatter

import pytest

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.judgement import Message
from matcher.eligibility.phrases import PHRASES, words
from matcher.eligibility.rulebook import rulebook
from matcher.eligibility.sentences import say, sentences
from store.regions import country_by_code
from store.vocabulary import ActorType, Identifier, Language, LegalType, PartnerRole

EN, FI, SV = Language.EN, Language.FI, Language.SV


def forms(key: str, language: Language) -> list[str]:
    """The one form of a sentence, or those for one and for several."""
    sentence = sentences()[key][language]
    return [sentence] if isinstance(sentence, str) else [sentence["one"], sentence["other"]]


def fields(text: str) -> set[tuple[str, str]]:
    """The values that a sentence names, each with how it is put into words."""
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sentences())
def test_all_languages_name_the_same_values(key: str) -> None:
    assert list(sentences()[key]) == ["en", "fi", "sv"]
    named = [{value for form in forms(key, language) for value in fields(form)} for language in Language]
    if all(isinstance(sentences()[key][language], str) for language in Language):
        assert named[0] == named[1] == named[2]
    free_of_count = [{value for value in each if value[0] != "count"} for each in named]
    assert free_of_count[0] == free_of_count[1] == free_of_count[2]
    assert {spec for each in named for _, spec in each} <= set(PHRASES)


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
        ("roles", PartnerRole),
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


@pytest.mark.parametrize(
    ("key", "values", "told"),
    [
        (
            "country_count.few",
            {"count": 1, "minimum": 3, "countries": ("FI",)},
            (
                "The organisations come from one country; 3 countries are needed.",
                "Organisaatiot ovat yhdestä maasta; tarvitaan 3 maata.",
                "Organisationerna kommer från ett land; 3 länder krävs.",
            ),
        ),
        (
            "cure.countries",
            {"count": 1, "nth": 2},
            ("a partner from a second country", "kumppani toisesta maasta", "en partner från ett andra land"),
        ),
        (
            "cure.countries",
            {"count": 2, "nth": 2},
            (
                "2 partners from 2 other countries",
                "2 kumppania 2 muusta maasta",
                "2 partner från 2 andra länder",
            ),
        ),
        (
            "cure.kinds.in",
            {"count": 1, "actors": ("vet_provider",), "countries": ("EE", "SE")},
            (
                "a VET provider in Estonia and Sweden",
                "ammatillisen koulutuksen järjestäjä (Virossa ja Ruotsissa)",
                "en anordnare av yrkesutbildning i Estland och Sverige",
            ),
        ),
        (
            "cure.kinds",
            {"count": 2, "actors": ("employer", "trade_union", "hei")},
            (
                "2 employers, trade unions or higher education institutions",
                "2 työnantajaa, ammattiliittoa tai korkeakoulua",
                "2 arbetsgivare, fackförbund eller högskolor",
            ),
        ),
        (
            "what_if.named.eligible",
            {"partners": ("employer SE",), "count": 1, "countries": 1},
            (
                "With an employer from Sweden the coalition would be eligible.",
                "Koalitio olisi tukikelpoinen, jos mukana olisi työnantaja Ruotsista.",
                "Med en arbetsgivare från Sverige vore koalitionen stödberättigad.",
            ),
        ),
        (
            "keep.grant.options",
            {"amounts": ("120000", "250000", "400000")},
            (
                "Choose one of EUR 120,000, 250,000 or 400,000.",
                "Valitse jokin näistä: 120\u00a0000, 250\u00a0000 tai 400\u00a0000 euroa.",
                "Välj något av 120\u00a0000, 250\u00a0000 eller 400\u00a0000 euro.",
            ),
        ),
        (
            "keep.co_financing",
            {"rate": 0.8, "rest": 0.2},
            (
                "The grant may be at most 80% of the total cost; own and other funding at least 20%.",
                "Tuki on enintään 80\u00a0% kokonaiskustannuksista; "
                "omaa ja muuta rahoitusta on vähintään 20\u00a0%.",
                "Bidraget får vara högst 80\u00a0% av de totala kostnaderna; "
                "egen och annan finansiering minst 20\u00a0%.",
            ),
        ),
        (
            "deadline.yes",
            {"day": "2026-03-05", "hour": "12:00", "zone": "Europe/Helsinki"},
            (
                "The call is open until 5 March 2026 at 12:00 (Finnish time).",
                "Haku päättyy 5.3.2026 klo 12:00 (Suomen aikaa).",
                "Ansökningstiden går ut 5 mars 2026 kl. 12:00 (finsk tid).",
            ),
        ),
        (
            "member.may",
            {"name": "X", "role": "coordinator"},
            (
                "X may take part as coordinator.",
                "X voi osallistua koordinaattorina.",
                "X kan delta som koordinator.",
            ),
        ),
        (
            "cure.among",
            {"partner": Message("cure.kinds", {"count": 1, "actors": ("employer",)})},
            ("among them an employer", "heidän joukossaan työnantaja", "bland dem en arbetsgivare"),
        ),
        (
            "doubt.recalled",
            {"reason": Message("one_coordinator.none")},
            (
                "Nobody coordinates yet. This condition is recalled, not checked.",
                "Koordinaattori puuttuu. Ehto on muistinvarainen, sitä ei ole tarkistettu.",
                "Det saknas en koordinator. Villkoret är återgivet ur minnet och inte kontrollerat.",
            ),
        ),
    ],
)
def test_how_it_reads(key: str, values: dict[str, object], told: tuple[str, str, str]) -> None:
    message = Message(key, values)  # type: ignore[arg-type]
    assert tuple(say(message, language) for language in Language) == told

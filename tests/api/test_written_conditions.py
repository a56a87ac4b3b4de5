"""Values as people write them become conditions, and conditions become few words."""

import doctest
from types import ModuleType

import pytest

from api.errors import BadChoice
from api.services.checking import evidence, written_conditions
from api.services.checking.condition_values import value_of
from api.services.checking.written_conditions import (
    EXAMPLES,
    TYPES,
    choices_of,
    condition_from,
    keys_of,
    pairs_in,
)
from matcher.eligibility.conditions import Certainty
from matcher.eligibility.labels import CONDITIONS
from store.vocabulary import Language


@pytest.mark.parametrize(
    ("kind", "written", "en", "fi"),
    [
        ("consortium_size", "minimum=3 maximum=10", "3 – 10", "3 – 10"),
        ("country_count", "minimum=3", "at least 3", "vähintään 3"),
        ("coordinator_age", "minimum_years=1", "at least 1 year", "vähintään 1 vuosi"),
        ("text_length", "pages=1", "at most 1 page", "enintään 1 sivu"),
        ("text_length", "characters=a: 500, b: 3000", "500–3,000 characters", "500–3 000 merkkiä"),
        ("country", "groups=eu countries=NO, IS", "EU countries, Norway, Iceland", "EU-maat, Norja, Islanti"),
        (
            "region",
            "regions=Lappi, FI1D8 municipalities=Urjala",
            "Lapland, Kainuu, Urjala",
            "Lappi, Kainuu, Urjala",
        ),
        ("applicant_type", "any_organisation=yes", "any organisation", "mikä tahansa organisaatio"),
        ("applicant_type", "legal_types=public", "public body", "julkinen organisaatio"),
        (
            "actor_types",
            "needs=2 vet_provider/hei per_country; trade_union",
            "2 × vocational education and training provider or higher education institution in each country; "
            "trade union",
            "2 × ammatillisen koulutuksen järjestäjä tai korkeakoulu joka maassa; ammattiliitto",
        ),
        ("lead", "actor_types=municipality excluded_legal_types=for_profit", None, None),
        ("coordinator_age", "minimum_years=2", "at least 2 years", "vähintään 2 vuotta"),
        (
            "deadline",
            "day=2026-03-05 hour=12:00",
            "5 March 2026 12:00 (Brussels)",
            "5.3.2026 12.00 (Bryssel)",
        ),
        ("application_count", "maximum=5 maximum_as_coordinator=1", "at most 5; leading at most 1", None),
        ("grant", "options=120000, 250000", "EUR 120,000 or EUR 250,000", "120 000 euroa tai 250 000 euroa"),
        ("grant", "maximum_by_months=12: 60000, 24: 120000", None, None),
        ("duration", "minimum=12 maximum=36", "12–36 months", "12–36 kuukautta"),
        ("co_financing", "maximum_rate=80 %", "at most 80%", "enintään 80 %"),
        ("co_financing", "maximum_rate=75", "at most 75%", "enintään 75 %"),
        ("co_financing", "maximum_rate=0,8", "at most 80%", "enintään 80 %"),
        ("deadline", "day=5.3.2026", "5 March 2026", "5.3.2026"),
        ("consortium_size", "minimum=3, maximum=10", "3 – 10", "3 – 10"),
        ("co_financing", "maximum_rate=0.8", "at most 80%", "enintään 80 %"),
        ("language", "languages=fi, sv", "Finnish, Swedish", "suomi, ruotsi"),
        ("identifiers", "needed=pic", "Participant Identification Code (PIC)", None),
        ("management_share", "maximum_share=20 %", "at most 20%", "enintään 20 %"),
        ("flat_rate", "rate=40 %", "40%", "40 %"),
        ("text_length", "pages=40", "at most 40 pages", "enintään 40 sivua"),
    ],
)
def test_what_is_written_is_told_in_few_words(
    kind: str, written: str, en: str | None, fi: str | None
) -> None:
    condition = condition_from(kind, pairs_in(written), source="call_text", certainty=Certainty.A)
    for language, told in ((Language.EN, en), (Language.FI, fi)):
        found = value_of(condition, language)
        assert found
        assert told is None or found.replace("\u00a0", " ").replace("\u202f", " ") == told


@pytest.mark.parametrize("kind", sorted(TYPES))
def test_every_type_has_a_name_in_each_language_and_keys_to_write(kind: str) -> None:
    assert all(CONDITIONS[kind])
    assert keys_of(kind)


@pytest.mark.parametrize(
    ("kind", "written", "told"),
    [
        ("grant", "minimum=500000 maximum=3", "minimum 500000 is more than maximum 3: swap or mend them"),
        ("grant", "minimum=-5", "minimum cannot be '-5': write 0 or more"),
        ("duration", "minimum=0", "minimum cannot be '0': write 1 or more"),
        ("country_count", "minimum=three", "minimum cannot be 'three': write a whole number such as 3"),
        ("co_financing", "maximum_rate=175", "maximum_rate cannot be '175': write 0.75 or 75 % for 75 %"),
        ("co_financing", "maximum_rate=much", "maximum_rate cannot be 'much': write 0.75 or 75 % for 75 %"),
        (
            "applicant_type",
            "any_organisation=perhaps",
            "any_organisation cannot be 'perhaps': write yes or no",
        ),
        ("country", "countries=FI, ZZ", "'ZZ' is no country that is known: write its two-letter code"),
        ("language", "languages=de", "languages cannot be 'de': write 'en', 'fi' or 'sv'"),
    ],
)
def test_an_unsound_value_is_refused_in_plain_words(kind: str, written: str, told: str) -> None:
    with pytest.raises(BadChoice) as found:
        condition_from(kind, pairs_in(written), source="call_text", certainty=Certainty.A)
    assert str(found.value).startswith(told)


def test_every_type_has_an_example_that_can_be_taken() -> None:
    assert set(EXAMPLES) == set(TYPES)
    for kind, written in EXAMPLES.items():
        assert condition_from(kind, pairs_in(written), source="call_text", certainty=Certainty.A)
        assert len(choices_of(kind)) == len(keys_of(kind))


@pytest.mark.parametrize("kind", sorted(set(TYPES) - {"lead", "associated_only"}))
def test_a_condition_without_values_says_nothing(kind: str) -> None:
    empty = TYPES[kind](source="call_text", certainty=Certainty.A)
    assert value_of(empty, Language.EN) is None


@pytest.mark.parametrize("module", [evidence, written_conditions])
def test_the_examples_in_docstrings_hold(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed

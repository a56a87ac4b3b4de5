"""Correcting what was read: the fields hold what was read, and give it back in plain form."""

from typing import Any

import pytest

from frontend import texts
from frontend.condition_fields import CORRECTABLE, TICKED, Kind, corrected, fields_of
from frontend.formats import Formats
from frontend.words import Words
from store.vocabulary import Language
from tests.frontend.stored import NOW

FILLED: dict[Kind, tuple[Any, str]] = {
    Kind.COUNT: (3, "3"),
    Kind.EUROS: (250_000, "250000"),
    Kind.SHARE: (0.725, "72.5%"),
    Kind.COUNTRIES: (["FI", "SE"], "FI, SE"),
    Kind.REGIONS: (["FI1D7", "FI196"], "FI1D7, FI196"),
    Kind.LEGAL_TYPES: (["public", "non_profit"], "public, non_profit"),
    Kind.ACTOR_TYPES: (["hei"], "hei"),
    Kind.LANGUAGES: (["fi", "sv"], "fi, sv"),
    Kind.FLAG: (True, "true"),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", list(CORRECTABLE))
def test_what_stands_in_the_fields_comes_back(kind: str, language: Language) -> None:
    words = Words(language)
    condition = {name: FILLED[holds][0] for name, holds in CORRECTABLE[kind].items()}
    fields = {field.id: field for field in fields_of(kind, condition, "row", Formats(words, NOW))}
    values, faults = corrected(kind, "row", lambda id: fields[id].value, lambda id: fields[id].chosen, words)
    assert faults == []
    assert values == {name: FILLED[holds][1] for name, holds in CORRECTABLE[kind].items()}


def test_every_field_has_its_label_hint_and_error() -> None:
    for kind, fields in CORRECTABLE.items():
        assert all(texts.has_text(f"correct.{kind}.{name}") for name in fields)
    for holds in set(Kind) - set(TICKED):
        assert texts.has_text(f"correct.hint.{holds}")
        assert texts.has_text(f"correct.error.{holds}")


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        ("consortium_size", "minimum", "three"),
        ("grant", "maximum", "much"),
        ("co_financing", "maximum_rate", "150"),
        ("country", "countries", "Finland, Atlantis"),
        ("region", "regions", "Atlantis"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(kind: str, name: str, text: str) -> None:
    typed = {f"row-{name}": text}
    _, (fault,) = corrected(kind, "row", lambda id: typed.get(id, ""), lambda _: [], Words(Language.EN))
    assert fault.field == f"row-{name}"


@pytest.mark.parametrize("kind", list(CORRECTABLE))
def test_nothing_at_all_is_no_correction(kind: str) -> None:
    values, (fault,) = corrected(kind, "row", lambda _: " ", lambda _: [], Words(Language.EN))
    assert values == {}
    assert fault.field == f"row-{next(iter(CORRECTABLE[kind]))}"


def test_a_word_that_is_none_of_the_boxes_is_not_taken() -> None:
    sent = corrected("language", "row", lambda _: "", lambda _: ["fi", "xx"], Words(Language.EN))
    assert sent == ({"languages": "fi"}, [])

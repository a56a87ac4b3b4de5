"""Every sentence of the YAML files gives the conditions that stand beside it, and no other."""

from collections import Counter
from typing import Any

import pytest
from pydantic import TypeAdapter

from matcher.eligibility.conditions import Certainty, Condition
from matcher.reading import Reading, read
from matcher.reading.readings import TEXT_SOURCE
from tests.matcher.reading.conftest import sentences

SENTENCES = sentences()
CONDITION: TypeAdapter[Any] = TypeAdapter(Condition)
ASIDE = {"place", "rules", "source", "certainty"}


def shown(reading: Reading) -> dict[str, Any]:
    """The values of a reading, as the files write them."""
    dumped: dict[str, Any] = reading.condition.model_dump(exclude=ASIDE, exclude_defaults=True)
    return {"type": reading.condition.type} | dumped


def wanted(entry: dict[str, Any]) -> dict[str, Any]:
    """A condition of a file, checked and filled up."""
    basis = {"source": TEXT_SOURCE, "certainty": Certainty.B}
    checked = CONDITION.validate_python(entry | basis)
    dumped: dict[str, Any] = checked.model_dump(exclude=ASIDE, exclude_defaults=True)
    return {"type": checked.type} | dumped


def sorted_by_text(conditions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(conditions, key=repr)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES, ids=[s["text"][:60] for _, s in SENTENCES])
def test_a_sentence_gives_what_stands_beside_it(language: str, sentence: dict[str, Any]) -> None:
    found = read(sentence["text"], language, "conditions")
    expected = [wanted(entry) for entry in sentence["reads"]]
    assert sorted_by_text([shown(reading) for reading in found.readings]) == sorted_by_text(expected)
    assert [reading.condition.type for reading in found.conflicts] == sentence.get("conflicts", [])


def test_there_are_enough_sentences_in_each_language_and_enough_that_must_give_nothing() -> None:
    counts = Counter(language for language, _ in SENTENCES)
    silent = Counter(language for language, sentence in SENTENCES if not sentence["reads"])
    assert set(counts) == {"en", "fi", "sv"}
    assert sum(counts.values()) >= 120
    assert sum(silent.values()) >= 40
    assert min(counts.values()) >= 40
    assert min(silent.values()) >= 14


def test_every_type_is_read_in_every_language() -> None:
    types = {(language, entry["type"]) for language, sentence in SENTENCES for entry in sentence["reads"]}
    assert {kind for _, kind in types} == {
        *("co_financing", "consortium_size", "country_count", "actor_types", "applicant_type", "lead"),
        *("associated_only", "grant", "duration", "country", "language"),
    }
    assert len(types) == 33

"""Reads sentences in which places are marked, and says what a place is called in Finnish."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from store.place_names import Place, PlaceKind
from store.regions import areas, authorities, country_by_code, municipality, region_name
from store.vocabulary import Language

FOLDER = Path(__file__).parent
MARK = re.compile(r"\[([^\[\]>]+) > ([^\]]+)\]")
Mention = tuple[int, int, str]
"""Start, end and Finnish name."""


@dataclass(frozen=True)
class Sentence:
    """A sentence without its marks, and the places marked in it."""

    language: Language
    text: str
    places: frozenset[Mention]


def sentences() -> list[Sentence]:
    """All sentences; keys such as `fi_second` are further samples of a language."""
    with (FOLDER / "sentences.yaml").open(encoding="utf-8") as file:
        written: dict[str, list[str]] = yaml.safe_load(file)
    return [_sentence(Language(key[:2]), text) for key, texts in written.items() for text in texts]


def finnish_name(place: Place) -> str:
    """The place's Finnish name, whatever language it was found in."""
    if place.kind is PlaceKind.REGION:
        return region_name(place.code, Language.FI)
    if place.kind is PlaceKind.MUNICIPALITY:
        found = municipality(place.code)
        assert found is not None
        return found.fi
    if place.kind is PlaceKind.COUNTRY:
        country = country_by_code(place.code)
        assert country is not None
        return country.name(Language.FI)
    return next(one.fi[0] for one in (*areas(), *authorities()) if one.code == place.code)


def _sentence(language: Language, marked: str) -> Sentence:
    text, places, last = "", set(), 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        places.add((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        last = mark.end()
    return Sentence(language, text + marked[last:], frozenset(places))

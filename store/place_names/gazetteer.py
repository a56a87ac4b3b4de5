"""Every form that a place's name takes in one language, and how far the form alone can be trusted.

`place_aliases.csv`: further names of regions, by national code and language. `doubtful_names.csv`: names of
municipalities that are also a `word`, or a `name` of people or companies, and the Finnish local cases,
`inner` or `outer`, that the municipality stands in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from store.place_names.finnish_cases import INNER, OUTER, Case, inflected
from store.place_names.place import PlaceKind
from store.regions import areas, authorities, countries, municipalities, region_by_code, regions
from store.regions.tables import rows
from store.vocabulary import Language

NOT_A_NAME = "VALTAKUNNALLINEN"
"""A programme area that texts call by an adjective."""
UNINFLECTED = " Tl"
"""Turun lääni, the old province, which stays as it is: Kosken Tl."""
SWEDISH_ENDINGS = ("regionen", "regionens", "trakten", "nejden")


class Doubt(StrEnum):
    """What else a municipality's name is: an ordinary word, or the name of people or of a company."""

    NONE = ""
    WORD = "word"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Entry:
    """A place under one form of its name; `local` is a form that only a place stands in (Salossa)."""

    kind: PlaceKind
    code: str
    name: str
    genitive: bool = False
    local: bool = False
    doubt: Doubt = Doubt.NONE


BEYOND_DOUBT: tuple[Doubt, tuple[Case, ...]] = (Doubt.NONE, ())
Gazetteer = dict[str, Entry]
"""Entries by form: in lower case, one space between words."""


@lru_cache(maxsize=len(Language))
def gazetteer(language: Language) -> Gazetteer:
    """The forms of all places in that language; texts in English use Finnish and Swedish names too."""
    found: Gazetteer = {}
    for kind, code, names in _places(language):
        for name in names:
            for form, entry in _forms(kind, code, names[0], name, language):
                found.setdefault(form, entry)
    return found


@lru_cache(maxsize=len(Language))
def longest(language: Language) -> dict[str, int]:
    """Of how many words the longest form is that begins with a word."""
    found: dict[str, int] = {}
    for form in gazetteer(language):
        words = form.split(" ")
        found[words[0]] = max(len(words), found.get(words[0], 0))
    return found


def _places(language: Language) -> Iterator[tuple[PlaceKind, str, tuple[str, ...]]]:
    english = language is Language.EN
    for authority in authorities():
        yield PlaceKind.AUTHORITY, authority.code, authority.names(language)
    for area in areas():
        if area.code != NOT_A_NAME:
            yield PlaceKind.AREA, area.code, area.names(language)
    for region in regions():
        yield PlaceKind.REGION, region.nuts_2024, _once(region.name(language), english and region.fi)
    for row in rows("place_aliases.csv"):
        aliased = region_by_code(row["region"])
        if aliased is not None and row["language"] == language:
            yield PlaceKind.REGION, aliased.nuts_2024, (aliased.name(language), row["name"])
    for one in municipalities():
        names = _once(one.name(language), english and one.fi, english and one.sv, *one.also)
        yield PlaceKind.MUNICIPALITY, one.code, names
    for country in countries():
        yield PlaceKind.COUNTRY, country.code, country.names(language)


def _once(*names: str | Literal[False]) -> tuple[str, ...]:
    """The names that there are, each once, in their order."""
    return tuple(dict.fromkeys(name for name in names if name))


def _forms(
    kind: PlaceKind, code: str, shown: str, name: str, language: Language
) -> Iterator[tuple[str, Entry]]:
    is_municipality = kind is PlaceKind.MUNICIPALITY
    doubt, local_cases = _doubts().get(name, BEYOND_DOUBT) if is_municipality else BEYOND_DOUBT
    entry = Entry(kind, code, shown, doubt=doubt)
    if language is Language.FI:
        yield from _finnish_forms(entry, name, local_cases)
        return
    yield name.lower(), entry
    if language is Language.SV:
        if not name.endswith("s"):
            yield f"{name.lower()}s", replace(entry, genitive=True)
        if is_municipality or kind is PlaceKind.REGION:
            yield from ((name.lower() + end, replace(entry, local=True)) for end in SWEDISH_ENDINGS)


def _finnish_forms(entry: Entry, name: str, local_cases: tuple[Case, ...]) -> Iterator[tuple[str, Entry]]:
    tail = UNINFLECTED if name.endswith(UNINFLECTED) else ""
    for case, forms in inflected(name.removesuffix(tail)).items():
        is_local = case in (INNER + OUTER) and (not local_cases or case in local_cases)
        shaped = replace(entry, genitive=case is Case.GENITIVE, local=is_local)
        yield from ((form + tail.lower(), shaped) for form in forms)


@lru_cache(maxsize=1)
def _doubts() -> dict[str, tuple[Doubt, tuple[Case, ...]]]:
    """Doubtful names with the local cases that the place stands in (`Salossa`, but `Nokialla`)."""
    cases = {"inner": INNER, "outer": OUTER, "": ()}
    return {row["name"]: (Doubt(row["also"]), cases[row["local"]]) for row in rows("doubtful_names.csv")}

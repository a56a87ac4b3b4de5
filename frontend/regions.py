"""Reads and tells regions, municipalities and countries: Finnish ones from the store, countries from CLDR."""

from functools import lru_cache

from babel import Locale

from store.regions import municipalities, municipality, municipality_by_name, regions
from store.regions import region_name as finnish_region
from store.vocabulary import Language

COUNTRIES = frozenset({
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    "IS", "LI", "NO", "CH", "GB",
    "AL", "BA", "GE", "MD", "ME", "MK", "RS", "TR", "UA",
})  # fmt: skip
"""Countries a member may be in: the Union, EEA, Switzerland, United Kingdom and candidates (ISO 3166-1)."""

NUTS_TO_ISO = {"EL": "GR", "UK": "GB"}


def region_name(code: str, language: Language) -> str:
    """The region's name, a country's name for its two letters, or the code itself when neither is known."""
    return country_name(code, language) if len(code) == 2 else finnish_region(code, language)


def region_code(words: str) -> str | None:
    """The NUTS code of a region named in any of the three languages or by its code; None when unknown.

    >>> region_code("egentliga finland"), region_code("fi196"), region_code("Atlantis")
    ('FI1C1', 'FI196', None)
    """
    wanted = " ".join(words.split()).casefold()
    return _codes_by_name().get(wanted) or _nuts_code(wanted.upper())


def region_field(code: str, language: Language) -> str:
    """What stands in a field for the region: its name when that is read as the same code, else the code."""
    name = region_name(code, language)
    return name if region_code(name) == code else code


def region_names(language: Language) -> list[str]:
    """The names of the Finnish regions in that language, sorted."""
    return sorted((region.name(language) for region in regions()), key=str.casefold)


def municipality_code(words: str) -> str | None:
    """The code of a Finnish municipality named in Finnish or Swedish or by its code; None when unknown.

    >>> municipality_code("rovaniemi"), municipality_code("698"), municipality_code("Atlantis")
    ('698', '698', None)
    """
    found = municipality_by_name(words) or municipality(words.strip())
    return found.code if found else None


def municipality_name(code: str, language: Language) -> str:
    """The municipality's name; the code itself when there is none of that code."""
    found = municipality(code)
    return found.name(language) if found else code


def municipality_names(language: Language) -> list[str]:
    """The names of the Finnish municipalities in that language, sorted."""
    return sorted((one.name(language) for one in municipalities()), key=str.casefold)


def country_name(code: str, language: Language) -> str:
    """The country's name; the code itself when CLDR does not know it."""
    return _territories(language).get(NUTS_TO_ISO.get(code, code), code)


@lru_cache(maxsize=1)
def country_names() -> dict[str, str]:
    """The code of each country by its name in each of the three languages, in small letters."""
    return {country_name(c, language).casefold(): c for language in Language for c in COUNTRIES}


def country_choices(language: Language, also: str = "") -> list[tuple[str, str]]:
    """Code and name of the countries to choose from, by name; `also` keeps one that is in use already."""
    codes = COUNTRIES | ({also} if also else frozenset())
    return sorted(
        ((code, country_name(code, language)) for code in codes), key=lambda pair: pair[1].casefold()
    )


def _nuts_code(code: str) -> str | None:
    """The code if it has the form of a NUTS code of one of the countries."""
    if not (2 <= len(code) <= 5 and code.isascii() and code.isalnum()):
        return None
    if NUTS_TO_ISO.get(code[:2], code[:2]) not in COUNTRIES:
        return None
    return code if len(code) == 2 or any(mark.isdigit() for mark in code[2:]) else None


@lru_cache(maxsize=len(Language))
def _territories(language: Language) -> dict[str, str]:
    return dict(Locale.parse(str(language)).territories)


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    names = {name.casefold(): r.nuts_2024 for r in regions() for name in (r.en, r.fi, r.sv)}
    return country_names() | names

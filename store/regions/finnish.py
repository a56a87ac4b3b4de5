"""The Finnish regions (maakunta, landskap): codes, NUTS 3 of 2021 and 2024, and names in three languages.

Codes and names: Statistics Finland's regional classification and the code list of EURA 2021; NUTS by
Regulation (EC) 1059/2003 as amended for 2021 and 2024.
"""

from dataclasses import dataclass
from functools import lru_cache

from store.regions.tables import rows
from store.vocabulary import Language


@dataclass(frozen=True)
class Region:
    """One region; `code` is the national two-digit code."""

    code: str
    nuts_2024: str
    nuts_2021: str
    en: str
    fi: str
    sv: str

    def name(self, language: Language) -> str:
        """The region's name in the reader's language."""
        return {Language.EN: self.en, Language.FI: self.fi, Language.SV: self.sv}[language]


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """All nineteen regions by code."""
    return tuple(Region(**row) for row in rows("regions_fi.csv"))


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Region]:
    return {region.code: region for region in regions()}


def region_by_code(code: str) -> Region | None:
    """The region of a national code such as `19`."""
    return _by_code().get(code)


@lru_cache(maxsize=1)
def regions_by_nuts() -> dict[str, Region]:
    """Finnish regions by NUTS 3 code of either edition; no code means two regions."""
    return {code: region for region in regions() for code in (region.nuts_2024, region.nuts_2021)}

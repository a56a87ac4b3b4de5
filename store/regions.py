"""The Finnish regions (maakunta, landskap): codes, NUTS 3 of 2021 and 2024, and names in three languages.

Codes and names: Statistics Finland's regional classification and the code list of EURA 2021; NUTS by
Regulation (EC) 1059/2003 as amended for 2021 and 2024.
"""

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from store.vocabulary import Language

FILE = Path(__file__).parent / "data" / "regions_fi.csv"


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
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(Region(**row) for row in csv.DictReader(file))


def region_by_code(code: str) -> Region | None:
    """The region of a national code such as `19`."""
    return next((region for region in regions() if region.code == code), None)


def region_name(nuts: str, language: Language) -> str:
    """The name of a Finnish NUTS 3 code of 2024, else of 2021; any other code is its own name."""
    for known in ({r.nuts_2024: r for r in regions()}, {r.nuts_2021: r for r in regions()}):
        if nuts in known:
            return known[nuts].name(language)
    return nuts

"""The 309 municipalities of Finland (from 2021): names, region, NUTS 3 of 2021 and 2024.

Statistics Finland's classification of municipalities. Five municipalities changed region on 1 January 2021:
`moved_from` is the region until then (national code), and their NUTS 3 of 2021 is that region's, as
Eurostat's workbook NUTS 2021 - NUTS 2024 tells; these five rows were put in by hand and carry certainty B.
"""

from dataclasses import dataclass
from functools import lru_cache

from store.regions.tables import rows
from store.vocabulary import Language

ALAND = "FI200"


@dataclass(frozen=True)
class Municipality:
    """One municipality: national three-digit code, names, region (national code), NUTS 3 codes."""

    code: str
    fi: str
    sv: str
    also: tuple[str, ...]
    region: str
    nuts_2024: str
    nuts_2021: str
    moved_from: str | None
    certainty: str

    def name(self, language: Language) -> str:
        """The name in the reader's language; English uses the Finnish name, on Åland the Swedish one."""
        if language is Language.EN:
            return self.sv if self.nuts_2024 == ALAND else self.fi
        return self.sv if language is Language.SV else self.fi


@lru_cache(maxsize=1)
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities by code."""
    return tuple(
        Municipality(
            code=row["code"],
            fi=row["fi"],
            sv=row["sv"],
            also=tuple(name for name in row["also"].split("|") if name),
            region=row["region"],
            nuts_2024=row["nuts_2024"],
            nuts_2021=row["nuts_2021"],
            moved_from=row["moved_from"] or None,
            certainty=row["certainty"],
        )
        for row in rows("municipalities_fi.csv")
    )


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Municipality]:
    return {one.code: one for one in municipalities()}


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Municipality]:
    return {name.casefold(): one for one in municipalities() for name in (one.fi, one.sv, *one.also)}


def municipality(code: str) -> Municipality | None:
    """The municipality of a three-digit code such as `581`."""
    return _by_code().get(code)


def municipality_by_name(name: str) -> Municipality | None:
    """The municipality of a Finnish or Swedish name, whatever its case and spaces; no inflected forms.

    >>> found = municipality_by_name("s:t michel")
    >>> found.fi if found else None
    'Mikkeli'
    """
    return _by_name().get(" ".join(name.split()).casefold())

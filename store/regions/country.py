"""European countries by ISO 3166-1 code, with their names in three languages.

`country_names.csv`: names by Unicode CLDR; further names by which texts call them, parted by `|`.
"""

from dataclasses import dataclass
from functools import lru_cache

from store.regions.tables import rows
from store.vocabulary import Language

ISO_OF_NUTS = {"EL": "GR", "UK": "GB"}


@dataclass(frozen=True)
class Country:
    """One country; the first of each language's names is the one shown."""

    code: str
    en: tuple[str, ...]
    fi: tuple[str, ...]
    sv: tuple[str, ...]

    def names(self, language: Language) -> tuple[str, ...]:
        """All names in that language, the one shown first."""
        return {Language.EN: self.en, Language.FI: self.fi, Language.SV: self.sv}[language]

    def name(self, language: Language) -> str:
        """The country's name in the reader's language."""
        return self.names(language)[0]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """European countries and neighbours that calls name, by code."""
    return tuple(
        Country(row["code"], *(tuple(row[language].split("|")) for language in Language))
        for row in rows("country_names.csv")
    )


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


def country_by_code(code: str) -> Country | None:
    """The country of an ISO code, or of NUTS' own EL and UK."""
    return _by_code().get(ISO_OF_NUTS.get(code, code))

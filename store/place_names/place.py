"""What a place name in a text stands for."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """Kinds of place, and the bodies that carry a place's name and work for more or less than it.

    An authority (a regional council, an Economic Development Centre) is told apart because a text that names
    it does not say that the place takes part; `authority_regions` tells where it may open calls.
    """

    REGION = "region"
    AREA = "area"
    MUNICIPALITY = "municipality"
    COUNTRY = "country"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Place:
    """A place named at start:end of a text.

    code: NUTS 3 of 2024, EURA area code, municipality code, ISO 3166-1 or authority code; name: in the text's
    language, uninflected. Where one word serves two names (`Kanta- ja Päijät-Häme`), each has its own words.
    """

    kind: PlaceKind
    code: str
    name: str
    start: int
    end: int

"""Values as a person writes them, in any of the three languages; BadChoice says what to write instead."""

import re
from datetime import date
from enum import StrEnum
from typing import TypeVar

from api.errors import BadChoice
from store.labels import LABELS
from store.regions import is_known, municipality, municipality_by_name, regions
from store.vocabulary import Language

YES = {"yes", "y", "true", "kyllä", "on", "ja"}
NO = {"no", "n", "false", "ei", "nej"}
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
Word = TypeVar("Word", bound=StrEnum)


def yes_no(text: str) -> bool:
    """Yes or no in any of the three languages."""
    plain = text.strip().casefold()
    if plain not in YES | NO:
        raise BadChoice(f"{text!r} is neither yes nor no: write one of the two.")
    return plain in YES


def whole_number(text: str) -> int:
    """A whole number that is not below 0; spaces and the euro sign are left out."""
    plain = "".join(text.replace("€", "").removesuffix("EUR").removeprefix("EUR").split())
    plain = plain.replace(",", "") if "," in plain and len(plain.rsplit(",", 1)[1]) == 3 else plain
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 12:
        raise BadChoice(f"{text!r} is no whole number: write one such as 24 or 250000.")
    return int(plain)


def day(text: str) -> date:
    """A whole day in ISO form."""
    try:
        return date.fromisoformat(text.strip() if _DAY.fullmatch(text.strip()) else "")
    except ValueError:
        raise BadChoice(f"{text!r} is no whole day: write it as 1995-03-01.") from None


def word(kind: type[Word], text: str) -> Word:
    """A word of a vocabulary, by its value or by its label in any language."""
    plain = text.strip().casefold()
    for one in kind:
        if plain in {one.value.casefold(), *(told.casefold() for told in LABELS.get(one, ()))}:
            return one
    raise BadChoice(f"{text!r} is not among {', '.join(kind)}.")


def region_code(text: str) -> str:
    """A NUTS code, or the name of a Finnish region in any of the three languages, as its code of 2024."""
    plain = text.strip()
    named = {region.name(language).casefold(): region for region in regions() for language in Language}
    if plain.casefold() in named:
        return named[plain.casefold()].nuts_2024
    if not is_known(plain.upper()):
        raise BadChoice(f"{text!r} is no region that is known: write a NUTS code such as FI1D7, or its name.")
    return plain.upper()


def municipality_code(text: str) -> str:
    """A Finnish municipality's three-digit code, from the code or its name in Finnish or Swedish."""
    found = municipality(text.strip()) or municipality_by_name(text)
    if found is None:
        raise BadChoice(f"{text!r} is no Finnish municipality: write its name, or its code such as 564.")
    return found.code


def parts(text: str) -> list[str]:
    """What a list written with commas holds."""
    return [part.strip() for part in text.split(",") if part.strip()]

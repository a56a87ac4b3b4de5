"""Values as a person writes them, in any of the three languages; BadChoice says what to write instead."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from api.errors import BadChoice
from store.labels import LABELS
from store.regions import country_by_code, is_known, municipality, municipality_by_name, regions
from store.vocabulary import Language

YES = {"yes", "y", "true", "kyllä", "on", "ja"}
NO = {"no", "n", "false", "ei", "nej"}
_DAY = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_FINNISH_DAY = re.compile(r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})")
_TOLD = {
    "greater_than_equal": "write {ge} or more",
    "greater_than": "write more than {gt}",
    "less_than_equal": "write {le} or less",
    "int_parsing": "write a whole number such as 3",
    "int_from_float": "write a whole number such as 3",
    "float_parsing": "write a number such as 0.75",
    "bool_parsing": "write yes or no",
    "literal_error": "write {expected}",
    "enum": "write {expected}",
}
"""What to write instead, by the kind of problem that a model finds."""
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
    if re.fullmatch(r"[-−][0-9]+", plain):
        raise BadChoice(f"{text!r} is below 0: write 0 or more.")
    if not (plain.isascii() and plain.isdigit()) or len(plain) > 12:
        raise BadChoice(f"{text!r} is no whole number: write one such as 24 or 250000.")
    return int(plain)


def day(text: str) -> date:
    """A whole day, in ISO form or as 1.3.1995."""
    plain = text.strip()
    found = _DAY.fullmatch(plain) or _FINNISH_DAY.fullmatch(plain)
    wrong = BadChoice(f"{text!r} is no whole day: write it as 1995-03-01.")
    if found is None:
        raise wrong
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        raise wrong from None


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


def country_code(text: str) -> str:
    """A country's ISO code, from the code in any case (NUTS' EL and UK too)."""
    found = country_by_code(text.strip().upper())
    if found is None:
        raise BadChoice(f"{text!r} is no country that is known: write its two-letter code, as FI or SE.")
    return found.code


def mended(problem: Mapping[str, Any]) -> str:
    """What to write instead of a value in which a model found this problem, one of its `errors()`."""
    told = _TOLD.get(str(problem["type"]))
    if told is None:
        return str(problem["msg"]).removeprefix("Value error, ")
    return told.format(**problem.get("ctx", {}))


def parts(text: str) -> list[str]:
    """What a list written with commas holds."""
    return [part.strip() for part in text.split(",") if part.strip()]

"""How the facts of an organisation are written in files: registrations, days, municipalities."""

import re
from typing import Any

from store.regions import municipality_by_name
from store.vocabulary import Identifier

FORMS: dict[Identifier, tuple[str, str]] = {
    Identifier.PIC: (r"[0-9]{9}", "nine digits such as 999999999"),
    Identifier.OID: (r"E[0-9]{8}", "E and eight digits such as E99999999"),
    Identifier.BUSINESS_ID: (r"[0-9A-Z][0-9A-Z ./-]{3,29}", "the number of the country's business register"),
    Identifier.SUOMI_FI_MANDATE: (r"yes", "`yes`, for a mandate has no number"),
}
"""PIC: Funding & Tenders Portal; OID: Organisation Registration System. Check digits are not looked at."""
Y_TUNNUS = (r"[0-9]{7}-[0-9]", "seven digits, a hyphen and a digit such as 1234567-8")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def form_of(identifier: Identifier, country: str) -> tuple[str, str]:
    """The pattern of such a number, and the pattern in words; Finland has its own business ID."""
    finnish = country == "FI" and identifier is Identifier.BUSINESS_ID
    return Y_TUNNUS if finnish else FORMS[identifier]


def well_formed(numbers: dict[Identifier, str], country: str) -> dict[Identifier, str]:
    """The numbers as they are. Raises ValueError naming the first that is not written as such numbers are."""
    for identifier, number in numbers.items():
        pattern, words = form_of(identifier, country)
        if not re.fullmatch(pattern, number):
            raise ValueError(f"{identifier} is {number!r}: write {words}")
    return numbers


def iso_day(value: Any) -> Any:
    """Text when it is a whole ISO day. Raises ValueError for a year alone and for a count of seconds."""
    if isinstance(value, str) and not _DAY.fullmatch(value.strip()):
        raise ValueError("write the whole day as 1995-03-01, or leave it out when it is not known")
    return value.strip() if isinstance(value, str) else value


def municipality_code(value: Any) -> Any:
    """The code of a municipality that is given by its name; three digits as they are.

    Raises ValueError for any other word. Codes are not looked up, so that a merger leaves profiles readable.
    """
    if not isinstance(value, str) or re.fullmatch(r"[0-9]{3}", value):
        return value
    found = municipality_by_name(value)
    if found is None:
        raise ValueError(f"{value!r} is no municipality of Finland: write its name or three-digit code")
    return found.code

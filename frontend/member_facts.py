"""The facts of a member that calls ask for: shown on its page, filled into its form and read from there.

A registration is one field: its number, a word for *none*, or nothing when it is not known.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from frontend import typed
from frontend.formats import Formats
from frontend.regions import municipality_code, municipality_name
from frontend.words import Words
from store.models import MemberCreate
from store.models.member_facts import form_of
from store.vocabulary import Identifier, Language, LegalType

Row = dict[str, str]

NUMBERED = (Identifier.BUSINESS_ID, Identifier.PIC, Identifier.OID)
COLUMNS = (
    "legal_type", "founded", "municipality", "business_id", "pic", "oid", "suomi_fi_mandate",
    "may_co_fund", "consortium_experience", "newcomer",
)  # fmt: skip
YES, NO = "yes", "no"
FAULTS = {
    Identifier.BUSINESS_ID: "form.error.business_id",
    Identifier.PIC: "form.error.pic",
    Identifier.OID: "form.error.oid",
    "founded": "form.error.founded",
    "municipality": "form.error.municipality",
}
"""What is told of a field that cannot be read."""


@dataclass(frozen=True)
class ShownFact:
    """A fact as the page shows it; value None is not known."""

    label: str
    value: str | None


def shown_facts(member: MemberCreate, formats: Formats) -> list[ShownFact]:
    """The facts in the order of the form, in the reader's words."""
    words = formats.words
    values = {
        "legal_type": words.label(member.legal_type) if member.legal_type else None,
        "founded": formats.day(member.founded) if member.founded else None,
        "municipality": municipality_name(member.municipality, words.language)
        if member.municipality
        else None,
        "may_co_fund": _answer(member.may_co_fund, words),
        "consortium_experience": _answer(member.consortium_experience, words),
        "newcomer": _answer(member.newcomer, words),
    }
    for identifier in Identifier:
        number = member.identifiers.get(identifier)
        has = None if number is None and identifier not in member.lacks else number is not None
        values[identifier] = number if identifier in NUMBERED and has else _answer(has, words)
    return [ShownFact(fact_label(column, words), values[column]) for column in COLUMNS]


def fact_label(column: str, words: Words) -> str:
    """What the pages call the fact."""
    if column in list(Identifier):
        label = words.label(Identifier(column))
        return label[:1].upper() + label[1:]
    return words(f"member.{column}")


def facts_row(member: MemberCreate, language: Language) -> Row:
    """What the form's fields hold for a stored member."""
    row = {
        "legal_type": str(member.legal_type or ""),
        "founded": f"{member.founded.day}.{member.founded.month}.{member.founded.year}"
        if member.founded
        else "",
        "municipality": municipality_name(member.municipality, language) if member.municipality else "",
        "may_co_fund": _yes_no(member.may_co_fund),
        "consortium_experience": _yes_no(member.consortium_experience),
        "newcomer": _yes_no(member.newcomer),
    }
    for identifier in Identifier:
        lacking = "" if identifier not in member.lacks else NO
        if lacking and identifier in NUMBERED:
            lacking = Words(language)("form.none")
        row[identifier] = member.identifiers.get(identifier, lacking)
    return row


def facts_of(row: Row, fault: Callable[[str, str], None]) -> dict[str, Any]:
    """The member's facts as typed; `fault(column, key of the text)` is told of each that cannot be read."""
    numbers, lacks = _registrations(row, fault)
    return {
        "legal_type": row["legal_type"] if row["legal_type"] in list(LegalType) else None,
        "founded": _read(row, "founded", typed.day, fault),
        "municipality": _read(row, "municipality", municipality_code, fault),
        "identifiers": numbers,
        "lacks": lacks,
        "may_co_fund": _bool(row["may_co_fund"]),
        "consortium_experience": _bool(row["consortium_experience"]),
        "newcomer": _bool(row["newcomer"]),
    }


def _registrations(
    row: Row, fault: Callable[[str, str], None]
) -> tuple[dict[Identifier, str], list[Identifier]]:
    words = [Words(language) for language in Language]
    nothing = {NO} | {said(key).casefold() for said in words for key in ("form.none", "member.no")}
    numbers: dict[Identifier, str] = {}
    lacks: list[Identifier] = []
    for identifier in Identifier:
        value = row[identifier].strip()
        if value.casefold() in nothing:
            lacks.append(identifier)
        elif value and re.fullmatch(form_of(identifier, row["country"])[0], value):
            numbers[identifier] = value
        elif value and identifier in NUMBERED:
            fault(identifier, FAULTS[identifier])
    return numbers, lacks


def _read(row: Row, column: str, read: Callable[[str], Any], fault: Callable[[str, str], None]) -> Any:
    value = read(row[column]) if row[column].strip() else None
    if value is None and row[column].strip():
        fault(column, FAULTS[column])
    return value


def _answer(value: bool | None, words: Words) -> str | None:
    return None if value is None else words("member.yes" if value else "member.no")


def _yes_no(value: bool | None) -> str:
    return "" if value is None else YES if value else NO


def _bool(value: str) -> bool | None:
    return {YES: True, NO: False}.get(value)

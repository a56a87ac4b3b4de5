"""The fields in which a person corrects what was read of a call, and the condition they make."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from frontend import typed
from frontend.faults import Fault
from frontend.formats import Formats
from frontend.regions import country_name, country_names, region_code, region_field
from frontend.words import Words
from store.vocabulary import ActorType, Language, LegalType


class Flag(StrEnum):
    """A box that stands alone."""

    SET = "true"


class Kind(StrEnum):
    """What a field holds; those of `TICKED` are ticked, the others typed."""

    COUNT = "count"
    EUROS = "euros"
    SHARE = "share"
    COUNTRIES = "countries"
    REGIONS = "regions"
    LEGAL_TYPES = "legal_types"
    ACTOR_TYPES = "actor_types"
    LANGUAGES = "languages"
    FLAG = "flag"


TICKED: dict[Kind, type[StrEnum]] = {
    Kind.LEGAL_TYPES: LegalType,
    Kind.ACTOR_TYPES: ActorType,
    Kind.LANGUAGES: Language,
    Kind.FLAG: Flag,
}
CORRECTABLE: dict[str, dict[str, Kind]] = {
    "applicant_type": {
        "any_organisation": Kind.FLAG,
        "legal_types": Kind.LEGAL_TYPES,
        "actor_types": Kind.ACTOR_TYPES,
    },
    "country": {"countries": Kind.COUNTRIES, "excluded": Kind.COUNTRIES},
    "region": {"regions": Kind.REGIONS},
    "consortium_size": {"minimum": Kind.COUNT, "maximum": Kind.COUNT},
    "country_count": {"minimum": Kind.COUNT},
    "coordinator_age": {"minimum_years": Kind.COUNT},
    "application_count": {"maximum": Kind.COUNT, "maximum_as_coordinator": Kind.COUNT},
    "grant": {"minimum": Kind.EUROS, "maximum": Kind.EUROS},
    "duration": {"minimum": Kind.COUNT, "maximum": Kind.COUNT},
    "co_financing": {"maximum_rate": Kind.SHARE},
    "language": {"languages": Kind.LANGUAGES},
}
"""Fields by type of condition; a type that is not here can be found right or not so, but not corrected."""


@dataclass(frozen=True)
class ConditionField:
    """One field: `value` shown in a line, or `options` with those `chosen`; label: key of its text."""

    id: str
    name: str
    kind: Kind
    label: str
    value: str
    options: list[tuple[str, str]]
    chosen: list[str]


def fields_of(kind: str, condition: Mapping[str, Any], row: str, formats: Formats) -> list[ConditionField]:
    """The fields of a condition of that type with its values, ids beginning with the row's."""
    return [
        ConditionField(
            id=f"{row}-{name}",
            name=name,
            kind=holds,
            label=f"correct.{kind}.{name}",
            value="" if holds in TICKED else _shown(holds, condition.get(name), formats),
            options=_options(holds, formats.words),
            chosen=_chosen(holds, condition.get(name)),
        )
        for name, holds in CORRECTABLE.get(kind, {}).items()
    ]


def corrected(
    kind: str, row: str, line: Callable[[str], str], ticked: Callable[[str], list[str]], words: Words
) -> tuple[dict[str, str], list[Fault]]:
    """The values of the corrected condition as the service takes them, and what was typed that is none."""
    values: dict[str, str] = {}
    faults: list[Fault] = []
    fields = CORRECTABLE.get(kind, {})
    for name, holds in fields.items():
        field = f"{row}-{name}"
        sent = _known(holds, ticked(field)) if holds in TICKED else line(field).strip()
        value = _read(holds, sent) if sent else ""
        if value is None:
            faults.append(Fault(field, words(f"correct.error.{holds}")))
        elif value:
            values[name] = value
    if not faults and not values:
        faults.append(Fault(f"{row}-{next(iter(fields), '')}", words("correct.error.empty")))
    return values, faults


def _chosen(kind: Kind, value: Any) -> list[str]:
    if kind is Kind.FLAG:
        return [Flag.SET] if value is True else []
    return [str(word) for word in value or ()] if kind in TICKED else []


def _shown(kind: Kind, value: Any, formats: Formats) -> str:
    if value in (None, [], ()):
        return ""
    language = formats.words.language
    if kind is Kind.SHARE:
        return formats.number(round(float(value) * 100, 2))
    if kind is Kind.EUROS:
        return formats.number(int(value))
    if kind is Kind.COUNTRIES:
        return ", ".join(country_name(str(code), language) for code in value)
    if kind is Kind.REGIONS:
        return ", ".join(region_field(str(code), language) for code in value)
    return str(value)


def _read(kind: Kind, text: str) -> str | None:
    """What was typed in plain form: digits, a per cent, codes by comma; None when it is not of that kind."""
    if kind in TICKED:
        return text
    if kind is Kind.COUNTRIES:
        return _each(text, lambda name: country_names().get(name.casefold()))
    if kind is Kind.REGIONS:
        return _each(text, region_code)
    if kind is Kind.SHARE:
        return None if (found := typed.share(text)) is None else f"{round(found * 100, 2):g}%"
    number = typed.euros(text) if kind is Kind.EUROS else typed.count(text)
    return None if number is None else str(number)


def _known(kind: Kind, ticked: list[str]) -> str:
    """The boxes that there are, by comma."""
    return ", ".join(word for word in ticked if word in list(TICKED[kind]))


def _each(text: str, read: Callable[[str], str | None]) -> str | None:
    """The code of each name between commas; None when one of them is unknown."""
    codes = [read(name.strip()) for name in text.split(",") if name.strip()]
    known = [code for code in codes if code is not None]
    return ", ".join(known) if len(known) == len(codes) else None


def _options(kind: Kind, words: Words) -> list[tuple[str, str]]:
    if kind not in TICKED:
        return []
    if kind is Kind.FLAG:
        return [(Flag.SET, words("correct.any_organisation"))]
    name = (lambda word: words(f"language.{word}")) if kind is Kind.LANGUAGES else words.label
    return sorted(((str(word), name(word)) for word in TICKED[kind]), key=lambda pair: pair[1].casefold())

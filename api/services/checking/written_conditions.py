"""Conditions from values as a person writes them: `minimum=3`, `countries=FI, SE`, `hour=17:00`."""

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args

from pydantic import ValidationError

from api.errors import BadChoice
from api.services.checking.written_values import (
    country_code,
    day,
    mended,
    municipality_code,
    parts,
    region_code,
)
from matcher.eligibility.conditions import Certainty, Condition, ConditionBase
from matcher.eligibility.from_store import CONDITION
from matcher.eligibility.rule_checks import crossed_range

TYPES: dict[str, type[ConditionBase]] = {
    str(kind.model_fields["type"].default): kind for kind in get_args(get_args(Condition)[0])
}
PAIR = re.compile(r"([a-z_]+)\s*=\s*(\S.*?)(?=[\s,]+[a-z_]+\s*=|$)")
PERCENT = re.compile(r"[0-9]{1,3}(\.[0-9]+)?")
RATE = "write 0.75 or 75 % for 75 %"
NESTED = "needs"
PLACES = {
    "regions": region_code,
    "uncertain": region_code,
    "municipalities": municipality_code,
    "countries": country_code,
    "excluded": country_code,
}
EXAMPLES = {
    "applicant_type": "legal_types=public, non_profit",
    "country": "countries=FI, SE",
    "region": "regions=FI1D7",
    "consortium_size": "minimum=3",
    "country_count": "minimum=3",
    "actor_types": "needs=2 vet_provider/hei per_country; trade_union",
    "lead": "actor_types=municipality",
    "associated_only": "countries=CH",
    "coordinator_age": "minimum_years=2",
    "deadline": "day=2026-10-01 hour=12:00",
    "application_count": "maximum=5",
    "grant": "minimum=50000 maximum=400000",
    "duration": "minimum=12 maximum=36",
    "co_financing": "maximum_rate=80 %",
    "language": "languages=fi, sv",
    "identifiers": "needed=pic",
    "declarations": "keys=de_minimis",
    "statements": "keys=state_aid",
    "priorities": "main=1",
    "management_share": "maximum_share=20 %",
    "flat_rate": "rate=40 %",
    "excluded_activities": "keys=exports",
    "text_length": "pages=40",
}
"""Values of each type as a person writes them, to start from."""


def condition_from(kind: str, values: Mapping[str, str], *, source: str, certainty: Certainty) -> Condition:
    """The condition of that type with these values. Raises BadChoice naming the wrong value or key."""
    keys = keys_of(kind)
    if unknown := [key for key in values if key not in keys]:
        raise BadChoice(f"{kind} has no {unknown[0]!r}; it has: {', '.join(keys)}.")
    if not values:
        raise BadChoice(f"Say the right values of {kind}: {', '.join(keys)}.")
    facts = {key: _value(TYPES[kind], key, text) for key, text in values.items()}
    try:
        found = CONDITION.validate_python({"type": kind, "source": source, "certainty": certainty, **facts})
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = next((str(part) for part in first["loc"] if str(part) in keys), kind)
        told = RATE if _is_rate(TYPES[kind], place) else mended(first)
        raise BadChoice(f"{place} cannot be {values.get(place, '')!r}: {told}.") from None
    if crossed := crossed_range(found):
        raise BadChoice(f"{crossed[0]} {crossed[1]}: swap or mend them.")
    return found


def pairs_in(text: str) -> dict[str, str]:
    """Keys and values of a line such as `minimum=3 maximum=10`.

    >>> pairs_in("minimum=3 countries=FI, SE")
    {'minimum': '3', 'countries': 'FI, SE'}
    """
    return {found[1]: found[2] for found in PAIR.finditer(text.strip())}


def keys_of(kind: str) -> list[str]:
    """What a condition of that type can say, without where it comes from."""
    about = {*ConditionBase.model_fields, "type"}
    return [name for name in TYPES[kind].model_fields if name not in about]


def choices_of(kind: str) -> list[str]:
    """The values of a condition of that type: each key, with the words that it takes where it takes words.

    >>> choices_of("country_count"), choices_of("language")
    (['minimum=…'], ['languages=en, fi, sv'])
    """
    return [f"{key}={_choices(TYPES[kind], key)}" for key in keys_of(kind)]


def _choices(kind: type[ConditionBase], key: str) -> str:
    found = _plain_types(kind.model_fields[key].annotation)
    words = [one for one in found if isinstance(one, type) and issubclass(one, StrEnum)]
    if words:
        return ", ".join(words[0])
    return "yes, no" if bool in found else "…"


def _plain_types(annotation: Any) -> set[Any]:
    """Every type that an annotation names, however deep: `tuple[Language, ...] | None` holds Language."""
    inner = [part for part in get_args(annotation) if part is not NoneType]
    origin = getattr(annotation, "__origin__", None)
    return {annotation, origin} | {one for part in inner for one in _plain_types(part)} - {None}


def _is_rate(kind: type[ConditionBase], key: str) -> bool:
    return key in kind.model_fields and float in _plain_types(kind.model_fields[key].annotation)


def _value(kind: type[ConditionBase], key: str, text: str) -> Any:
    """Text as the field takes it: a list by comma, pairs by colon; `12: 60000, 24: 120000`."""
    if key == NESTED:
        return [_need(part) for part in text.split(";") if part.strip()]
    if key in PLACES:
        return [PLACES[key](part) for part in parts(text)]
    holds = _plain_types(kind.model_fields[key].annotation)
    if tuple in holds:
        return parts(text)
    if dict in holds:
        return dict(_pair(part, key) for part in parts(text))
    if date in holds:
        return day(text)
    return _share(text) if float in holds else text.strip()


def _share(text: str) -> float | str:
    """`80 %`, 80 and 0.8 as 0.8: above 1 it is per cent; anything else as it is, to be refused."""
    plain = text.strip()
    number = plain.removesuffix("%").strip().replace(",", ".")
    if not PERCENT.fullmatch(number):
        return plain
    found = float(number)
    return found / 100 if plain.endswith("%") or found > 1 else found


def _pair(part: str, key: str) -> tuple[str, str]:
    name, colon, value = part.partition(":")
    if not colon:
        raise BadChoice(f"{key} cannot be {part!r}: write pairs such as 12: 60000.")
    return name.strip(), value.strip()


def _need(text: str) -> dict[str, Any]:
    """One need: `2 vet_provider/hei per_country`; a number, kinds of organisation by slash, and marks."""
    words = text.split()
    number = [word for word in words if word.isdigit()]
    marks = {word for word in words if word in ("per_country", "may_be_associated")}
    kinds = [word for word in words if word not in marks and not word.isdigit()]
    return {
        "any_of": [kind for word in kinds for kind in word.split("/")],
        "minimum": number[0] if number else 1,
        **dict.fromkeys(marks, True),
    }

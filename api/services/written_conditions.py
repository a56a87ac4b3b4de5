"""Conditions from values as a person writes them: `minimum=3`, `countries=FI, SE`, `hour=17:00`."""

import re
from collections.abc import Mapping
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from api.errors import BadChoice
from api.services.written_values import municipality_code, parts, region_code
from matcher.eligibility.conditions import Certainty, Condition, ConditionBase
from matcher.eligibility.from_store import CONDITION

TYPES: dict[str, type[ConditionBase]] = {
    str(kind.model_fields["type"].default): kind for kind in get_args(get_args(Condition)[0])
}
PAIR = re.compile(r"([a-z_]+)\s*=\s*(\S.*?)(?=\s+[a-z_]+\s*=|$)")
PERCENT = re.compile(r"[0-9]{1,3}(\.[0-9]+)?")
NESTED = "needs"
PLACES = {"regions": region_code, "uncertain": region_code, "municipalities": municipality_code}


def condition_from(kind: str, values: Mapping[str, str], *, source: str, certainty: Certainty) -> Condition:
    """The condition of that type with these values. Raises BadChoice naming the wrong value or key."""
    keys = keys_of(kind)
    if unknown := [key for key in values if key not in keys]:
        raise BadChoice(f"{kind} has no {unknown[0]!r}; it has: {', '.join(keys)}.")
    if not values:
        raise BadChoice(f"Say the right values of {kind}: {', '.join(keys)}.")
    facts = {key: _value(TYPES[kind], key, text) for key, text in values.items()}
    try:
        return CONDITION.validate_python({"type": kind, "source": source, "certainty": certainty, **facts})
    except ValidationError as wrong:
        first = wrong.errors()[0]
        place = next((str(part) for part in first["loc"] if str(part) in keys), kind)
        raise BadChoice(f"{place} cannot be {values.get(place, '')!r}: {first['msg']}.") from None


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


def _value(kind: type[ConditionBase], key: str, text: str) -> Any:
    """Text as the field takes it: a list by comma, pairs by colon; `12: 60000, 24: 120000`."""
    if key == NESTED:
        return [_need(part) for part in text.split(";") if part.strip()]
    if key in PLACES:
        return [PLACES[key](part) for part in parts(text)]
    annotation = kind.model_fields[key].annotation
    holds = {get_origin(part) or part for part in (annotation, *get_args(annotation))}
    if tuple in holds:
        return parts(text)
    if dict in holds:
        return dict(_pair(part, key) for part in parts(text))
    return _share(text) if text.strip().endswith("%") else text.strip()


def _share(text: str) -> float | str:
    """`80 %` as 0.8; anything else as it is, to be refused."""
    number = text.strip().removesuffix("%").strip().replace(",", ".")
    return float(number) / 100 if PERCENT.fullmatch(number) else text


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

"""What a coalition plans for one call, as fields of a form: money, months, language, places."""

import re
from collections.abc import Callable
from typing import Any

from frontend import typed
from frontend.faults import Fault
from frontend.formats import Formats
from frontend.regions import municipality_code, municipality_name, region_code, region_field
from frontend.words import Words
from store.models import ProjectPlan
from store.vocabulary import Language

MONEY = ("grant", "total_cost", "own_funding")
FIELDS = (*MONEY, "months", "language", "where")


def field_id(name: str) -> str:
    """The id of a plan's field on the page."""
    return f"plan-{name}"


def plan_texts(plan: ProjectPlan, formats: Formats) -> dict[str, str]:
    """What stands in the fields; empty is not decided."""
    language = formats.words.language
    money = {name: getattr(plan, name) for name in MONEY}
    places = [region_field(code, language) for code in plan.regions]
    places += [municipality_name(code, language) for code in plan.municipalities]
    return {
        **{name: "" if amount is None else formats.number(amount) for name, amount in money.items()},
        "months": "" if plan.months is None else str(plan.months),
        "language": str(plan.language or ""),
        "where": ", ".join(places),
    }


def read_plan(line: Callable[[str], str], plan: ProjectPlan, words: Words) -> tuple[ProjectPlan, list[Fault]]:
    """The plan with what was typed put in, and what of it cannot be read; other parts of the plan stay."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in FIELDS:
        text = line(field_id(name)).strip()
        try:
            values |= _read(name, text) if text else _nothing(name)
        except ValueError as wrong:
            faults.append(Fault(field_id(name), words(f"plan.error.{_kind(name)}", what=str(wrong))))
    return plan.model_copy(update=values), faults


def _read(name: str, text: str) -> dict[str, Any]:
    """The values of one field. Raises ValueError with the words that cannot be read."""
    if name == "where":
        return _places(text)
    if name == "language":
        return {name: Language(text) if text in list(Language) else None}
    value = typed.count(text) or None if name == "months" else typed.euros(text)
    if value is None:
        raise ValueError(text)
    return {name: value}


def _nothing(name: str) -> dict[str, Any]:
    return {"regions": (), "municipalities": ()} if name == "where" else {name: None}


def _places(text: str) -> dict[str, Any]:
    regions: list[str] = []
    municipalities: list[str] = []
    for name in filter(None, (part.strip() for part in re.split(r"[,;\n]", text))):
        if (code := region_code(name)) is not None:
            regions.append(code)
        elif (code := municipality_code(name)) is not None:
            municipalities.append(code)
        else:
            raise ValueError(name)
    return {"regions": tuple(dict.fromkeys(regions)), "municipalities": tuple(dict.fromkeys(municipalities))}


def _kind(name: str) -> str:
    return "money" if name in MONEY else name

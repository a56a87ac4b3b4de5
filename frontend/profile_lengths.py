"""How long each text of a coalition form may be, as the store's shapes say, and which texts are longer."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from frontend.profile_form import PAGE_ORDER, SECTIONS, ProfileForm, is_blank
from store.models import CoalitionCreate, GoalCreate, MemberCreate, NeedCreate

BASIC = ""
"""The section of the fields that belong to the coalition itself."""
SHAPES: dict[str, type[BaseModel]] = {
    BASIC: CoalitionCreate,
    "members": MemberCreate,
    "goals": GoalCreate,
    "needs": NeedCreate,
}


@dataclass(frozen=True)
class Field:
    """One field of a form: `at` is its row in the section (0 for the coalition's own fields)."""

    id: str
    section: str
    at: int
    column: str
    value: str


def fields_of(form: ProfileForm) -> Iterator[Field]:
    """The fields in the order of the page; blank rows are left out, for they are not stored."""
    for column, value in form.basics.items():
        yield Field(column, BASIC, 0, column, value)
    for section in PAGE_ORDER:
        for at, row in enumerate(form.rows.get(section, ())):
            if not is_blank(row):
                for column in SECTIONS[section]:
                    yield Field(f"{section}-{at}-{column}", section, at, column, row[column])


def too_long(form: ProfileForm) -> Iterator[tuple[Field, int]]:
    """The fields that hold a longer text than the store takes, each with the most characters allowed."""
    for field in fields_of(form):
        most = most_characters(field.section, field.column)
        if most is not None and field.column != "slug" and len(field.value.strip()) > most:
            yield field, most


def most_characters(section: str, column: str) -> int | None:
    """The most characters that the store takes in that field; None when it sets no limit.

    >>> most_characters("", "name"), most_characters("goals", "text"), most_characters("", "summary")
    (300, 10000, None)
    """
    facts = _properties(SHAPES[section]).get(column, {})
    most: int | None = next(
        (f["maxLength"] for f in (facts, *facts.get("anyOf", ())) if "maxLength" in f), None
    )
    return most


@lru_cache(maxsize=len(SHAPES))
def _properties(shape: type[BaseModel]) -> dict[str, Any]:
    properties: dict[str, Any] = shape.model_json_schema()["properties"]
    return properties

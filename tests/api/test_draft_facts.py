"""Every field of every stored part reaches the context under its own name, and slugs become indexes."""

from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import count
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import BaseModel

from api.services.drafting.draft_facts import Places, facts_of
from proposal_templates.context import CooperationFacts, GoalFacts, MemberFacts, NeedFacts, ProjectFacts
from store.models import Cooperation, GoalCreate, MemberCreate, NeedCreate, ProjectContent
from store.models.part import DocumentPart
from store.models.project import Risk, WorkPackage
from store.references import POINTERS

PAIRS: list[tuple[type[BaseModel], type[Any], set[str]]] = [
    (ProjectContent, ProjectFacts, set()),
    (Cooperation, CooperationFacts, set()),
    (GoalCreate, GoalFacts, {"slug"}),
    (NeedCreate, NeedFacts, {"slug", "nuts_region"}),
    (
        MemberCreate,
        MemberFacts,
        {"slug", "nuts_region", "role_wish", "founded", "lacks", "may_co_fund", "consortium_experience"},
    ),
]
"""Store and facts, and what of the store a draft does not tell under the same name."""
AT = Places(members=["a", "x"], needs=["b", "x"], goals=["c", "x"], works=["x"])


@pytest.mark.parametrize(("part", "kind", "apart"), PAIRS, ids=lambda one: getattr(one, "__name__", ""))
def test_no_field_of_the_store_is_forgotten(part: type[BaseModel], kind: type[Any], apart: set[str]) -> None:
    known = {field.name for field in fields(kind)}
    assert set(part.model_fields) - apart - known == set()
    hints = get_type_hints(kind)
    for name, field in part.model_fields.items():
        inner = next((one for one in _all(field.annotation) if _is(one, DocumentPart)), None)
        if inner is not None and name not in apart:
            facts = next(one for one in _all(hints[name]) if is_dataclass(one))
            test_no_field_of_the_store_is_forgotten(inner, facts, {"slug"} if inner is WorkPackage else set())


def test_every_value_of_a_full_project_reaches_the_context() -> None:
    numbers = count(2)
    full = _full(ProjectContent, numbers)
    told = _values(full)
    assert len(told) > 80
    assert _values(facts_of(ProjectFacts, full, AT)) == told


def test_every_value_of_a_full_cooperation_reaches_the_context() -> None:
    full = _full(Cooperation, count(2))
    assert _values(facts_of(CooperationFacts, full, AT)) == _values(full)


def test_who_takes_no_part_is_nobody_and_is_left_out_of_lists() -> None:
    work = WorkPackage(slug="x", lead="gone", goals=("gone", "x"))
    risk = Risk(owner="x", work="x", text="late")
    made = facts_of(ProjectFacts, ProjectContent(work_packages=(work,), risks=(risk,)), AT)
    assert made.work_packages[0].lead is None
    assert made.work_packages[0].goals == (1,)
    assert (made.risks[0].owner, made.risks[0].work, made.risks[0].text) == (1, 0, "late")
    assert made.work_packages[0].kind == "goal"
    assert type(made.work_packages[0].kind) is str


def _full(part: type[BaseModel], numbers: Any) -> Any:
    """A part in which every field holds something of its own, and every pointer points at `x`."""
    return part.model_validate(
        {name: _filled(name, field.annotation, numbers) for name, field in part.model_fields.items()}
    )


def _filled(name: str, hint: Any, numbers: Any) -> Any:
    kinds = _all(hint)
    inner = next((one for one in kinds if _is(one, DocumentPart)), None)
    word = next((one for one in kinds if _is(one, StrEnum)), None)
    if inner is not None:
        value: Any = _full(inner, numbers).model_dump()
    elif word is not None:
        value = list(word)[-1]
    elif name in POINTERS or name == "slug":
        value = "x"
    elif bool in kinds:
        value = True
    elif Decimal in kinds or int in kinds:
        value = next(numbers)
    else:
        value = "2026-09-01" if name == "start" else f"words {next(numbers)}"
    if name == "answers":
        return {"key": value}
    return (
        [value]
        if tuple in kinds or any(getattr(one, "__origin__", None) is tuple for one in kinds)
        else value
    )


def _values(part: Any) -> list[str]:
    """All plain values of a tree, sorted; pointers count as what they are resolved to."""
    if isinstance(part, BaseModel):
        pairs = [(name, getattr(part, name)) for name in type(part).model_fields if name != "slug"]
    elif is_dataclass(part):
        pairs = [(field.name, getattr(part, field.name)) for field in fields(part)]
    else:
        raise TypeError(part)
    found: list[str] = []
    for name, value in pairs:
        for one in value if isinstance(value, tuple) else [value]:
            if isinstance(one, BaseModel) or is_dataclass(one):
                found += _values(one)
            elif name in POINTERS:
                found.append(f"{name} {AT.find(name, one) if isinstance(one, str) else one}")
            elif one not in (None, (), {}):
                found.append(f"{name} {one}")
    return sorted(found)


def _all(hint: Any) -> list[Any]:
    return [hint, *(inner for one in get_args(hint) for inner in _all(one))]


def _is(one: Any, kind: type[Any]) -> bool:
    return isinstance(one, type) and issubclass(one, kind)

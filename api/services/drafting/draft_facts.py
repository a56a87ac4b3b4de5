"""Turns parts of a stored document into the facts a draft is made from: same names, slugs become indexes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from pydantic import BaseModel

from store.references import GOAL, MEMBER, NEED, POINTERS, WORK

Facts = TypeVar("Facts")


@dataclass(frozen=True, kw_only=True)
class Places:
    """The slugs of members that take part, needs, goals and work packages, in the order of the context."""

    members: Sequence[str] = ()
    needs: Sequence[str] = ()
    goals: Sequence[str] = ()
    works: Sequence[str] = ()

    def find(self, field: str, slug: str) -> int | None:
        """The index that a slug in a field of that name stands for; None for who is not there."""
        lists = {MEMBER: self.members, NEED: self.needs, GOAL: self.goals, WORK: self.works}
        known = lists[POINTERS[field]]
        return known.index(slug) if slug in known else None


def facts_of(kind: type[Facts], part: BaseModel, at: Places, **own: Any) -> Facts:
    """The facts of that kind, field by field; `own` are those that the store words otherwise.

    A reference to somebody who is not there becomes None, and is left out of a list. A field of the facts
    that the store's part does not have keeps its default.
    """
    shape: Any = kind
    values = dict(own)
    for name, hint in _hints(shape).items():
        if name not in own and name in type(part).model_fields:
            values[name] = _value(name, getattr(part, name), hint, at)
    return kind(**values)


def _value(name: str, value: Any, hint: Any, at: Places) -> Any:
    if isinstance(value, (list, tuple)):
        made = (_value(name, one, hint, at) for one in value)
        return tuple(one for one in made if one is not None)
    if isinstance(value, BaseModel):
        return facts_of(_facts_class(hint), value, at)
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str) and name in POINTERS:
        return at.find(name, value)
    return value


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """Name and type of each field of a class of facts."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


@cache
def _facts_class(hint: Any) -> type[Any]:
    """The class of facts inside a type such as `tuple[TaskFacts, ...]` or `EmployerFacts | None`."""
    return next(one for one in _all_args(hint) if is_dataclass(one) and isinstance(one, type))


def _all_args(hint: Any) -> list[Any]:
    return [hint, *(inner for one in get_args(hint) for inner in _all_args(one))]

"""Slugs that point at members, needs, goals and work packages, and those that point at nothing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from store.models.coalition import Coalition, CoalitionCreate
from store.models.project import ProjectContent

MEMBER, NEED, GOAL, WORK = "member", "need", "goal", "work package"
POINTERS: Mapping[str, str] = {
    **dict.fromkeys(("member", "members", "lead", "owner", "chair", "teacher", "learners"), MEMBER),
    **dict.fromkeys(("mentor", "contact_owner"), MEMBER),
    "need": NEED,
    **dict.fromkeys(("goal", "goals"), GOAL),
    "work": WORK,
}
"""Fields that hold slugs, and what these point at."""

Part = TypeVar("Part", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Reference:
    """A slug at its place, for example `risks[2].owner`."""

    place: str
    kind: str
    slug: str


def references(part: BaseModel, place: str = "") -> Iterator[Reference]:
    """Every slug in the part that points at something else; numbers in places begin with 1."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        here = f"{place}.{name}" if place else name
        if isinstance(value, Sequence) and not isinstance(value, str):
            for number, item in enumerate(value, start=1):
                yield from _of(item, name, f"{here}[{number}]")
        else:
            yield from _of(value, name, here)


def _of(value: object, name: str, place: str) -> Iterator[Reference]:
    if isinstance(value, BaseModel):
        yield from references(value, place)
    elif isinstance(value, str) and name in POINTERS:
        yield Reference(place, POINTERS[name], value)


def unknown_references(content: ProjectContent, coalition: Coalition | CoalitionCreate) -> tuple[str, ...]:
    """One line for each member or goal that the project points at and the coalition does not have."""
    return _unknown(content, _of_profile(coalition))


def unknown_within(coalition: CoalitionCreate) -> tuple[str, ...]:
    """One line for each member or need that the coalition's own parts point at and that is not there."""
    return _unknown(coalition, _of_profile(coalition))


def without_unknown(coalition: CoalitionCreate) -> CoalitionCreate:
    """The coalition without what `unknown_within` tells: a pointer becomes None, one in a list leaves it."""
    return _cleared_part(coalition, _of_profile(coalition))


def unknown_work(content: ProjectContent) -> tuple[str, ...]:
    """One line for each work package that the project points at and does not have."""
    return _unknown(content, {WORK: [work.slug for work in content.work_packages]})


def _of_profile(coalition: Coalition | CoalitionCreate) -> dict[str, list[str]]:
    return {
        MEMBER: [member.slug for member in coalition.members],
        GOAL: [goal.slug for goal in coalition.goals],
        NEED: [need.slug for need in coalition.needs],
    }


def _cleared_part(part: Part, known: Mapping[str, Sequence[str]]) -> Part:
    return part.model_copy(
        update={name: _cleared(getattr(part, name), name, known) for name in type(part).model_fields}
    )


def _cleared(value: object, name: str, known: Mapping[str, Sequence[str]]) -> object:
    """The value of that field; None for a slug that points at nothing."""
    if isinstance(value, BaseModel):
        return _cleared_part(value, known)
    if isinstance(value, (list, tuple)):
        items = (_cleared(item, name, known) for item in value)
        return type(value)(item for item in items if item is not None)
    if isinstance(value, str) and (kind := POINTERS.get(name)) in known and value not in known[str(kind)]:
        return None
    return value


def _unknown(part: BaseModel, known: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return tuple(
        f"`{found.place}`: there is no {found.kind} {found.slug!r}; {_there_are(known[found.kind])}."
        for found in references(part)
        if found.kind in known and found.slug not in known[found.kind]
    )


def _there_are(slugs: Sequence[str]) -> str:
    return f"there are: {', '.join(slugs)}" if slugs else "there is none"

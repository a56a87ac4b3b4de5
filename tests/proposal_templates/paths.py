"""Walks the facts of a draft by their paths: `project.work_packages[0].title`, `members[1].name`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from proposal_templates.context import DraftContext


@dataclass(frozen=True)
class Place:
    """One field: the class that has it, its name and its type there."""

    owner: type
    name: str
    hint: Any

    @property
    def chosen(self) -> bool:
        """Whether its words are a choice of a few keys, which are shown in the draft's own words."""
        return get_origin(bare(self.hint)) is Literal

    def __str__(self) -> str:
        return f"{self.owner.__name__}.{self.name}"


def bare(hint: Any) -> Any:
    """A type without None and without tuple around it."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return bare(get_args(hint)[0]) if get_origin(hint) is tuple else hint


def places(root: type = DraftContext, prefix: str = "") -> Iterator[tuple[str, Place]]:
    """Every field that a context can have, by its path with `[*]` for an index."""
    for name, hint in get_type_hints(root).items():
        listed = get_origin(hint) is tuple
        path = f"{prefix}{name}{'[*]' if listed else ''}"
        inner = bare(hint)
        if is_dataclass(inner) and isinstance(inner, type):
            yield from places(inner, f"{path}.")
        else:
            yield path, Place(root, name, hint)


def values(root: Any, prefix: str = "") -> Iterator[tuple[str, Place, Any]]:
    """Every value in a context with its path; each text of a list and each answer by itself."""
    hints = get_type_hints(type(root))
    for each in fields(root):
        value, place = getattr(root, each.name), Place(type(root), each.name, hints[each.name])
        yield from _values(value, place, f"{prefix}{each.name}")


def _values(value: Any, place: Place, path: str) -> Iterator[tuple[str, Place, Any]]:
    if is_dataclass(value) and not isinstance(value, type):
        yield from values(value, f"{path}.")
    elif isinstance(value, tuple) and value:
        for i, each in enumerate(value):
            yield from _values(each, place, f"{path}[{i}]")
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield f"{path}.{key}", place, each
    else:
        yield path, place, value


def pattern(path: str) -> str:
    """A path with `[*]` for each index, and `*` for the key of an answer."""
    starred = re.sub(r"\[[0-9]+\]", "[*]", path)
    return re.sub(r"^project\.answers\..+$", "project.answers", starred)


def mapped(root: Any, change: Callable[[str, Place, Any], Any], prefix: str = "") -> Any:
    """The same facts with each value as `change` gives it."""
    hints = get_type_hints(type(root))
    changed = {
        each.name: _mapped(
            getattr(root, each.name),
            Place(type(root), each.name, hints[each.name]),
            change,
            f"{prefix}{each.name}",
        )
        for each in fields(root)
    }
    return replace(root, **changed)


def _mapped(value: Any, place: Place, change: Callable[[str, Place, Any], Any], path: str) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return mapped(value, change, f"{path}.")
    if isinstance(value, tuple):
        return tuple(_mapped(each, place, change, f"{path}[{i}]") for i, each in enumerate(value))
    if isinstance(value, Mapping):
        return {key: change(f"{path}.{key}", place, each) for key, each in value.items()}
    return change(path, place, value)


def at(root: Any, path: str) -> Any:
    """The value at a path such as `coalition.goals[0].text` or `project.answers.ethics`."""
    for name, index in re.findall(r"([A-Za-z_0-9]+)|\[([0-9]+)\]", path):
        key: Any = int(index) if index else name
        root = root[key] if index or isinstance(root, Mapping) else getattr(root, name)
    return root


def without(root: Any, path: str) -> Any:
    """The same facts with one value taken away: None, an empty list, or one item or answer less."""
    name, index, rest = re.match(r"^([A-Za-z_0-9]+)(?:\[([0-9]+)\])?\.?(.*)$", path).groups()  # type: ignore[union-attr]
    if isinstance(root, Mapping):
        return {key: value for key, value in root.items() if key != name}
    value = getattr(root, name)
    changed: Any
    if index is not None:
        i = int(index)
        changed = (*value[:i], *((without(value[i], rest),) if rest else ()), *value[i + 1 :])
    elif rest:
        changed = without(value, rest)
    else:
        changed = () if isinstance(value, tuple) else {} if isinstance(value, Mapping) else None
    return replace(root, **{name: changed})

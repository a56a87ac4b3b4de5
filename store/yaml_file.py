"""YAML files that people keep, send and edit: one document under one key, told in one line when wrong.

koalitio: 1
coalition:
  id: lapland-care
  ...
"""

import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from store.errors import StoreError
from store.plain_yaml import PlainDumper, PlainLoader

FORMAT = 1
LARGEST_FILE = 5_000_000
"""Characters; ten thousand members take one million."""
VERSION = "koalitio"

WANTED: Mapping[str, str] = {
    "tuple_type": "write a list, such as [a, b]",
    "list_type": "write a list, such as [a, b]",
    "dict_type": "write keys with values below it, not a list or a word",
    "model_type": "write keys with values below it, not a list or a word",
    "model_attributes_type": "write keys with values below it, not a list or a word",
    "string_type": "write text, not a list or keys",
    "bool_parsing": "write yes or no",
    "int_parsing": "write a whole number, such as 12",
    "decimal_parsing": "write a number without spaces, such as 12500 or 12500.50",
    "decimal_max_places": "write at most two decimals, such as 12500.50",
    "decimal_max_digits": "the number is too long",
}
"""What to write, by pydantic's type of error; others are told in pydantic's words, which name the limit."""

Shape = TypeVar("Shape", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: the key its document stands under, further keys at the top, its error.

    start: where a person gets a file to start from. names: what keys are called in files, by their name in
    the store. free: keys of mappings whose keys are people's own, which are called the same everywhere.
    """

    top: str
    wrong: type[StoreError]
    start: str
    also: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    free: tuple[str, ...] = ()

    def read(self, path: Path) -> str:
        """The text of a file. Raises the kind's error for one that cannot be read, or is far too long."""
        try:
            with path.open(encoding="utf-8") as file:
                text = file.read(LARGEST_FILE + 1)
        except FileNotFoundError:
            raise self.wrong(f"{path}: no such file.") from None
        except IsADirectoryError:
            raise self.wrong(f"{path} is a folder: give a YAML file.") from None
        except (OSError, UnicodeDecodeError) as wrong:
            raise self.wrong(f"{path} cannot be read as UTF-8 text: {wrong}.") from None
        if len(text) > LARGEST_FILE:
            raise self.wrong(f"{path} is no {self.top} file: it has more than {LARGEST_FILE:,} characters.")
        return text

    def parse(self, text: str, name: str) -> dict[str, Any]:
        """What stands at the top of a YAML text, keys as in the store. Raises the kind's error."""
        data = self._loaded(text, name)
        if not isinstance(data, dict) or not isinstance(data.get(self.top), dict):
            raise self.wrong(f"{name}: no `{self.top}:` at the top; {self.start}.")
        if data.get(VERSION) != str(FORMAT):
            raise self.wrong(
                f"{name}: `{VERSION}: {FORMAT}` is missing at the top (the version of the format)."
            )
        known = (VERSION, self.top, *self.also)
        if unknown := [key for key in data if key not in known]:
            raise self.wrong(f"{name}: unknown key {unknown[0]!r} at the top; known: {', '.join(known)}.")
        back = {there: here for here, there in self.names.items()}
        return {key: self._renamed(value, back) for key, value in data.items() if key != VERSION}

    def as_shape(self, shape: type[Shape], data: Any, name: str, top: str | None = None) -> Shape:
        """The data as its noun. Raises the kind's error with place and mend; `top` begins the place."""
        try:
            return shape.model_validate(data)
        except ValidationError as wrong:
            raise self.wrong(f"{name}: {self._first(wrong, top)}") from None

    def text(self, **tops: BaseModel | None) -> str:
        """The YAML text of the documents by their key at the top; those that are None are left out."""
        given = {key: shape.model_dump(mode="json") for key, shape in tops.items() if shape is not None}
        data = {VERSION: FORMAT} | {key: self._renamed(value, self.names) for key, value in given.items()}
        return yaml.dump(data, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=100)

    def _loaded(self, text: str, name: str) -> Any:
        if not text.strip():
            raise self.wrong(f"{name} is empty: {self.start}.")
        try:
            return yaml.load(text, Loader=PlainLoader)
        except yaml.YAMLError as wrong:
            mark = getattr(wrong, "problem_mark", None)
            line = f"line {mark.line + 1}: " if mark else ""
            problem = getattr(wrong, "problem", None) or "not readable"
            raise self.wrong(f"{name}, {line}this is not YAML ({problem}).") from None
        except RecursionError:
            raise self.wrong(f"{name} is no {self.top} file: lists within lists without end.") from None

    def _first(self, wrong: ValidationError, top: str | None) -> str:
        """The first of the errors in words: where in the file, what is there, what is wanted."""
        error = wrong.errors()[0]
        parts = (top, *error["loc"]) if top else error["loc"]
        place = "".join(
            f"[{part + 1}]" if isinstance(part, int) else f".{self.names.get(part, part)}" for part in parts
        ).lstrip(".")
        more = len(wrong.errors()) - 1
        rest = f" ({more} more after it)" if more else ""
        if error["type"] == "extra_forbidden":
            return f"unknown key `{place}`: check its spelling{rest}."
        if error["type"] == "missing":
            return f"`{place}` is missing{rest}."
        if error["type"] == "value_error" and not place:
            return f"{error['ctx']['error']}{rest}."
        if error["type"] == "value_error":
            return f"`{place}`: {error['ctx']['error']}{rest}."
        wanted = WANTED.get(error["type"]) or f"{error['msg'][0].lower()}{error['msg'][1:]}"
        return f"`{place}` is {reprlib.repr(error['input'])}: {wanted}{rest}."

    def _renamed(self, value: Any, names: Mapping[str, str]) -> Any:
        if isinstance(value, dict):
            return {
                names.get(key, key): inner if key in self.free else self._renamed(inner, names)
                for key, inner in value.items()
            }
        if isinstance(value, list):
            return [self._renamed(inner, names) for inner in value]
        return value

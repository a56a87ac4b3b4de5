"""Reads and writes a coalition as a YAML file that people keep, send and edit.

koalitio: 1
coalition:
  id: lapland-care
  name: ...
  language: en
  ...
"""

import reprlib
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from store.errors import BadCoalitionFile
from store.models.coalition import CoalitionCreate
from store.plain_yaml import PlainDumper, PlainLoader

FORMAT = 1
LARGEST_FILE = 5_000_000
"""Characters; ten thousand members take one million."""

KEYS_IN_FILE = {"slug": "id", "nuts_region": "region", "nuts_regions": "regions"}
KEYS_IN_STORE = {there: here for here, there in KEYS_IN_FILE.items()}


def read_coalition(path: Path) -> CoalitionCreate:
    """The coalition of a YAML file.

    Raises BadCoalitionFile with one line: file, place and what to do.
    """
    try:
        with path.open(encoding="utf-8") as file:
            text = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise BadCoalitionFile(f"{path}: no such file.") from None
    except IsADirectoryError:
        raise BadCoalitionFile(f"{path} is a folder: give a YAML file.") from None
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadCoalitionFile(f"{path} cannot be read as UTF-8 text: {wrong}.") from None
    if len(text) > LARGEST_FILE:
        raise BadCoalitionFile(f"{path} is no coalition file: it has more than {LARGEST_FILE:,} characters.")
    return parse_coalition(text, str(path))


def parse_coalition(text: str, name: str) -> CoalitionCreate:
    """The coalition of a YAML text; `name` is how errors call it. Raises BadCoalitionFile."""
    if not text.strip():
        raise BadCoalitionFile(f"{name} is empty: `koalitio coalition example` prints a file to start from.")
    try:
        data = yaml.load(text, Loader=PlainLoader)
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = f"line {mark.line + 1}: " if mark else ""
        problem = getattr(wrong, "problem", None) or "not readable"
        raise BadCoalitionFile(f"{name}, {line}this is not YAML ({problem}).") from None
    except RecursionError:
        raise BadCoalitionFile(f"{name} is no coalition file: lists within lists without end.") from None
    if not isinstance(data, dict) or not isinstance(data.get("coalition"), dict):
        raise BadCoalitionFile(
            f"{name}: no `coalition:` at the top; `koalitio coalition example` prints a file to start from."
        )
    if data.get("koalitio") != str(FORMAT):
        raise BadCoalitionFile(
            f"{name}: `koalitio: {FORMAT}` is missing at the top (the version of the format)."
        )
    if unknown := [key for key in data if key not in ("koalitio", "coalition")]:
        raise BadCoalitionFile(f"{name}: unknown key {unknown[0]!r} at the top; known: koalitio, coalition.")
    try:
        return CoalitionCreate.model_validate(_renamed(data["coalition"], KEYS_IN_STORE))
    except ValidationError as wrong:
        raise BadCoalitionFile(f"{name}: {_first(wrong)}") from None


def write_coalition(coalition: CoalitionCreate) -> str:
    """The YAML text of a coalition; `read_coalition` of it gives the same coalition back."""
    data = {"koalitio": FORMAT, "coalition": _renamed(coalition.model_dump(mode="json"), KEYS_IN_FILE)}
    return yaml.dump(data, Dumper=PlainDumper, allow_unicode=True, sort_keys=False, width=100)


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    return value


def _first(wrong: ValidationError) -> str:
    """The first of the errors in words: where in the file, what is there, what is wanted."""
    error = wrong.errors()[0]
    place = "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{KEYS_IN_FILE.get(part, part)}"
        for part in error["loc"]
    ).lstrip(".")
    more = len(wrong.errors()) - 1
    rest = f" ({more} more after it)" if more else ""
    if error["type"] == "extra_forbidden":
        return f"unknown key `{place}`: check its spelling{rest}."
    if error["type"] == "missing":
        return f"`{place}` is missing{rest}."
    if error["type"] == "value_error":
        return f"`{place}`: {error['ctx']['error']}{rest}."
    return f"`{place}` is {reprlib.repr(error['input'])}: {error['msg'][0].lower()}{error['msg'][1:]}{rest}."

"""Reads the drafting room's own sources: which sentences its code names, and with which fields."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, nodes

import proposal_templates
from proposal_templates.context import Language
from proposal_templates.sentences import TEMPLATES_FOLDER

ROOM = Path(proposal_templates.__file__).parent
HOMES = {"say": "", "text": "", "label": "labels.", "gap": "needs."}
"""Methods whose first argument names a sentence, and the file meant when it names none."""
NEEDS = {"profile": 2, "project": 2, "cooperation": 2, "named_member": 2}
"""Methods one of whose arguments, counted from 0, names the need of a gap."""


@dataclass(frozen=True)
class Sentence:
    """One macro: the fields it declares, those it uses, and its words."""

    fields: tuple[str, ...]
    used: frozenset[str]
    words: str


@cache
def sentences_of(language: Language) -> dict[str, Sentence]:
    """Every sentence of a language by `file.macro`."""
    found: dict[str, Sentence] = {}
    for path in sorted((TEMPLATES_FOLDER / language).glob("*.jinja")):
        for macro in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Macro):
            found[f"{path.stem}.{macro.name}"] = Sentence(
                fields=tuple(arg.name for arg in macro.args),
                used=frozenset(name.name for node in macro.body for name in _names(node)),
                words="".join(each.data for each in macro.find_all(nodes.TemplateData)),
            )
    return found


def _names(node: nodes.Node) -> Iterator[nodes.Name]:
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


@dataclass(frozen=True)
class Named:
    """A sentence that the code names in plain words, with the fields handed in when they can be seen."""

    name: str
    fields: frozenset[str] | None
    place: str


def trees() -> Iterator[tuple[Path, ast.Module]]:
    """Every source file of the room."""
    for path in sorted(ROOM.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def named_sentences() -> Iterator[Named]:
    """Every sentence, label and need that the code names by a constant."""
    for path, tree in trees():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                place = f"{path.relative_to(ROOM)}:{call.lineno}"
                yield from _named(call, call.func.attr, place)


def _named(call: ast.Call, method: str, place: str) -> Iterator[Named]:
    if method in HOMES and call.args:
        seen = None
        if method in ("say", "text") and all(keyword.arg for keyword in call.keywords):
            seen = frozenset(keyword.arg or "" for keyword in call.keywords)
        for name in _constants(call.args[0]):
            yield Named(name if "." in name else f"{HOMES[method]}{name}", seen, place)
    needs = [keyword.value for keyword in call.keywords if keyword.arg == "need"]
    if method in NEEDS and len(call.args) > NEEDS[method]:
        needs.append(call.args[NEEDS[method]])
    for need in needs:
        yield from (Named(n if "." in n else f"needs.{n}", None, place) for n in _constants(need) if n)


def _constants(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every constant text of the code, and a pattern for each text that it puts together."""
    constants: set[str] = set()
    patterns: set[str] = set()
    for _, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                patterns.add("".join(_piece(each) for each in node.values))
    usable = (each for each in patterns if re.fullmatch(r"(?:[a-z_0-9]|\\\.|\(\.\+\))+", each))
    return constants, [re.compile(each) for each in usable if re.sub(r"\(\.\+\)|\\\.", "", each)]


def _piece(node: ast.expr) -> str:
    return re.escape(str(node.value)) if isinstance(node, ast.Constant) else "(.+)"

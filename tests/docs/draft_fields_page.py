"""The page of all fields that a draft is made from, read from the dataclasses themselves."""

import ast
import inspect
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal, Union, get_args, get_origin

from proposal_templates.context import LANGUAGES
from proposal_templates.filled import Filled
from proposal_templates.origin_words import path_words
from proposal_templates.sentences import sentences_in
from tests.proposal_templates.full import COMBINATIONS, full_draft
from tests.proposal_templates.paths import Place, bare, places

LEAD = """# What a draft is made from

Every fact of a draft comes from one of these fields, from the form's own file, or is computed from them;
the notes at the end of a draft name the field in the words below. Each may be unknown: then the draft shows
a gap. `[*]` stands for the place in a list. *Pointer* is the place of a member, need, goal or work package
in its list. The classes are in `proposal_templates/context/`; Koalitio fills them from its store, and
`tests/proposal_templates/full/` fills every one of them.
"""
FILLED = "With every field filled: the share of the places to fill that say something."
_SHORT = {
    "str": "text",
    "int": "number",
    "bool": "yes or no",
    "Decimal": "decimal",
    "date": "day",
    "time": "time of day",
    "datetime": "day and time",
}
_POINTERS = {"member", "lead", "owner", "teacher", "mentor", "chair", "contact_owner", "work", "goal", "need"}
_POINTER_LISTS = {"learners", "members", "goals"}


def draft_fields_page() -> str:
    """The fields by class, in the order of a context."""
    owned: dict[type, list[tuple[str, Place]]] = {}
    for path, place in places():
        owned.setdefault(place.owner, []).append((path, place))
    lines = [LEAD]
    for owner, listed in owned.items():
        notes = notes_of(owner)
        lines += [f"## {owner.__name__}", "", " ".join((inspect.getdoc(owner) or "").split()), ""]
        lines += ["| path | what it holds | en / fi / sv | note |", "|---|---|---|---|"]
        lines += [
            f"| `{path}` | {held(place)} | {_told(path, place)} | {notes.get(place.name, '')} |"
            for path, place in listed
        ]
        lines.append("")
    return "\n".join([*lines, *_filled_table()])


def _filled_table() -> list[str]:
    """How much of each form the full context fills."""
    lines = ["## How full a draft can be", "", FILLED, ""]
    lines += ["| form | language | whole draft | partnership section |", "|---|---|---|---|"]
    for key, language in COMBINATIONS:
        draft = full_draft(language, key)
        whole, part = draft.filled(), draft.filled(draft.form.partnership_section)
        lines.append(f"| `{key}` | {language} | {_share(whole)} | {_share(part)} |")
    return [*lines, ""]


def _share(filled: Filled) -> str:
    return f"{filled.share:.1%} of {filled.filled + filled.open}"


def held(place: Place) -> str:
    """What a field holds, in the words of a reader."""
    kind = _kind(place)
    return f"list of {kind}s" if get_origin(_known(place.hint)) is tuple and " " not in kind else kind


def _kind(place: Place) -> str:
    inner = bare(place.hint)
    if get_origin(inner) is Literal:
        return ", ".join(f"`{key}`" for key in get_args(inner))
    if inner is int and place.name in _POINTERS | _POINTER_LISTS:
        return "pointer"
    name = getattr(inner, "__name__", str(inner))
    return "texts by key" if "Mapping" in name else _SHORT.get(name, name)


def _known(hint: Any) -> Any:
    """A type without None."""
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        (hint,) = (each for each in get_args(hint) if each is not type(None))
    return hint


def _told(path: str, place: Place) -> str:
    """A field's own name in the three languages; none for what only steers a draft."""
    root = re.split(r"[.\[]", path)[0]
    if root not in ("call", "coalition", "members", "project") or place.owner.__name__ == "Quote":
        return ""
    if place.name == "texts" or (place.name == "answers" and root == "project"):
        return ""
    name = path.replace("[*]", "").split(".")[-2] if place.name == "text" else place.name
    last = f"{root}.{name}"
    return " / ".join(path_words(last, sentences_in(language)) for language in LANGUAGES)


def notes_of(owner: type) -> dict[str, str]:
    """The docstrings that stand under a class's fields, by field."""
    (node,) = ast.parse(inspect.getsource(owner)).body
    assert isinstance(node, ast.ClassDef)
    return dict(_noted(node.body))


def _noted(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        text = below.value if isinstance(below, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Constant):
            yield ast.unparse(field.target), " ".join(str(text.value).split())

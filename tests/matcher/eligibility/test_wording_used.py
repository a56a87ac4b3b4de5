"""The code and the wording go together: no key without a sentence, no sentence without a key.

Reads the source, so it has no place in a run of mutated source.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from matcher.eligibility import sentences as room
from matcher.eligibility.sentences import sentences

FOLDER = Path(room.__file__).parent


def written() -> Iterator[ast.AST]:
    """Every node of the room's code."""
    for path in FOLDER.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def pattern(node: ast.expr) -> str | None:
    """A key as the code spells it: what is put in at run time stands for any word."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z_.]+" for p in node.values)
        return "".join(parts)
    return None


def spelt(name: str) -> set[str]:
    """The patterns of the first values that calls of this name are given."""
    calls = (
        n for n in written() if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == name
    )
    arguments = (call.args[0] for call in calls if call.args)
    either = (part for a in arguments for part in ((a.body, a.orelse) if isinstance(a, ast.IfExp) else (a,)))
    return {found for part in either if (found := pattern(part)) is not None}


def test_every_key_in_the_code_has_a_sentence() -> None:
    messages = spelt("Message")
    assert len(messages) > 60
    for key in messages:
        assert any(re.fullmatch(key, known) for known in sentences()), key
    for name in spelt("ToKeep"):
        for stem in ("keep", "cure"):
            assert any(re.fullmatch(rf"{stem}\.{name}", known) for known in sentences()), name


def test_no_sentence_is_left_over() -> None:
    keys = {
        found
        for node in written()
        if isinstance(node, ast.expr) and (found := pattern(node)) and "." in found
    }
    keys |= {rf"(keep|cure)\.{name}" for name in spelt("ToKeep")}
    left = [key for key in sentences() if not any(re.fullmatch(each, key) for each in keys)]
    assert left == []

"""Reads the YAML of rules as people write it, and remembers the line of every value."""

from pathlib import Path

import yaml

from matcher.errors import BadRuleFile
from store.plain_yaml import NULL, PlainLoader

Position = tuple[str | int, ...]


class Lines:
    """Line numbers, from 1, by the path of keys and indexes that leads to a value."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lines: dict[Position, int] = {}

    def put(self, position: Position, line: int) -> None:
        """Remembers where a value stands."""
        self._lines[position] = line

    def refuse(self, position: Position, problem: str) -> BadRuleFile:
        """The error that points at a value, or at the nearest value around it when it is not there."""
        name = ".".join(str(part) for part in position if isinstance(part, str))
        while position and position not in self._lines:
            position = position[:-1]
        words = f"{name}: {problem}" if name else problem
        return BadRuleFile(self.path, self._lines.get(position, 1), words)


def read_yaml(path: Path) -> tuple[object, Lines]:
    """Content of a file, every scalar as text or None, and the line of each value.

    `country: NO` is Norway and `12:00` a time of day. Raises BadRuleFile when it is not sound YAML.
    """
    lines = Lines(path)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=PlainLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadRuleFile(path, line, f"not valid YAML ({error.problem}); mend the line") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadRuleFile(path, 1, f"cannot be read ({error}); save it as UTF-8 text") from error
    if root is None:
        raise BadRuleFile(path, 1, "the file is empty; copy a file of the same programme")
    return _value(root, (), lines), lines


def _value(node: yaml.Node, position: Position, lines: Lines) -> object:
    lines.put(position, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, position, lines)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*position, place), lines) for place, item in enumerate(node.value)]
    return None if node.tag == NULL else str(node.value)


def _mapping(node: yaml.MappingNode, position: Position, lines: Lines) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in found:
            raise BadRuleFile(lines.path, line, f"{key}: stands twice; keep one")
        found[key] = _value(value_node, (*position, key), lines)
        lines.put((*position, key), line)
    return found

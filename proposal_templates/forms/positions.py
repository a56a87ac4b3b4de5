"""Reads YAML and remembers the line of every value, so that an error can point at it."""

from pathlib import Path

import yaml

from proposal_templates.errors import FormFileError

Position = tuple[str | int, ...]


class Lines:
    """Line numbers, from 1, by the path of keys and indexes that leads to a value."""

    def __init__(self) -> None:
        self._lines: dict[Position, int] = {}

    def put(self, position: Position, line: int) -> None:
        self._lines[position] = line

    def knows(self, position: Position) -> bool:
        """Whether a value stands at this very position."""
        return position in self._lines

    def at(self, position: Position) -> int:
        """Line of a value, or of the nearest value around it when it is not there."""
        while position and position not in self._lines:
            position = position[:-1]
        return self._lines.get(position, 1)


def read_yaml(path: Path) -> tuple[object, Lines]:
    """Content of a YAML file and the line of each of its values; FormFileError when it is not sound YAML."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FormFileError(path, line, f"not valid YAML: {error.problem}") from error
    if root is None:
        raise FormFileError(path, 1, "the file is empty")
    lines = Lines()
    loader = yaml.SafeLoader("")
    return _value(root, (), lines, path, loader), lines


def _value(node: yaml.Node, position: Position, lines: Lines, path: Path, loader: yaml.SafeLoader) -> object:
    lines.put(position, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, position, lines, path, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*position, i), lines, path, loader) for i, item in enumerate(node.value)]
    value: object = loader.construct_object(node)
    return value


def _mapping(
    node: yaml.MappingNode, position: Position, lines: Lines, path: Path, loader: yaml.SafeLoader
) -> dict[str, object]:
    found: dict[str, object] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        line = key_node.start_mark.line + 1
        if key in found:
            raise FormFileError(path, line, f"the key '{key}' stands twice")
        found[key] = _value(value_node, (*position, key), lines, path, loader)
        lines.put((*position, key), line)
    return found

"""Reads a YAML file into its typed shape; whatever breaks a rule is refused with file and line."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from proposal_templates.errors import FormFileError
from proposal_templates.forms.positions import Lines, Position, read_yaml

Shape = TypeVar("Shape", bound=BaseModel)
Refuse = Callable[[Position, str], FormFileError]
"""Makes the error for the value at a position."""
_PLAIN = {
    "extra_forbidden": "unknown key; check its spelling",
    "missing": "this key is missing",
    "model_type": "write keys with values here, as the other files of this kind do",
}
"""What to say for pydantic's commonest types of error; others are told in its own words."""


def read_shape(
    path: Path, shape: type[Shape], complete: Callable[[object, Refuse], object] | None = None
) -> tuple[Shape, Refuse]:
    """A file as its shape, and how to refuse what only a further check finds.

    complete: puts in what the file only names, before it is checked. Raises FormFileError.
    """
    content, lines = read_yaml(path)
    refuse = refuser(path, lines)
    if complete:
        content = complete(content, refuse)
    try:
        return shape.model_validate(content), refuse
    except ValidationError as error:
        raise refusal(path, lines, error) from error


def refusal(path: Path, lines: Lines, error: ValidationError) -> FormFileError:
    """The first problem of a file whose very line is known, else the first of all."""
    problems = error.errors()
    first = next((problem for problem in problems if lines.knows(problem["loc"])), problems[0])
    where = ".".join(str(part) for part in first["loc"])
    told = _PLAIN.get(first["type"], first["msg"])
    return FormFileError(path, lines.at(first["loc"]), f"{where}: {told}" if where else told)


def refuser(path: Path, lines: Lines) -> Refuse:
    """Makes errors for values of one file."""
    return lambda position, problem: FormFileError(path, lines.at(position), problem)

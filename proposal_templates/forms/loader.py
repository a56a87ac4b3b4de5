"""Loads form files, refuses unsound ones with file and line, and finds the form of a call."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import get_args

from pydantic import ValidationError

from proposal_templates.context import Role
from proposal_templates.errors import FormFileError, NoFormForAction
from proposal_templates.forms.model import FIXED_TABLES, Form
from proposal_templates.forms.positions import Lines, Position, read_yaml

FORMS_FOLDER = Path(__file__).parent


def load_form(path: Path) -> Form:
    """One form from its YAML file; FormFileError with file and line when it breaks a rule."""
    content, lines = read_yaml(path)
    try:
        form = Form.model_validate(content)
    except ValidationError as error:
        raise refusal(path, lines, error) from error
    for check in (_orders, _keys, _sources, _references, _roles):
        check(form, _refuser(path, lines))
    return form


def refusal(path: Path, lines: Lines, error: ValidationError) -> FormFileError:
    """The first problem of a file whose very line is known, else the first of all."""
    problems = error.errors()
    first = next((problem for problem in problems if lines.knows(problem["loc"])), problems[0])
    where = ".".join(str(part) for part in first["loc"])
    return FormFileError(path, lines.at(first["loc"]), f"{where}: {first['msg']}")


@lru_cache(maxsize=1)
def load_forms() -> tuple[Form, ...]:
    """All forms of this room, by file name."""
    return tuple(load_form(path) for path in sorted(FORMS_FOLDER.glob("*.yaml")))


def find_form(programme: str | None, action: str | None, identifier: str | None) -> Form:
    """The form of a call, from its programme key, type of action and identifier; NoFormForAction if none."""
    for form in load_forms():
        if form.ground(programme, action, identifier):
            return form
    raise NoFormForAction(programme, action, identifier, [form.short_title for form in load_forms()])


Refuse = Callable[[Position, str], FormFileError]


def _refuser(path: Path, lines: Lines) -> Refuse:
    return lambda position, problem: FormFileError(path, lines.at(position), problem)


def _orders(form: Form, refuse: Refuse) -> None:
    before = -1
    for i, section in enumerate(form.sections):
        if section.order == before:
            raise refuse(("sections", i, "order"), f"order {section.order} stands twice")
        if section.order < before:
            raise refuse(("sections", i, "order"), f"order {section.order} stands after {before}")
        before = section.order


def _keys(form: Form, refuse: Refuse) -> None:
    _unique(((("sections", i, "key"), s.key) for i, s in enumerate(form.sections)), refuse)
    numbers = ((("sections", i, "number"), s.number) for i, s in enumerate(form.sections) if s.number)
    _unique(numbers, refuse)
    _unique(
        (
            (("sections", i, "tables", j, "key"), table.key)
            for i, section in enumerate(form.sections)
            for j, table in enumerate(section.tables)
        ),
        refuse,
    )


def _unique(found: Iterable[tuple[Position, str]], refuse: Refuse) -> None:
    seen: set[str] = set()
    for position, value in found:
        if value in seen:
            raise refuse(position, f"'{value}' stands twice")
        seen.add(value)


def _sources(form: Form, refuse: Refuse) -> None:
    for position, source in _named_sources(form):
        if source not in form.sources:
            raise refuse(position, f"the source '{source}' is not listed under sources")


def _named_sources(form: Form) -> Iterable[tuple[Position, str]]:
    yield ("source",), form.source
    for name in ("applies_to", "not_for", "roles", "sections"):
        for i, part in enumerate(getattr(form, name)):
            yield (name, i, "source"), part.source
    for rule in type(form.format).model_fields:
        yield ("format", rule, "source"), getattr(form.format, rule).source
    for i, section in enumerate(form.sections):
        if section.tag_source:
            yield ("sections", i, "tag_source"), section.tag_source
        for j, table in enumerate(section.tables):
            yield ("sections", i, "tables", j, "source"), table.source


def _references(form: Form, refuse: Refuse) -> None:
    if form.partnership_section not in [section.key for section in form.sections]:
        raise refuse(("partnership_section",), f"no section has the key '{form.partnership_section}'")
    tables = {table.key for section in form.sections for table in section.tables}
    numbers = [section.number for section in form.sections]
    for i, section in enumerate(form.sections):
        if section.criterion and section.criterion not in form.criteria:
            raise refuse(("sections", i, "criterion"), f"the criterion '{section.criterion}' is not listed")
        if section.tag_until and section.tag_until not in numbers[i:]:
            raise refuse(("sections", i, "tag_until"), f"no section {section.tag_until} here or later")
        for part in section.content:
            missing = [key for key in FIXED_TABLES.get(part, ()) if key not in tables]
            if missing:
                raise refuse(("sections", i, "content"), f"{part} needs the table '{missing[0]}'")
        parent = section.number.rpartition(".")[0] if section.number else ""
        if parent and parent not in numbers[:i]:
            raise refuse(
                ("sections", i, "number"), f"section {section.number} comes before its parent {parent}"
            )


def _roles(form: Form, refuse: Refuse) -> None:
    known = [rule.role for rule in form.roles]
    if sorted(known) != sorted(get_args(Role)):
        raise refuse(("roles",), f"roles must be exactly {', '.join(get_args(Role))}, each once")

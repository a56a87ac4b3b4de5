"""Loads form files, refuses unsound ones with file and line, and finds the form of a call."""

from functools import lru_cache
from pathlib import Path

from proposal_templates.errors import NoFormForAction
from proposal_templates.forms.checks import check_form
from proposal_templates.forms.files import read_shape
from proposal_templates.forms.model import Form
from proposal_templates.forms.questions import with_questions

FORMS_FOLDER = Path(__file__).parent


def load_form(path: Path) -> Form:
    """One form from its YAML file; FormFileError with file and line when it breaks a rule."""
    form, refuse = read_shape(path, Form, with_questions)
    if form.key != path.stem:
        raise refuse(("key",), f"the key '{form.key}' is not the file's name; one of them is wrong")
    check_form(form, refuse)
    return form


def form_files() -> tuple[Path, ...]:
    """The form files of this room, by name."""
    return tuple(sorted(FORMS_FOLDER.glob("*.yaml")))


@lru_cache(maxsize=1)
def load_forms() -> tuple[Form, ...]:
    """All forms of this room, by file name."""
    return tuple(load_form(path) for path in form_files())


def find_form(
    programme: str | None, action: str | None, identifier: str | None, source: str | None = None
) -> Form:
    """The form of a call, from its programme key, type of action, identifier and the source it was read from.

    Of several forms the one with the surest rule is taken, of equally sure ones the most specific. Raises
    NoFormForAction when there is none.
    """
    called = (programme, action, identifier, source)
    found = [(form.strength(*called), form) for form in load_forms()]
    fitting = [(strength, form) for strength, form in found if strength is not None]
    if not fitting:
        raise NoFormForAction(programme, action, identifier, [form.short_title for form in load_forms()])
    return max(fitting, key=lambda each: each[0])[1]

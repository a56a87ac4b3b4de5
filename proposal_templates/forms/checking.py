"""Checks all data of this room: forms, questions, criteria, cost models and lists of indicators."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from proposal_templates.budget.models import MODELS_FOLDER, load_model, load_models
from proposal_templates.context import CallFacts, CoalitionFacts, DraftContext, Language
from proposal_templates.criteria import grid_files, load_grid
from proposal_templates.draft import build_draft
from proposal_templates.errors import ProposalError
from proposal_templates.forms.files import refuser
from proposal_templates.forms.loader import form_files, load_form
from proposal_templates.forms.model import Form
from proposal_templates.forms.positions import Position, read_yaml
from proposal_templates.forms.questions import QUESTIONS_FILE, load_questions
from proposal_templates.indicators.catalogue import FOLDER, load_catalogue
from proposal_templates.parts import PARTS

DataKind = Literal["form", "questions", "criteria", "cost_model", "indicators"]


@dataclass(frozen=True, kw_only=True)
class Checked:
    """One file that was checked; `problem` is None when it is sound, else one line with file and line."""

    file: str
    kind: DataKind
    problem: str | None


def check_all(paths: Sequence[Path] = ()) -> tuple[Checked, ...]:
    """Checks the room's own files, or those that `paths` name.

    A file in a folder called criteria, cost_models or indicators is checked as such, any other as a form.
    """
    return tuple(_given(path) for path in paths) if paths else tuple(_own())


def _given(path: Path) -> Checked:
    folder = path.resolve().parent.name
    if folder == "criteria":
        return _checked(path, "criteria", load_grid)
    if folder == "cost_models":
        return _checked(path, "cost_model", load_model)
    if folder == "indicators":
        return _checked(path, "indicators", load_catalogue)
    return _checked(path, "form", _sound_form)


def _own() -> Iterator[Checked]:
    yield from (_checked(path, "form", _sound_form) for path in form_files())
    yield _checked(QUESTIONS_FILE, "questions", load_questions)
    yield from (_checked(path, "criteria", load_grid) for path in grid_files())
    yield from (_checked(path, "cost_model", load_model) for path in sorted(MODELS_FOLDER.glob("*.yaml")))
    yield from (_checked(path, "indicators", load_catalogue) for path in sorted(FOLDER.glob("*.yaml")))


def _checked(path: Path, kind: DataKind, check: Callable[[Path], object]) -> Checked:
    try:
        check(path)
    except ProposalError as error:
        return Checked(file=path.name, kind=kind, problem=str(error))
    except OSError as error:
        return Checked(file=path.name, kind=kind, problem=f"{path} cannot be read: {error.strerror}.")
    return Checked(file=path.name, kind=kind, problem=None)


def _sound_form(path: Path) -> None:
    """Loads the form, looks up what it names, and drafts on it from nothing in every language it permits."""
    form = load_form(path)
    refuse = refuser(path, read_yaml(path)[1])
    for position, problem in _missing(form):
        raise refuse(position, problem)
    for language in form.languages:
        build_draft(_nothing(language), form)


def _missing(form: Form) -> Iterator[tuple[Position, str]]:
    for i, section in enumerate(form.sections):
        for j, part in enumerate(section.content):
            if part not in PARTS:
                yield ("sections", i, "content", j), f"no file of parts/ writes '{part}'"
    known = {model.key for model in load_models()}
    for i, key in enumerate(form.cost_models):
        if key not in known:
            yield ("cost_models", i), f"there is no cost model '{key}'"


def _nothing(language: Language) -> DraftContext:
    """A context in which nothing is known: every fact becomes a gap."""
    return DraftContext(language=language, made_on=date.min, call=CallFacts(), coalition=CoalitionFacts())

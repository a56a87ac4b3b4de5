"""Loads criteria files, refuses unsound ones with file and line, and finds the grid of a call."""

from functools import lru_cache
from pathlib import Path
from typing import get_args

from proposal_templates.context import CallFacts
from proposal_templates.criteria.model import Criterion, Grid
from proposal_templates.forms.files import Refuse, read_shape
from proposal_templates.forms.loader import load_forms
from proposal_templates.forms.model import ContentPart, Form

CRITERIA_FOLDER = Path(__file__).parent


def load_grid(path: Path) -> Grid:
    """One grid from its YAML file; FormFileError with file and line when it breaks a rule."""
    grid, refuse = read_shape(path, Grid)
    if grid.key != path.stem:
        raise refuse(("key",), f"the key '{grid.key}' is not the file's name; one of them is wrong")
    _sources(grid, refuse)
    _forms(grid, refuse)
    _points(grid, refuse)
    _paid(grid, refuse)
    for i, criterion in enumerate(grid.criteria):
        _answers(i, criterion, refuse)
    return grid


def grid_files() -> tuple[Path, ...]:
    """The criteria files of this room, by name."""
    return tuple(sorted(CRITERIA_FOLDER.glob("*.yaml")))


@lru_cache(maxsize=1)
def load_grids() -> tuple[Grid, ...]:
    """All grids of this room, by file name."""
    return tuple(load_grid(path) for path in grid_files())


def find_grid(call: CallFacts, form: Form) -> Grid | None:
    """The criteria of a call on this form, by the surest and most specific rule; None when not known."""
    fitting = [
        (strength, grid)
        for grid in load_grids()
        if form.key in grid.forms
        for rule in grid.applies_to
        if rule.programme == call.programme
        and (strength := rule.strength(call.action, call.identifier, call.source_key))
    ]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def _sources(grid: Grid, refuse: Refuse) -> None:
    for position, fact in grid.sourced():
        if fact.source not in grid.sources:
            raise refuse((*position, "source"), f"the source '{fact.source}' is not listed under sources")


def _forms(grid: Grid, refuse: Refuse) -> None:
    known = [form.key for form in load_forms()]
    for i, key in enumerate(grid.forms):
        if key not in known:
            raise refuse(("forms", i), f"there is no form '{key}'")


def _points(grid: Grid, refuse: Refuse) -> None:
    """Each criterion stands once, no minimum is above its points, and points known for all add up."""
    seen: set[str] = set()
    for i, criterion in enumerate(grid.criteria):
        if criterion.key in seen:
            raise refuse(("criteria", i, "key"), f"'{criterion.key}' stands twice")
        seen.add(criterion.key)
        if criterion.least and (criterion.most is None or criterion.least > criterion.most):
            raise refuse(
                ("criteria", i, "least"), f"the minimum {criterion.least} is above the points to get"
            )
        if criterion.kind == "pass_fail" and criterion.most:
            raise refuse(("criteria", i, "most"), "a pass-or-fail criterion has no points")
    counted = [each.most for each in grid.criteria if each.kind == "points"]
    total = sum(points for points in counted if points)
    if grid.overall and all(counted) and total != grid.overall.most:
        raise refuse(("overall", "most"), f"the criteria add up to {total}, not to {grid.overall.most}")


def _paid(grid: Grid, refuse: Refuse) -> None:
    """Steps of payment go down without hole or overlap, so that every number of points has one share."""
    above: int | None = None
    for i, step in enumerate(grid.final_report):
        if step.from_points > step.to_points:
            raise refuse(("final_report", i, "from_points"), "the step ends below its start")
        if above is not None and step.to_points != above - 1:
            raise refuse(("final_report", i, "to_points"), f"the step before this one starts at {above}")
        above = step.from_points


def _answers(index: int, criterion: Criterion, refuse: Refuse) -> None:
    asked = {q.key for form in load_forms() for section in form.sections for q in section.questions}
    known = {*get_args(ContentPart), *asked}
    for j, part in enumerate(criterion.parts):
        for k, key in enumerate(part.answered_by):
            if key not in known:
                position = ("criteria", index, "parts", j, "answered_by", k)
                raise refuse(position, f"'{key}' is neither a content part nor a question of a form")

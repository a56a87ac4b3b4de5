"""A project file to start from: work packages from the coalition's goals, and what the other parts hold."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel

from store.models import Coalition, ProjectContent, ProjectPlan
from store.models.part import DocumentPart
from store.models.project import WorkPackage
from store.models.project_budget import Budget
from store.project_file import write_project
from store.references import POINTERS
from store.vocabulary import WorkKind


def example_of(coalition: Coalition, plan: ProjectPlan | None) -> str:
    """The file as YAML text that imports as it is; nothing in it is decided but what is so already.

    One work package leads, one goes with each goal, the last carries the results on; all can change.
    """
    works = [
        WorkPackage(slug="management", kind=WorkKind.MANAGEMENT),
        *(WorkPackage(slug=f"work-{goal.slug}", goals=(goal.slug,)) for goal in coalition.goals),
        WorkPackage(slug="impact", kind=WorkKind.IMPACT),
    ]
    content = ProjectContent(work_packages=tuple(works))
    return "".join(f"# {line}".rstrip() + "\n" for line in _notes(coalition)) + write_project(content, plan)


def _notes(coalition: Coalition) -> Iterator[str]:
    yield "Write what is decided and leave the rest: null and [] are not known, and become questions."
    yield f"Members: {', '.join(one.slug for one in coalition.members) or 'none yet'}"
    yield f"Goals: {', '.join(one.slug for one in coalition.goals) or 'none yet'}"
    yield f"Fields that take one of these: {', '.join(POINTERS)}"
    yield "What the lists hold:"
    for shape in (ProjectContent, WorkPackage, Budget):
        for name, field in shape.model_fields.items():
            for inner in _shapes(field.annotation):
                if inner is not WorkPackage and inner is not Budget:
                    yield f"  {name}: {', '.join(inner.model_fields)}"
    yield "`answers:` takes answers to questions of the form by their key, as the draft's JSON names them."
    yield f"`plan:` may follow `project:`, with: {', '.join(ProjectPlan.model_fields)}"


def _shapes(annotation: object) -> Iterator[type[BaseModel]]:
    """The parts inside a type such as `tuple[Risk, ...]`."""
    if isinstance(annotation, type) and issubclass(annotation, DocumentPart):
        yield annotation
    for inner in get_args(annotation):
        yield from _shapes(inner)

"""Reads and writes the project of a coalition for one call as a YAML file.

koalitio: 1
project:
  name: ...
  work_packages:
    - id: wp1
      ...
plan:        # may be left out: what stands in the line-up's plan
  months: 24
  grant: 250000
"""

from pathlib import Path
from typing import NamedTuple

from store.errors import BadProjectFile
from store.models.line_up import ProjectPlan
from store.models.project import ProjectContent
from store.references import unknown_work
from store.yaml_file import FileKind

KIND = FileKind(
    top="project",
    wrong=BadProjectFile,
    start="`koalitio project example` prints a file to start from",
    also=("plan",),
    names={"slug": "id"},
    free=("answers",),
)


class ProjectFile(NamedTuple):
    """What one file holds; `plan` None when the file has none, so that the stored plan stays."""

    content: ProjectContent
    plan: ProjectPlan | None = None


def read_project(path: Path) -> ProjectFile:
    """The project of a YAML file.

    Raises BadProjectFile with one line: file, place and what to do.
    """
    return parse_project(KIND.read(path), str(path))


def parse_project(text: str, name: str) -> ProjectFile:
    """The project of a YAML text; `name` is how errors call it.

    Raises BadProjectFile, also for a work package that is pointed at and is not there. Whether members and
    goals are there is for `store.references.unknown_references` to say.
    """
    data = KIND.parse(text, name)
    content = KIND.as_shape(ProjectContent, data["project"], name)
    if unknown := unknown_work(content):
        raise BadProjectFile(f"{name}: {unknown[0]}")
    plan = data.get("plan")
    return ProjectFile(content, None if plan is None else KIND.as_shape(ProjectPlan, plan, name, "plan"))


def write_project(content: ProjectContent, plan: ProjectPlan | None = None) -> str:
    """The YAML text of a project and its plan; `read_project` of it gives the same back."""
    return KIND.text(project=content, plan=plan)

"""Use cases: what a coalition has decided about its project for one call: as a file in, a file out."""

from datetime import datetime
from pathlib import Path

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.permission import Action, require
from api.services.checking import line_ups
from api.services.drafting.project_example import example_of
from api.services.drafting.project_words import unused_words
from store import coalitions, project_file, projects, queries
from store import line_ups as stored_line_ups
from store.errors import NotFound
from store.models import ProjectContent, ProjectPlan
from store.project_file import ProjectFile
from store.references import unknown_references

MOST_BYTES = 2_000_000
"""Of a file that a page takes."""


class ProjectState(BaseModel):
    """What is stored of a project: `saved_at` None when nothing is; `parts` counts what each list holds.

    warnings: one line for each member or goal that it points at and that the coalition does not have, and for
    each word that no draft would show.
    proposal_kept: whether the plan was stored just now and made the proposed line-up the decided one.
    """

    name: str | None = None
    saved_at: datetime | None = None
    parts: dict[str, int] = {}
    plan: dict[str, object] = {}
    warnings: list[str] = []
    proposal_kept: bool = False


def project_state(session: Session, slug: str, call_name: str) -> ProjectState:
    """What is stored for the call. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    stored = projects.stored_project(session, slug, call_name)
    plan = _plan(session, slug, call_name)
    planned = plan.model_dump(mode="json", exclude_defaults=True) if plan else {}
    if stored is None:
        return ProjectState(plan=planned)
    return ProjectState(
        name=stored.content.name,
        saved_at=stored.last_modified_at,
        parts=_counted(stored.content),
        plan=planned,
        warnings=[
            *unknown_references(stored.content, coalitions.coalition_by_slug(session, slug)),
            *unused_words(stored.content),
        ],
    )


def example_project(session: Session, slug: str, call_name: str) -> str:
    """A project file to start from, as YAML text. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    return example_of(coalitions.coalition_by_slug(session, slug), _plan(session, slug, call_name))


def import_project(session: Session, slug: str, call_name: str, path: Path) -> ProjectState:
    """Stores the project of a YAML file, and its plan when it has one.

    Raises store.errors.BadProjectFile and NotFound, and api.errors.BadChoice for a plan when nobody takes
    part; then nothing is stored.
    """
    require(session, Action.DRAFT, slug)
    return _save(session, slug, call_name, project_file.read_project(path))


def import_text(session: Session, slug: str, call_name: str, text: str, name: str) -> ProjectState:
    """Stores the project of a YAML text as `import_project` does; `name` is how errors call it."""
    require(session, Action.DRAFT, slug)
    return _save(session, slug, call_name, project_file.parse_project(text, name))


def export_project(session: Session, slug: str, call_name: str) -> str:
    """The stored project and plan as YAML text that imports to the same.

    Raises store.errors.NotFound, also when nothing is stored.
    """
    require(session, Action.READ_WORK, slug)
    content = projects.project_of(session, slug, call_name)
    if content is None:
        raise NotFound(
            f"No project of {slug} for {call_name}: `koalitio project example` prints a file to start from."
        )
    return project_file.write_project(content, _plan(session, slug, call_name))


def _save(session: Session, slug: str, call_name: str, file: ProjectFile) -> ProjectState:
    """A plan is stored with the line-up that holds; when nobody takes part all is refused."""
    planned: projects.Planned | None = None
    decided = line_ups.is_decided(session, slug, call_name)
    if file.plan is not None and file.plan != line_ups.plan_of(session, slug, call_name):
        planned = projects.Planned(line_ups.deciding_parts(session, slug, call_name), file.plan)
    projects.save_project(session, slug, call_name, file.content, planned)
    state = project_state(session, slug, call_name)
    return state.model_copy(update={"proposal_kept": planned is not None and not decided})


def _plan(session: Session, slug: str, call_name: str) -> ProjectPlan | None:
    """The stored plan; None when no line-up is decided."""
    ids = coalitions.id_of(session, slug), queries.id_of(session, call_name)
    stored = stored_line_ups.line_up_of(session, *ids)
    return stored.project if stored else None


def _counted(content: ProjectContent) -> dict[str, int]:
    """How many each list holds, of the project and of its budget; empty ones are left out."""
    found: dict[str, int] = {}
    for part in (content, content.budget):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, (tuple, dict)) and value:
                found[name] = len(value)
    return found

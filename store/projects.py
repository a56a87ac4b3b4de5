"""Keeping projects: what a coalition has decided about its project for one call, one document each."""

from typing import NamedTuple

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from store import clock, coalitions, line_ups, queries
from store.models.line_up import LineUpPart, ProjectPlan
from store.models.project import Project, ProjectContent, ProjectPublic


class Planned(NamedTuple):
    """The line-up and the plan that are stored along with a project."""

    parts: tuple[LineUpPart, ...]
    plan: ProjectPlan


def project_of(session: Session, coalition_slug: str, call: str) -> ProjectContent | None:
    """What is decided for that call; None when nothing is. Raises NotFound.

    call: external id, official identifier or number, as `queries.call_by_name` takes it.
    """
    stored = stored_project(session, coalition_slug, call)
    return None if stored is None else stored.content


def stored_project(session: Session, coalition_slug: str, call: str) -> ProjectPublic | None:
    """The project with the moments it was saved at; None when nothing is decided. Raises NotFound."""
    stored = _stored(session, coalitions.id_of(session, coalition_slug), queries.id_of(session, call))
    return None if stored is None else _public(stored)


def save_project(
    session: Session, coalition_slug: str, call: str, content: ProjectContent, planned: Planned | None = None
) -> ProjectPublic:
    """Stores the project in place of what was there, and what is planned with it, in one transaction.

    `saved_at` stays the moment of the first save; the same content again changes nothing. Raises NotFound,
    also for a part of somebody who is no member; then nothing is stored.
    """
    ids = coalitions.id_of(session, coalition_slug), queries.id_of(session, call)
    try:
        return _public(_put(session, *ids, content, planned))
    except IntegrityError:  # another has stored the first project or line-up since we looked
        session.rollback()
        return _public(_put(session, *ids, content, planned))


def clear_project(session: Session, coalition_slug: str, call: str) -> bool:
    """Forgets the project; whether there was one. Raises NotFound."""
    stored = _stored(session, coalitions.id_of(session, coalition_slug), queries.id_of(session, call))
    if stored is not None:
        session.delete(stored)
        session.commit()
    return stored is not None


def _put(
    session: Session, coalition_id: int, call_id: int, content: ProjectContent, planned: Planned | None
) -> Project:
    moment = clock.now()
    if planned is not None:
        line_ups.put_line_up(session, coalition_id, call_id, planned.parts, planned.plan)
    stored = _stored(session, coalition_id, call_id)
    if stored is None:
        stored = Project(coalition_id=coalition_id, call_id=call_id, saved_at=moment, last_modified_at=moment)
    if stored.id is None or stored.content != content:
        stored.content, stored.last_modified_at = content, moment
    session.add(stored)
    session.commit()
    return stored


def _stored(session: Session, coalition_id: int, call_id: int) -> Project | None:
    query = select(Project).where(Project.coalition_id == coalition_id, Project.call_id == call_id)
    return session.exec(query).one_or_none()


def _public(stored: Project) -> ProjectPublic:
    return ProjectPublic(
        coalition_id=stored.coalition_id,
        call_id=stored.call_id,
        content=stored.content,
        saved_at=stored.saved_at,
        last_modified_at=stored.last_modified_at,
    )

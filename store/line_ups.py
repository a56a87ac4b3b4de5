"""Keeping line-ups: one per coalition and call, stored when people decide, forgotten when they clear it."""

from collections.abc import Sequence

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from store import clock
from store.errors import NotFound
from store.models.coalition import Member
from store.models.line_up import LineUp, LineUpPart, LineUpPublic, ProjectPlan


def line_up_of(session: Session, coalition_id: int, call_id: int) -> LineUpPublic | None:
    """What was decided for that call, one part per member of today's profile; None when nothing was.

    Who left the profile is left out; who came later stands in it without a role.
    """
    stored = _stored(session, coalition_id, call_id)
    return None if stored is None else _public(stored, _members(session, coalition_id))


def line_ups_of(session: Session, coalition_id: int) -> dict[int, LineUpPublic]:
    """Every decided line-up of the coalition by call id, as `line_up_of` gives them."""
    members = _members(session, coalition_id)
    found = session.exec(select(LineUp).where(LineUp.coalition_id == coalition_id))
    return {stored.call_id: _public(stored, members) for stored in found}


def save_line_up(
    session: Session,
    coalition_id: int,
    call_id: int,
    parts: Sequence[LineUpPart],
    project: ProjectPlan | None = None,
) -> LineUpPublic:
    """Stores the decision in a transaction of its own; `project` None keeps the plan that is stored.

    Raises NotFound for a part of somebody who is no member.
    """
    try:
        stored = put_line_up(session, coalition_id, call_id, parts, project)
        session.commit()
    except IntegrityError:  # another has stored the first decision since we looked
        session.rollback()
        stored = put_line_up(session, coalition_id, call_id, parts, project)
        session.commit()
    return _public(stored, _members(session, coalition_id))


def clear_line_up(session: Session, coalition_id: int, call_id: int) -> bool:
    """Forgets the decision, so that the proposed line-up holds again; whether there was one."""
    stored = _stored(session, coalition_id, call_id)
    if stored is not None:
        session.delete(stored)
        session.commit()
    return stored is not None


def put_line_up(
    session: Session,
    coalition_id: int,
    call_id: int,
    parts: Sequence[LineUpPart],
    project: ProjectPlan | None = None,
) -> LineUp:
    """As `save_line_up`, within the transaction of the caller, who commits."""
    members = _members(session, coalition_id)
    if unknown := [part.member for part in parts if part.member not in members]:
        raise NotFound(f"No member {unknown[0]!r} in the coalition; there are: {', '.join(members)}.")
    moment = clock.now()
    stored = _stored(session, coalition_id, call_id)
    if stored is None:
        stored = LineUp(coalition_id=coalition_id, call_id=call_id, saved_at=moment, last_modified_at=moment)
    stored.parts, stored.last_modified_at = list(parts), moment
    if project is not None:
        stored.project = project
    session.add(stored)
    return stored


def _stored(session: Session, coalition_id: int, call_id: int) -> LineUp | None:
    query = select(LineUp).where(LineUp.coalition_id == coalition_id, LineUp.call_id == call_id)
    return session.exec(query).one_or_none()


def _members(session: Session, coalition_id: int) -> list[str]:
    query = select(Member.slug).where(Member.coalition_id == coalition_id)
    return list(session.exec(query.order_by(col(Member.position))))


def _public(stored: LineUp, members: Sequence[str]) -> LineUpPublic:
    known = {part.member: part for part in stored.parts}
    return LineUpPublic(
        coalition_id=stored.coalition_id,
        call_id=stored.call_id,
        parts=[known.get(slug) or LineUpPart(member=slug) for slug in members],
        project=stored.project,
        saved_at=stored.saved_at,
        last_modified_at=stored.last_modified_at,
    )

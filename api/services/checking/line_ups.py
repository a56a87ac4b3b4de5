"""Use cases: who of a coalition takes part in one call and what it plans for it, as people decide."""

from collections.abc import Sequence

from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.permission import Action, require
from matcher.eligibility.check_stored import load_case
from store import coalitions, line_ups, queries
from store.models import LineUpPart, LineUpPublic, ProjectPlan


def save(
    session: Session,
    slug: str,
    call_name: str,
    parts: Sequence[LineUpPart],
    project: ProjectPlan | None = None,
) -> LineUpPublic:
    """Stores the line-up; members without a part take none, `project` None keeps the plan.

    Raises NotFound, and BadChoice when nobody has a role: clearing is what goes back to the proposal.
    """
    require(session, Action.DRAFT, slug)
    _refuse_nobody(parts)
    coalition_id, call_id = _ids(session, slug, call_name)
    return line_ups.save_line_up(session, coalition_id, call_id, parts, project)


def save_project(session: Session, slug: str, call_name: str, project: ProjectPlan) -> LineUpPublic:
    """Stores the plan, and with it the line-up that holds now, be it stored or proposed. Raises NotFound."""
    return save(session, slug, call_name, current_parts(session, slug, call_name), project)


def deciding_parts(session: Session, slug: str, call_name: str) -> tuple[LineUpPart, ...]:
    """The line-up that holds now, to store a plan with. Raises NotFound and BadChoice as `save`."""
    parts = current_parts(session, slug, call_name)
    _refuse_nobody(parts)
    return tuple(parts)


def is_decided(session: Session, slug: str, call_name: str) -> bool:
    """Whether a line-up is stored, so that none is proposed. Raises NotFound."""
    require(session, Action.READ_WORK, slug)
    return line_ups.line_up_of(session, *_ids(session, slug, call_name)) is not None


def keep_proposal(session: Session, slug: str, call_name: str) -> LineUpPublic:
    """Makes the proposed line-up the coalition's decision; the plan stays. Raises NotFound."""
    return save(session, slug, call_name, proposed_parts(session, slug, call_name))


def clear(session: Session, slug: str, call_name: str) -> bool:
    """Forgets the decision, so that the proposal holds again; whether there was one. Raises NotFound."""
    require(session, Action.DRAFT, slug)
    return line_ups.clear_line_up(session, *_ids(session, slug, call_name))


def current_parts(session: Session, slug: str, call_name: str) -> list[LineUpPart]:
    """The parts that hold now: those that were stored, else those proposed."""
    require(session, Action.READ_WORK, slug)
    stored = line_ups.line_up_of(session, *_ids(session, slug, call_name))
    return list(stored.parts) if stored else proposed_parts(session, slug, call_name)


def plan_of(session: Session, slug: str, call_name: str) -> ProjectPlan:
    """The stored plan; an empty one when nothing is planned. Raises NotFound."""
    require(session, Action.READ_WORK, slug)
    stored = line_ups.line_up_of(session, *_ids(session, slug, call_name))
    return stored.project if stored else ProjectPlan()


def proposed_parts(session: Session, slug: str, call_name: str) -> list[LineUpPart]:
    """The line-up that Koalitio proposes for the call, one part per member."""
    require(session, Action.READ_WORK, slug)
    coalition = coalitions.coalition_by_slug(session, slug)
    case = load_case(session, coalition, _ids(session, slug, call_name)[1])
    return [LineUpPart(member=party.key, role=party.role) for party in case.proposal()]


def _refuse_nobody(parts: Sequence[LineUpPart]) -> None:
    if not any(part.role for part in parts):
        raise BadChoice("Give at least one member a role, or clear the line-up.")


def _ids(session: Session, slug: str, call_name: str) -> tuple[int, int]:
    return coalitions.id_of(session, slug), queries.id_of(session, call_name)

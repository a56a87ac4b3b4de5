"""How a coalition is doing: its goals with their newest values, and what became of what it decided."""

from urllib.parse import quote

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.deciding.decisions import DecisionPublic, decisions
from api.services.following import follow_up, yearly_review
from frontend.render import page

router = APIRouter(include_in_schema=False)


def follow_up_address(coalition: str, goal: str = "") -> str:
    """Where a coalition's goals are followed; with a goal, that one's values over time."""
    return f"/coalitions/{coalition}/follow-up" + (f"/{quote(goal, safe='')}" if goal else "")


def outcome_address(coalition: str, external_id: str) -> str:
    """Where is told what became of a call that a coalition pursues."""
    return f"/coalitions/{coalition}/outcomes/{quote(external_id, safe='')}"


@router.get("/coalitions/{slug}/follow-up")
def follow_up_page(request: Request, session: SessionDep, slug: str) -> HTMLResponse:
    """Goals, decisions and years. Raises store.errors.NotFound."""
    found = follow_up.follow_up(session, slug)
    decided = decisions(session, slug)
    return page(
        request,
        "follow_up.html",
        coalition=found.coalition,
        goals=found.goals,
        decided=decided,
        learnt=[one for one in decided if one.learnt],
        years=yearly_review.years(session, slug),
        goal_address=lambda goal: follow_up_address(slug, goal.slug),
        outcome_of=lambda one: outcome_address(slug, one.call.external_id),
        is_pursued=_is_pursued,
    )


def _is_pursued(one: DecisionPublic) -> bool:
    return one.choice == "pursue"

"""The profile as a list of steps: how far each is, what the rest of it would improve, and what is next."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access.permission import Action, require
from api.services.profile.coalitions import show_coalition
from api.services.profile.profile_progress import progress_of
from api.services.profile.profile_steps import Step
from frontend.render import page
from frontend.typed import count

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/profile")
def profile_page(
    request: Request, session: SessionDep, slug: str, saved: str = "", started: str = "", cleared: str = ""
) -> HTMLResponse:
    """The seven steps. Raises store.errors.NotFound.

    `saved` is the step that was saved just now, `started` says that the coalition was, `cleared` how many
    places were emptied by that.
    """
    require(session, Action.EDIT_PROFILE, slug)
    coalition = show_coalition(session, slug)
    return page(
        request,
        "profile_steps.html",
        coalition=coalition,
        progress=progress_of(session, coalition),
        saved=saved if saved in list(Step) else "",
        started=bool(started),
        cleared=count(cleared) or 0,
    )

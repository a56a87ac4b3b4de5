"""The theme switch: keeps the choice in cookie and account, and goes back to where the reader was."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access import accounts
from api.services.access.actor import actor_of
from frontend import cookies
from frontend.pages.language import own_address
from frontend.theme import COOKIE
from store.vocabulary import Theme

router = APIRouter(include_in_schema=False)


@router.post("/theme")
def choose_theme(
    request: Request, session: SessionDep, theme: Annotated[Theme, Form()], back: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Keeps the choice; `back` must be an address of this site."""
    answer = RedirectResponse(own_address(back), status_code=303)
    cookies.keep(request, answer, COOKIE, theme)
    actor = actor_of(session)
    if actor.is_signed_in:
        accounts.change(session, actor.name, actor.language, theme)
    return answer

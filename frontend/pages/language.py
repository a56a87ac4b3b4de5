"""The language switch: keeps the choice in cookie and account, and goes back to where the reader was."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from api.services.access import accounts
from frontend import cookies
from frontend.asking import actor_of_request, session_of
from frontend.language import COOKIE
from store.vocabulary import Language

router = APIRouter(include_in_schema=False)


@router.post("/language")
def choose_language(
    request: Request, language: Annotated[Language, Form()], back: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Keeps the choice; `back` must be an address of this site."""
    answer = RedirectResponse(own_address(back), status_code=303)
    switch_language(request, answer, language)
    return answer


def switch_language(request: Request, answer: Response, language: Language) -> None:
    """Makes it the reader's language from now on: in this browser, and in the account of who signed in."""
    cookies.keep(request, answer, COOKIE, language)
    actor, session = actor_of_request(request), session_of(request)
    if session is not None and actor.is_signed_in:
        accounts.change(session, actor.name, language, actor.theme)


def own_address(back: str) -> str:
    """The address if it is a path of this site, else the front page (no way out to another site).

    >>> own_address("/coalitions?x=1"), own_address("//evil.example"), own_address("https://evil.example")
    ('/coalitions?x=1', '/', '/')
    """
    begins_well = back.startswith("/") and not back.startswith(("//", "/\\"))
    plain = all(mark.isprintable() and mark != "\\" for mark in back)
    return back if begins_well and plain else "/"

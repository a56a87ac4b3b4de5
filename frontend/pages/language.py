"""The language switch: keeps the choice in a cookie and goes back to where the reader was."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from frontend.language import COOKIE, ONE_YEAR
from store.vocabulary import Language

router = APIRouter(include_in_schema=False)


@router.post("/language")
def choose_language(
    request: Request, language: Annotated[Language, Form()], back: Annotated[str, Form()] = "/"
) -> RedirectResponse:
    """Sets the cookie; `back` must be an address of this site."""
    answer = RedirectResponse(own_address(back), status_code=303)
    keep_language(answer, language, secure=request.url.scheme == "https")
    return answer


def keep_language(answer: Response, language: Language, *, secure: bool) -> None:
    """Puts the choice into the reader's cookie for a year."""
    answer.set_cookie(COOKIE, language, max_age=ONE_YEAR, httponly=True, samesite="lax", secure=secure)


def own_address(back: str) -> str:
    """The address if it is a path of this site, else the front page (no way out to another site).

    >>> own_address("/coalitions?x=1"), own_address("//evil.example"), own_address("https://evil.example")
    ('/coalitions?x=1', '/', '/')
    """
    begins_well = back.startswith("/") and not back.startswith(("//", "/\\"))
    plain = all(mark.isprintable() and mark != "\\" for mark in back)
    return back if begins_well and plain else "/"

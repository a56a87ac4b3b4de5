"""A new password by the link that came in the mail."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from api.errors import BadChoice
from api.routes.dependencies import SessionDep
from api.services.access import resets
from frontend.faults import Fault
from frontend.new_password import password_faults, rules, too_guessable
from frontend.pages.sign_in import signed_in
from frontend.posted import Posted
from frontend.render import page, reader_of

AFTER = "/account?saved=password"
router = APIRouter(include_in_schema=False)


@router.get("/reset/{token}")
def reset_form(request: Request, session: SessionDep, token: str) -> HTMLResponse:
    """The form. Raises LinkExpired."""
    return _page(request, resets.look(session, token), [])


@router.post("/reset/{token}")
def reset(request: Request, session: SessionDep, token: str, posted: Posted) -> Response:
    """Sets the password and signs in, or says what is wrong with it. Raises LinkExpired."""
    email, words, password = resets.look(session, token), reader_of(request).words, posted.exact("password")
    faults = password_faults(words, "password", password)
    if not faults:
        try:
            return signed_in(request, resets.reset(session, token, password), after=AFTER)
        except BadChoice:
            faults = too_guessable(words, "password")
    return _page(request, email, faults)


def _page(request: Request, email: str, faults: list[Fault]) -> HTMLResponse:
    return page(
        request,
        "reset.html",
        email=email,
        rules=rules(reader_of(request).words),
        faults=faults,
    )

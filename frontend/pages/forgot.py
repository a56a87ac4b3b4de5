"""A link for a new password by mail; the answer is the same whether there is such an account or not."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access import resets
from api.settings import public_address
from frontend.faults import Fault
from frontend.posted import Posted
from frontend.render import page, reader_of
from frontend.session_cookie import network_address

router = APIRouter(include_in_schema=False)


@router.get("/forgot")
def forgot_form(request: Request, sent: str = "") -> HTMLResponse:
    """The form, or what comes next when it was sent."""
    return _page(request, sent=bool(sent))


@router.post("/forgot")
def order_link(request: Request, session: SessionDep, posted: Posted) -> Response:
    """Has a link mailed if there is such an account. Raises TooManyTries."""
    reader, email = reader_of(request), posted.line("email")
    if not email:
        return _page(request, [Fault("email", reader.words("sign_in.error.email"))])
    base = public_address(str(request.base_url))
    resets.ask(session, email, base, reader.language, address=network_address(request))
    return RedirectResponse("/forgot?sent=1", status_code=303)


def _page(request: Request, faults: list[Fault] | None = None, *, sent: bool = False) -> HTMLResponse:
    return page(
        request,
        "forgot.html",
        sent=sent,
        possible=resets.is_possible(),
        faults=faults or (),
    )

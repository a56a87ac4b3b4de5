"""The demo's ready users: who they are, and becoming one; on the machine that the demo runs on alone."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlmodel import Session
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access import sign_in as access
from frontend import typed
from frontend.demo_bar import DemoBar, demo_bar
from frontend.errors import NoSuchPage
from frontend.pages.language import own_address
from frontend.pages.sign_in import AFTER
from frontend.render import page
from frontend.session_cookie import forget_session, held_token, keep_session

router = APIRouter(include_in_schema=False)


@router.get("/demo")
def demo_page(request: Request) -> HTMLResponse:
    """The ready users by coalition. Raises NoSuchPage outside the demo and for another machine."""
    return page(request, "demo.html", groups=_open(request).groups)


@router.post("/demo/switch")
def switch(
    request: Request,
    session: SessionDep,
    account: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Becomes the user with that number, or nobody; `back` is an own address. Raises NoSuchPage, NotFound."""
    _open(request)
    held = held_token(request)
    if not account:
        return _nobody(request, session, held, back)
    if (number := typed.count(account)) is None:
        raise NoSuchPage(request.url.path)
    token = access.sign_in_sample(session, number, held)
    answer = RedirectResponse(own_address(back or AFTER), status_code=303)
    keep_session(answer, request, token)
    return answer


def _nobody(request: Request, session: Session, held: str | None, back: str) -> RedirectResponse:
    if held is not None:
        access.sign_out(session, held)
    answer = RedirectResponse(own_address(back), status_code=303)
    forget_session(answer, request)
    return answer


def _open(request: Request) -> DemoBar:
    bar = demo_bar(request)
    if bar is None:
        raise NoSuchPage(request.url.path)
    return bar

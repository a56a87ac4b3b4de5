"""Who of a coalition may take part in one call: the page, and every form on it under the same address."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from frontend.errors import NoSuchPage
from frontend.pages import check_answer, check_conditions, check_documents, check_line_up
from frontend.pages.check_post import Action, Done, Post
from frontend.pages.check_show import show
from frontend.pages.sent import TOO_LARGE, Sent, fields_and_file, nothing_of
from frontend.render import check_address, reader_of

ACTIONS: dict[str, Action] = {
    "answer": check_answer.answer,
    "keep": check_line_up.keep,
    "clear": check_line_up.clear,
    "confirm": check_conditions.confirm,
    "reject": check_conditions.reject,
    "correct": check_conditions.correct,
    "withdraw": check_conditions.withdraw,
    "upload": check_documents.upload,
    TOO_LARGE: check_documents.too_large,
}
"""What the forms can do, by the value of their button or hidden field `do`."""

router = APIRouter(include_in_schema=False)


async def _sent(request: Request) -> Sent:
    """The fields of a form and its file; of a body that is too large nothing is kept."""
    if check_documents.is_too_large(request):
        return await nothing_of(request)
    return await fields_and_file(request)


@router.get("/coalitions/{slug}/checks/{call:path}")
def check_page(
    request: Request,
    session: SessionDep,
    slug: str,
    call: str,
    partner: str = "",
    country: str = "",
    saved: str = "",
) -> Response:
    """The check; `partner` (actor type) and `country` ask what if. Raises store.errors.NotFound."""
    return show(request, session, slug, call, asked=(partner, country), saved=saved)


@router.post("/coalitions/{slug}/checks/{call:path}")
def change(
    request: Request,
    session: SessionDep,
    slug: str,
    call: str,
    sent: Annotated[Sent, Depends(_sent)],
) -> Response:
    """Does what the form asks and goes back to the page, or shows it again with what was typed.

    Raises store.errors.NotFound, and NoSuchPage for a form that is none of the page's.
    """
    fields, file = sent
    post = Post(session, reader_of(request), slug, call, fields, file)
    action = ACTIONS.get(post.line("do"))
    if action is None:
        raise NoSuchPage(request.url.path)
    outcome = action(post)
    if isinstance(outcome, Done):
        address = f"{check_address(slug, call)}?saved={outcome.note}#{outcome.anchor}"
        return RedirectResponse(address, status_code=303)
    return show(request, session, slug, call, faults=outcome, typed=fields)

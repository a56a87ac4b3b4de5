"""Takes comments of a coalition's people, and takes them back; both go back to where they came from."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.members import comments
from frontend import typed
from frontend.errors import NoSuchPage
from frontend.pages.language import own_address
from frontend.posted import Posted

ANCHOR = "comments"
router = APIRouter(include_in_schema=False)


@router.post("/coalitions/{slug}/comments")
def comment(request: Request, session: SessionDep, slug: str, form: Posted) -> RedirectResponse:
    """Adds the `text` about the `call` (none: about the coalition), or takes back the one named in `remove`.

    Raises store.errors.NotFound, api.errors.BadChoice and Forbidden.
    """
    remove = form.line("remove")
    if remove:
        if (number := typed.count(remove)) is None:
            raise NoSuchPage(request.url.path)
        comments.take_back(session, slug, number)
    else:
        comments.comment(session, slug, form.line("call") or None, form.line("text"))
    back = own_address(form.line("back") or f"/coalitions/{slug}")
    return RedirectResponse(f"{back}#{ANCHOR}", status_code=303)

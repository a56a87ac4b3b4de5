"""Every address that no screen has: the page that says so, in the language and theme of who signed in."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse
from starlette.requests import Request

from frontend.errors import NoSuchPage
from frontend.pages.language import own_address

router = APIRouter(include_in_schema=False)


@router.get("/{path:path}")
def nowhere(request: Request) -> RedirectResponse:
    """Leads on where only a stroke too many stands at the end. Raises NoSuchPage."""
    path = request.url.path
    shorter = path.rstrip("/")
    if shorter == path or own_address(shorter) != shorter:
        raise NoSuchPage(path)
    return RedirectResponse(shorter, status_code=307)

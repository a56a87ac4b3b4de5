"""The accessibility statement: what the pages conform to, what is known not to, how it was tested."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from frontend.render import page
from frontend.settings import WebSettings

router = APIRouter(include_in_schema=False)


@router.get("/accessibility")
def accessibility_page(request: Request) -> HTMLResponse:
    """The statement, with the contact that whoever runs this site has set."""
    return page(request, "accessibility.html", contact=WebSettings().contact.strip())

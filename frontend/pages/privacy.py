"""The privacy page: what is kept of people, why, how long, in which cookies, and how to get or end it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.services.access.sessions import IDLE, LONGEST
from frontend.render import page
from frontend.settings import WebSettings

router = APIRouter(include_in_schema=False)


@router.get("/privacy")
def privacy_page(request: Request) -> HTMLResponse:
    """The page, with the contact that whoever runs this site has set."""
    return page(
        request,
        "privacy.html",
        contact=WebSettings().contact.strip(),
        idle_days=IDLE.days,
        longest_days=LONGEST.days,
    )

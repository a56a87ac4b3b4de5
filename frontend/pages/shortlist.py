"""What is pursued and watched, to print for the members' meeting or to take along as CSV."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.deciding.shortlist import shortlist
from frontend.render import PRIVATE, page, reader_of
from frontend.shortlist_csv import csv_of

Calls = Annotated[list[str] | None, Query()]

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/shortlist")
def shortlist_page(request: Request, session: SessionDep, slug: str, call: Calls = None) -> HTMLResponse:
    """The list, or only the calls named. Raises store.errors.NotFound."""
    reader, names = reader_of(request), call or []
    listed = shortlist(session, slug, names, language=reader.language)
    query = f"?{urlencode([('call', name) for name in names])}" if names else ""
    return page(
        request,
        "shortlist.html",
        reader=reader,
        coalition=listed.coalition,
        listed=listed,
        groups=[("pursue", listed.pursued), ("watch", listed.watched)],
        csv_address=f"/coalitions/{slug}/shortlist.csv{query}",
        narrowed=bool(names),
    )


@router.get("/coalitions/{slug}/shortlist.csv")
def shortlist_file(request: Request, session: SessionDep, slug: str, call: Calls = None) -> Response:
    """The same as a file. Raises store.errors.NotFound."""
    reader = reader_of(request)
    listed = shortlist(session, slug, call or [], language=reader.language)
    return Response(
        csv_of(listed.all, reader),
        media_type="text/csv",
        headers={**PRIVATE, "Content-Disposition": f'attachment; filename="{slug}-shortlist.csv"'},
    )

"""Two calls side by side for one coalition; what differs is marked by shape and word."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.deciding.side_by_side import AT_ONCE, side_by_side
from frontend.compare_rows import rows_of
from frontend.render import page, reader_of

router = APIRouter(include_in_schema=False)


@router.get("/coalitions/{slug}/compare")
def compare_page(
    request: Request, session: SessionDep, slug: str, call: Annotated[list[str] | None, Query()] = None
) -> HTMLResponse:
    """The first two of the calls; with fewer, what to do. Raises store.errors.NotFound."""
    reader, names = reader_of(request), [name for name in call or [] if name]
    shown = side_by_side(session, slug, names, language=reader.language)
    return page(
        request,
        "compare.html",
        reader=reader,
        coalition=shown.coalition,
        sides=shown.sides,
        enough=len(shown.sides) == AT_ONCE,
        left_out=len(dict.fromkeys(names)) - len(shown.sides),
        rows=rows_of(shown.sides, reader),
    )

"""The list of calls: search, filters with their counts, order, what is new, pages."""

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.calls.calls_seen import mark_seen, moment_of, seen_until
from api.services.calls.list_calls import list_calls
from frontend import cookies
from frontend.call_facets import HOME, chips, facets
from frontend.call_query import asked, known_in_calls
from frontend.pages.language import own_address
from frontend.regions import region_names
from frontend.render import page, reader_of
from store import clock
from store.call_search.wanted import Sort

SEEN = "calls_seen"
"""Cookie of a stranger: up to when the calls were seen, an ISO moment."""

router = APIRouter(include_in_schema=False)


@router.get(HOME)
def calls_page(request: Request, session: SessionDep, page_number: str = "1") -> HTMLResponse:
    """The calls that the address asks for; a value that no filter knows means any, and the page says so."""
    reader = reader_of(request)
    known = known_in_calls(session)
    seen = seen_until(session, request.cookies.get(SEEN, ""))
    what = asked(request.query_params, known)
    wanted = what.wanted()
    if what.value("new") and seen:
        wanted = wanted.model_copy(update={"new_since": seen})
    number = int(page_number) if page_number.isdecimal() and len(page_number) < 9 else 1
    found = list_calls(session, wanted, page=number, new_after=seen)
    return page(
        request,
        "calls.html",
        reader=reader,
        asked=what,
        found=found,
        facets=facets(reader, what, found, known),
        chips=chips(reader, what),
        seen=seen,
        now=clock.now().isoformat(),
        new_address=what.address(HOME, what.having(("new", "1"))),
        untold_address=what.address(HOME, what.having(("applicant", "unknown"))),
        region_names=region_names(reader.language),
        sorts=list(Sort),
        sort=what.sort or (Sort.RELEVANCE if what.words else Sort.DEADLINE),
        page_address=lambda n: what.address(HOME, page_number=n if n > 1 else None),
    )


@router.post("/seen")
def seen(
    request: Request,
    session: SessionDep,
    until: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = HOME,
) -> RedirectResponse:
    """The reader has seen the calls that the page showed: `until` is when it was made."""
    answer = RedirectResponse(own_address(back), status_code=303)
    kept = mark_seen(session, moment_of(until))
    if kept is not None:
        cookies.keep(request, answer, SEEN, kept.isoformat())
    return answer

"""The sources and how they are doing, alarms first."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.list_sources import list_runs, source_title
from frontend.health import ALARMS, health_of
from frontend.render import page, reader_of

router = APIRouter(include_in_schema=False)


@router.get("/sources")
def sources_page(request: Request, session: SessionDep) -> HTMLResponse:
    """The newest run of each source."""
    reader = reader_of(request)
    shown = [(source_title(run.source, reader.language), run, health_of(run)) for run in list_runs(session)]
    shown.sort(key=lambda row: (row[2] not in ALARMS, row[0].casefold()))
    return page(
        request,
        "sources.html",
        reader=reader,
        sources=shown,
        alarms=[row for row in shown if row[2] in ALARMS],
    )

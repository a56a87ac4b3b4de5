"""Sources for an administrator: how the newest runs went, and having one crawled now."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.requests import Request

from api.errors import NoContact
from api.routes.dependencies import SessionDep
from api.services.running import administration, run_source
from api.services.running.administration import SourceRuns
from api.settings import is_demo
from frontend.errors import NoSuchPage
from frontend.health import ALARMS, Health, health_of
from frontend.pages.jobs import job_address
from frontend.posted import Posted
from frontend.render import page, reader_of

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Row:
    """A source with the health of its newest run (None: never crawled) and of each run."""

    source: SourceRuns
    health: Health | None
    past: list[Health]


@router.get("/admin/sources")
def sources_page(request: Request, session: SessionDep) -> HTMLResponse:
    """Every source, alarms first. Raises SignInNeeded and Forbidden."""
    return _page(request, session)


@router.post("/admin/sources")
def run_now(request: Request, session: SessionDep, form: Posted) -> Response:
    """Starts crawling a source and leads to its progress; without a contact, says what to set.

    Raises SignInNeeded, Forbidden, and NoSuchPage for a form that is none of the page's.
    """
    if form.line("do") != "run":
        raise NoSuchPage(request.url.path)
    try:
        job = run_source.run_source(session, form.line("source"), reader_of(request).language)
    except NoContact:
        return _page(request, session, refused=True)
    return RedirectResponse(job_address(job), status_code=303)


def _page(request: Request, session: SessionDep, *, refused: bool = False) -> HTMLResponse:
    reader = reader_of(request)
    rows = [_row(one) for one in administration.source_runs(session, reader.language)]
    rows.sort(key=lambda row: row.health not in ALARMS)
    return page(
        request,
        "admin_sources.html",
        status=422 if refused else 200,
        reader=reader,
        rows=rows,
        demo_source=is_demo(),
        needs_contact=run_source.needs_contact(),
        refused=refused,
        job_address=job_address,
    )


def _row(one: SourceRuns) -> Row:
    past = [health_of(run) for run in one.history.runs] if one.history else []
    return Row(one, past[0] if past else None, past)

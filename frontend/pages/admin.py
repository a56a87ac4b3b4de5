"""What an administrator sees first: sources in alarm, invitations that wait, work that goes on."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.access import accounts, invitations
from api.services.calls.list_sources import source_title
from api.services.running import administration, jobs
from frontend.health import ALARMS, Health, health_of
from frontend.pages.jobs import job_address
from frontend.render import page, reader_of
from store.vocabulary import JobKind

router = APIRouter(include_in_schema=False)


@router.get("/admin")
def admin_page(request: Request, session: SessionDep) -> HTMLResponse:
    """The overview. Raises SignInNeeded and Forbidden."""
    reader = reader_of(request)
    sources = administration.source_runs(session, reader.language)
    open_ones = invitations.open_invitations(session)
    people = accounts.list_accounts(session)
    going = jobs.all_going(session)
    by_kind = {kind: [job for job in going if job.kind is kind] for kind in JobKind}
    return page(
        request,
        "admin.html",
        reader=reader,
        alarms=[(one, health) for one, health in map(_with_health, sources) if health in ALARMS],
        never=[one for one in sources if one.history is None],
        waiting=[one for one in open_ones if not one.is_expired],
        expired=[one for one in open_ones if one.is_expired],
        leaderless=[one for one in administration.coalition_names(session) if not one.has_lead],
        active=sum(one.is_active for one in people),
        closed=sum(not one.is_active for one in people),
        crawls=[(source_title(job.subject, reader.language), job) for job in by_kind[JobKind.CRAWL]],
        comparing=len(by_kind[JobKind.EMBED]),
        job_address=job_address,
    )


def _with_health(one: administration.SourceRuns) -> tuple[administration.SourceRuns, Health | None]:
    return one, health_of(one.history.newest) if one.history else None

"""Long work: how far it is, what is done now, and the way onwards; told as it happens where scripts run."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from starlette.requests import Request

from api.routes.dependencies import SessionDep
from api.services.running import jobs
from api.services.running.jobs import JobPublic
from frontend import typed
from frontend.errors import NoSuchPage
from frontend.render import PRIVATE, Reader, page, reader_of
from store.vocabulary import JobKind

QUARTERS = 4
QUIET_RETRY = 1_000
"""Milliseconds after which a browser asks again when the stream has ended before the work."""

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Told:
    """A job in the reader's words: `percent` of the bar, None while nobody knows how much there is."""

    state: str
    over: bool
    percent: int | None
    quarter: int
    text: str
    note: str


def job_address(job: JobPublic) -> str:
    """Where a job is watched."""
    return f"/jobs/{job.id}"


def _job(request: Request, session: SessionDep, job_id: str) -> JobPublic:
    if (number := typed.count(job_id)) is None:
        raise NoSuchPage(request.url.path)
    return jobs.show(session, number)


JobDep = Annotated[JobPublic, Depends(_job)]


@router.get("/jobs/{job_id}")
def job_page(request: Request, job: JobDep) -> HTMLResponse:
    """One job. Raises store.errors.NotFound."""
    reader = reader_of(request)
    return page(
        request,
        "jobs.html",
        reader=reader,
        job=job,
        told=told(job, reader),
        address=job_address(job),
        onwards=_onwards(job),
    )


@router.get("/jobs/{job_id}/state")
def job_state(request: Request, job: JobDep) -> JSONResponse:
    """The same for a script that cannot hold a stream open. Raises store.errors.NotFound."""
    return JSONResponse(told(job, reader_of(request)).__dict__, headers=PRIVATE)


@router.get("/jobs/{job_id}/events", response_class=EventSourceResponse)
async def job_events(request: Request, session: SessionDep, job: JobDep) -> AsyncIterator[ServerSentEvent]:
    """The same as it changes, until the job is over or for a minute. Raises store.errors.NotFound."""
    reader = reader_of(request)
    async for now in jobs.watch(session, job.id):
        yield ServerSentEvent(data=told(now, reader).__dict__, event="progress", retry=QUIET_RETRY)


def told(job: JobPublic, reader: Reader) -> Told:
    """The job in words and as a bar."""
    words, formats, share = reader.words, reader.formats, job.share
    percent = None if share is None else int(share * 100)
    if job.is_over:
        text = words(f"job.state.{job.state}")
    elif job.total is None:
        text = words("job.unknown_total")
    else:
        of = formats.number(job.total)
        text = words(f"job.steps.{job.kind}", n=formats.number(job.done), of=of)
    return Told(
        state=job.state,
        over=job.is_over,
        percent=percent,
        quarter=0 if percent is None else percent * QUARTERS // 100,
        text=text,
        note=job.note,
    )


def _onwards(job: JobPublic) -> str:
    """Where its starter came from."""
    return f"/coalitions/{job.subject}/matches" if job.kind is JobKind.EMBED else "/admin/sources"

"""Use case: long work that somebody starts from a page and watches."""

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime

from pydantic import BaseModel
from sqlmodel import Session

from api.services.access.actor import Actor, act_as, actor_of
from api.services.access.permission import Action, require
from store import database, jobs
from store.errors import DatabaseUnusable, NotFound
from store.models import Job
from store.vocabulary import JobKind, JobState

WRITTEN_EVERY = 0.5
"""Seconds between two writes of how far a job is."""
BEAT = 20.0
"""Seconds between two signs of life of a job that has nothing to tell."""
LOOKED_AT_EVERY = 0.5
WATCHED_FOR = 60.0
"""Seconds between two looks at a job that is watched, and after which the watcher has to ask again."""

log = logging.getLogger(__name__)
_one_at_a_time = threading.Lock()


class JobPublic(BaseModel):
    """A job as shown: `done` of `total` steps (None while nobody knows), and what is done now.

    note: a name, such as the source's; error: one line in English that says what went wrong.
    """

    id: int
    kind: JobKind
    subject: str
    state: JobState
    done: int
    total: int | None
    note: str
    error: str | None
    started_by: str
    started_at: datetime
    updated_at: datetime
    finished_at: datetime | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state not in jobs.GOING

    @property
    def share(self) -> float | None:
        """How much is done, from 0 to 1; None while nobody knows."""
        if self.state is JobState.DONE:
            return 1.0
        return min(1.0, self.done / self.total) if self.total else None


class Report:
    """What the work tells by: `report(done, total, note)`; `session` is its own, for whoever started it.

    Progress is written by another connection: the work commits before it reports, so that it holds no lock.
    """

    def __init__(self, job_id: int, session: Session) -> None:
        self.session = session
        self._job_id = job_id
        self._last = float("-inf")

    def __call__(self, done: int, total: int | None = None, note: str = "") -> None:
        """Says how far the work is; written at most twice a second, and the last step always."""
        moment = time.monotonic()
        if moment - self._last < WRITTEN_EVERY and done != total:
            return
        self._last = moment
        try:
            with database.session() as own:
                jobs.set_progress(own, self._job_id, done, total, note)
        except DatabaseUnusable:
            log.warning("progress of job %s was not written", self._job_id, exc_info=True)


Work = Callable[[Report], None]


def start(session: Session, kind: JobKind, subject: str, work: Work) -> JobPublic:
    """Starts the work in the background, for whoever asks; where the same is going on already, gives that.

    subject: a source's name for a crawl, a coalition's slug for embedding. Raises what `require` does.
    """
    actor = _require(session, kind, subject)
    with _one_at_a_time:
        running = jobs.going(session, kind, subject)
        if running is not None:
            return _public(running)
        job = jobs.begin(session, kind, subject, actor.name)
    shown = _public(job)
    session.commit()
    threading.Thread(target=_run, args=(shown.id, actor, work), name=f"job-{shown.id}", daemon=True).start()
    return shown


def show(session: Session, job_id: int) -> JobPublic:
    """One job as it stands now. Raises store.errors.NotFound, and what `require` does."""
    job = jobs.job(session, job_id)
    if job is None:
        raise NotFound(f"No job {job_id}.")
    _require(session, job.kind, job.subject)
    return _public(job)


def going_on(session: Session, kind: JobKind, subject: str) -> JobPublic | None:
    """The job that does this work now, if one does. Raises what `require` does."""
    _require(session, kind, subject)
    job = jobs.going(session, kind, subject)
    return _public(job) if job else None


def all_going(session: Session) -> list[JobPublic]:
    """Every job that is at work now. Raises what `require` does for whoever is no administrator."""
    require(session, Action.ADMINISTER)
    return [_public(job) for job in jobs.all_going(session)]


async def watch(session: Session, job_id: int) -> AsyncIterator[JobPublic]:
    """The job at once and whenever it has changed, until it is over or after a minute.

    Each look is a short transaction of its own; the session that asks is given back first.
    """
    actor = actor_of(session)
    session.close()
    last: JobPublic | None = None
    ends = time.monotonic() + WATCHED_FOR
    while time.monotonic() < ends:
        now = await asyncio.to_thread(_look, actor, job_id)
        if now != last:
            yield now
            last = now
        if now.is_over:
            return
        await asyncio.sleep(LOOKED_AT_EVERY)


def _look(actor: Actor, job_id: int) -> JobPublic:
    with database.session() as own:
        act_as(own, actor)
        return show(own, job_id)


def _run(job_id: int, actor: Actor, work: Work) -> None:
    """The whole life of a job in its thread; whatever goes wrong ends it as failed."""
    over = threading.Event()
    threading.Thread(target=_beat, args=(job_id, over), name=f"job-{job_id}-beat", daemon=True).start()
    state, error = JobState.DONE, None
    try:
        with database.session() as own:
            act_as(own, actor)
            jobs.set_progress(own, job_id, 0, None, "")
            work(Report(job_id, own))
            own.commit()
    except Exception as wrong:
        log.exception("job %s failed", job_id)
        state, error = JobState.FAILED, _one_line(wrong)
    finally:
        over.set()
    try:
        with database.session() as own:
            jobs.end(own, job_id, state, error)
    except DatabaseUnusable:
        log.exception("the end of job %s was not written: it will be shown as lost", job_id)


def _beat(job_id: int, over: threading.Event) -> None:
    """Signs of life while the work has nothing to tell."""
    while not over.wait(BEAT):
        try:
            with database.session() as own:
                jobs.touch(own, job_id)
        except DatabaseUnusable:
            log.warning("job %s could not be noted as alive", job_id, exc_info=True)


def _one_line(wrong: Exception) -> str:
    lines = str(wrong).strip().splitlines()
    return lines[0] if lines else f"{type(wrong).__name__}: the server's log tells more."


def _require(session: Session, kind: JobKind, subject: str) -> Actor:
    if kind is JobKind.CRAWL:
        return require(session, Action.ADMINISTER)
    return require(session, Action.READ_WORK, subject)


def _public(job: Job) -> JobPublic:
    assert job.id is not None
    return JobPublic.model_validate({**job.model_dump(), "state": jobs.state_of(job)})

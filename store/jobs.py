"""Keeping jobs: begun, how far they are, how they ended. Moments are of the real clock.

Every write is a transaction of its own, so that no lock is held while the work goes on.
"""

from datetime import timedelta

from sqlmodel import Session, col, select, update

from store import clock
from store.models import Job
from store.vocabulary import JobKind, JobState

GOING = (JobState.WAITING, JobState.RUNNING)
SILENT_FOR = timedelta(minutes=2)
"""A job that nobody has heard of for longer is lost: its process is gone."""


def begin(session: Session, kind: JobKind, subject: str, by: str) -> Job:
    """A new job that waits to be run."""
    moment = clock.real_now()
    job = Job(kind=kind, subject=subject, started_by=by, started_at=moment, updated_at=moment)
    session.add(job)
    session.commit()
    session.refresh(job)
    return job


def job(session: Session, job_id: int) -> Job | None:
    """One job as it stands now, whatever the session has read before."""
    return session.get(Job, job_id, populate_existing=True)


def going(session: Session, kind: JobKind, subject: str) -> Job | None:
    """The job that does this work now, if one does."""
    query = select(Job).where(
        Job.kind == kind,
        Job.subject == subject,
        col(Job.state).in_(GOING),
        Job.updated_at > clock.real_now() - SILENT_FOR,
    )
    return session.exec(query.order_by(col(Job.id).desc())).first()


def all_going(session: Session) -> list[Job]:
    """Every job that is at work now, the newest first."""
    query = select(Job).where(col(Job.state).in_(GOING), Job.updated_at > clock.real_now() - SILENT_FOR)
    return list(session.exec(query.order_by(col(Job.id).desc())))


def set_progress(session: Session, job_id: int, done: int, total: int | None, note: str) -> None:
    """How far the job is; one that has ended stays as it ended."""
    _change(
        session,
        job_id,
        state=JobState.RUNNING,
        done=done,
        total=total,
        note=note,
        updated_at=clock.real_now(),
    )


def touch(session: Session, job_id: int) -> None:
    """That the job is still at work."""
    _change(session, job_id, updated_at=clock.real_now())


def end(session: Session, job_id: int, state: JobState, error: str | None = None) -> None:
    """How the job ended."""
    moment = clock.real_now()
    _change(session, job_id, state=state, error=error, updated_at=moment, finished_at=moment)


def state_of(job: Job) -> JobState:
    """Where the job stands at this moment: one that is silent for too long is lost."""
    silent = job.state in GOING and job.updated_at <= clock.real_now() - SILENT_FOR
    return JobState.LOST if silent else job.state


def _change(session: Session, job_id: int, **values: object) -> None:
    session.exec(update(Job).where(col(Job.id) == job_id, col(Job.state).in_(GOING)).values(**values))
    session.commit()

"""Jobs: begun, told of, ended; one that is silent for two minutes is lost, and an ended one stays so."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from store import clock, jobs
from store.models import Job
from store.vocabulary import JobKind, JobState


@pytest.fixture
def job(session: Session) -> Job:
    """A job that waits."""
    return jobs.begin(session, JobKind.EMBED, "zx", "Lead")


def stored(session: Session, job: Job) -> Job:
    assert job.id
    found = jobs.job(session, job.id)
    assert found
    return found


def test_a_job_waits_runs_and_ends(session: Session, job: Job) -> None:
    assert (job.state, job.total) == (JobState.WAITING, None)
    assert job.id
    jobs.set_progress(session, job.id, 3, 12, "zx")
    now = stored(session, job)
    assert (now.state, now.done, now.total, now.note) == (JobState.RUNNING, 3, 12, "zx")
    jobs.end(session, job.id, JobState.FAILED, "Zx.")
    now = stored(session, job)
    assert (now.state, now.error, now.done) == (JobState.FAILED, "Zx.", 3)
    assert now.finished_at


def test_what_has_ended_stays_as_it_ended(session: Session, job: Job) -> None:
    assert job.id
    jobs.end(session, job.id, JobState.DONE)
    jobs.set_progress(session, job.id, 1, 2, "")
    jobs.end(session, job.id, JobState.FAILED, "late")
    assert (stored(session, job).state, stored(session, job).error) == (JobState.DONE, None)


def test_only_the_same_work_is_going_on(session: Session, job: Job) -> None:
    found = jobs.going(session, JobKind.EMBED, "zx")
    assert found is not None
    assert found.id == job.id
    assert jobs.going(session, JobKind.CRAWL, "zx") is None
    assert jobs.going(session, JobKind.EMBED, "other") is None


def test_a_job_that_is_silent_for_two_minutes_is_lost_until_it_is_heard(session: Session, job: Job) -> None:
    assert job.id
    job.updated_at = clock.real_now() - timedelta(minutes=2, seconds=1)
    session.add(job)
    session.commit()
    assert jobs.state_of(stored(session, job)) is JobState.LOST
    assert jobs.going(session, JobKind.EMBED, "zx") is None
    jobs.touch(session, job.id)
    assert jobs.state_of(stored(session, job)) is JobState.WAITING

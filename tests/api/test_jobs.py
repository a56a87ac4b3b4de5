"""Long work in the background: for whoever asked, one at a time, with every end told."""

import asyncio
import threading
import time

import pytest
from sqlmodel import Session

from api.errors import Forbidden, SignInNeeded
from api.services.access.actor import STRANGER, Actor, act_as, actor_of
from api.services.deciding import compare_calls
from api.services.running import jobs
from api.services.running.jobs import JobPublic, Report
from store.errors import NotFound
from store.vocabulary import JobKind, JobState, Role
from tests.frontend.stored import store_call, store_coalition
from tests.matcher.doubles import OneHotEncoder

MEMBER = Actor("account", name="Member", account_id=1, roles={"zx": frozenset({Role.MEMBER})})
OTHER = Actor("account", name="Other", account_id=2, roles={"other": frozenset({Role.LEAD})})


def ended(session: Session, job: JobPublic) -> JobPublic:
    """The job when it is over."""
    for _ in range(400):
        now = jobs.show(session, job.id)
        if now.is_over:
            return now
        time.sleep(0.01)
    raise AssertionError(f"still going on: {now}")


def test_the_work_is_done_for_whoever_asked_and_told_step_by_step(session: Session) -> None:
    store_coalition(session)
    act_as(session, MEMBER)
    seen: list[str] = []

    def work(report: Report) -> None:
        seen.append(actor_of(report.session).name)
        report(4, 8, "Zx")
        report(8, 8)

    over = ended(session, jobs.start(session, JobKind.EMBED, "zx", work))
    assert seen == ["Member"]
    assert (over.state, over.done, over.total, over.share) == (JobState.DONE, 8, 8, 1.0)
    assert (over.started_by, over.error) == ("Member", None)


def test_the_same_work_is_not_started_twice(session: Session) -> None:
    store_coalition(session)
    go_on = threading.Event()
    ran: list[int] = []

    def work(report: Report) -> None:
        ran.append(1)
        report(1, 2)
        go_on.wait(5)

    first = jobs.start(session, JobKind.EMBED, "zx", work)
    assert jobs.start(session, JobKind.EMBED, "zx", work).id == first.id
    running = jobs.going_on(session, JobKind.EMBED, "zx")
    assert running is not None
    assert running.id == first.id
    go_on.set()
    ended(session, first)
    assert ran == [1]
    assert jobs.start(session, JobKind.EMBED, "zx", lambda _: None).id != first.id


def test_what_goes_wrong_is_told_in_one_line(session: Session) -> None:
    store_coalition(session)

    def work(report: Report) -> None:
        report(1, 3)
        raise RuntimeError("Zx is away.\nmore")

    over = ended(session, jobs.start(session, JobKind.EMBED, "zx", work))
    assert (over.state, over.error, over.done) == (JobState.FAILED, "Zx is away.", 1)


def test_progress_is_written_at_most_twice_a_second(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_coalition(session)
    written: list[int] = []
    monkeypatch.setattr("store.jobs.set_progress", lambda _s, _id, done, *_: written.append(done))

    def work(report: Report) -> None:
        for done in range(1, 101):
            report(done, 100)

    ended(session, jobs.start(session, JobKind.EMBED, "zx", work))
    assert written == [0, 1, 100]


def test_no_lock_is_held_while_the_work_goes_on(session: Session) -> None:
    """Another writes while the job is at work; with a lock held this would wait for fifteen seconds."""
    store_coalition(session)
    go_on, begun = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        report(1, 2)
        begun.set()
        go_on.wait(5)

    job = jobs.start(session, JobKind.EMBED, "zx", work)
    assert begun.wait(5)
    before = time.monotonic()
    store_call(session)
    assert time.monotonic() - before < 5
    go_on.set()
    ended(session, job)


def test_a_job_is_for_those_who_may_start_it(session: Session) -> None:
    store_coalition(session)
    job = jobs.start(session, JobKind.EMBED, "zx", lambda _: None)
    crawl = jobs.start(session, JobKind.CRAWL, "zx", lambda _: None)
    ended(session, job)
    ended(session, crawl)
    act_as(session, MEMBER)
    assert jobs.show(session, job.id).id == job.id
    with pytest.raises(Forbidden):
        jobs.show(session, crawl.id)
    with pytest.raises(Forbidden):
        jobs.start(session, JobKind.CRAWL, "zx", lambda _: None)
    act_as(session, OTHER)
    with pytest.raises(NotFound):
        jobs.show(session, job.id)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        compare_calls.compare_calls(session, "zx")
    with pytest.raises(NotFound):
        jobs.show(session, 999)


def test_who_watches_sees_the_end_and_is_let_go(session: Session) -> None:
    store_coalition(session)
    go_on = threading.Event()

    def work(report: Report) -> None:
        report(1, 2)
        go_on.wait(5)

    job = jobs.start(session, JobKind.EMBED, "zx", work)

    async def watched() -> list[JobPublic]:
        seen = []
        async for now in jobs.watch(session, job.id):
            seen.append(now)
            go_on.set()
        return seen

    seen = asyncio.run(watched())
    assert not seen[0].is_over
    assert seen[-1].state is JobState.DONE


def _waits(go_on: threading.Event) -> None:
    go_on.wait(5)


def test_watching_ends_after_a_while(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    store_coalition(session)
    go_on = threading.Event()
    job = jobs.start(session, JobKind.EMBED, "zx", lambda _: _waits(go_on))
    monkeypatch.setattr(jobs, "WATCHED_FOR", 0.05)
    monkeypatch.setattr(jobs, "LOOKED_AT_EVERY", 0.01)

    async def watched() -> int:
        return len([now async for now in jobs.watch(session, job.id)])

    assert asyncio.run(watched()) >= 1
    go_on.set()
    ended(session, job)


def test_calls_that_wait_are_compared_by_the_job(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("matcher.load.load_encoder", OneHotEncoder)
    monkeypatch.setattr("matcher.embed.engine_key", lambda: OneHotEncoder.key)
    store_coalition(session)
    store_call(session, description="care\n\nsport")
    over = ended(session, compare_calls.compare_calls(session, "zx"))
    assert over.error is None
    assert over.total is not None
    assert over.done == over.total > 0
    assert compare_calls.comparing(session, "zx") is None
    again = ended(session, compare_calls.compare_calls(session, "zx"))
    assert (again.state, again.total) == (JobState.DONE, None)

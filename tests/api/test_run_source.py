"""A source crawled on demand: refused without a contact, and in the demo read from the sample source."""

import time

import pytest
from sqlmodel import Session, select

from api.errors import Forbidden, NoContact, SignInNeeded
from api.services.access import audit
from api.services.access.actor import STRANGER, Actor, act_as
from api.services.running import administration, jobs, run_source
from store.crawl_runs import finish_run, start_run
from store.errors import NotFound
from store.models import Call, CrawlRun
from store.vocabulary import AuditAction, CrawlOutcome, JobKind, JobState, Language, Role
from tests.frontend.stored import store_coalition

SMALL = "eu_social_dialogue"
ADMINISTRATOR = Actor("account", name="Administrator", account_id=None, is_administrator=True)
LEAD = Actor("account", name="Lead", account_id=None, roles={"zx": frozenset({Role.LEAD})})


def test_run_now_reads_the_sample_source_in_a_child_and_tells_how_far_it_is(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KOALITIO_WEB_DEMO", "1")
    act_as(session, ADMINISTRATOR)
    job = run_source.run_source(session, SMALL, Language.SV)
    assert (job.kind, job.subject, job.started_by) == (JobKind.CRAWL, SMALL, "Administrator")
    ended = _ended(session, job.id)
    assert (ended.state, ended.error) == (JobState.DONE, None)
    session.expire_all()
    [run] = session.exec(select(CrawlRun)).all()
    assert (run.source, run.outcome) == (SMALL, CrawlOutcome.COMPLETE)
    assert run.base_url.startswith("http://127.0.0.1:")
    assert run.found == run.inserted == len(session.exec(select(Call)).all()) > 0
    assert ended.done == ended.total == run.found
    assert audit.entries(session).entries[0].action == AuditAction.SOURCE_RUN


def _ended(session: Session, job_id: int) -> jobs.JobPublic:
    for _ in range(600):
        now = jobs.show(session, job_id)
        session.commit()
        if now.is_over:
            return now
        time.sleep(0.1)
    raise AssertionError(f"still going on: {now}")


def test_a_live_source_wants_to_know_whom_to_write_to(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CRAWLER_CONTACT", raising=False)
    assert run_source.needs_contact()
    with pytest.raises(NoContact, match="CRAWLER_CONTACT"):
        run_source.run_source(session, SMALL)
    monkeypatch.setenv("CRAWLER_CONTACT", "zx@example.org")
    assert not run_source.needs_contact()


def test_a_source_that_there_is_not(session: Session) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        run_source.run_source(session, "nowhere")


@pytest.mark.parametrize(("actor", "refusal"), [(LEAD, Forbidden), (STRANGER, SignInNeeded)])
def test_only_an_administrator_administers(session: Session, actor: Actor, refusal: type[Exception]) -> None:
    act_as(session, actor)
    with pytest.raises(refusal):
        run_source.run_source(session, SMALL)
    with pytest.raises(refusal):
        administration.source_runs(session, Language.EN)
    with pytest.raises(refusal):
        administration.coalition_names(session)
    with pytest.raises(refusal):
        jobs.all_going(session)


def test_every_source_is_listed_with_at_most_twenty_runs(session: Session) -> None:
    for number in range(22):
        run = start_run(session, SMALL, "http://127.0.0.1:9")
        run.found = number
        finish_run(session, run, CrawlOutcome.COMPLETE)
    found = {one.name: one for one in administration.source_runs(session, Language.FI)}
    history = found.pop(SMALL).history
    assert history is not None
    assert [run.found for run in history.runs] == list(range(21, 1, -1))
    assert history.usual == 11
    assert found
    assert all(one.history is None and one.job is None for one in found.values())


def test_of_a_coalition_an_administrator_sees_the_name(session: Session) -> None:
    store_coalition(session)
    act_as(session, ADMINISTRATOR)
    assert administration.coalition_names(session) == [("zx", "Zx", False)]

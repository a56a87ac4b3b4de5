"""The page of long work: words and bar, an event stream, the same as JSON, and the way onwards."""

import json
import threading
import time
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.running import jobs
from api.services.running.jobs import JobPublic, Report
from store.vocabulary import JobKind
from tests.frontend.stored import get, main_words, store_coalition, words


@pytest.fixture
def going(session: Session) -> Iterator[JobPublic]:
    """A job at 3 of 12 that goes on until the test is over."""
    store_coalition(session)
    go_on, begun = threading.Event(), threading.Event()

    def work(report: Report) -> None:
        report(3, 12, "Zx source")
        begun.set()
        go_on.wait(10)

    job = jobs.start(session, JobKind.EMBED, "zx", work)
    assert begun.wait(5)
    yield job
    go_on.set()
    over(session, job)


def over(session: Session, job: JobPublic) -> None:
    for _ in range(400):
        if jobs.show(session, job.id).is_over:
            return
        time.sleep(0.01)


def finished(session: Session, error: str = "") -> JobPublic:
    """A job that is over; with `error`, one that failed by it."""

    def work(report: Report) -> None:
        report(2, 2)
        if error:
            raise RuntimeError(error)

    store_coalition(session)
    job = jobs.start(session, JobKind.EMBED, "zx", work)
    over(session, job)
    return job


def test_the_page_says_how_far_the_work_is_and_reloads_only_without_script(
    client: TestClient, going: JobPublic
) -> None:
    page = get(client, f"/jobs/{going.id}", "fi")
    assert "Verrattu 3/12 tekstiä" in main_words(page)
    assert "Zx source" in main_words(page)
    bar = page.select_one("#job-fill")
    assert bar is not None
    assert bar["width"] == "25"
    refresh = page.select("meta[http-equiv=refresh]")
    assert [tag.parent.name for tag in refresh if tag.parent] == ["noscript"]
    assert any(str(tag["src"]).endswith("/progress.js") for tag in page.select("script[type=module]"))


def test_a_job_that_is_done_leads_onwards_and_reloads_no_more(client: TestClient, session: Session) -> None:
    page = get(client, f"/jobs/{finished(session).id}")
    link = page.select_one("main a.btn-primary")
    assert link is not None
    assert (words(link), link["href"]) == ("See the matches", "/coalitions/zx/matches")
    assert page.select("meta[http-equiv=refresh]") == []
    assert page.select("[data-job]") == []


def test_a_job_that_failed_says_why(client: TestClient, session: Session) -> None:
    page = get(client, f"/jobs/{finished(session, 'No model here.').id}", "sv")
    assert "Misslyckades" in main_words(page)
    notice = page.select_one(".notice--alarm p")
    assert words(notice) == "No model here."
    assert notice is not None
    assert notice["lang"] == "en"


def test_events_tell_the_same_and_end_with_the_job(client: TestClient, session: Session) -> None:
    answer = client.get(f"/jobs/{finished(session).id}/events", headers={"accept-language": "sv"})
    assert answer.headers["content-type"].startswith("text/event-stream")
    data = [line.removeprefix("data: ") for line in answer.text.splitlines() if line.startswith("data: ")]
    (told,) = map(json.loads, data)
    assert (told["over"], told["percent"], told["quarter"], told["text"]) == (True, 100, 4, "Allt är klart.")
    assert "event: progress" in answer.text


def test_events_end_while_the_job_goes_on(
    client: TestClient, going: JobPublic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "WATCHED_FOR", 0.05)
    answer = client.get(f"/jobs/{going.id}/events")
    assert '"over":false' in answer.text.replace(" ", "")


def test_the_state_for_asking_scripts(client: TestClient, going: JobPublic) -> None:
    told = client.get(f"/jobs/{going.id}/state").json()
    assert (told["over"], told["percent"], told["text"]) == (False, 25, "3 of 12 texts compared")


@pytest.mark.parametrize("rest", ["", "/events", "/state"])
def test_no_such_job(client: TestClient, rest: str) -> None:
    get(client, f"/jobs/7{rest}", status=404)
    get(client, f"/jobs/x{rest}", status=404)

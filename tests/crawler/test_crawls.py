"""Whole crawls on loopback, from the first request to the store and its run record."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlmodel import Session, select

import sample_world
from crawler.errors import SourceUnreachable, UnknownSource
from crawler.progress import Progress
from crawler.run import crawl_in_child
from store import queries
from store.models import Call, CrawlRunPublic
from store.vocabulary import CallFlag, CallStatus, CrawlOutcome
from tests.crawler import builders
from tests.crawler.habits import SEARCH, serving

PORTAL = ["eu_erasmus_plus", "eu_esf_plus", "eu_just_transition", "eu_social_dialogue"]


def identifiers(session: Session) -> list[str]:
    """Source and identifier of every stored call."""
    return sorted(f"{call.source} {call.external_id}" for call in session.exec(select(Call)))


def one(runs: list[CrawlRunPublic]) -> CrawlRunPublic:
    """The only run."""
    (run,) = runs
    return run


def test_the_sample_world_is_crawled_whole_and_the_second_time_all_is_unchanged(session: Session) -> None:
    told: list[Progress] = []
    with sample_world.serve() as source:
        first = crawl_in_child([], source.base_url, told.append)
        stored = identifiers(session)
        second = crawl_in_child([], source.base_url)
        agents = {request.user_agent for request in source.requests}
    assert {run.outcome for run in first} == {CrawlOutcome.COMPLETE}
    assert sum(run.inserted for run in first) == len(stored) > 40
    assert all(
        run.unchanged == run.found == before.inserted for run, before in zip(second, first, strict=True)
    )
    session.expire_all()
    assert identifiers(session) == stored
    assert {progress.source for progress in told if progress.done} == {run.source for run in first}
    assert all(agent.startswith("Koalitio/") for agent in agents)


def test_failing_and_lossy_sources_give_all_records_and_tell_what_was_retried(session: Session) -> None:
    with sample_world.serve() as source:
        crawl_in_child([], source.base_url)
    whole = identifiers(session)
    for call in session.exec(select(Call)):
        session.delete(call)
    session.commit()
    with sample_world.serve(fail_every=5, lossy=0.1) as source:
        runs = crawl_in_child([], source.base_url)
    assert identifiers(session) == whole
    assert {run.outcome for run in runs} == {CrawlOutcome.COMPLETE}
    assert sum(run.retries for run in runs) > 0
    notes = [note for run in runs for note in run.notes]
    assert any("503 Service Unavailable" in note for note in notes)
    assert any("a single pass lost" in note for note in notes)


def test_a_later_day_changes_forecasts_closes_and_tells_what_changed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sample_world.serve() as source:
        crawl_in_child(PORTAL, source.base_url)
        source.travel_to(sample_world.SECOND_DAY)
        monkeypatch.setenv("KOALITIO_TODAY", sample_world.SECOND_DAY.isoformat())
        crawl_in_child(PORTAL, source.base_url)
    for name in ("JTM-2026-PSLF-STANDALONE-PROJECTS", "JTM-2026-PSLF-FRAMEWORK-LOANS"):
        call = queries.call_by_name(session, name)
        (change,) = queries.changes_of(session, call.id or 0)
        assert change.field == "cut_offs"
        gone = {cut["date"] for cut in change.old} - {cut["date"] for cut in change.new}
        assert gone == {"2026-09-17"}
        assert call.budget_scope == "shared"


def test_of_a_record_in_two_versions_the_newest_holds_and_the_conflict_is_flagged(session: Session) -> None:
    with sample_world.serve() as source:
        run = one(crawl_in_child(["eu_erasmus_plus"], source.base_url))
    charter = queries.call_by_name(session, "ERASMUS-EDU-2022-ECHE-CERT-FP")
    shown = queries.public_call(charter, queries.whole_crawls(session))
    assert [doubt.flag for doubt in charter.doubts] == [CallFlag.VERSIONS_DISAGREE]
    assert (shown.status, shown.source_status, shown.status_disagrees) == (
        CallStatus.CLOSED,
        CallStatus.OPEN,
        True,
    )
    assert any("versions of one record disagree" in note for note in run.notes)


def test_an_ignored_filter_is_an_error_and_nothing_is_stored(session: Session) -> None:
    answer = json.loads(builders.answer(builders.result("ESF-1"), total=642_113))
    with serving({SEARCH: (200, answer)}) as source:
        run = one(crawl_in_child(["eu_esf_plus"], source.base_url))
    assert run.outcome is CrawlOutcome.FAILED
    assert "ignored the filter" in run.errors[0]
    assert identifiers(session) == []


def test_a_source_that_says_zero_is_a_warning_and_an_empty_page_a_failure() -> None:
    with serving(
        {SEARCH: (200, {"totalResults": 0, "results": []}), "/fi/rahoitushaut": (200, "<h1>Uusi</h1>")}
    ) as source:
        zero, empty = crawl_in_child(["eu_esf_plus", "fi_erasmus_agency"], source.base_url)
    assert (zero.outcome, zero.notes) == (
        CrawlOutcome.WARNING,
        ["the source says that it has no calls now"],
    )
    assert empty.outcome is CrawlOutcome.FAILED


def test_a_source_that_fails_for_good_is_given_up_and_what_came_is_stored(session: Session) -> None:
    page = json.loads(builders.answer(builders.result("ESF-1")))
    answers = {SEARCH: lambda asked: (200, page) if asked == 1 else (500, "")}
    with serving(answers) as source:
        run = one(crawl_in_child(["eu_esf_plus"], source.base_url))
        assert source.asked[SEARCH] == 8
    assert (run.outcome, run.inserted, run.retries) == (CrawlOutcome.FAILED, 1, 6)
    assert run.errors[0].endswith("answered 500")
    assert identifiers(session) == ["eu_esf_plus ESF-1"]


def test_a_broken_record_is_counted_with_its_reason_and_the_others_are_stored(session: Session) -> None:
    records = (builders.result("ESF-1"), builders.result("ESF-2", title=" ") | {"summary": ""})
    with serving({SEARCH: (200, json.loads(builders.answer(*records)))}) as source:
        run = one(crawl_in_child(["eu_esf_plus"], source.base_url))
    assert (run.outcome, run.found, run.dropped) == (CrawlOutcome.WARNING, 2, {"no title": 1})
    assert run.field_coverage["cut_offs"] == 1.0
    assert identifiers(session) == ["eu_esf_plus ESF-1"]


def test_robots_are_obeyed() -> None:
    answers = {
        "/robots.txt": (200, "User-agent: *\nDisallow: /hakuilmoitukset/\n"),
        "/hakuilmoitukset/": (200, "x"),
    }
    with serving(answers) as source:
        run = one(crawl_in_child(["fi_eura_jtf"], source.base_url))
        assert source.asked["/hakuilmoitukset/"] == 0
    assert run.outcome is CrawlOutcome.FAILED
    assert "robots.txt" in run.errors[0]


def test_a_host_where_nobody_listens_is_one_clear_line_and_a_failed_run(session: Session) -> None:
    with serving({}) as source:
        gone = source.base_url
    with pytest.raises(SourceUnreachable, match=f"{gone} cannot be reached: connection refused"):
        crawl_in_child(["eu_esf_plus", "fi_eura_jtf"], gone)
    assert {run.outcome for run in queries.last_runs(session).values()} == {CrawlOutcome.FAILED}


def test_an_unknown_source_is_told_before_anything_is_done(session: Session) -> None:
    with pytest.raises(UnknownSource):
        crawl_in_child(["eu_nothing"], "http://127.0.0.1:1")
    assert queries.last_runs(session) == {}


def test_a_robots_file_that_cannot_be_had_means_that_nothing_may_be_read() -> None:
    answers = {"/robots.txt": (503, ""), "/hakuilmoitukset/": (200, "x")}
    with serving(answers) as source:
        run = one(crawl_in_child(["fi_eura_jtf"], source.base_url))
        assert source.asked["/hakuilmoitukset/"] == 0
    assert "robots.txt" in run.errors[0]


@pytest.mark.parametrize(("name", "path"), [("eu_esf_plus", SEARCH), ("fi_eura_jtf", "/hakuilmoitukset/")])
def test_a_redirect_to_another_host_is_refused_aloud(name: str, path: str) -> None:
    with serving({path: (302, "")}, {"Location": "http://localhost:9/x"}) as source:
        run = one(crawl_in_child([name], source.base_url))
    assert run.outcome is CrawlOutcome.FAILED
    assert run.errors[0].endswith("it redirects to another host (http://localhost:9)")


def test_halves_of_emoji_and_odd_signs_cost_no_call(session: Session) -> None:
    odd = "Paths \ud83d to\x00 work \U0001f600\x1b[31m"
    texts = {"title": odd, "typesOfAction": odd, "callIdentifier": odd, "descriptionByte": odd}
    records = (builders.result("ESF-1"), builders.result("ESF-2", **texts), builders.result("ESF-3"))
    with serving({SEARCH: (200, json.loads(builders.answer(*records)))}) as source:
        run = one(crawl_in_child(["eu_esf_plus"], source.base_url))
    assert (run.outcome, run.inserted, run.dropped) == (CrawlOutcome.COMPLETE, 3, {})
    assert queries.call_by_name(session, "ESF-2").title == "Paths to work \U0001f600[31m"


def test_two_crawls_at_once_store_every_call_once(session: Session) -> None:
    with sample_world.serve() as source, ThreadPoolExecutor() as pool:
        both = pool.map(lambda _: crawl_in_child(["eu_esf_plus", "fi_eura_jtf"], source.base_url), range(2))
        runs = [run for crawl in both for run in crawl]
    assert {run.outcome for run in runs} == {CrawlOutcome.COMPLETE}
    assert sum(run.inserted for run in runs) == len(identifiers(session)) == len(set(identifiers(session)))

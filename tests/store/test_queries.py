"""Finding calls: words, filters, order by urgency, and calls a later crawl did not meet."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from store import clock, queries
from store.crawl_runs import finish_run, start_run
from store.errors import BadSetting, NotFound
from store.importer import save_call
from store.vocabulary import CallStatus, CrawlOutcome
from tests import builders


def test_open_calls_come_first_then_forthcoming_undated_closed(session: Session) -> None:
    wanted: dict[str, dict[str, Any]] = {
        "closed-long": {"cut_offs": [builders.cut_off("2020-01-01")]},
        "undated": {"cut_offs": [], "opening_date": None},
        "open-late": {"cut_offs": [builders.cut_off("2027-01-01")]},
        "ahead": {"opening_date": date(2026, 9, 1), "cut_offs": [builders.cut_off("2026-10-29")]},
        "open-soon": {"cut_offs": [builders.cut_off("2026-05-26")]},
        "closed-late": {"cut_offs": [builders.cut_off("2026-05-19")]},
    }
    for name, facts in wanted.items():
        save_call(session, builders.call(external_id=name, identifier=name, **facts))
    order = [call.identifier for call in queries.calls(session)]
    assert order == ["open-soon", "open-late", "ahead", "undated", "closed-late", "closed-long"]
    assert queries.count_calls(session, CallStatus.CLOSED) == 2
    assert queries.count_calls(session) == 6


def test_calls_come_in_the_order_of_their_ids(session: Session) -> None:
    ids = [save_call(session, builders.call(external_id=name)).call.id or 0 for name in "abc"]
    asked = [ids[2], 999, ids[0]]
    assert [call.id for call in queries.calls_by_id(session, asked)] == [ids[2], ids[0]]


def test_the_newest_runs_of_each_source(session: Session) -> None:
    for source in ("a", "b", "a", "a"):
        start_run(session, source, "x")
    history = queries.run_history(session, 2)
    assert {source: [run.id for run in runs] for source, runs in history.items()} == {"a": [4, 3], "b": [2]}
    assert {source: run.id for source, run in queries.last_runs(session).items()} == {"a": 4, "b": 2}


def test_a_call_goes_by_identifier_external_id_or_number(session: Session) -> None:
    call = save_call(session, builders.call()).call
    for name in ("esf-2026-test", "1topicsEN", str(call.id)):
        assert queries.call_by_name(session, name).id == call.id
    with pytest.raises(NotFound, match="koalitio calls"):
        queries.call_by_name(session, "NOPE")


def test_a_call_that_a_whole_crawl_did_not_meet_is_not_seen_since(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = save_call(session, builders.call(fetched_at=clock.now())).call
    finish_run(session, start_run(session, call.source, "x"), CrawlOutcome.COMPLETE)
    assert queries.public_call(call, queries.whole_crawls(session)).not_seen_since is None
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-27")
    finish_run(session, start_run(session, call.source, "x"), CrawlOutcome.FAILED)
    assert queries.public_call(call, queries.whole_crawls(session)).not_seen_since is None
    finish_run(session, start_run(session, call.source, "x"), CrawlOutcome.COMPLETE)
    shown = queries.public_call(call, queries.whole_crawls(session))
    assert shown.not_seen_since == call.fetched_at
    assert shown.status is CallStatus.OPEN


def test_the_next_run_tells_that_the_last_was_interrupted(session: Session) -> None:
    first = start_run(session, "eu_esf_plus", "x")
    other = start_run(session, "fi_eura_jtf", "x")
    start_run(session, "eu_esf_plus", "x")
    session.refresh(first)
    session.refresh(other)
    assert first.outcome is CrawlOutcome.INTERRUPTED
    assert other.outcome is CrawlOutcome.RUNNING


def test_status_disagreement_is_shown_and_dates_decide(session: Session) -> None:
    stale = builders.call(cut_offs=[builders.cut_off("2023-06-06")], source_status=CallStatus.OPEN)
    shown = queries.public_call(save_call(session, stale).call, {})
    assert (shown.status, shown.status_disagrees) == (CallStatus.CLOSED, True)
    assert shown.close_date == date(2023, 6, 6)


def test_the_clock_stands_still_when_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clock.now() == datetime(2026, 5, 19, 22, tzinfo=UTC)
    assert clock.today() == date(2026, 5, 20)
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-20T17:00")
    assert clock.now() == datetime(2026, 5, 20, 15, tzinfo=UTC)
    monkeypatch.setenv("KOALITIO_TODAY", "")
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    monkeypatch.setenv("KOALITIO_TODAY", "yesterday")
    with pytest.raises(BadSetting, match="KOALITIO_TODAY"):
        clock.now()


def test_a_crawl_that_fell_short_says_nothing_about_what_it_did_not_meet(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = save_call(session, builders.call(fetched_at=clock.now())).call
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-27")
    run = start_run(session, call.source, "x")
    run.shortfall = 3
    finish_run(session, run, CrawlOutcome.WARNING)
    assert queries.public_call(call, queries.whole_crawls(session)).not_seen_since is None


@pytest.mark.parametrize("name", ["²", "٣", "9" * 30, "9" * 5000, "-1"])
def test_odd_numbers_are_no_calls(session: Session, name: str) -> None:
    with pytest.raises(NotFound):
        queries.call_by_name(session, name)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31T23:59-12:00", "2027-02-29", "2026-06-31", "soon"])
def test_a_day_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    monkeypatch.setenv("KOALITIO_TODAY", day)
    with pytest.raises(BadSetting, match="KOALITIO_TODAY"):
        clock.now()

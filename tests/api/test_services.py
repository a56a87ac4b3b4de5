"""Use cases for calls, coalitions and sources answer with shapes to show."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import Session

from api.errors import NoForm, status_of
from api.services.calls import list_calls, list_sources, show_call
from api.services.profile import coalitions
from store.call_search.wanted import CallFilter, Standing
from store.crawl_runs import finish_run, start_run
from store.errors import BadCoalitionFile, NotFound
from store.importer import save_call
from store.vocabulary import CrawlOutcome
from tests import builders


def test_pages_of_calls_hold_the_whole(session: Session) -> None:
    for number in range(7):
        save_call(session, builders.call(external_id=str(number), identifier=f"C{number}"))
    pages = [list_calls.list_calls(session, page=page, size=3) for page in (1, 2, 3)]
    assert [len(page.calls) for page in pages] == [3, 3, 1]
    assert {call.identifier for page in pages for call in page.calls} == {f"C{n}" for n in range(7)}
    assert {(page.total, page.pages) for page in pages} == {(7, 3)}
    beyond = list_calls.list_calls(session, page=99, size=3)
    assert (beyond.page, len(beyond.calls)) == (3, 1)


def test_an_empty_store_is_one_empty_page(session: Session) -> None:
    empty = list_calls.list_calls(session, CallFilter(status=[Standing.OPEN]))
    assert (empty.calls, empty.total, empty.page, empty.pages) == ([], 0, 1, 1)


def test_one_call_comes_with_changes_and_the_last_crawl(session: Session) -> None:
    run = start_run(session, "eu_esf_plus", "x")
    save_call(session, builders.call(title="Old"), run.id)
    save_call(session, builders.call(title="New", fetched_at=datetime(2026, 6, 1, tzinfo=UTC)), run.id)
    finish_run(session, run, CrawlOutcome.COMPLETE)
    detail = show_call.show_call(session, "esf-2026-test")
    assert [(c.field, c.old, c.new) for c in detail.changes] == [("title", "Old", "New")]
    assert detail.last_run
    assert detail.last_run.outcome is CrawlOutcome.COMPLETE
    assert [r.source for r in list_sources.list_runs(session)] == ["eu_esf_plus"]


def test_a_broken_file_saves_nothing(session: Session, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("koalitio: 1\ncoalition: {id: x}")
    with pytest.raises(BadCoalitionFile):
        coalitions.import_coalition(session, bad)
    assert coalitions.list_coalitions(session) == []


def test_export_and_import_are_each_others_reverse(session: Session, tmp_path: Path) -> None:
    saved = coalitions.save_coalition(session, builders.coalition())
    path = tmp_path / "out.yaml"
    path.write_text(coalitions.export_coalition(session, saved.slug))
    again = coalitions.import_coalition(session, path)
    assert again.model_dump(exclude={"last_modified_at"}) == saved.model_dump(exclude={"last_modified_at"})
    assert coalitions.show_coalition(session, saved.slug).id == saved.id


def test_errors_have_a_status() -> None:
    assert status_of(NotFound("x")) == 404
    assert status_of(NoForm("x")) == 409
    assert status_of(ValueError("x")) == 500

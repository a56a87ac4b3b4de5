"""Of several versions of one call the newest holds, and a difference is told."""

from datetime import UTC, datetime

from crawler.bases.versions import newest_of_each
from store.vocabulary import CallFlag
from tests.builders import cut_off
from tests.crawler.builders import draft

OLD, NEW = datetime(2022, 11, 18, tzinfo=UTC), datetime(2026, 4, 15, tzinfo=UTC)


def test_the_newest_version_holds_in_whatever_order_they_come() -> None:
    versions = [draft(title="new", version=NEW), draft(title="old", version=OLD), draft(title="none")]
    for order in (versions, versions[::-1]):
        assert [call.title for call in newest_of_each(order, "fi")] == ["new"]


def test_other_cut_offs_are_told_with_both_sides() -> None:
    old = draft(version=OLD, cut_offs=[cut_off("2027-01-26")])
    new = draft(version=NEW, cut_offs=[cut_off("2026-03-24")])
    (call,) = newest_of_each([old, new], "fi")
    assert [(doubt.flag, doubt.note) for doubt in call.doubts] == [
        (CallFlag.VERSIONS_DISAGREE, "2026-04-15: 2026-03-24 ≠ 2022-11-18: 2027-01-26")
    ]


def test_the_same_cut_offs_are_no_conflict() -> None:
    (call,) = newest_of_each([draft(version=OLD), draft(version=NEW)], "fi")
    assert call.doubts == []


def test_the_language_asked_for_comes_before_the_date() -> None:
    versions = [draft(language="sv", version=NEW), draft(language="fi", version=OLD)]
    assert [call.language for call in newest_of_each(versions, "fi")] == ["fi"]


def test_calls_of_other_ids_stay_apart() -> None:
    assert len(list(newest_of_each([draft(external_id="a"), draft(external_id="b")], "fi"))) == 2

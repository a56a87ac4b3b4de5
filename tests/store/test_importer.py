"""Insert, update, unchanged; a change record per field; nothing is ever deleted."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session, select

from store import database, importer, queries
from store.importer import ImportResult, hash_of, save_call
from store.models import Call, CallCreate, Change
from store.vocabulary import CallStatus
from tests import builders

LATER = datetime(2026, 6, 27, 22, tzinfo=UTC)


def test_first_sight_inserts_and_the_same_again_is_unchanged(session: Session) -> None:
    assert save_call(session, builders.call()).result is ImportResult.INSERTED
    again = save_call(session, builders.call(fetched_at=LATER))
    assert again.result is ImportResult.UNCHANGED
    assert again.call.fetched_at == LATER
    assert again.call.last_modified_at < LATER
    assert session.exec(select(Change)).all() == []


def test_each_changed_field_leaves_one_record(session: Session) -> None:
    cut_offs = [builders.cut_off("2026-09-17"), builders.cut_off("2027-02-16")]
    save_call(session, builders.call(cut_offs=cut_offs))
    result = save_call(session, builders.call(cut_offs=cut_offs[1:], title="New title", fetched_at=LATER))
    assert result.result is ImportResult.UPDATED
    assert set(result.changed) == {"cut_offs", "title"}
    records = {c.field: c for c in session.exec(select(Change))}
    assert set(records) == {"cut_offs", "title"}
    assert [c["date"] for c in records["cut_offs"].old] == ["2026-09-17", "2027-02-16"]
    assert [c["date"] for c in records["cut_offs"].new] == ["2027-02-16"]
    assert records["title"].changed_at == LATER
    assert result.call.closes_at == cut_offs[1].ends_at()


def test_a_fact_that_becomes_unknown_is_recorded_as_null(session: Session) -> None:
    save_call(session, builders.call(total_amount_available=4_000_000))
    save_call(session, builders.call(total_amount_available=None))
    record = session.exec(select(Change)).one()
    assert (record.old, record.new) == (4_000_000, None)


def test_volatile_keys_of_the_raw_record_are_no_news(session: Session) -> None:
    raw = {"weight": 3, "metadata": {"esDA_IngestDate": ["2026-04-30"], "title": ["x"]}}
    save_call(session, builders.call(raw=raw))
    newer = {"weight": 5, "metadata": {"esDA_IngestDate": ["2026-06-30"], "title": ["x"]}}
    assert save_call(session, builders.call(raw=newer)).result is ImportResult.UNCHANGED
    assert hash_of(raw) == hash_of(newer)
    assert hash_of(raw) != hash_of({"metadata": {"title": ["y"]}})


def test_the_same_external_id_of_two_sources_is_two_calls(session: Session) -> None:
    save_call(session, builders.call())
    save_call(session, builders.call(source="eu_erasmus_plus"))
    assert queries.count_calls(session) == 2


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), json_values, max_size=4))
def test_hash_rests_on_content_not_on_order(raw: dict[str, object]) -> None:
    assert hash_of(raw) == hash_of(dict(reversed(list(raw.items()))))


def test_money_beyond_32_bits_and_half_known_ranges_are_kept(session: Session) -> None:
    call = save_call(
        session, builders.call(total_amount_available=9_000_000_000, max_award_amount=400_000)
    ).call
    session.expire_all()
    stored = session.get(Call, call.id)
    assert stored
    assert (stored.total_amount_available, stored.min_award_amount, stored.max_award_amount) == (
        9_000_000_000,
        None,
        400_000,
    )


@pytest.mark.parametrize(("day", "opening"), [("9999-12-31", "2026-01-01"), ("2026-12-31", "0001-01-01")])
def test_days_at_the_ends_of_the_calendar_are_kept(session: Session, day: str, opening: str) -> None:
    call = builders.call(
        cut_offs=[builders.cut_off(day, None, "Europe/Helsinki")],
        opening_date=date.fromisoformat(opening),
        time_zone="Europe/Helsinki",
    )
    stored = save_call(session, call).call
    assert stored.cut_offs == call.cut_offs
    assert queries.public_call(stored, {}).status is CallStatus.OPEN


def test_a_call_that_cannot_be_saved_leaves_nothing_behind(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_call(session, builders.call())

    def broken(_: object) -> str:
        raise RecursionError

    with monkeypatch.context() as patched:
        patched.setattr(importer, "hash_of", broken)
        with pytest.raises(RecursionError):
            save_call(session, builders.call(title="Half written"))
    save_call(session, builders.call(external_id="other"))
    assert {call.title for call in session.exec(select(Call))} == {builders.call().title}
    assert session.exec(select(Change)).all() == []


def test_a_call_that_another_crawl_stores_meanwhile_is_unchanged(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = importer._insert

    def overtaken(slow: Session, new: CallCreate) -> Call:
        with database.session() as quick:
            monkeypatch.setattr(importer, "_insert", insert)
            save_call(quick, new)
        return insert(slow, new)

    monkeypatch.setattr(importer, "_insert", overtaken)
    assert save_call(session, builders.call()).result is ImportResult.UNCHANGED
    assert len(session.exec(select(Call)).all()) == 1


def test_half_an_emoji_in_the_raw_record_is_no_matter(session: Session) -> None:
    raw = {"title": "cut \ud83d here"}
    stored = save_call(session, builders.call(raw=raw)).call
    session.expire_all()
    assert stored.raw == raw

"""Cut-offs of many calls, in order, with their number and how often they moved."""

from sqlmodel import Session

from store import clock
from store.deadlines import deadlines_of
from store.importer import save_call
from tests import builders


def test_numbers_go_by_date_and_count_the_past(session: Session) -> None:
    cut_offs = [builders.cut_off(day) for day in ("2026-10-06", "2026-05-01", "2026-06-01")]
    call = save_call(session, builders.call(cut_offs=cut_offs)).call
    other = save_call(session, builders.call(external_id="b", cut_offs=[builders.cut_off("2026-07-01")])).call
    ids = [call.id or 0, other.id or 0]
    ahead = deadlines_of(session, ids, after=clock.now())
    assert [(one.external_id, one.number, one.is_last) for one in ahead] == [
        ("1TOPICSen", 2, False),
        ("b", 1, True),
        ("1TOPICSen", 3, True),
    ]
    assert len(deadlines_of(session, ids)) == 4
    assert deadlines_of(session, []) == []


def test_only_changes_of_cut_offs_count_as_moves(session: Session) -> None:
    call = save_call(session, builders.call()).call
    save_call(session, builders.call(title="Other"))
    save_call(session, builders.call(title="Other", cut_offs=[builders.cut_off("2026-11-06")]))
    assert [one.moved for one in deadlines_of(session, [call.id or 0])] == [1]

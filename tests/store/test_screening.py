"""The few facts of calls that eligibility rests on: the same as the calls', and fast for ten thousand."""

from datetime import UTC, date, datetime

from sqlalchemy import insert
from sqlmodel import Session, select

from store.importer import save_call
from store.models import Call
from store.screening import screening_rows
from store.vocabulary import Programme
from tests import builders


def test_a_row_tells_what_the_call_tells(session: Session) -> None:
    save_call(
        session,
        builders.call(
            cut_offs=[builders.cut_off("2026-10-06"), builders.cut_off("2026-03-05", None)],
            countries=["FI", "EE"],
            nuts_regions=["FI1D7"],
            area={"fi": "Pohjois-Suomi"},
            authority={"sv": "NTM"},
            continuous=True,
        ),
    )
    (row,) = screening_rows(session)
    assert row.programme is Programme.ESF_PLUS
    assert (row.identifier, row.external_id, row.source) == ("ESF-2026-TEST", "1TOPICSen", "eu_esf_plus")
    assert (row.closes_at, row.cut_off) == (datetime(2026, 10, 6, 15, tzinfo=UTC), date(2026, 10, 6))
    assert (row.countries, row.nuts_regions) == (("FI", "EE"), ("FI1D7",))
    assert (row.area, row.authority, row.continuous) == ({"fi": "Pohjois-Suomi"}, {"sv": "NTM"}, True)


def test_what_is_not_known_is_none_and_an_empty_list_is_empty(session: Session) -> None:
    save_call(session, builders.call(cut_offs=[], action=None, countries=[]))
    (row,) = screening_rows(session)
    assert (row.action, row.closes_at, row.cut_off, row.nuts_regions, row.area, row.continuous) == (None,) * 6
    assert row.countries == ()


def test_some_calls_or_all_of_them(session: Session) -> None:
    keys = [save_call(session, builders.call(external_id=name)).call.id for name in "abc"]
    assert [row.id for row in screening_rows(session)] == keys
    assert [row.id for row in screening_rows(session, [keys[2] or 0])] == keys[2:]
    assert screening_rows(session, []) == []


def test_ten_thousand_calls_come_in_one_go(session: Session) -> None:
    save_call(session, builders.call(countries=["FI"], area={"fi": "x"}, description="words " * 300))
    call = session.exec(select(Call)).one()
    facts = {name: getattr(call, name) for name in Call.model_fields if name != "id"}
    session.execute(insert(Call), [facts | {"external_id": f"c{n}"} for n in range(9_999)])
    session.commit()
    assert len(screening_rows(session)) == 10_000

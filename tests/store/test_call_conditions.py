"""Readings follow the text and the reader; decisions of people stay, whatever a crawl brings."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from store import call_conditions, call_documents, coalitions, database
from store.importer import save_call
from store.models import (
    CallDecision,
    CallDecisionCreate,
    CallDocumentCreate,
    CallReading,
    CallReadingCreate,
)
from store.vocabulary import DecisionState
from tests import builders

TEXT = "The consortium has at least three\npartners. The project lasts 24 months."
LATER = datetime(2026, 6, 27, 22, tzinfo=UTC)


@pytest.fixture
def call_id(session: Session) -> int:
    return import_call(session)


@pytest.fixture
def coalition_id(session: Session) -> int:
    stored = coalitions.save_coalition(session, builders.coalition())
    assert stored.id
    return stored.id


def import_call(session: Session, **facts: Any) -> int:
    stored = save_call(session, builders.call(**({"description": TEXT} | facts))).call
    assert stored.id
    return stored.id


def reading(type: str = "consortium_size", **facts: Any) -> CallReadingCreate:
    defaults: dict[str, Any] = {
        "condition": {"type": type, "minimum": 3},
        "quote": "at least three\npartners",
        "start": 19,
        "end": 42,
        "field": "description",
    }
    return CallReadingCreate(type=type, **(defaults | facts))


def decision(call_id: int, **facts: Any) -> CallDecisionCreate:
    defaults: dict[str, Any] = {
        "call_id": call_id,
        "type": "consortium_size",
        "state": DecisionState.CONFIRMED,
        "condition": {"type": "consortium_size", "minimum": 3},
        "quote": "at least three\npartners",
        "by": "A. Officer",
    }
    return CallDecisionCreate(**(defaults | facts))


def read(session: Session, *readings: CallReadingCreate, reader: str = "1") -> None:
    for texts in call_conditions.stale_calls(session, reader):
        call_conditions.replace_readings(session, texts.id, None, readings, reader, texts.texts_hash)


def test_readings_come_back_with_their_words(session: Session, call_id: int) -> None:
    read(session, reading(), reading("duration", quote="24 months"))
    found = call_conditions.readings_of(session, [call_id])[call_id]
    assert [(one.type, one.quote) for one in found] == [
        ("consortium_size", "at least three\npartners"),
        ("duration", "24 months"),
    ]
    assert found[0].condition == {"type": "consortium_size", "minimum": 3}
    assert (found[0].field, found[0].start, found[0].end, found[0].page) == ("description", 19, 42, None)
    assert call_conditions.readings_of(session, []) == {}


def test_a_call_is_stale_until_its_texts_are_read_as_they_stand(session: Session, call_id: int) -> None:
    assert [texts.description for texts in call_conditions.stale_calls(session, "1")] == [TEXT]
    read(session)
    assert call_conditions.stale_calls(session, "1") == []
    assert [texts.id for texts in call_conditions.stale_calls(session, "2")] == [call_id]
    import_call(session, title="Another title", fetched_at=LATER)
    assert call_conditions.stale_calls(session, "1") == []
    for change in ({"description": "New."}, {"conditions": "New."}, {"language": "fi"}):
        import_call(session, **change)
        assert [texts.id for texts in call_conditions.stale_calls(session, "1")] == [call_id], change
        read(session)


def test_stale_calls_come_in_portions(session: Session) -> None:
    keys = [import_call(session, external_id=name) for name in "abc"]
    assert [texts.id for texts in call_conditions.stale_calls(session, "1", limit=2)] == keys[:2]
    assert [texts.id for texts in call_conditions.stale_calls(session, "1", call_ids=keys[1:])] == keys[1:]


def test_reading_anew_replaces_the_set_of_that_text_alone(session: Session, call_id: int) -> None:
    document = call_documents.add_document(
        session,
        CallDocumentCreate(
            call_id=call_id, name="a.pdf", media_type="application/pdf", language="en", data=b"a", pages=["b"]
        ),
    )
    of_document = [reading("duration", field=None, page=1)]
    call_conditions.replace_readings(session, call_id, document.id, of_document, "1", document.sha256)
    read(session, reading(), reading("lead"))
    read(session, reading("country"), reader="2")
    found = call_conditions.readings_of(session)[call_id]
    assert [(one.type, one.document, one.page, one.reader) for one in found] == [
        ("country", None, None, "2"),
        ("duration", "a.pdf", 1, "1"),
    ]
    call_conditions.replace_readings(session, call_id, document.id, [], "2", document.sha256)
    assert [one.type for one in call_conditions.readings_of(session)[call_id]] == ["country"]


def test_two_first_readings_at_once_leave_one_set(
    session: Session, call_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = call_conditions._replace

    def overtaken(*_: Any) -> None:
        monkeypatch.setattr(call_conditions, "_replace", replace)
        with database.session() as quick:
            read(quick, reading("country"))
        raise IntegrityError("", {}, Exception())

    monkeypatch.setattr(call_conditions, "_replace", overtaken)
    call_conditions.replace_readings(session, call_id, None, [reading()], "1", "hash")
    assert [one.type for one in session.exec(select(CallReading))] == ["consortium_size"]


def test_a_lead_decides_for_the_coalition_and_an_officer_for_all(
    session: Session, call_id: int, coalition_id: int
) -> None:
    mine = decision(call_id, coalition_id=coalition_id, state=DecisionState.REJECTED, condition=None, by="B.")
    call_conditions.decide(session, mine)
    call_conditions.decide(session, decision(call_id))
    found = call_conditions.decisions_of(session, [call_id], coalition_id)[call_id]
    assert [(one.coalition_id, one.state) for one in found] == [
        (None, DecisionState.CONFIRMED),
        (coalition_id, DecisionState.REJECTED),
    ]
    for_others = call_conditions.decisions_of(session, None, coalition_id + 1)[call_id]
    assert [one.by for one in for_others] == ["A. Officer"]
    assert call_conditions.decisions_of(session, [call_id + 1], coalition_id) == {}


@pytest.mark.parametrize("for_all", [True, False])
def test_deciding_again_replaces_and_withdrawing_takes_back(
    session: Session, call_id: int, coalition_id: int, for_all: bool
) -> None:
    owner = None if for_all else coalition_id
    call_conditions.decide(session, decision(call_id, coalition_id=owner, note="first"))
    call_conditions.decide(session, decision(call_id, coalition_id=owner, state=DecisionState.CORRECTED))
    kept = session.exec(select(CallDecision)).one()
    assert (kept.state, kept.note) == (DecisionState.CORRECTED, None)
    assert call_conditions.withdraw_decision(session, call_id, "consortium_size", owner) is True
    assert call_conditions.withdraw_decision(session, call_id, "consortium_size", owner) is False


def test_two_first_decisions_at_once_leave_the_later_one(
    session: Session, call_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = call_conditions._decision

    def overtaken(*_: object) -> None:
        monkeypatch.setattr(call_conditions, "_decision", look)
        with database.session() as quick:
            call_conditions.decide(quick, decision(call_id, by="First"))

    monkeypatch.setattr(call_conditions, "_decision", overtaken)
    call_conditions.decide(session, decision(call_id, by="Second"))
    assert session.exec(select(CallDecision)).one().by == "Second"


@pytest.mark.parametrize("for_all", [True, False])
def test_the_database_itself_holds_one_decision_of_a_kind(
    session: Session, call_id: int, coalition_id: int, for_all: bool
) -> None:
    owner = None if for_all else coalition_id
    for _ in range(2):
        session.add(CallDecision(**dict(decision(call_id, coalition_id=owner)), decided_at=LATER))
    with pytest.raises(IntegrityError):
        session.commit()


def test_decisions_survive_a_crawl_that_changes_the_text(
    session: Session, call_id: int, coalition_id: int
) -> None:
    read(session, reading())
    for owner in (None, coalition_id):
        call_conditions.decide(session, decision(call_id, coalition_id=owner))
    before = [one.model_dump() for one in session.exec(select(CallDecision))]
    import_call(session, description="Everything is new.", fetched_at=LATER)
    read(session, reader="2")
    session.expire_all()
    assert [one.model_dump() for one in session.exec(select(CallDecision))] == before
    assert call_conditions.readings_of(session) == {}


def test_a_decision_tells_when_its_words_have_gone(session: Session, call_id: int) -> None:
    stored = call_conditions.decide(session, decision(call_id))
    unquoted = call_conditions.decide(session, decision(call_id, type="duration", quote=None))
    both = [stored, unquoted]
    assert call_conditions.source_changed(session, both) == frozenset()
    import_call(session, description=TEXT.replace("three\npartners", "three partners") + " More.")
    assert call_conditions.source_changed(session, both) == frozenset()
    import_call(session, description=TEXT.replace("three", "two"))
    assert call_conditions.source_changed(session, both) == {stored.id}
    import_call(session, description="", conditions=TEXT)
    assert call_conditions.source_changed(session, both) == frozenset()
    assert call_conditions.source_changed(session, []) == frozenset()


def test_words_of_a_document_stand_in_the_call_too(session: Session, call_id: int) -> None:
    stored = call_conditions.decide(session, decision(call_id, quote="a grant of\n300 000"))
    assert call_conditions.source_changed(session, [stored]) == {stored.id}
    call_documents.add_document(
        session,
        CallDocumentCreate(
            call_id=call_id,
            name="a.pdf",
            media_type="application/pdf",
            language="en",
            data=b"a",
            pages=["Cover", "It is a grant of 300 000 EUR"],
        ),
    )
    assert call_conditions.source_changed(session, [stored]) == frozenset()

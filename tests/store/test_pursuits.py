"""Decisions: one for a coalition and a call; a step of history for each fact that changed."""

from datetime import date

import pytest
from sqlmodel import Session

from store import pursuits
from store.vocabulary import Choice, Stage
from tests.frontend.stored import store_call, store_coalition

Ids = tuple[int, int]


@pytest.fixture
def ids(session: Session) -> Ids:
    """A coalition and a call."""
    coalition, call = store_coalition(session), store_call(session)
    assert coalition.id
    assert call.id
    return coalition.id, call.id


def history(session: Session, ids: Ids) -> list[tuple[str, str | None, str | None, str]]:
    """The steps, oldest first."""
    return [(one.field, one.old, one.new, one.by) for one in reversed(pursuits.history(session, *ids))]


def test_the_first_decision_and_a_change_of_mind_are_remembered(session: Session, ids: Ids) -> None:
    first = pursuits.decide(session, *ids, Choice.PURSUE, {"stage": Stage.PREPARING}, "Lead")
    again = pursuits.decide(session, *ids, Choice.DROP, {"reason": "Zx.", "stage": None}, "Other")
    assert first.id == again.id
    assert (again.choice, again.reason, again.stage, again.decided_by) == (
        Choice.DROP,
        "Zx.",
        None,
        "Other",
    )
    assert history(session, ids) == [
        ("choice", None, "pursue", "Lead"),
        ("stage", None, "preparing", "Lead"),
        ("choice", "pursue", "drop", "Other"),
        ("reason", None, "Zx.", "Other"),
        ("stage", "preparing", None, "Other"),
    ]


def test_the_same_again_changes_nothing(session: Session, ids: Ids) -> None:
    pursuits.decide(session, *ids, Choice.WATCH, {"reason": "Zx."}, "Lead")
    same = pursuits.decide(session, *ids, Choice.WATCH, {"reason": "Zx."}, "Other")
    assert same.decided_by == "Lead"
    assert len(history(session, ids)) == 2


def test_who_only_words_the_reason_anew_has_not_decided(session: Session, ids: Ids) -> None:
    pursuits.decide(session, *ids, Choice.WATCH, {"reason": None}, "Lead")
    again = pursuits.decide(session, *ids, Choice.WATCH, {"reason": "Zx."}, "Other")
    assert again.decided_by == "Lead"
    assert history(session, ids)[-1] == ("reason", None, "Zx.", "Other")


def test_choices_by_call(session: Session, ids: Ids) -> None:
    assert pursuits.choices_of(session, ids[0]) == {}
    pursuits.decide(session, *ids, Choice.WATCH, {}, "Lead")
    assert pursuits.choices_of(session, ids[0]) == {ids[1]: Choice.WATCH}


def test_how_many_calls_are_like_this_one(session: Session, ids: Ids) -> None:
    from tests.builders import cut_off

    call = store_call(session, identifier="other")
    store_call(session, identifier="closed", cut_offs=[cut_off("2026-05-01")])
    store_call(session, identifier="elsewhere", source="other_source")
    assert pursuits.live_like(session, call) == (3, 2)
    assert ids


def test_only_what_changed_is_a_step(session: Session) -> None:
    coalition, call = store_coalition(session), store_call(session)
    assert coalition.id is not None
    assert call.id is not None
    pursuits.decide(session, coalition.id, call.id, Choice.PURSUE, {"stage": Stage.PREPARING}, "Zx")
    pursuit = pursuits.pursuit_of(session, coalition.id, call.id)
    assert pursuit is not None
    facts = {"stage": Stage.SUBMITTED, "submitted_on": date(2026, 5, 1), "points": None}
    assert pursuits.keep(session, pursuit, facts, "Yx") == ["stage", "submitted_on"]
    assert pursuits.keep(session, pursuit, facts, "Yx") == []
    told = [
        (one.field, one.old, one.new, one.by)
        for one in pursuits.history(session, coalition.id, call.id)
        if one.by == "Yx"
    ]
    assert sorted(told) == [
        ("stage", "preparing", "submitted", "Yx"),
        ("submitted_on", None, "2026-05-01", "Yx"),
    ]
    assert pursuits.pursuits_of(session, coalition.id)[0][0].submitted_on == date(2026, 5, 1)

"""Decisions: one for a coalition and a call, every change in the history; mutes, each once."""

import pytest
from sqlmodel import Session

from store import outcomes, pursuits
from store.vocabulary import Choice, MuteKind, Stage
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
    return [(one.field, one.old, one.new, one.by) for one in reversed(outcomes.history(session, *ids))]


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


def test_what_is_muted_is_muted_once_and_shown_again(session: Session, ids: Ids) -> None:
    pursuits.mute(session, ids[0], MuteKind.SOURCE, "zx", "Lead")
    pursuits.mute(session, ids[0], MuteKind.SOURCE, "zx", "Other")
    pursuits.mute(session, ids[0], MuteKind.PROGRAMME, "zx", "Other")
    assert [(one.kind, one.value, one.by) for one in pursuits.mutes_of(session, ids[0])] == [
        (MuteKind.PROGRAMME, "zx", "Other"),
        (MuteKind.SOURCE, "zx", "Lead"),
    ]
    assert pursuits.unmute(session, ids[0], MuteKind.SOURCE, "zx") is True
    assert pursuits.unmute(session, ids[0], MuteKind.SOURCE, "zx") is False
    assert len(pursuits.mutes_of(session, ids[0])) == 1


def test_how_many_calls_are_like_this_one(session: Session, ids: Ids) -> None:
    from tests.builders import cut_off

    call = store_call(session, identifier="other")
    store_call(session, identifier="closed", cut_offs=[cut_off("2026-05-01")])
    store_call(session, identifier="elsewhere", source="other_source")
    assert pursuits.live_like(session, call) == (3, 2)
    assert ids

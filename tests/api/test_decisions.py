"""Decisions: the lead decides, its people see it, nobody else; reasons, stages, history, mutes."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, SignInNeeded
from api.services.access.actor import STRANGER, Actor, act_as
from api.services.deciding import decisions
from store.errors import NotFound
from store.vocabulary import Choice, MuteKind, Programme, Role, Stage
from tests.builders import cut_off
from tests.frontend.stored import store_call, store_coalition

LEAD = Actor("account", name="Lead", account_id=1, roles={"zx": frozenset({Role.LEAD})})
WRITER = Actor("account", name="Writer", account_id=2, roles={"zx": frozenset({Role.GRANT_WRITER})})
MEMBER = Actor("account", name="Member", account_id=3, roles={"zx": frozenset({Role.MEMBER})})
OTHER = Actor("account", name="Other", account_id=4, roles={"other": frozenset({Role.LEAD})})
CALL = "ESF-2026-TEST"
Attempt = Callable[[], object]


@pytest.fixture(autouse=True)
def _world(session: Session) -> None:
    """A coalition, another one, and a call; the lead asks."""
    store_coalition(session)
    store_coalition(session, slug="other", name="Other")
    store_call(session)
    act_as(session, LEAD)


def test_a_pursued_call_is_prepared_and_goes_on_by_stages(session: Session) -> None:
    decided = decisions.decide(session, "zx", CALL, Choice.PURSUE, "  Fits. ")
    assert (decided.choice, decided.reason, decided.stage) == (Choice.PURSUE, "Fits.", Stage.PREPARING)
    assert (decided.decided_by, decided.call.identifier) == ("Lead", CALL)
    assert decisions.set_stage(session, "zx", CALL, Stage.DRAFTING).stage is Stage.DRAFTING
    again = decisions.decide(session, "zx", CALL, Choice.PURSUE, "Fits well.")
    assert again.stage is Stage.DRAFTING
    assert decisions.decide(session, "zx", CALL, Choice.WATCH).stage is None


def test_dropping_asks_for_a_reason(session: Session) -> None:
    for reason in (None, "", " \x00 "):
        with pytest.raises(BadChoice, match="Say why"):
            decisions.decide(session, "zx", CALL, Choice.DROP, reason)
    with pytest.raises(BadChoice, match="too long"):
        decisions.decide(session, "zx", CALL, Choice.DROP, "x" * 2_001)
    assert decisions.decision_of(session, "zx", CALL) is None
    assert decisions.decide(session, "zx", CALL, Choice.DROP, "Far.").reason == "Far."


def test_only_what_is_pursued_has_a_stage(session: Session) -> None:
    with pytest.raises(BadChoice, match="pursue it first"):
        decisions.set_stage(session, "zx", CALL, Stage.GRANTED)
    decisions.decide(session, "zx", CALL, Choice.WATCH)
    with pytest.raises(BadChoice, match="pursue it first"):
        decisions.set_stage(session, "zx", CALL, Stage.GRANTED)


def test_every_step_is_told_latest_first(session: Session) -> None:
    decisions.decide(session, "zx", CALL, Choice.WATCH)
    decisions.decide(session, "zx", CALL, Choice.DROP, "Far.")
    steps = [(one.field, one.old, one.new, one.by) for one in decisions.history(session, "zx", CALL)]
    assert steps == [
        ("reason", None, "Far.", "Lead"),
        ("choice", "watch", "drop", "Lead"),
        ("choice", None, "watch", "Lead"),
    ]


def test_only_the_lead_decides_and_its_people_see_it(session: Session) -> None:
    decisions.decide(session, "zx", CALL, Choice.WATCH, "Zx.")
    for actor in (WRITER, MEMBER):
        act_as(session, actor)
        seen = decisions.decision_of(session, "zx", CALL)
        assert seen is not None
        assert seen.reason == "Zx."
        assert decisions.history(session, "zx", CALL)
        for attempt in attempts(session):
            with pytest.raises(Forbidden):
                attempt()
    act_as(session, OTHER)
    for attempt in [*attempts(session), *looks(session)]:
        with pytest.raises(NotFound):
            attempt()
    act_as(session, STRANGER)
    for attempt in [*attempts(session), *looks(session)]:
        with pytest.raises(SignInNeeded):
            attempt()


def attempts(session: Session) -> list[Attempt]:
    return [
        lambda: decisions.decide(session, "zx", CALL, Choice.PURSUE),
        lambda: decisions.set_stage(session, "zx", CALL, Stage.GRANTED),
        lambda: decisions.mute(session, "zx", MuteKind.CALL, CALL),
        lambda: decisions.unmute(session, "zx", MuteKind.CALL, CALL),
    ]


def looks(session: Session) -> list[Attempt]:
    return [
        lambda: decisions.decision_of(session, "zx", CALL),
        lambda: decisions.decisions(session, "zx"),
        lambda: decisions.choices(session, "zx"),
        lambda: decisions.history(session, "zx", CALL),
        lambda: decisions.mutes(session, "zx"),
        lambda: decisions.hides(session, "zx", CALL),
    ]


def test_a_decision_is_the_coalitions_own(session: Session) -> None:
    decisions.decide(session, "zx", CALL, Choice.PURSUE)
    decisions.mute(session, "zx", MuteKind.CALL, CALL)
    act_as(session, OTHER)
    assert decisions.decisions(session, "other") == []
    assert decisions.mutes(session, "other") == []
    assert decisions.decision_of(session, "other", CALL) is None


def test_mutes_cover_a_call_its_programme_or_its_source(session: Session) -> None:
    here = store_call(session, identifier="here")
    there = store_call(session, identifier="there", source="other_source", programme=Programme.ERASMUS_PLUS)
    decisions.mute(session, "zx", MuteKind.CALL, "HERE")
    (mute,) = decisions.mutes(session, "zx")
    assert (mute.value, mute.covers(here), mute.covers(there)) == ("here", True, False)
    decisions.unmute(session, "zx", MuteKind.CALL, "here")
    decisions.mute(session, "zx", MuteKind.PROGRAMME, Programme.ERASMUS_PLUS)
    (mute,) = decisions.mutes(session, "zx")
    assert (mute.covers(here), mute.covers(there)) == (False, True)
    decisions.mute(session, "zx", MuteKind.SOURCE, here.source)
    assert [one.covers(here) for one in decisions.mutes(session, "zx")] == [True, False]
    with pytest.raises(BadChoice, match="No programme"):
        decisions.mute(session, "zx", MuteKind.PROGRAMME, "zx")
    with pytest.raises(NotFound):
        decisions.mute(session, "zx", MuteKind.CALL, "nowhere")


def test_what_a_mute_would_hide(session: Session) -> None:
    store_call(session, identifier="closed", cut_offs=[cut_off("2026-05-01")])
    store_call(session, identifier="sibling", source="other_source")
    assert decisions.hides(session, "zx", CALL) == {
        MuteKind.CALL: 1,
        MuteKind.PROGRAMME: 2,
        MuteKind.SOURCE: 1,
    }


def test_the_sooner_closing_comes_first(session: Session) -> None:
    store_call(session, identifier="later", cut_offs=[cut_off("2026-12-01")])
    store_call(session, identifier="undated", cut_offs=[])
    store_call(session, identifier="sooner", cut_offs=[cut_off("2026-06-01")])
    for name in ("undated", "later", "sooner"):
        decisions.decide(session, "zx", name, Choice.WATCH)
    ordered = decisions.soonest_first(decisions.decisions(session, "zx"))
    assert [one.call.identifier for one in ordered] == ["sooner", "later", "undated"]

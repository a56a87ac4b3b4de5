"""What became of a pursued call: what can be so is kept, what cannot is refused, history tells each step."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden, NotPursued
from api.services.access.actor import Actor, act_as
from api.services.deciding import decisions
from api.services.following import outcomes
from api.services.following.outcomes import Contradiction, Outcome
from store.errors import NotFound
from store.vocabulary import Choice, Role, Stage
from tests.frontend.stored import store_call, store_coalition

CALL = "ESF-2026-TEST"
WRITER = Actor("account", name="Writer", account_id=1, roles={"zx": frozenset({Role.GRANT_WRITER})})
MEMBER = Actor("account", name="Member", account_id=2, roles={"zx": frozenset({Role.MEMBER})})


@pytest.fixture(autouse=True)
def _pursued(session: Session) -> None:
    store_coalition(session)
    store_call(session)
    decisions.decide(session, "zx", CALL, Choice.PURSUE)


def test_an_outcome_is_kept_with_its_history(session: Session) -> None:
    act_as(session, WRITER)
    told = Outcome(
        stage=Stage.REJECTED,
        submitted_on=date(2026, 1, 10),
        answered_on=date(2026, 5, 20),
        points=71.5,
        points_of=100,
        learnt="Zx",
    )
    assert outcomes.record(session, "zx", CALL, told) == list(told.model_dump())
    found = outcomes.outcome_of(session, "zx", CALL)
    assert found.model_dump(include=set(Outcome.model_fields)) == told.model_dump()
    steps = {step.field: (step.old, step.new, step.by) for step in decisions.history(session, "zx", CALL)}
    assert steps["points"] == (None, "71.5", "Writer")
    assert steps["learnt"] == (None, "Zx", "Writer")


def test_taking_a_submission_back_leads_to_preparing(session: Session) -> None:
    outcomes.record(session, "zx", CALL, Outcome(stage=Stage.SUBMITTED))
    outcomes.record(session, "zx", CALL, Outcome(learnt="Zx"))
    found = outcomes.outcome_of(session, "zx", CALL)
    assert (found.stage, found.learnt) == (Stage.PREPARING, "Zx")
    decisions.set_stage(session, "zx", CALL, Stage.DRAFTING)
    outcomes.record(session, "zx", CALL, Outcome())
    assert outcomes.outcome_of(session, "zx", CALL).stage is Stage.DRAFTING


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        ({"submitted_on": date(2026, 1, 1)}, Contradiction.NOT_SUBMITTED),
        ({"stage": Stage.SUBMITTED, "answered_on": date(2026, 1, 1)}, Contradiction.NOT_ANSWERED),
        ({"stage": Stage.SUBMITTED, "points": 1}, Contradiction.POINTS_WITHOUT_ANSWER),
        ({"stage": Stage.SUBMITTED, "submitted_on": date(2026, 5, 21)}, Contradiction.SUBMITTED_AHEAD),
        ({"stage": Stage.GRANTED, "answered_on": date(2026, 5, 21)}, Contradiction.ANSWERED_AHEAD),
        (
            {"stage": Stage.GRANTED, "submitted_on": date(2026, 2, 1), "answered_on": date(2026, 1, 1)},
            Contradiction.ANSWERED_FIRST,
        ),
        ({"stage": Stage.GRANTED, "points_of": 100}, Contradiction.NO_POINTS),
        ({"stage": Stage.GRANTED, "points": 101, "points_of": 100}, Contradiction.TOO_MANY_POINTS),
        ({"stage": Stage.GRANTED, "points": -1}, Contradiction.TOO_MANY_POINTS),
    ],
)
def test_what_cannot_be_so_is_refused(session: Session, facts: dict[str, Any], wrong: Contradiction) -> None:
    told = Outcome(**facts)
    assert [one for _, one in outcomes.contradictions(told)] == [wrong]
    with pytest.raises(BadChoice, match=wrong):
        outcomes.record(session, "zx", CALL, told)
    assert outcomes.outcome_of(session, "zx", CALL).stage is Stage.PREPARING


def test_points_alone_and_days_alone_are_enough() -> None:
    assert outcomes.contradictions(Outcome(stage=Stage.GRANTED, points=8)) == []
    assert outcomes.contradictions(Outcome(stage=Stage.REJECTED)) == []


def test_only_of_a_pursued_call(session: Session) -> None:
    decisions.decide(session, "zx", CALL, Choice.WATCH)
    with pytest.raises(NotPursued):
        outcomes.outcome_of(session, "zx", CALL)
    with pytest.raises(NotPursued):
        outcomes.record(session, "zx", CALL, Outcome())
    with pytest.raises(NotFound):
        outcomes.outcome_of(session, "zx", "nowhere")


def test_a_member_reads_and_does_not_write(session: Session) -> None:
    act_as(session, MEMBER)
    assert outcomes.outcome_of(session, "zx", CALL).choice is Choice.PURSUE
    with pytest.raises(Forbidden):
        outcomes.record(session, "zx", CALL, Outcome())

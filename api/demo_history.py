"""Gives the sample coalitions of the demo a past, once: a coalition that has one of its own keeps that."""

from datetime import date, datetime, time

from sqlmodel import Session

from sample_world import SampleDecision, SampleHistory, SampleProposal, sample_history
from store import clock, coalitions, goal_values, member_inputs, pursuits, queries
from store.errors import NotFound
from store.models import GoalValue, MemberInput, Pursuit, PursuitChange, Weighing
from store.vocabulary import Choice, InputKind, Stage

NOON = time(12)


def add_history(session: Session) -> int:
    """To how many coalitions a past was given."""
    return sum(_add(session, past) for past in sample_history())


def _add(session: Session, past: SampleHistory) -> bool:
    try:
        coalition_id = coalitions.coalition_by_slug(session, past.coalition).id
    except NotFound:
        return False  # somebody has removed it from the demo's database
    assert coalition_id is not None
    if _has_past(session, coalition_id):
        return False
    for goal, values in past.values.items():
        for one in values:
            row = GoalValue(
                coalition_id=coalition_id, goal_slug=goal, day=one.day, value=one.value, note=one.note,
                by=past.by, at=_noon(one.day),
            )  # fmt: skip
            session.add(row)
    for proposal in past.proposals:
        _propose(session, coalition_id, proposal, past.by)
    for member, weights in past.weights.given.items():
        for target, weight in weights.items():
            _weigh(session, coalition_id, member, target, weight, past.by, past.weights.day)
    session.commit()
    for decision in past.decisions:
        _decide(session, coalition_id, decision, past.by)
    return True


def _has_past(session: Session, coalition_id: int) -> bool:
    return any(
        (
            goal_values.values_of(session, coalition_id),
            pursuits.history(session, coalition_id),
            member_inputs.inputs_of(session, coalition_id),
            member_inputs.weighings_of(session, coalition_id),
        )
    )


def _decide(session: Session, coalition_id: int, decision: SampleDecision, by: str) -> None:
    """The decision and its steps, each dated; a call that a later day no longer lists is left out."""
    try:
        call_id = queries.call_by_name(session, decision.call).id
    except NotFound:
        return
    assert call_id is not None
    moment, choice = _noon(decision.day), Choice(decision.choice)
    pursuit = Pursuit(
        coalition_id=coalition_id, call_id=call_id, choice=choice, decided_by=by, decided_at=moment,
        last_modified_at=moment,
    )  # fmt: skip
    session.add(
        PursuitChange(
            coalition_id=coalition_id, call_id=call_id, field="choice", new=choice, by=by, at=moment
        )
    )
    begun = Stage.PREPARING if choice is Choice.PURSUE else None
    pursuits.keep(session, pursuit, {"reason": decision.reason, "stage": begun}, by, moment)
    for step in decision.steps:
        told = step.model_dump(exclude={"day"}, exclude_none=True) | {"stage": Stage(step.stage)}
        pursuits.keep(session, pursuit, told, by, _noon(step.day))


def _propose(session: Session, coalition_id: int, proposal: SampleProposal, by: str) -> None:
    row = MemberInput(
        coalition_id=coalition_id, kind=InputKind(proposal.kind), text=proposal.text, source=proposal.source,
        member_slug=proposal.member, by=by, at=_noon(proposal.day),
    )  # fmt: skip
    session.add(row)
    session.flush()
    for member, weight in proposal.weights.items():
        _weigh(session, coalition_id, member, f"input:{row.id}", weight, by, proposal.day)


def _weigh(
    session: Session, coalition_id: int, member: str, target: str, weight: int, by: str, day: date
) -> None:
    session.add(
        Weighing(
            coalition_id=coalition_id, member_slug=member, target=target, weight=weight, by=by, at=_noon(day)
        )
    )


def _noon(day: date) -> datetime:
    return clock.local_moment(day, NOON, clock.HELSINKI)

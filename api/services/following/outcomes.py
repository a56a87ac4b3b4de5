"""Use case: what became of a pursued call: submitted, granted or rejected, with points; what was learnt."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from pydantic import BaseModel
from sqlmodel import Session

from api.errors import BadChoice, NotPursued
from api.services.access.permission import Action, require
from api.services.deciding import decisions
from api.services.deciding.decisions import ANSWERED, DecisionPublic
from store import clock, coalitions, pursuits, queries
from store.vocabulary import Choice, Stage

BEFORE = (Stage.PREPARING, Stage.DRAFTING)


class Outcome(BaseModel):
    """What is told of a pursued call; `stage` None: it has not been submitted. Any other None: not known."""

    stage: Stage | None = None
    submitted_on: date | None = None
    answered_on: date | None = None
    points: float | None = None
    points_of: float | None = None
    learnt: str | None = None


class Contradiction(StrEnum):
    """What cannot be so; each lies at one field of `Outcome`."""

    NOT_SUBMITTED = "not_submitted"
    NOT_ANSWERED = "not_answered"
    SUBMITTED_AHEAD = "submitted_ahead"
    ANSWERED_AHEAD = "answered_ahead"
    ANSWERED_FIRST = "answered_first"
    NO_POINTS = "no_points"
    POINTS_WITHOUT_ANSWER = "points_without_answer"
    TOO_MANY_POINTS = "too_many_points"


def contradictions(told: Outcome) -> list[tuple[str, Contradiction]]:
    """Field and what is wrong there, as of today; empty for what can be."""
    return list(_contradictions(told, clock.today(clock.HELSINKI)))


def outcome_of(session: Session, slug: str, call_name: str) -> DecisionPublic:
    """A pursued call with what became of it. Raises NotFound, and BadChoice for one that is not pursued."""
    found = decisions.decision_of(session, slug, call_name)
    if found is None or found.choice is not Choice.PURSUE:
        raise NotPursued
    return found


def record(session: Session, slug: str, call_name: str, told: Outcome) -> list[str]:
    """Keeps what became of a pursued call; the names of the facts that changed.

    Raises NotFound, NotPursued, BadChoice for what cannot be so, and what `require` does.
    """
    actor = require(session, Action.DRAFT, slug)
    ids = coalitions.id_of(session, slug), queries.id_of(session, call_name)
    pursuit = pursuits.pursuit_of(session, *ids)
    if pursuit is None or pursuit.choice is not Choice.PURSUE:
        raise NotPursued
    for field, wrong in contradictions(told):
        raise BadChoice(f"{field}: {wrong}. Mend it, and send it again.")
    facts = told.model_dump()
    if told.stage is None or told.stage in BEFORE:
        facts["stage"] = told.stage or (pursuit.stage if pursuit.stage in BEFORE else Stage.PREPARING)
    return pursuits.keep(session, pursuit, facts, actor.name)


def _contradictions(told: Outcome, today: date) -> Iterator[tuple[str, Contradiction]]:
    if told.submitted_on and told.stage not in (Stage.SUBMITTED, *ANSWERED):
        yield "stage", Contradiction.NOT_SUBMITTED
    elif told.answered_on and told.stage not in ANSWERED:
        yield "stage", Contradiction.NOT_ANSWERED
    elif told.points is not None and told.stage not in ANSWERED:
        yield "stage", Contradiction.POINTS_WITHOUT_ANSWER
    if told.submitted_on and told.submitted_on > today:
        yield "submitted_on", Contradiction.SUBMITTED_AHEAD
    if told.answered_on and told.answered_on > today:
        yield "answered_on", Contradiction.ANSWERED_AHEAD
    if told.submitted_on and told.answered_on and told.answered_on < told.submitted_on:
        yield "answered_on", Contradiction.ANSWERED_FIRST
    if told.points is None and told.points_of is not None:
        yield "points", Contradiction.NO_POINTS
    if told.points is not None and not 0 <= told.points <= (told.points_of or told.points):
        yield "points", Contradiction.TOO_MANY_POINTS

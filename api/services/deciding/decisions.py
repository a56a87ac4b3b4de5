"""Use cases: a coalition decides about a call, changes its mind, says how far it is, and mutes.

A decision is the coalition's own: it changes nothing that others see.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import BaseModel, TypeAdapter
from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.permission import Action, require
from store import coalitions, pursuits, queries
from store import mutes as stored_mutes
from store.clock import LAST_MOMENT
from store.models import Call, CallPublic, Mute, Pursuit, PursuitBase, PursuitChange
from store.models.kinds import Words
from store.vocabulary import Choice, MuteKind, Programme, Stage

MOST_SIGNS = 2_000
"""Longest reason."""
ANSWERED = (Stage.GRANTED, Stage.REJECTED)
"""Stages of a call that the funder has decided about."""
_words: TypeAdapter[str] = TypeAdapter(Words)


class DecisionPublic(PursuitBase):
    """What a coalition decided about a call, by whom and when, and what followed."""

    call: CallPublic
    decided_by: str
    decided_at: datetime
    last_modified_at: datetime


class DecisionChange(BaseModel):
    """One step of the history: `field` of the decision went from `old` to `new`."""

    field: str
    old: str | None
    new: str | None
    by: str
    at: datetime


class MutePublic(BaseModel):
    """What is left out of the matches; `value`: external id, programme or source name."""

    kind: MuteKind
    value: str
    by: str
    at: datetime

    def covers(self, call: Call | CallPublic) -> bool:
        """Whether it hides this call."""
        return self.value == value_of(self.kind, call)


def value_of(kind: MuteKind, call: Call | CallPublic) -> str:
    """What a mute of that kind goes by, for this call."""
    known = {
        MuteKind.CALL: call.external_id,
        MuteKind.PROGRAMME: str(call.programme),
        MuteKind.SOURCE: call.source,
    }
    return known[kind]


def soonest_first(decided: Sequence[DecisionPublic]) -> list[DecisionPublic]:
    """Decisions by the next cut-off of their calls; those without one come last."""
    return sorted(decided, key=_ends_at)


def _ends_at(decision: DecisionPublic) -> datetime:
    coming = decision.call.next_cut_off
    return coming.ends_at() if coming else LAST_MOMENT


def decision_of(session: Session, slug: str, call_name: str) -> DecisionPublic | None:
    """What the coalition decided about the call; None when nothing. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    coalition_id, call_id, call = _found(session, slug, call_name)
    pursuit = pursuits.pursuit_of(session, coalition_id, call_id)
    return None if pursuit is None else _public(pursuit, _shown(session, call))


def decisions(session: Session, slug: str) -> list[DecisionPublic]:
    """Every decision of the coalition with its call, latest first. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    crawls = queries.whole_crawls(session)
    return [
        _public(pursuit, queries.public_call(call, crawls))
        for pursuit, call in pursuits.pursuits_of(session, coalitions.id_of(session, slug))
    ]


def decisions_about(session: Session, call_name: str, slugs: Iterable[str]) -> dict[str, DecisionPublic]:
    """What each of these coalitions decided about the call, by slug; those that did not are left out.

    Raises store.errors.NotFound.
    """
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    shown, found = _shown(session, call), {}
    for slug in slugs:
        require(session, Action.READ_WORK, slug)
        pursuit = pursuits.pursuit_of(session, coalitions.id_of(session, slug), call.id)
        if pursuit is not None:
            found[slug] = _public(pursuit, shown)
    return found


def choices(session: Session, slug: str) -> dict[int, Choice]:
    """What is decided, by the call's number. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    return pursuits.choices_of(session, coalitions.id_of(session, slug))


def decide(
    session: Session, slug: str, call_name: str, choice: Choice, reason: str | None = None
) -> DecisionPublic:
    """Stores the decision; a call that is pursued begins to be prepared, another has no stage.

    Raises NotFound, and BadChoice for a call that is dropped without a reason, or a reason that is too long.
    """
    actor = require(session, Action.DECIDE, slug)
    said = _words.validate_python(reason or "").strip() or None
    if choice is Choice.DROP and said is None:
        raise BadChoice("Say why the call is dropped, so that others need not ask again.")
    if said and len(said) > MOST_SIGNS:
        raise BadChoice(f"The reason is too long: shorten it to {MOST_SIGNS} characters.")
    coalition_id, call_id, call = _found(session, slug, call_name)
    held = pursuits.pursuit_of(session, coalition_id, call_id)
    begun = held.stage if held and held.stage else Stage.PREPARING
    pursuit = pursuits.decide(
        session,
        coalition_id,
        call_id,
        choice,
        {"reason": said, "stage": begun if choice is Choice.PURSUE else None},
        actor.name,
    )
    return _public(pursuit, _shown(session, call))


def set_stage(session: Session, slug: str, call_name: str, stage: Stage) -> DecisionPublic:
    """Says how far a call is that is pursued. Raises NotFound, and BadChoice for one that is not."""
    actor = require(session, Action.DECIDE, slug)
    coalition_id, call_id, call = _found(session, slug, call_name)
    pursuit = pursuits.pursuit_of(session, coalition_id, call_id)
    if pursuit is None or pursuit.choice is not Choice.PURSUE:
        raise BadChoice("Only a call that is pursued has a stage: decide to pursue it first.")
    pursuits.keep(session, pursuit, {"stage": stage}, actor.name)
    session.refresh(pursuit)
    return _public(pursuit, _shown(session, call))


def history(session: Session, slug: str, call_name: str) -> list[DecisionChange]:
    """Every change of the decision, latest first. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    ids = coalitions.id_of(session, slug), queries.id_of(session, call_name)
    return [_change(one) for one in pursuits.history(session, *ids)]


def mutes(session: Session, slug: str) -> list[MutePublic]:
    """What the coalition does not want to be shown, latest first. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    return [_mute(one) for one in stored_mutes.mutes_of(session, coalitions.id_of(session, slug))]


def mute(session: Session, slug: str, kind: MuteKind, value: str) -> None:
    """Leaves a call, a programme or a source out of the coalition's matches.

    Raises NotFound for a call that is not stored, BadChoice for a programme that there is not.
    """
    actor = require(session, Action.DECIDE, slug)
    if kind is MuteKind.CALL:
        value = queries.call_by_name(session, value).external_id
    elif kind is MuteKind.PROGRAMME and value not in list(Programme):
        raise BadChoice(f"No programme {value!r}: choose {', '.join(Programme)}.")
    stored_mutes.mute(session, coalitions.id_of(session, slug), kind, value, actor.name)


def unmute(session: Session, slug: str, kind: MuteKind, value: str) -> None:
    """Shows it again among the matches. Raises store.errors.NotFound for a coalition that is not stored."""
    require(session, Action.DECIDE, slug)
    stored_mutes.unmute(session, coalitions.id_of(session, slug), kind, value)


def hides(session: Session, slug: str, call_name: str) -> dict[MuteKind, int]:
    """How many calls that are not closed a mute of each kind would hide. Raises store.errors.NotFound."""
    require(session, Action.READ_WORK, slug)
    call = queries.call_by_name(session, call_name)
    live = pursuits.live_like(session, call)
    return {MuteKind.CALL: 1, MuteKind.PROGRAMME: live[0], MuteKind.SOURCE: live[1]}


def _found(session: Session, slug: str, call_name: str) -> tuple[int, int, Call]:
    """The coalition's number, the call's number, and the call."""
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    return coalitions.id_of(session, slug), call.id, call


def _shown(session: Session, call: Call) -> CallPublic:
    return queries.public_call(call, queries.whole_crawls(session))


def _public(pursuit: Pursuit, call: CallPublic) -> DecisionPublic:
    return DecisionPublic.model_validate({**pursuit.model_dump(), "call": call})


def _change(stored: PursuitChange) -> DecisionChange:
    return DecisionChange.model_validate(stored.model_dump())


def _mute(stored: Mute) -> MutePublic:
    return MutePublic.model_validate(stored.model_dump())

"""Use cases: the conditions of one call, and what people decide about those that were read from it.

A coalition's decision, its lead's, holds for that coalition; one without a coalition is that of an officer of
the call's authority and holds for all. Both stay when the call is crawled or read again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlmodel import Session

from api.errors import BadChoice
from api.services.access.permission import Action, require
from api.services.checking.check_shapes import CallConditions, ConditionPublic, RulesPublic
from api.services.checking.condition_values import value_of
from api.services.checking.evidence import authority_values, decision_public, evidence_public, plain_values
from api.services.checking.written_conditions import TYPES, condition_from
from matcher.eligibility.applied import conditions_for, says_nothing
from matcher.eligibility.conditions import Certainty, Condition, stage_of
from matcher.eligibility.facts import Applied, CallFacts, Origin
from matcher.eligibility.from_store import CALL_TEXT, applied_of, condition_of, load_calls
from matcher.eligibility.judging.questions import type_of
from matcher.eligibility.labels import condition_label
from matcher.eligibility.rulebook import Rulebook, rulebook
from matcher.reading.stored import read_stored
from store import call_conditions, call_documents, coalitions, queries
from store.labels import role_words
from store.models import Call, CallDecision, CallDecisionCreate, CallDocumentPublic, CallReadingPublic
from store.vocabulary import DecisionState, Language

READ = (Origin.TEXT, Origin.DOCUMENT)


def list_conditions(
    session: Session, call_name: str, slug: str | None = None, *, language: Language = Language.EN
) -> CallConditions:
    """Every condition of a call, for all or as one coalition sees it. Raises store.errors.NotFound."""
    if slug is not None:
        require(session, Action.READ_WORK, slug)
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    coalition_id = _coalition_id(session, slug)
    read_stored(session, [call.id])
    book = rulebook()
    facts = load_calls(session, [call.id], coalition_id)[call.id]
    decisions = call_conditions.decisions_of(session, [call.id], coalition_id).get(call.id, [])
    readings = call_conditions.readings_of(session, [call.id]).get(call.id, [])
    shown = _Shown(
        call=call,
        book=book,
        documents=call_documents.documents_of(session, call.id),
        decisions={decision.type: decision for decision in decisions},
        changed=call_conditions.source_changed(session, decisions),
        authority=authority_values(decisions, language),
        language=language,
    )
    holding = conditions_for(facts, book)
    return CallConditions(
        call=queries.public_call(call, queries.whole_crawls(session)),
        rules=rules_public(facts, book, language),
        conditions=[shown.condition(one) for one in holding],
        rejected=[
            shown.condition(_rejected(one, readings)) for one in shown.decisions.values() if _is_rejected(one)
        ],
        documents=shown.documents,
    )


def confirm(
    session: Session, call_name: str, kind: str, *, by: str, slug: str | None = None, note: str | None = None
) -> CallDecision:
    """The condition holds as it was read, else as the rules have it.

    Raises NotFound, and BadChoice when neither the call nor the rules give it a value.
    """
    _require_decider(session, slug)
    call_id, coalition_id = _owner(session, call_name, kind, slug)
    reading = _reading(session, call_id, kind)
    known = reading.condition if reading else _by_rule(session, call_id, kind)
    if known is None:
        raise BadChoice(f"Nobody knows the {kind} of this call yet: correct it, with its values, instead.")
    return _decide(session, call_id, kind, coalition_id, DecisionState.CONFIRMED, known, reading, by, note)


def correct(
    session: Session,
    call_name: str,
    kind: str,
    values: Mapping[str, str],
    *,
    by: str,
    slug: str | None = None,
    note: str | None = None,
) -> CallDecision:
    """The condition holds with these values, as written; lists by comma. Raises NotFound and BadChoice."""
    _require_decider(session, slug)
    call_id, coalition_id = _owner(session, call_name, kind, slug)
    reading = _reading(session, call_id, kind)
    condition = condition_from(kind, values, source=CALL_TEXT, certainty=Certainty.A)
    plain = condition.model_dump(mode="json", exclude_defaults=True) | {"type": kind}
    return _decide(session, call_id, kind, coalition_id, DecisionState.CORRECTED, plain, reading, by, note)


def reject(
    session: Session, call_name: str, kind: str, *, by: str, slug: str | None = None, note: str | None = None
) -> CallDecision:
    """What was read is no condition of this call; when nothing was read, its rule is doubted and asks."""
    _require_decider(session, slug)
    call_id, coalition_id = _owner(session, call_name, kind, slug)
    reading = _reading(session, call_id, kind)
    return _decide(session, call_id, kind, coalition_id, DecisionState.REJECTED, None, reading, by, note)


def withdraw(session: Session, call_name: str, kind: str, *, slug: str | None = None) -> bool:
    """Takes the decision back, so that rules and readings hold again; whether there was one."""
    _require_decider(session, slug)
    call_id, coalition_id = _owner(session, call_name, kind, slug)
    return call_conditions.withdraw_decision(session, call_id, kind, coalition_id)


def _require_decider(session: Session, slug: str | None) -> None:
    """A coalition's own decision is for those who draft; one for all is the operator's."""
    if slug is None:
        require(session, Action.ADMINISTER)
    else:
        require(session, Action.DRAFT, slug)


def rules_public(facts: CallFacts, book: Rulebook, language: Language) -> RulesPublic | None:
    """The rule set of a call, by its name in the reader's language, else in English."""
    rules = book.rules_of(facts)
    if rules is None:
        return None
    name = rules.name[language] or rules.name[Language.EN] or rules.action
    return RulesPublic(name=name, action=rules.action)


@dataclass(frozen=True)
class _Shown:
    """Turns conditions of one call into what is shown of them; of two decisions the last counts."""

    call: Call
    book: Rulebook
    documents: list[CallDocumentPublic]
    decisions: Mapping[str, CallDecision]
    changed: frozenset[int]
    authority: Mapping[str, str]
    language: Language

    def condition(self, applied: Applied) -> ConditionPublic:
        """One condition with its evidence and the decision it comes from."""
        condition, kind = applied.condition, type_of(applied.condition)
        decided = applied.origin in (Origin.OFFICER, Origin.LEAD)
        decision = self.decisions.get(kind) if decided else None
        said_by = role_words(self.call.programme, self.call.source)
        return ConditionPublic(
            type=kind,
            stage=stage_of(cast(Condition, condition)),
            label=condition_label(kind, self.language, said_by),
            value=value_of(condition, self.language),
            evidence=evidence_public(applied, self.book, self.call, self.documents, self.language, decision),
            read=applied.origin in READ,
            decision=decision_public(decision, self.changed, self.authority),
            condition=plain_values(condition),
        )


def _is_rejected(decision: CallDecision) -> bool:
    return decision.state is DecisionState.REJECTED and decision.quote is not None


def _rejected(decision: CallDecision, readings: Sequence[CallReadingPublic]) -> Applied:
    """A rejected reading with the values that were read, as far as it can still be found."""
    found = applied_of(decision, readings)
    reading = next((r for r in readings if r.type == decision.type and r.quote == decision.quote), None)
    if reading is None:
        return found
    return Applied(condition_of(reading.condition), found.origin, found.evidence)


def _owner(session: Session, call_name: str, kind: str, slug: str | None) -> tuple[int, int | None]:
    call = queries.call_by_name(session, call_name)
    assert call.id is not None
    if kind not in TYPES:
        raise BadChoice(f"No condition type {kind!r}; there are: {', '.join(TYPES)}.")
    read_stored(session, [call.id])
    return call.id, _coalition_id(session, slug)


def _coalition_id(session: Session, slug: str | None) -> int | None:
    return None if slug is None else coalitions.id_of(session, slug)


def _reading(session: Session, call_id: int, kind: str) -> CallReadingPublic | None:
    """What was read of that type; a document's word counts before the call's own text."""
    found = call_conditions.readings_of(session, [call_id]).get(call_id, [])
    return next((reading for reading in reversed(found) if reading.type == kind), None)


def _by_rule(session: Session, call_id: int, kind: str) -> dict[str, Any] | None:
    """The rule's condition of that type, when it has a value."""
    facts = load_calls(session, [call_id])[call_id]
    found = [one.condition for one in conditions_for(facts, rulebook()) if type_of(one.condition) == kind]
    known = next((condition for condition in reversed(found) if not says_nothing(condition)), None)
    if known is None:
        return None
    return known.model_dump(mode="json", exclude={"certainty"}, exclude_defaults=True) | {"type": kind}


def _decide(
    session: Session,
    call_id: int,
    kind: str,
    coalition_id: int | None,
    state: DecisionState,
    condition: dict[str, Any] | None,
    reading: CallReadingPublic | None,
    by: str,
    note: str | None,
) -> CallDecision:
    if not by.strip():
        raise BadChoice("Say who decides: a decision on a condition carries a name.")
    decision = CallDecisionCreate(
        call_id=call_id,
        type=kind,
        coalition_id=coalition_id,
        state=state,
        condition=condition,
        quote=reading.quote if reading else None,
        by=by.strip(),
        note=note,
    )
    return call_conditions.decide(session, decision)

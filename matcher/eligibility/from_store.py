"""From the store's nouns to what verdicts are judged from: members, plans, calls with their conditions."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter
from sqlmodel import Session

from matcher.eligibility.conditions import Certainty, Condition, ConditionBase
from matcher.eligibility.facts import Applied, CallFacts, Evidence, Origin, Party, Project
from store import call_conditions, screening
from store.models import (
    CallDecision,
    CallReadingPublic,
    Coalition,
    LineUpPart,
    LineUpPublic,
    Member,
    ProjectPlan,
)
from store.regions import area_regions, country_by_code
from store.screening import ScreeningRow
from store.vocabulary import DecisionState, Programme

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
"""Reads a stored condition; its key `type` says which it is."""

CALL_TEXT = "call_text"
"""Key in `rules/sources.yaml` of a call's own words, on which people's decisions rest as well."""


def parties_of(coalition: Coalition, line_up: LineUpPublic | None = None) -> tuple[Party, ...]:
    """The coalition's members in their order, with their roles of the line-up; without one, no roles."""
    parts = {part.member: part for part in line_up.parts} if line_up else {}
    return tuple(party_of(member, parts.get(member.slug)) for member in coalition.members)


def party_of(member: Member, part: LineUpPart | None = None) -> Party:
    """One member with its part in a line-up; an identifier that is named nowhere is not known.

    A country told by the EU's own EL or UK counts as GR or GB.
    """
    has = dict.fromkeys(member.identifiers, True)
    return Party(
        key=member.slug,
        name=member.name,
        actor_type=member.actor_type,
        country=known.code if (known := country_by_code(member.country)) else member.country,
        role=part.role if part else None,
        role_wish=member.role_wish,
        nuts_region=member.nuts_region,
        municipality=member.municipality,
        legal_type=member.legal_type,
        founded=member.founded,
        identifiers=has | dict.fromkeys(member.lacks, False),
        may_co_fund=member.may_co_fund,
        consortium_experience=member.consortium_experience,
        applications=part.applications if part else None,
        applications_led=part.applications_led if part else None,
    )


def project_of(plan: ProjectPlan) -> Project:
    """The plan as the rules see it."""
    return Project(**{name: getattr(plan, name) for name in ProjectPlan.model_fields})


def load_calls(
    session: Session, call_ids: Collection[int] | None = None, coalition_id: int | None = None
) -> dict[int, CallFacts]:
    """These calls, or all, by id, with what was read from them and what people decided for this coalition."""
    readings = call_conditions.readings_of(session, call_ids)
    decisions = call_conditions.decisions_of(session, call_ids, coalition_id)
    return {
        row.id: call_facts(row, own_conditions(readings.get(row.id, ()), decisions.get(row.id, ())))
        for row in screening.screening_rows(session, call_ids)
    }


def call_facts(row: ScreeningRow, own: tuple[Applied, ...] = ()) -> CallFacts:
    """A stored call; `own` comes from `own_conditions`."""
    sure, uncertain = _area(row.area, row.programme)
    return CallFacts(
        key=str(row.id),
        programme=row.programme,
        identifier=row.identifier,
        source=row.source,
        action=row.action,
        title=row.title,
        closes_at=row.closes_at,
        cut_off=row.cut_off,
        continuous=row.continuous,
        countries=row.countries,
        nuts_regions=row.nuts_regions,
        area_regions=sure,
        area_uncertain=uncertain,
        own=own,
    )


def own_conditions(
    readings: Sequence[CallReadingPublic], decisions: Sequence[CallDecision]
) -> tuple[Applied, ...]:
    """Conditions of one call alone: readings that stand, then decisions for all, then the coalition's own.

    Of two decisions on a type the coalition's own counts. Once somebody decided, readings of that type are
    settled. One rejected on the strength of the call's words is no condition; one rejected without any words
    is not known, so it asks.
    """
    decided = {decision.type: decision for decision in decisions}
    kept = [reading for reading in readings if reading.type not in decided]
    read = [Applied(condition_of(r.condition), _origin(r), evidence_of(r)) for r in kept]
    settled = [applied_of(decision, readings) for decision in decided.values() if _counts(decision)]
    return (*read, *settled)


def applied_of(decision: CallDecision, readings: Iterable[CallReadingPublic] = ()) -> Applied:
    """A person's decision as a condition, with the place of its words where they still stand."""
    origin = Origin.OFFICER if decision.coalition_id is None else Origin.LEAD
    place = next((r for r in readings if r.type == decision.type and r.quote == decision.quote), None)
    found = evidence_of(place) if place else Evidence(quote=decision.quote)
    evidence = Evidence(
        quote=found.quote,
        field=found.field,
        document=found.document,
        page=found.page,
        start=found.start,
        end=found.end,
        by=decision.by,
        at=decision.decided_at,
    )
    return Applied(_decided(decision), origin, evidence)


def condition_of(facts: Mapping[str, Any]) -> ConditionBase:
    """A condition from its plain data; the same data give the same object."""
    return _condition(json.dumps(facts, sort_keys=True))


@lru_cache(maxsize=4096)
def _condition(facts: str) -> ConditionBase:
    return CONDITION.validate_json(facts)


def evidence_of(reading: CallReadingPublic) -> Evidence:
    """The words that a condition was read from."""
    return Evidence(
        quote=reading.quote,
        field=reading.field,
        document=reading.document,
        page=reading.page,
        start=reading.start,
        end=reading.end,
    )


def _counts(decision: CallDecision) -> bool:
    return decision.state is not DecisionState.REJECTED or decision.quote is None


def _decided(decision: CallDecision) -> ConditionBase:
    """The decided condition as surely known; a rejected one without values, so that it asks."""
    sure = {"certainty": Certainty.A}
    facts = decision.condition or {"type": decision.type, "source": CALL_TEXT}
    return condition_of({**facts, **sure})


def _origin(reading: CallReadingPublic) -> Origin:
    return Origin.TEXT if reading.document_id is None else Origin.DOCUMENT


def _area(
    names: Mapping[str, str] | None, programme: Programme
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Regions of a broad area by any of its names, as the programme uses it: those sure to belong, and those
    some count."""
    for name in (names or {}).values():
        found = area_regions(name, programme)
        if found is not None:
            return tuple(sorted(found.sure)), tuple(sorted(found.uncertain))
    return None, ()

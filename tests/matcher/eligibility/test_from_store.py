"""Stored members, plans, calls and decisions as the rules see them."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlmodel import Session

from matcher.eligibility.conditions import Certainty, ConsortiumSize
from matcher.eligibility.facts import Origin
from matcher.eligibility.from_store import load_calls, own_conditions, parties_of, party_of, project_of
from store import call_conditions
from store.coalitions import save_coalition
from store.importer import save_call
from store.models import (
    CallDecision,
    CallDecisionCreate,
    CallReadingCreate,
    CallReadingPublic,
    LineUpPart,
    LineUpPublic,
    Member,
    ProjectPlan,
)
from store.vocabulary import ActorType, DecisionState, Identifier, Language, PartnerRole
from tests import builders

MOMENT = datetime(2026, 5, 1, tzinfo=UTC)
QUOTE = "at least four organisations"


def reading(minimum: int = 4, *, document: int | None = None) -> CallReadingPublic:
    """A reading of the number of partners, from the text or from a document."""
    condition = {"type": "consortium_size", "minimum": minimum, "source": "call_text", "certainty": "B"}
    return CallReadingPublic(
        id=1,
        call_id=1,
        document_id=document,
        document="call.pdf" if document else None,
        type="consortium_size",
        condition=condition,
        quote=QUOTE,
        start=3,
        end=3 + len(QUOTE),
        field=None if document else "description",
        page=2 if document else None,
        reader="1",
        read_at=MOMENT,
    )


def decision(state: DecisionState, coalition: int | None = None, **facts: Any) -> CallDecision:
    """A decision on the number of partners, for all unless told."""
    known: dict[str, Any] = {
        "id": 1,
        "call_id": 1,
        "type": "consortium_size",
        "coalition_id": coalition,
        "state": state,
        "condition": {"type": "consortium_size", "minimum": 5, "source": "call_text", "certainty": "B"},
        "quote": QUOTE,
        "by": "A. Person",
        "decided_at": MOMENT,
    }
    return CallDecision(**(known | facts))


def test_members_come_with_their_roles_and_what_is_known_of_them(session: Session) -> None:
    member = builders.member(
        founded="1985-01-01", identifiers={"pic": "999999999"}, lacks=["oid"], municipality="698"
    )
    coalition = save_coalition(session, builders.coalition(members=[member]))
    (free,) = parties_of(coalition)
    assert (free.key, free.role, free.role_wish) == ("college", None, PartnerRole.BENEFICIARY)
    assert (free.founded, free.municipality, free.may_co_fund) == (date(1985, 1, 1), "698", None)
    assert free.identifiers == {Identifier.PIC: True, Identifier.OID: False}
    part = LineUpPart(member="college", role=PartnerRole.COORDINATOR, applications=2)
    stored = LineUpPublic(coalition_id=1, call_id=1, parts=[part], saved_at=MOMENT, last_modified_at=MOMENT)
    (decided,) = parties_of(coalition, stored)
    assert (decided.role, decided.applications, decided.applications_led) == (
        PartnerRole.COORDINATOR,
        2,
        None,
    )


def test_a_plan_keeps_every_value() -> None:
    plan = ProjectPlan(grant=100, months=12, language=Language.FI, regions=("FI1D7",), statements={"a": True})
    project = project_of(plan)
    assert {name: getattr(project, name) for name in ProjectPlan.model_fields} == dict(plan)


def test_a_calls_area_gives_its_regions(session: Session) -> None:
    names = {"fi": "Pohjois-Suomi", "sv": "Norra Finland"}
    saved = save_call(session, builders.call(area=names, nuts_regions=None, countries=["FI"])).call
    assert saved.id
    facts = load_calls(session, [saved.id])[saved.id]
    assert "FI1D7" in (facts.area_regions or ())
    assert (facts.key, facts.cut_off, facts.nuts_regions) == (str(saved.id), date(2026, 10, 6), None)


def test_a_reading_is_of_the_text_or_of_a_document() -> None:
    (text,) = own_conditions([reading()], [])
    assert (text.origin, text.evidence.field, text.evidence.start) == (Origin.TEXT, "description", 3)
    (paper,) = own_conditions([reading(document=7)], [])
    assert (paper.origin, paper.evidence.document, paper.evidence.page) == (Origin.DOCUMENT, "call.pdf", 2)


def test_a_decision_settles_the_readings_of_its_type_and_is_sure() -> None:
    (held,) = own_conditions([reading()], [decision(DecisionState.CORRECTED)])
    assert isinstance(held.condition, ConsortiumSize)
    assert (held.origin, held.condition.minimum, held.condition.certainty) == (Origin.OFFICER, 5, Certainty.A)
    assert (held.evidence.by, held.evidence.at, held.evidence.start) == ("A. Person", MOMENT, 3)


def test_the_coalitions_own_decision_counts_before_that_for_all() -> None:
    mine = decision(DecisionState.REJECTED, 3, condition=None)
    assert own_conditions([reading()], [decision(DecisionState.CONFIRMED), mine]) == ()
    mine = decision(DecisionState.CONFIRMED, 3)
    (held,) = own_conditions([reading()], [decision(DecisionState.REJECTED, condition=None), mine])
    assert held.origin is Origin.LEAD


def test_what_is_rejected_without_any_words_is_not_known() -> None:
    (held,) = own_conditions([], [decision(DecisionState.REJECTED, condition=None, quote=None)])
    assert isinstance(held.condition, ConsortiumSize)
    assert (held.condition.minimum, held.condition.maximum) == (None, None)


def test_decisions_of_another_coalition_are_not_heard(session: Session) -> None:
    saved = save_call(session, builders.call()).call
    coalition = save_coalition(session, builders.coalition())
    other = save_coalition(session, builders.coalition(slug="other"))
    assert saved.id
    facts = decision(DecisionState.CONFIRMED).model_dump(exclude={"id", "decided_at"})
    own = facts | {"call_id": saved.id, "coalition_id": coalition.id}
    call_conditions.decide(session, CallDecisionCreate(**own))
    create = {name: getattr(reading(), name) for name in CallReadingCreate.model_fields}
    call_conditions.replace_readings(session, saved.id, None, [CallReadingCreate(**create)], "1", "x")
    origins = {
        owner: [one.origin for one in load_calls(session, [saved.id], owner)[saved.id].own]
        for owner in (coalition.id, other.id, None)
    }
    assert origins == {coalition.id: [Origin.LEAD], other.id: [Origin.TEXT], None: [Origin.TEXT]}


def test_a_country_counts_once_under_whichever_code_it_was_stored() -> None:
    """NUTS' own EL and UK are ISO's GR and GB; XX is nobody's."""
    for code, counted in (("EL", "GR"), ("GR", "GR"), ("UK", "GB"), ("XX", "XX"), ("FI", "FI")):
        member = Member(slug="m", name="M", actor_type=ActorType.HEI, country=code)
        assert party_of(member).country == counted


@pytest.mark.parametrize("continuous", [True, False, None])
def test_whether_a_call_is_open_all_along_comes_with_it(session: Session, continuous: bool | None) -> None:
    saved = save_call(session, builders.call(cut_offs=[], continuous=continuous)).call
    assert saved.id
    assert load_calls(session, [saved.id])[saved.id].continuous is continuous

"""What the store knows reaches the drafting room whole, and the moment of reading in the call's own zone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlmodel import Session

from api.services.drafting.draft_context import draft_context
from api.services.members.member_inputs import RestsOn, WeighedBy
from proposal_templates.context import DraftContext, IdentifierFacts
from store.coalitions import save_coalition
from store.importer import save_call
from store.models import Cooperation, GoalCreate, ProjectContent, ProjectPlan
from store.models.cooperation import Governance, Seat
from store.models.member_parts import Answer
from store.models.project import Risk, WorkPackage
from store.queries import call_by_name
from store.vocabulary import Identifier, Language, LegalType, PartnerRole
from tests import builders
from tests.api import care


def _context(session: Session, zone: str = "Europe/Brussels") -> DraftContext:
    read = datetime(2026, 5, 19, 22, tzinfo=UTC)
    save_call(session, builders.call(time_zone=zone, fetched_at=read))
    groups = ["long-term unemployed", "small care employers"]
    coalition = save_coalition(session, builders.coalition(target_groups=groups))
    return draft_context(coalition, call_by_name(session, "ESF-2026-TEST"), [], Language.EN)


def test_target_groups_reach_the_draft(session: Session) -> None:
    assert _context(session).coalition.target_groups == ("long-term unemployed", "small care employers")


@pytest.mark.parametrize(
    ("zone", "told"),
    [("Europe/Brussels", "2026-05-20T00:00:00+02:00"), ("Europe/Helsinki", "2026-05-20T01:00:00+03:00")],
)
def test_the_moment_of_reading_is_in_the_calls_own_zone(session: Session, zone: str, told: str) -> None:
    read = _context(session, zone).call.fetched_at
    assert read
    assert read.isoformat() == told
    assert getattr(read.tzinfo, "key", None) == zone


def test_who_takes_part_comes_from_the_line_up(session: Session) -> None:
    coalition, call = care.coalition(session), care.regional_call(session)
    roles = {"college": PartnerRole.COORDINATOR, "jobless": PartnerRole.BENEFICIARY}
    made = draft_context(coalition, call, [], Language.EN, roles, ProjectPlan(months=24))
    assert [(one.name, one.role) for one in made.members] == [
        ("Sample College", "coordinator"),
        ("Sample Job-seekers", "beneficiary"),
    ]
    assert made.project.duration_months == 24


def test_without_a_line_up_all_are_in_with_the_roles_they_wish_for(session: Session) -> None:
    coalition, call = care.coalition(session), care.regional_call(session)
    made = draft_context(coalition, call, [], Language.EN)
    assert [one.role for one in made.members] == ["coordinator", "beneficiary", "associated_partner"]
    assert made.project.duration_months is None


def test_references_are_indexes_and_who_takes_no_part_is_nobody(session: Session) -> None:
    members = care.members()
    members[1] = members[1].model_copy(update={"answers": [Answer(need="n1", asset="a workshop")]})
    governance = Governance(chair="town", steering_group=(Seat(member="jobless"), Seat(member="college")))
    coalition = care.coalition(session, members=members, cooperation=Cooperation(governance=governance))
    content = ProjectContent(
        work_packages=(WorkPackage(slug="training", lead="college", goals=("g1",)),),
        risks=(Risk(work="training", owner="town", text="Nobody comes"),),
    )
    roles = {"college": PartnerRole.COORDINATOR, "jobless": PartnerRole.BENEFICIARY}
    call = care.regional_call(session)
    made = draft_context(coalition, call, [], Language.EN, roles, None, content)
    (work,) = made.project.work_packages
    assert (work.lead, work.goals) == (0, (0,))
    assert (made.project.risks[0].work, made.project.risks[0].owner) == (0, None)
    assert made.members[0].answers[0].need == 0
    held = made.coalition.cooperation.governance
    assert held.chair is None
    assert [seat.member for seat in held.steering_group] == [1, 0]


def test_what_the_store_words_otherwise_comes_in_the_drafts_language(session: Session) -> None:
    one = builders.member(
        legal_type=LegalType.PUBLIC,
        municipality="698",
        identifiers={Identifier.BUSINESS_ID: "1234567-8", Identifier.SUOMI_FI_MANDATE: "yes"},
    )
    coalition = care.coalition(session, members=[one])
    call = care.regional_call(
        session,
        authority={"fi": "Lapin elinvoimakeskus", "sv": "Lapplands livskraftscentral"},
        specific_objectives=["4.1", "4.3", "5.1"],
        max_duration=36,
    )
    plan = ProjectPlan(grant=247_916, total_cost=309_896, investment=False, municipalities=("698",))
    made = draft_context(coalition, call, [], Language.SV, None, plan)
    (member,) = made.members
    assert (member.legal_type, member.municipality) == ("offentlig organisation", "Rovaniemi")
    assert member.identifiers == (IdentifierFacts(name="FO-nummer", number="1234567-8"),)
    assert made.call.authority == "Lapplands livskraftscentral"
    assert made.call.specific_objective == "4.1 Vägar till arbete; 4.3 Jämlik delaktighet; 5.1"
    assert made.call.priority == (
        "4 Ett sysselsättande, kompetent och inkluderande Finland; 5 Ett Finland för sociala innovationer"
    )
    assert (made.call.source_key, made.call.duration_max) == ("fi_eura_esf_plus", 36)
    budget = made.project.budget
    assert (budget.grant, budget.total, budget.investment) == (Decimal(247_916), Decimal(309_896), False)
    assert made.project.municipalities == ("Rovaniemi",)


def test_an_authority_has_its_own_name_where_the_source_gives_no_other(session: Session) -> None:
    call = care.regional_call(session, authority={"fi": "Lapin elinvoimakeskus"})
    made = draft_context(care.coalition(session), call, [], Language.SV)
    assert made.call.authority == "Lapin elinvoimakeskus"
    assert made.call.priority is None


def test_whose_input_a_need_is_and_what_measures_a_goal_reach_the_draft(session: Session) -> None:
    goal = GoalCreate(slug="g1", text="Zx", unit="adults", baseline=0, target=1812.5, due=date(2029, 6, 30))
    coalition = care.coalition(session, goals=[goal])
    rests_on = {
        "need:n1": RestsOn(
            proposed_by="Sample Town",
            weighed_by=[WeighedBy("town", "Sample Town", 3), WeighedBy("college", "Sample College", 1)],
        )
    }
    call = care.regional_call(session)
    made = draft_context(coalition, call, [], Language.FI, rests_on=rests_on).coalition
    assert made.needs[0].given_by == "Sample Town"
    assert [(one.name, one.weight) for one in made.needs[0].weighed_by] == [
        ("Sample Town", "most"),
        ("Sample College", "some"),
    ]
    goal_told = made.goals[0]
    assert (goal_told.unit, goal_told.baseline, goal_told.target) == ("adults", "0", "1\u00a0812,5")
    assert (goal_told.due, goal_told.given_by, goal_told.weighed_by) == (date(2029, 6, 30), None, ())

"""What the store knows reaches the drafting room whole, and the moment of reading in the call's own zone."""

from datetime import UTC, datetime

import pytest
from sqlmodel import Session

from api.services.draft_context import draft_context
from proposal_templates.context import DraftContext
from store.coalitions import save_coalition
from store.importer import save_call
from store.models import ProjectPlan
from store.queries import call_by_name
from store.vocabulary import Language, PartnerRole
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

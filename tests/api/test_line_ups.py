"""A line-up is stored when people decide, changed in part, and forgotten again."""

import pytest
from sqlmodel import Session

from api.errors import BadChoice
from api.services.checking import line_ups
from api.services.checking.check_call import check_call
from store.models import LineUpPart, ProjectPlan
from store.vocabulary import PartnerRole
from tests.api import care


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)


def test_the_proposal_becomes_the_decision(session: Session) -> None:
    proposed = check_call(session, care.SLUG, care.REGIONAL)
    kept = line_ups.keep_proposal(session, care.SLUG, care.REGIONAL)
    assert {part.member: part.role for part in kept.parts} == {one.slug: one.role for one in proposed.members}
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert (found.proposed, found.verdict) == (False, proposed.verdict)


def test_the_plan_alone_is_stored_with_the_line_up_that_holds(session: Session) -> None:
    line_ups.save_project(session, care.SLUG, care.REGIONAL, ProjectPlan(months=24))
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert (found.project.months, found.proposed) == (24, False)
    assert found.members[0].role is PartnerRole.COORDINATOR


def test_a_change_of_roles_keeps_the_plan(session: Session) -> None:
    line_ups.save_project(session, care.SLUG, care.REGIONAL, ProjectPlan(months=24))
    parts = [LineUpPart(member="town", role=PartnerRole.COORDINATOR)]
    line_ups.save(session, care.SLUG, care.REGIONAL, parts)
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert found.project.months == 24
    assert [one.role for one in found.members] == [PartnerRole.COORDINATOR, None, None]


def test_the_proposal_is_there_beside_a_decision(session: Session) -> None:
    line_ups.save(
        session, care.SLUG, care.REGIONAL, [LineUpPart(member="town", role=PartnerRole.COORDINATOR)]
    )
    proposed = line_ups.proposed_parts(session, care.SLUG, care.REGIONAL)
    assert [part.role for part in proposed].count(None) == 0


def test_clearing_goes_back_to_the_proposal(session: Session) -> None:
    line_ups.keep_proposal(session, care.SLUG, care.REGIONAL)
    assert line_ups.clear(session, care.SLUG, care.REGIONAL)
    assert not line_ups.clear(session, care.SLUG, care.REGIONAL)
    assert check_call(session, care.SLUG, care.REGIONAL).proposed


def test_a_line_up_of_nobody_is_refused(session: Session) -> None:
    with pytest.raises(BadChoice, match="at least one member"):
        line_ups.save(session, care.SLUG, care.REGIONAL, [LineUpPart(member="town")])

"""The yearly review: every number recomputed from the rows, nothing of another year, nothing filled in."""

from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from sqlmodel import Session, select

from api.demo_history import add_history
from api.errors import SignInNeeded
from api.services.access.actor import STRANGER, act_as
from api.services.following import yearly_review
from api.services.following.yearly_review import YearlyReview
from api.services.profile.coalitions import save_coalition
from sample_world import coalition_files, sample_history
from store import clock, coalition_file
from store.models import Call, Coalition, GoalValue, MemberInput, Pursuit, PursuitChange, Weighing
from store.vocabulary import Choice, InputState, Stage
from tests.frontend.stored import store_call, store_coalition

SLUGS = ("lapin-hoiva", "osterbotten-sprak-och-arbete", "satakunta-transition")
YEARS = (2023, 2024, 2025, 2026)


@pytest.fixture
def sample(session: Session) -> Session:
    """The sample coalitions with their past, and the calls it speaks of."""
    for path in coalition_files():
        save_coalition(session, coalition_file.read_coalition(path))
    for name in {one.call for past in sample_history() for one in past.decisions}:
        store_call(session, identifier=name, external_id=name, title=name)
    assert add_history(session) == len(SLUGS)
    return session


def _year(at: datetime) -> int:
    return at.astimezone(clock.HELSINKI).year


def _coalition(session: Session, slug: str) -> Coalition:
    return session.exec(select(Coalition).where(Coalition.slug == slug)).one()


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("year", YEARS)
def test_goals_are_those_of_the_rows(sample: Session, slug: str, year: int) -> None:
    review = yearly_review.yearly_review(sample, slug, year)
    coalition = _coalition(sample, slug)
    rows = sample.exec(select(GoalValue).where(GoalValue.coalition_id == coalition.id)).all()
    assert [one.goal.slug for one in review.goals] == [goal.slug for goal in coalition.goals]
    for one in review.goals:
        own = sorted((row.day, row.value) for row in rows if row.goal_slug == one.goal.slug)
        before = [value for day, value in own if day <= date(year, 1, 1)]
        within = [value for day, value in own if date(year, 1, 1) < day <= date(year, 12, 31)]
        assert (one.start.value if one.start else None) == (before[-1] if before else None)
        assert (one.end.value if one.end else None) == (within[-1] if within else None)


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("year", YEARS)
def test_decisions_and_outcomes_are_those_of_the_rows(sample: Session, slug: str, year: int) -> None:
    review = yearly_review.yearly_review(sample, slug, year)
    coalition_id = _coalition(sample, slug).id
    steps = sample.exec(select(PursuitChange).where(PursuitChange.coalition_id == coalition_id)).all()
    chosen = [Choice(one.new or "") for one in steps if one.field == "choice" and _year(one.at) == year]
    assert Counter(one.choice for one in review.decided) == Counter(chosen)
    pursuits = sample.exec(select(Pursuit).where(Pursuit.coalition_id == coalition_id)).all()
    assert len(review.submitted) == sum(
        one.submitted_on is not None and one.submitted_on.year == year for one in pursuits
    )
    for stage, told in ((Stage.GRANTED, review.granted), (Stage.REJECTED, review.rejected)):
        there = [
            one for one in pursuits if one.stage is stage and one.answered_on and one.answered_on.year == year
        ]
        assert [one.points for one in told] == [one.points for one in there]
        assert [one.points_of for one in told] == [one.points_of for one in there]
    written = [one.new for one in steps if one.field == "learnt" and _year(one.at) == year]
    assert [one.words for one in review.learnt] == written


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("year", YEARS)
def test_members_parts_are_those_of_the_rows(sample: Session, slug: str, year: int) -> None:
    review = yearly_review.yearly_review(sample, slug, year)
    coalition_id = _coalition(sample, slug).id
    proposals = sample.exec(select(MemberInput).where(MemberInput.coalition_id == coalition_id)).all()
    weighings = sample.exec(select(Weighing).where(Weighing.coalition_id == coalition_id)).all()
    assert sum(one.proposals for one in review.members) == sum(_year(one.at) == year for one in proposals)
    assert sum(one.weights for one in review.members) == sum(_year(one.at) == year for one in weighings)
    assert review.open.proposals == sum(one.state is InputState.PROPOSED for one in proposals)


def test_years_with_anything_in_them(sample: Session) -> None:
    assert yearly_review.years(sample, "lapin-hoiva") == [2026, 2025]
    assert yearly_review.years(sample, "satakunta-transition") == [2026, 2025, 2024, 2023]
    for slug in SLUGS:
        for year in yearly_review.years(sample, slug):
            assert not yearly_review.yearly_review(sample, slug, year).is_empty


def test_a_coalition_that_wrote_nothing_has_an_empty_year(session: Session) -> None:
    store_coalition(session)
    review = yearly_review.yearly_review(session, "zx", 2026)
    assert review.is_empty
    assert not review.is_over
    assert review.until == date(2026, 5, 20)
    assert [one.slug for one in review.open.unmeasured] == ["goal-1"]
    assert yearly_review.years(session, "zx") == [2026]
    assert YearlyReview.model_validate(review.model_dump()).year == 2026


def test_a_day_that_was_not_told_is_the_day_it_was_written_down(session: Session) -> None:
    coalition, call = store_coalition(session), store_call(session)
    at = clock.local_midnight(date(2025, 4, 1), clock.HELSINKI)
    ours: dict[str, Any] = {"coalition_id": coalition.id, "call_id": call.id}
    stood: dict[str, Any] = {
        "stage": Stage.SUBMITTED,
        "decided_by": "Zx",
        "decided_at": at,
        "last_modified_at": at,
    }
    pursuit = Pursuit(**ours, choice=Choice.PURSUE, **stood)
    session.add_all([pursuit, PursuitChange(**ours, field="stage", new="submitted", by="Zx", at=at)])
    session.commit()
    assert [one.submitted_on for one in yearly_review.yearly_review(session, "zx", 2025).submitted] == [None]
    assert yearly_review.yearly_review(session, "zx", 2026).submitted == []


def test_a_stranger_sees_no_review(session: Session) -> None:
    store_coalition(session)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        yearly_review.years(session, "zx")
    with pytest.raises(SignInNeeded):
        yearly_review.yearly_review(session, "zx", 2026)


def test_the_past_is_given_once_and_every_call_of_it_is_listed_in_the_sample_world(sample: Session) -> None:
    assert add_history(sample) == 0
    calls = {one.identifier for one in sample.exec(select(Call))}
    assert calls >= {one.call for past in sample_history() for one in past.decisions}

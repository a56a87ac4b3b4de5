"""How goals are doing: trend, values around a year, goals that have left; adding, correcting, taking back."""

from datetime import date

import pytest
from sqlmodel import Session

from api.errors import AheadOfTime, BadChoice, DayTaken, Forbidden, SignInNeeded
from api.services.access.actor import CONSOLE, STRANGER, Actor, act_as
from api.services.following import follow_up, goal_values
from api.services.following.follow_up import Trend
from api.services.profile.coalitions import export_coalition
from store import coalition_file, coalitions
from store.errors import NotFound
from store.models import GoalCreate
from store.vocabulary import Role
from tests.frontend.stored import store_coalition

WRITER = Actor("account", name="Writer", account_id=1, roles={"zx": frozenset({Role.GRANT_WRITER})})
MEMBER = Actor("account", name="Member", account_id=2, roles={"zx": frozenset({Role.MEMBER})})
OTHER = Actor("account", name="Other", account_id=3, roles={"other": frozenset({Role.LEAD})})


def measured(session: Session, *values: tuple[str, float]) -> None:
    for day, value in values:
        goal_values.add_value(session, "zx", "goal-1", date.fromisoformat(day), value)


def trend(session: Session) -> Trend:
    return follow_up.follow_up(session, "zx").goal("goal-1").trend


@pytest.mark.parametrize(
    ("values", "baseline", "target", "said"),
    [
        ([], None, None, Trend.NONE),
        ([4], None, None, Trend.ONE),
        ([4, 6], None, None, Trend.UP),
        ([6, 4], None, 2, Trend.DOWN),
        ([4, 4], 0, 9, Trend.SAME),
        ([4, 6], 0, 9, Trend.CLOSER),
        ([6, 4], 0, 9, Trend.FARTHER),
        ([6, 5], 7, 3, Trend.CLOSER),
        ([5, 6], 7, 3, Trend.FARTHER),
        ([4, 9], 0, 9, Trend.REACHED),
        ([5, 2.5], 7, 3, Trend.REACHED),
        ([12, 10], None, 9, Trend.DOWN),
        ([10], None, 10, Trend.REACHED),
    ],
)
def test_a_trend_says_no_more_than_is_known(
    session: Session, values: list[float], baseline: float | None, target: float | None, said: Trend
) -> None:
    goal = GoalCreate(slug="goal-1", text="Zx", baseline=baseline, target=target)
    store_coalition(session, goals=[goal])
    measured(session, *((f"2026-0{n + 1}-01", value) for n, value in enumerate(values)))
    assert trend(session) is said


def test_values_around_a_year(session: Session) -> None:
    store_coalition(session)
    measured(session, ("2024-12-31", 1), ("2025-01-01", 2), ("2025-12-31", 3), ("2026-01-02", 4))
    goal = follow_up.follow_up(session, "zx").goal("goal-1")
    assert [one.value for one in goal.within(2025)] == [3]
    start = goal.at_start(2025)
    assert start is not None
    assert start.value == 2
    assert goal.at_start(2024) is None


def test_a_value_is_added_corrected_and_taken_back_by_its_writer(session: Session) -> None:
    store_coalition(session)
    act_as(session, WRITER)
    added = goal_values.add_value(session, "zx", "goal-1", date(2026, 5, 20), 12.5, "Zx")
    assert (added.value, added.note, added.by) == (12.5, "Zx", "Writer")
    with pytest.raises(DayTaken):
        goal_values.add_value(session, "zx", "goal-1", date(2026, 5, 20), 3)
    act_as(session, CONSOLE)
    corrected = goal_values.correct_value(session, "zx", "goal-1", added.id, date(2026, 5, 19), 13)
    assert (corrected.id, corrected.value, corrected.note, corrected.by) == (added.id, 13, None, "console")
    assert goal_values.take_back_value(session, "zx", "goal-1", added.id).value == 13
    assert follow_up.follow_up(session, "zx").goal("goal-1").values == []


def test_what_cannot_be_measured_is_refused(session: Session) -> None:
    store_coalition(session)
    with pytest.raises(AheadOfTime):
        goal_values.add_value(session, "zx", "goal-1", date(2026, 5, 21), 1)
    with pytest.raises(BadChoice):
        goal_values.add_value(session, "zx", "goal-1", date(2026, 5, 1), float("inf"))
    with pytest.raises(NotFound):
        goal_values.add_value(session, "zx", "nowhere", date(2026, 5, 1), 1)


def test_a_goal_that_has_left_keeps_its_values(session: Session) -> None:
    store_coalition(session)
    measured(session, ("2026-01-01", 5))
    store_coalition(session, goals=[])
    [gone] = follow_up.follow_up(session, "zx").goals
    assert (gone.slug, gone.text, gone.values[0].value) == ("goal-1", None, 5)


def test_who_may(session: Session) -> None:
    store_coalition(session)
    measured(session, ("2026-01-01", 5))
    for actor, refusal in ((MEMBER, Forbidden), (OTHER, NotFound), (STRANGER, SignInNeeded)):
        act_as(session, actor)
        with pytest.raises(refusal):
            goal_values.add_value(session, "zx", "goal-1", date(2026, 2, 1), 1)
        if actor is MEMBER:
            assert follow_up.follow_up(session, "zx").goal("goal-1").values[0].value == 5
        else:
            with pytest.raises(refusal):
                follow_up.follow_up(session, "zx")
    act_as(session, WRITER)
    with pytest.raises(Forbidden):
        goal_values.set_target(session, "zx", "goal-1", unit=None, baseline=0, target=1, due=None)


def test_a_target_goes_into_the_profile_and_through_its_file(session: Session) -> None:
    store_coalition(session)
    goal_values.set_target(
        session, "zx", "goal-1", unit="persons", baseline=0, target=70.5, due=date(2027, 12, 31)
    )
    text = export_coalition(session, "zx")
    again = coalition_file.parse_coalition(text, "zx.yaml")
    [goal] = again.goals
    assert (goal.unit, goal.baseline, goal.target, goal.due) == ("persons", 0, 70.5, date(2027, 12, 31))
    assert again == coalitions.profile_of(coalitions.coalition_by_slug(session, "zx"))
    with pytest.raises(BadChoice):
        goal_values.set_target(session, "zx", "goal-1", unit=None, baseline=None, target=1e15, due=None)

"""Deadlines to the second, in their own zone."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from matcher.eligibility.conditions import Deadline
from tests.matcher.eligibility.making import NO, UNKNOWN, YES, a_call, judged, lead, made

AT_NOON = made(Deadline, day=date(2026, 3, 5), hour=time(12), zone="Europe/Brussels")
NOON = datetime(2026, 3, 5, 11, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(("moment", "answer"), [(NOON - SECOND, YES), (NOON, NO), (NOON + SECOND, NO)])
def test_the_second_before_is_in_time_and_the_hour_itself_is_not(moment: datetime, answer: object) -> None:
    found = judged(AT_NOON, lead(), now=moment)
    assert found.answer is answer
    assert found.curable is (answer is YES)
    assert found.reason.key == f"deadline.{found.answer}"
    assert found.reason.values == {"day": "2026-03-05", "hour": "12:00", "zone": "Europe/Brussels"}
    assert found.question is None
    assert found.cure is None


def test_the_same_hour_in_helsinki_is_an_hour_earlier() -> None:
    rule = made(Deadline, day=date(2026, 3, 5), hour=time(16, 15), zone="Europe/Helsinki")
    closes = datetime(2026, 3, 5, 14, 15, tzinfo=UTC)
    assert judged(rule, lead(), now=closes - SECOND).answer is YES
    assert judged(rule, lead(), now=closes).answer is NO
    assert judged(rule, lead(), now=closes).reason.values["hour"] == "16:15"


@pytest.mark.parametrize(
    ("moment", "answer", "key"),
    [
        (datetime(2026, 3, 4, 21, 59, 59, tzinfo=UTC), YES, "deadline.yes_day"),
        (datetime(2026, 3, 4, 22, 0, tzinfo=UTC), UNKNOWN, "deadline.today"),
        (datetime(2026, 3, 5, 21, 59, 59, tzinfo=UTC), UNKNOWN, "deadline.today"),
        (datetime(2026, 3, 5, 22, 0, tzinfo=UTC), NO, "deadline.no_day"),
    ],
)
def test_a_last_day_without_an_hour_asks_on_that_day_only(moment: datetime, answer: object, key: str) -> None:
    found = judged(made(Deadline, day=date(2026, 3, 5), zone="Europe/Helsinki"), lead(), now=moment)
    assert (found.answer, found.reason.key) == (answer, key)
    assert found.curable is (answer is not NO)
    assert (found.question.fact if found.question else None) == (
        "call.deadline" if answer is UNKNOWN else None
    )
    day = {} if answer is UNKNOWN else {"day": "2026-03-05"}
    assert found.reason.values == {"zone": "Europe/Helsinki"} | day


@pytest.mark.parametrize(("moment", "answer"), [(NOON - SECOND, YES), (NOON, NO)])
def test_a_deadline_that_says_no_day_goes_by_the_call(moment: datetime, answer: object) -> None:
    found = judged(made(Deadline), lead(), call=a_call(closes_at=NOON), now=moment)
    assert found.answer is answer
    assert found.reason.values == {"day": "2026-03-05", "hour": "12:00", "zone": "Europe/Brussels"}


def test_an_hour_without_a_day_goes_by_the_call_too() -> None:
    found = judged(made(Deadline, hour=time(17)), lead(), call=a_call(closes_at=NOON), now=NOON)
    assert (found.answer, found.reason.values["hour"]) == (NO, "12:00")


def test_the_conditions_own_day_wins_over_the_calls() -> None:
    assert judged(AT_NOON, lead(), call=a_call(closes_at=NOON + 9 * SECOND), now=NOON).answer is NO


def test_no_deadline_asks_unless_the_call_is_continuous() -> None:
    asked = judged(made(Deadline), lead())
    assert (asked.answer, asked.reason.key) == (UNKNOWN, "deadline.not_told")
    assert asked.question is not None
    assert asked.question.fact == "call.deadline"
    always = judged(made(Deadline), lead(), call=a_call(continuous=True))
    assert (always.answer, always.reason.key, always.question) == (YES, "deadline.continuous", None)
    assert judged(made(Deadline), lead(), call=a_call(continuous=False)).answer is UNKNOWN

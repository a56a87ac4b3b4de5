"""Follow-up on pages: goals, one goal over time with its form, outcomes; every word in its place."""

from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.deciding import decisions
from api.services.following import follow_up, goal_values
from api.services.following.outcomes import Outcome, record
from store.models import GoalCreate
from store.vocabulary import Choice, Role, Stage
from tests.frontend.people import browser, sign_in_as
from tests.frontend.stored import get, main_words, soup, store_call, store_coalition, words

GOAL = "/coalitions/zx/follow-up/goal-1"
OUTCOME = "/coalitions/zx/outcomes/ESF-2026-TEST"


@pytest.fixture
def _goal(session: Session) -> None:
    goal = GoalCreate(slug="goal-1", text="Zx goal", indicator="Zx", unit="zxs", baseline=0, target=40)
    store_coalition(session, goals=[goal, GoalCreate(slug="goal-2", text="Second")])
    for day, value in (("2025-01-10", 4.5), ("2025-04-10", 1812.25), ("2026-05-10", 31)):
        goal_values.add_value(session, "zx", "goal-1", date.fromisoformat(day), value)


@pytest.mark.usefixtures("_goal")
def test_goals_are_told_with_what_is_known(client: TestClient) -> None:
    page = get(client, "/coalitions/zx/follow-up")
    first, second = [words(card) for card in page.select("#goals ~ ul > li")]
    for fact in (
        "Zx goal",
        "Farther from the target: −1,781.25",
        "Measured 10\u00a0May\u00a02026",
        "31 zxs",
        "40 zxs",
    ):
        assert fact in first
    assert "Not measured yet" in second
    assert "Target Not told as a number" in second
    assert "Indicator Not known" in second


def test_no_goals_say_what_to_do(client: TestClient, session: Session) -> None:
    store_coalition(session, goals=[])
    page = main_words(get(client, "/coalitions/zx/follow-up", "sv"))
    assert "Inga mål än" in page
    assert "Inget beslut har fattats" in page


@pytest.mark.usefixtures("_goal")
def test_table_and_chart_hold_the_same_values(client: TestClient) -> None:
    page = get(client, GOAL, "fi")
    told = [float(str(data["value"])) for data in page.select("table data")]
    assert sum(told) == 4.5 + 1812.25 + 31
    for chart in page.select("svg.line-chart"):
        assert len(chart.select("circle")) == len(told)
        assert len(chart.select("polyline")) == 1  # the last value lies 13 months after the one before
        assert len(chart.select(".line-chart__target")) == 1
        assert "3 arvoa ajan mittaan" in str(chart["aria-label"])
    assert "Missä viivaa ei ole" in words(page.select_one("figcaption"))


@pytest.mark.usefixtures("_goal")
def test_a_value_is_added_corrected_and_taken_back(client: TestClient, session: Session) -> None:
    answer = client.post(GOAL, data={"do": "add", "day": "20.5.2026", "value": "33,5", "note": "Zx note"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"{GOAL}?done=add")
    value = follow_up.follow_up(session, "zx").goal("goal-1").values[-1]
    assert (value.value, value.note, value.by) == (33.5, "Zx note", "console")
    form = get(client, f"{GOAL}?correct={value.id}", "sv")
    assert form.select_one("#value")["value"] == "33,5"  # type: ignore[index]
    sent = {"do": "correct", "value_id": str(value.id), "day": "2026-05-19", "value": "34.25", "note": ""}
    assert client.post(GOAL, data=sent).status_code == 303
    session.expire_all()
    value = follow_up.follow_up(session, "zx").goal("goal-1").values[-1]
    assert (value.day, value.value, value.note) == (date(2026, 5, 19), 34.25, None)
    client.post(GOAL, data={"do": "take_back", "value_id": str(value.id)})
    session.expire_all()
    assert len(follow_up.follow_up(session, "zx").goal("goal-1").values) == 3
    assert "The value is taken back" in main_words(get(client, f"{GOAL}?done=take_back"))


@pytest.mark.usefixtures("_goal")
@pytest.mark.parametrize(
    ("day", "value", "field", "said"),
    [
        ("", "3", "day", "Write the whole day"),
        ("21.5.2026", "3", "day", "still ahead"),
        ("10.5.2026", "3", "day", "There is a value of 10\u00a0May\u00a02026 already"),
        ("1.5.2026", "1,812", "value", "Write a number"),
        ("1.5.2026", "many", "value", "Write a number"),
    ],
)
def test_a_fault_keeps_what_was_typed(
    client: TestClient, day: str, value: str, field: str, said: str
) -> None:
    answer = client.post(
        GOAL, data={"do": "add", "day": day, "value": value}, headers={"accept-language": "en"}
    )
    assert answer.status_code == 422
    page = soup(answer)
    assert said in words(page.select_one(f'#summary a[href="#{field}"]'))
    assert said in words(page.select_one(f"#{field}-fault"))
    assert page.select_one("#value")["value"] == value  # type: ignore[index]


@pytest.mark.usefixtures("_goal")
def test_target_and_baseline_are_told(client: TestClient, session: Session) -> None:
    sent = {"do": "target", "unit": "persons", "baseline": "2", "target": "1 800", "due": "31.12.2027"}
    assert client.post(GOAL, data=sent).headers["location"].endswith("done=target")
    goal = follow_up.follow_up(session, "zx").goal("goal-1")
    assert (goal.unit, goal.baseline, goal.target, goal.due) == ("persons", 2, 1800, date(2027, 12, 31))
    wrong = client.post(GOAL, data=sent | {"baseline": "x", "due": "2027"})
    assert [str(a["href"]) for a in soup(wrong).select("#summary a")] == ["#baseline", "#due"]


def test_a_goal_or_value_that_there_is_not(client: TestClient, session: Session) -> None:
    store_coalition(session)
    get(client, "/coalitions/zx/follow-up/nowhere", status=404)
    get(client, f"{GOAL}?correct=99", status=404)
    assert client.post(GOAL, data={"do": "take_back", "value_id": "99"}).status_code == 404


def test_an_outcome_is_told_and_its_history_shown(client: TestClient, session: Session) -> None:
    store_coalition(session)
    store_call(session)
    decisions.decide(session, "zx", "ESF-2026-TEST", Choice.PURSUE)
    sent = {
        "stage": "rejected", "submitted_on": "10.1.2026", "answered_on": "20.5.2026", "points": "71,5",
        "points_of": "100", "learnt": "Zx learnt",
    }  # fmt: skip
    assert client.post(OUTCOME, data=sent).headers["location"] == f"{OUTCOME}?saved=1"
    page = main_words(get(client, f"{OUTCOME}?saved=1", "fi"))
    for fact in ("Lopputulos on tallennettu", "71,5 / 100", "Hylätty", "10.1.2026", "Zx learnt"):
        assert fact in page
    assert "71.5 of 100" in main_words(get(client, "/coalitions/zx/follow-up"))


@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({"submitted_on": "1.1.2026"}, "stage", "choose whether"),
        ({"stage": "granted", "points": "x"}, "points", "Write a number"),
        ({"stage": "granted", "points": "101", "points_of": "100"}, "points", "more than there are"),
        ({"stage": "submitted", "submitted_on": "yesterday"}, "submitted_on", "whole day"),
    ],
)
def test_an_outcome_that_cannot_be_is_shown_again(
    client: TestClient, session: Session, sent: dict[str, str], field: str, said: str
) -> None:
    store_coalition(session)
    store_call(session)
    decisions.decide(session, "zx", "ESF-2026-TEST", Choice.PURSUE)
    answer = client.post(OUTCOME, data=sent, headers={"accept-language": "en"})
    assert answer.status_code == 422
    assert said in words(soup(answer).select_one(f'#summary a[href="#{field}"]'))


def test_of_a_call_that_is_not_pursued_nothing_is_told(client: TestClient, session: Session) -> None:
    store_coalition(session)
    store_call(session)
    assert "You are not applying" in main_words(get(client, OUTCOME, status=409))
    decisions.decide(session, "zx", "ESF-2026-TEST", Choice.DROP, "Zx")
    assert client.post(OUTCOME, data={"learnt": "x"}).status_code == 409


def test_a_member_reads_without_forms(session: Session) -> None:
    coalition = store_coalition(session)
    store_call(session)
    decisions.decide(session, "zx", "ESF-2026-TEST", Choice.PURSUE)
    record(session, "zx", "ESF-2026-TEST", Outcome(stage=Stage.SUBMITTED, learnt="Zx learnt"))
    with browser() as reading:
        sign_in_as(reading, session, "reader", zx=(coalition, Role.MEMBER))
        for address, said in ((GOAL, "add values"), (OUTCOME, "tell what became")):
            page = get(reading, address)
            assert page.select(f'main form[action="{address}"]') == []
            assert said in main_words(page)
            assert (
                reading.post(address, data={"do": "add", "day": "1.1.2026", "value": "1"}).status_code == 403
            )
        get(reading, "/coalitions/zx/review/2026")


def test_a_review_says_what_is_there_and_what_is_not(client: TestClient, session: Session) -> None:
    store_coalition(session)
    page = main_words(get(client, "/coalitions/zx/review/2026", "sv"))
    for fact in ("Årsöversikt 2026", "Inget har skrivits in för 2026", "Inte uppmätt", "Inga beslut", "inga"):
        assert fact in page
    goal_values.add_value(session, "zx", "goal-1", date(2026, 5, 1), 7.5)
    decisions_page = main_words(get(client, "/coalitions/zx/review/2026"))
    assert "7.5" in decisions_page
    assert "(1\u00a0May\u00a02026)" in decisions_page
    get(client, "/coalitions/zx/review/2027", status=404)
    get(client, "/coalitions/zx/review/1889", status=404)

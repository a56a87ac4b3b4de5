"""Sources: how each crawl went; a source that gave nothing is an alarm."""

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from store.vocabulary import CrawlOutcome
from tests.frontend.stored import NOW, get, main_words, store_run, words


def test_no_run_says_how_to_crawl(client: TestClient) -> None:
    assert "koalitio crawl" in main_words(get(client, "/sources"))


@pytest.mark.parametrize(
    ("outcome", "found", "badge", "alarm"),
    [
        (CrawlOutcome.COMPLETE, 3, "In order", False),
        (CrawlOutcome.WARNING, 3, "Check", False),
        (CrawlOutcome.WARNING, 0, "Alarm: no calls", True),
        (CrawlOutcome.COMPLETE, 0, "Alarm: no calls", True),
        (CrawlOutcome.FAILED, 3, "Alarm: crawl failed", True),
        (CrawlOutcome.FAILED, 0, "Alarm: crawl failed", True),
        (CrawlOutcome.INTERRUPTED, 3, "Interrupted", False),
        (CrawlOutcome.RUNNING, 0, "Running", False),
    ],
)
def test_health_in_words(
    client: TestClient, session: Session, outcome: CrawlOutcome, found: int, badge: str, alarm: bool
) -> None:
    running = {"finished_at": None} if outcome is CrawlOutcome.RUNNING else {}
    store_run(session, outcome=outcome, found=found, **running)
    page = get(client, "/sources")
    assert words(page.find(class_="mark")) == badge
    assert (page.find(class_="notice--alarm") is not None) is alarm


def test_what_the_run_counted_is_shown_and_unknown_is_said(client: TestClient, session: Session) -> None:
    store_run(
        session,
        source="fi_new_source",
        found=1234,
        dropped={"no title": 2, "no link": 1},
        errors=["Zx error"],
        notes=["Zx note"],
        field_coverage={"co_financing_rate": 0.286, "zx": 1.0},
        source_total=None,
        shortfall=7,
    )
    page = main_words(get(client, "/sources", "fi"))
    for fact in (
        "fi_new_source",
        "1\u00a0234",
        "no title: 2",
        "Zx error",
        "Zx note",
        "Tukitaso: 28,6\u00a0%",
        "zx: 100\u00a0%",
    ):
        assert fact in page
    assert "Ohitettuja 3" in page
    assert "Tietueita lähteen oman laskun mukaan Ei tiedossa" in page
    assert "Tavoittamatta jääneitä tietueita 7" in page


def test_alarms_come_first(client: TestClient, session: Session) -> None:
    store_run(session, source="a_good")
    store_run(session, source="z_bad", outcome=CrawlOutcome.FAILED)
    assert [words(h2) for h2 in get(client, "/sources").select("li.row-card h2")] == ["z_bad", "a_good"]


def test_the_number_found_stands_beside_the_usual_one(client: TestClient, session: Session) -> None:
    store_run(session)
    assert "Calls found 1 (usual number not known yet)" in main_words(get(client, "/sources"))
    for found in (10, 12, 11):
        store_run(session, found=found, started_at=NOW, source="fi_eura_jtf")
    store_run(session, found=5, source="fi_eura_jtf")
    page = get(client, "/sources", "fi")
    row = page.find(id="fi_eura_jtf")
    assert row is not None
    assert "Löydettyjä hakuja 5 (yleensä 11)" in words(row)
    assert words(row.find(class_="mark")) == "Tarkista"
    assert "Hakuja löytyi 5, yleensä 11" in words(row)


def test_the_latest_ten_runs_are_told_newest_first(client: TestClient, session: Session) -> None:
    for number in range(12):
        store_run(session, found=number, started_at=NOW - timedelta(days=12 - number))
    rows = get(client, "/sources").select(".runs tbody tr")
    assert [words(row.select("td")[1]).rpartition(" ")[2] for row in rows] == [
        str(number) for number in range(11, 1, -1)
    ]
    assert "(24\u00a0hours ago)" in words(rows[0].th)

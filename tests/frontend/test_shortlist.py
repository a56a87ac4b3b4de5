"""The shortlist for the meeting: to print, and as CSV that spreadsheets open right and run nothing of."""

import csv
import io

import pytest
from fastapi.testclient import TestClient
from sqlmodel import Session

from api.services.deciding import decisions
from frontend.shortlist_csv import BOM, COLUMNS, harmless
from store.vocabulary import Choice, Stage
from tests.frontend.stored import get, main_words, store_call, store_coalition, words

LIST = "/coalitions/zx/shortlist"


@pytest.fixture
def _decided(session: Session) -> None:
    """A pursued call, a watched one with a nasty title, a dropped one."""
    store_coalition(session)
    store_call(session, identifier="one", title="Call one")
    store_call(session, identifier="two", title='=HYPERLINK("http://evil.example";"x")')
    store_call(session, identifier="gone", title="Call gone")
    decisions.decide(session, "zx", "one", Choice.PURSUE, "Zx; reason, \u00e4")
    decisions.decide(session, "zx", "two", Choice.WATCH, "@SUM(1)")
    decisions.decide(session, "zx", "gone", Choice.DROP, "Zx far.")


def lines(client: TestClient, language: str, query: str = "") -> list[list[str]]:
    """The file's lines as a spreadsheet of that language reads them."""
    answer = client.get(f"{LIST}.csv{query}", headers={"accept-language": language})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert 'filename="zx-shortlist.csv"' in answer.headers["content-disposition"]
    assert answer.content.startswith(BOM.encode())
    separator = "," if language == "en" else ";"
    return list(csv.reader(io.StringIO(answer.text.removeprefix(BOM)), delimiter=separator))


@pytest.mark.usefixtures("_decided")
@pytest.mark.parametrize(
    ("language", "head", "first"),
    [
        ("en", ["Decision", "Stage"], ["Pursued", "Preparing"]),
        ("fi", ["Päätös", "Vaihe"], ["Haemme", "Valmistelussa"]),
        ("sv", ["Beslut", "Skede"], ["Vi ansöker", "Under beredning"]),
    ],
)
def test_the_file_in_the_readers_words(
    client: TestClient, language: str, head: list[str], first: list[str]
) -> None:
    found = lines(client, language)
    assert found[0][:2] == head
    assert found[1][:3] == [*first, "Call one"]
    assert {len(line) for line in found} == {len(COLUMNS)}
    assert len(found) == 3
    assert "Zx; reason, \u00e4" in found[1]


@pytest.mark.usefixtures("_decided")
def test_no_cell_is_a_formula(client: TestClient) -> None:
    cells = [cell for line in lines(client, "fi") for cell in line]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert "'@SUM(1)" in cells
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_harmless(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless(f"x{cell}") == f"x{cell}"


@pytest.mark.usefixtures("_decided")
def test_the_page_lists_with_room_for_notes(client: TestClient) -> None:
    page = get(client, LIST, "fi")
    heads = [words(head) for head in page.select("main h2")]
    assert heads == ["Haemme (1)", "Seuraamme (1)"]
    assert len(page.select(".notes")) == 2
    assert "Call gone" not in main_words(page)
    link = page.select_one("main a.btn-primary")
    assert link is not None
    assert link["href"] == f"{LIST}.csv"


@pytest.mark.usefixtures("_decided")
def test_only_the_calls_that_are_named(client: TestClient) -> None:
    page = get(client, f"{LIST}?call=two")
    assert [words(head) for head in page.select("main h2")] == ["Watched (1)"]
    link = page.select_one("main a.btn-primary")
    assert link is not None
    assert link["href"] == f"{LIST}.csv?call=two"
    assert len(lines(client, "en", "?call=two")) == 2


@pytest.mark.usefixtures("_decided")
def test_what_is_answered_is_no_longer_for_the_meeting(client: TestClient, session: Session) -> None:
    decisions.set_stage(session, "zx", "one", Stage.REJECTED)
    assert [words(head) for head in get(client, LIST).select("main h2")] == ["Watched (1)"]
    assert [line[0] for line in lines(client, "en")[1:]] == ["Watched"]


def test_an_empty_list_says_what_to_do(client: TestClient, session: Session) -> None:
    store_coalition(session)
    button = get(client, LIST, "sv").select_one("main a.btn-primary")
    assert words(button) == "Börja med en passande utlysning"
    assert len(lines(client, "sv")) == 1

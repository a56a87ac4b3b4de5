"""The commands as a person or a machine meets them."""

import json
from pathlib import Path

import pytest
import typer
from sqlmodel import Session
from typer.testing import CliRunner

from matcher import commands
from matcher.errors import BadBenchmark
from matcher.show import when_text
from store import queries
from store.coalitions import save_coalition
from store.errors import NotFound
from store.importer import save_call
from tests import builders

app = typer.Typer()
commands.register(app)
FOLDER = Path(__file__).parent / "benchmark"


def run(*arguments: str) -> str:
    """Standard output of a command that ends well; its error otherwise."""
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def test_match_prints_a_table_with_reason_cut_off_and_fit(session: Session) -> None:
    save_call(
        session,
        builders.call(description="Partnerships train unemployed people for work in care homes today."),
    )
    save_coalition(session, builders.coalition())
    printed = " ".join(run("match", "sample-care").replace("│", " ").split())
    for part in (
        "Sample care coalition",
        "possible",
        "ESF-2026-TEST",
        "open, next cut-off",
        "2026-10-06 17:00",
    ):
        assert part in printed
    assert "goal g1: Train" in printed


def test_match_prints_json(session: Session) -> None:
    description = "Partnerships train unemployed people for work in care homes today."
    save_call(session, builders.call(description=description))
    save_coalition(session, builders.coalition())
    found = json.loads(run("match", "sample-care", "--json", "--limit", "1"))
    assert len(found) == 1
    assert found[0]["rank"] == 1
    assert found[0]["fit"] in ("strong", "good", "possible")
    assert found[0]["next_cut_off"] == {"date": "2026-10-06", "time": "17:00:00", "zone": "Europe/Brussels"}
    reason = found[0]["reasons"][0]
    assert reason["goal_id"] == "g1"
    assert description[reason["start"] : reason["end"]] == reason["passage"]
    assert {"identifier", "title", "source", "url", "status", "score", "parts"} <= set(found[0])


def test_match_without_calls_says_what_to_do(session: Session) -> None:
    save_coalition(session, builders.coalition())
    assert "koalitio crawl" in run("match", "sample-care")
    assert json.loads(run("match", "sample-care", "--json")) == []
    with pytest.raises(NotFound, match="sample-care"):
        run("match", "nobody")


def test_evaluate_prints_exactly_one_object_of_the_agreed_shape() -> None:
    printed = json.loads(run("evaluate", str(FOLDER), "--json", "--system", "bm25", "--system", "tfidf"))
    assert list(printed) == ["bm25", "tfidf"]
    for figures in printed.values():
        assert set(figures) == {"ndcg@10", "recall@10", "mrr", "intervals"}
        for name, (low, high) in figures["intervals"].items():
            assert 0 <= low <= figures[name] <= high <= 1


def test_evaluate_prints_a_table() -> None:
    printed = run("evaluate", str(FOLDER), "--system", "bm25")
    assert "12 queries, 40 documents" in printed
    assert "ndcg@10 [95 %]" in printed


def test_evaluate_of_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadBenchmark, match="nowhere"):
        run("evaluate", str(tmp_path / "nowhere"))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "open, next cut-off 2026-10-06 17:00 Brussels"),
        ({"cut_offs": [builders.cut_off("2026-10-06", None, "Europe/Helsinki")]}, "hour not given, Helsinki"),
        ({"cut_offs": [builders.cut_off("2026-05-06")]}, "closed, last cut-off 2026-05-06 17:00 Brussels"),
        ({"cut_offs": [], "continuous": True}, "open, applications all along"),
        ({"cut_offs": []}, "status not known, cut-off not known"),
    ],
)
def test_where_a_call_stands_is_told_in_words(session: Session, facts: dict[str, object], told: str) -> None:
    call = save_call(session, builders.call(**facts)).call
    assert told in when_text(queries.public_call(call, {}))

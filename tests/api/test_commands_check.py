"""The commands about verdicts and conditions: what they print, what they store, what they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlmodel import Session
from typer.testing import CliRunner

from api import commands_check, commands_conditions
from api.errors import ApiError, BadChoice
from store.vocabulary import PartnerRole
from tests.api import care
from tests.api.pdfs import pdf

Run = Callable[..., str]


@pytest.fixture
def run(session: Session) -> Run:
    """What a command prints, in one line, on a coalition and two calls; its own errors come through."""
    care.coalition(session)
    care.regional_call(session)
    care.adult_call(session, description=f"Partnerships learn together. {care.SIZE_QUOTE}")
    app = typer.Typer()
    commands_check.register(app)
    commands_conditions.register(app)

    def ran(*words: str) -> str:
        found = CliRunner().invoke(app, words)
        if isinstance(found.exception, ApiError):
            raise found.exception
        assert found.exit_code == 0, found.output
        return " ".join(found.stdout.split())

    return ran


def told(printed: str) -> Any:
    """Printed JSON."""
    return json.loads(printed)


def test_a_check_tells_the_verdict_and_all_it_rests_on(run: Run) -> None:
    shown = run("check", care.SLUG, care.ADULT)
    for part in (
        "not eligible",
        "possible with",
        "Line-up (proposed by Koalitio",
        "Sample College (college)",
        f"read from the text of the call, not confirmed: “{care.SIZE_QUOTE}”",
        "from a secondary source",
        "What the proposal has to keep to",
        "--keep-proposal",
    ):
        assert part in shown


def test_met_conditions_take_one_line_unless_all_is_asked_for(run: Run) -> None:
    deadline, why = "met · deadline", "The call is open until"
    shown = run("check", care.SLUG, care.REGIONAL)
    assert deadline in shown
    assert why not in shown
    shown = run("check", care.SLUG, care.REGIONAL, "--full")
    assert deadline in shown
    assert why in shown
    assert "rakennerahastot.fi" in shown


@pytest.mark.parametrize(
    ("lang", "part"),
    [("fi", "Mitä hakemuksessa on noudatettava"), ("sv", "Vad ansökan ska följa")],
)
def test_a_check_speaks_the_readers_language(run: Run, lang: str, part: str) -> None:
    assert part in run("check", care.SLUG, care.ADULT, "--lang", lang)


def test_a_check_as_json_has_what_machines_were_promised(run: Run) -> None:
    found = told(run("check", care.SLUG, care.ADULT, "--json", "--with", "vet_provider:se"))
    assert (found["verdict"], found["curable"], found["proposed"]) == ("ineligible", True, True)
    assert {"findings", "to_keep", "members", "questions", "what_ifs", "warnings", "rules"} <= set(found)
    assert found["what_if"]["country"] == "SE"
    assert {finding["answer"] for finding in found["findings"]} <= {"yes", "no", "unknown"}


@pytest.mark.parametrize("wrong", ["employer", "employer:Sweden", "baker:SE"])
def test_a_partner_that_is_none_is_told(run: Run, wrong: str) -> None:
    with pytest.raises(BadChoice, match="employer:SE"):
        run("check", care.SLUG, care.ADULT, "--with", wrong)


def test_a_line_up_is_decided_changed_and_forgotten(run: Run) -> None:
    assert "proposed, not decided" in run("line-up", care.SLUG, care.REGIONAL)
    shown = run("line-up", care.SLUG, care.REGIONAL, "--role", "jobless=none", "--grant", "250 000")
    assert "jobless: takes no part" in shown
    assert "project.grant: 250000" in shown
    assert "The line-up is decided" in shown
    found = told(run("line-up", care.SLUG, care.REGIONAL, "--months", "24", "--json"))
    assert [one["role"] for one in found["members"]] == ["coordinator", "beneficiary", None]
    assert (found["project"]["grant"], found["project"]["months"]) == (250_000, 24)
    found = told(run("line-up", care.SLUG, care.REGIONAL, "--keep-proposal", "--json"))
    assert found["members"][2]["role"] == PartnerRole.ASSOCIATED_PARTNER
    assert "proposed, not decided" in run("line-up", care.SLUG, care.REGIONAL, "--clear")


@pytest.mark.parametrize(
    ("option", "value", "part"),
    [
        ("--role", "nobody=coordinator", "town, college, jobless"),
        ("--role", "town=boss", "coordinator, beneficiary"),
        ("--role", "town", "name=value"),
        ("--grant", "much", "whole number"),
        ("--plan", "shoe_size=44", "project.shoe_size"),
    ],
)
def test_a_bad_line_up_is_told_and_not_stored(run: Run, option: str, value: str, part: str) -> None:
    with pytest.raises(BadChoice, match=part):
        run("line-up", care.SLUG, care.REGIONAL, option, value)
    assert "proposed, not decided" in run("line-up", care.SLUG, care.REGIONAL)


def test_an_answer_is_stored_and_the_new_verdict_told(run: Run) -> None:
    shown = run("answer", care.SLUG, care.REGIONAL, "member.founded", "1992-03-01", "--member", "jobless")
    assert "Sample Job-seekers: founded is 1992-03-01." in shown
    assert "eligible · Paths to work" in shown
    found = told(run("answer", care.SLUG, care.REGIONAL, "project.months", "24", "--json"))
    assert found["verdict"] == "eligible"


def test_conditions_are_listed_confirmed_and_withdrawn(run: Run) -> None:
    assert "[consortium_size]" in run("conditions", care.ADULT)
    shown = run("conditions", care.ADULT, "--confirm", "consortium_size", "--by", "An Officer")
    assert "confirmed by the call's authority, An Officer, 2026-05-20, confirmed" in shown
    found = told(
        run(
            "conditions", care.ADULT, "--correct", "consortium_size", "--set", "minimum=2",
            "--by", "A Lead", "--coalition", care.SLUG, "--json",
        )
    )  # fmt: skip
    (size,) = [one for one in found["conditions"] if one["type"] == "consortium_size"]
    assert (size["value"], size["evidence"]["origin"]) == ("at least 2", "lead")
    shown = run("conditions", care.ADULT, "--withdraw", "consortium_size", "--coalition", care.SLUG)
    assert "at least 4" in shown
    with pytest.raises(BadChoice, match="Nobody decided"):
        run("conditions", care.ADULT, "--withdraw", "duration")


def test_a_document_is_taken_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "call.pdf"
    path.write_bytes(pdf("Conditions of this call for proposals.", care.SIZE_QUOTE))
    shown = run("conditions", care.ADULT, "--upload", str(path), "--lang", "fi")
    assert "luettu hakuasiakirjasta, call.pdf, sivu 2" in shown
    with pytest.raises(BadChoice, match="name another file"):
        run("conditions", care.ADULT, "--upload", str(tmp_path / "none.pdf"))


def test_reading_reads_what_is_new_once(run: Run) -> None:
    assert told(run("read", "--json")) == {"calls": 2, "documents": 0}
    assert told(run("read", "--json")) == {"calls": 0, "documents": 0}
    assert run("read", "--all") == "Read 2 calls and 0 call documents."

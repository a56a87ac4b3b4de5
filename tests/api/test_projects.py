"""Projects: a file in, a file out; what it points at in vain is told; a broken file changes nothing."""

from pathlib import Path

import pytest
from sqlmodel import Session

from api.errors import BadChoice
from api.services.checking import line_ups
from api.services.drafting import projects
from store.errors import BadProjectFile, NotFound
from store.models import ProjectPlan
from store.project_file import parse_project
from store.projects import project_of
from tests.api.care import SLUG
from tests.api.drafting import COVE, PLAN, PROJECT, cove


def test_the_example_imports_as_it_is_and_has_a_package_for_each_goal(session: Session) -> None:
    cove(session)
    text = projects.example_project(session, SLUG, COVE)
    works = parse_project(text, "example").content.work_packages
    assert [(work.kind.value, work.goals) for work in works] == [
        ("management", ()),
        ("goal", ("g1",)),
        ("impact", ()),
    ]
    state = projects.import_text(session, SLUG, COVE, text, "example")
    assert state.warnings == []
    for told in (
        "# Members: town, college, jobless",
        "#   risks: text, likelihood",
        "#   costs: member, work",
    ):
        assert told in text


def test_a_project_goes_in_and_comes_out(session: Session, tmp_path: Path) -> None:
    cove(session)
    file = tmp_path / "project.yaml"
    file.write_text(PROJECT + PLAN, encoding="utf-8")
    state = projects.import_project(session, SLUG, COVE, file)
    assert (state.name, state.parts) == ("Care together", {"work_packages": 2, "risks": 1})
    assert state.plan == {"months": 24, "grant": 250_000}
    assert ["risks[1].owner" in warning for warning in state.warnings] == [True]
    before = project_of(session, SLUG, COVE)
    text = projects.export_project(session, SLUG, COVE)
    projects.import_text(session, SLUG, COVE, text, "out")
    assert project_of(session, SLUG, COVE) == before
    assert projects.export_project(session, SLUG, COVE) == text


def test_a_file_without_a_plan_keeps_the_plan(session: Session) -> None:
    cove(session)
    line_ups.save_project(session, SLUG, COVE, ProjectPlan(months=30))
    projects.import_text(session, SLUG, COVE, PROJECT, "file")
    assert projects.project_state(session, SLUG, COVE).plan == {"months": 30}


def test_a_plan_that_decides_the_proposed_line_up_says_so(session: Session) -> None:
    cove(session)
    assert not projects.import_text(session, SLUG, COVE, PROJECT + "plan: {}\n", "file").proposal_kept
    assert not line_ups.is_decided(session, SLUG, COVE)
    assert projects.import_text(session, SLUG, COVE, PROJECT + PLAN, "file").proposal_kept
    assert line_ups.is_decided(session, SLUG, COVE)
    longer = PLAN.replace("24", "30")
    assert not projects.import_text(session, SLUG, COVE, PROJECT + longer, "file").proposal_kept
    assert projects.project_state(session, SLUG, COVE).plan["months"] == 30


def test_a_broken_file_leaves_what_was_stored(session: Session) -> None:
    cove(session)
    projects.import_text(session, SLUG, COVE, PROJECT, "file")
    with pytest.raises(BadProjectFile, match="colour"):
        projects.import_text(session, SLUG, COVE, PROJECT + "  colour: blue\n", "file")
    assert projects.project_state(session, SLUG, COVE).name == "Care together"


def test_nothing_stored_is_said(session: Session) -> None:
    cove(session)
    state = projects.project_state(session, SLUG, COVE)
    assert (state.saved_at, state.parts, state.plan) == (None, {}, {})
    with pytest.raises(NotFound, match="project example"):
        projects.export_project(session, SLUG, COVE)
    with pytest.raises(NotFound):
        projects.import_text(session, SLUG, "NO-CALL", PROJECT, "file")


def test_a_plan_needs_somebody_who_takes_part(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    cove(session)

    def nobody(*_: object) -> list[object]:
        return []

    monkeypatch.setattr(line_ups, "proposed_parts", nobody)
    with pytest.raises(BadChoice):
        projects.import_text(session, SLUG, COVE, PROJECT + PLAN, "file")
    assert project_of(session, SLUG, COVE) is None

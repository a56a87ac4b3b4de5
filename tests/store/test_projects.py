"""Projects: stored when people decide, replaced whole, and standing when members leave."""

import pytest
from sqlmodel import Session, select

from store import coalitions, database, line_ups, projects
from store.errors import NotFound
from store.importer import save_call
from store.models import LineUp, LineUpPart, Project, ProjectContent, ProjectPlan
from store.models.project import MemberPart, WorkPackage
from tests import builders

CALL = "ESF-2026-TEST"
WORK = WorkPackage(slug="wp1", title="Johtaminen", parts=(MemberPart(member="college", part="x"),))
CONTENT = ProjectContent(name="Työtä", work_packages=(WORK,), answers={"ethics": "none"})


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    coalitions.save_coalition(session, builders.coalition())
    save_call(session, builders.call())


def test_nothing_is_stored_before_people_decide(session: Session) -> None:
    assert projects.project_of(session, "sample-care", CALL) is None
    assert projects.stored_project(session, "sample-care", CALL) is None
    assert projects.clear_project(session, "sample-care", CALL) is False


def test_a_project_comes_back_whole_by_any_name_of_its_call(session: Session) -> None:
    saved = projects.save_project(session, "sample-care", CALL, CONTENT)
    session.expire_all()
    for name in (CALL, CALL.lower(), "1TOPICSen", str(saved.call_id)):
        assert projects.project_of(session, "sample-care", name) == CONTENT
    assert projects.stored_project(session, "sample-care", CALL) == saved


def test_saving_again_replaces_the_content_and_keeps_the_first_moment(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = projects.save_project(session, "sample-care", CALL, CONTENT)
    monkeypatch.setenv("KOALITIO_TODAY", "2026-06-01")
    assert projects.save_project(session, "sample-care", CALL, CONTENT) == first
    again = projects.save_project(session, "sample-care", CALL, ProjectContent(name="Toinen"))
    assert again.content.work_packages == ()
    assert again.saved_at == first.saved_at < again.last_modified_at
    assert len(session.exec(select(Project)).all()) == 1


def test_two_first_projects_at_once_leave_the_later_one(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = projects._stored

    def overtaken(*_: object) -> None:
        monkeypatch.setattr(projects, "_stored", look)
        with database.session() as quick:
            projects.save_project(quick, "sample-care", CALL, ProjectContent(name="First"))

    monkeypatch.setattr(projects, "_stored", overtaken)
    assert projects.save_project(session, "sample-care", CALL, CONTENT).content == CONTENT
    assert session.exec(select(Project)).one().content == CONTENT


def test_project_and_plan_are_stored_together_or_not_at_all(session: Session) -> None:
    plan = ProjectPlan(months=24)
    stranger = projects.Planned((LineUpPart(member="nobody"),), plan)
    with pytest.raises(NotFound, match="nobody"):
        projects.save_project(session, "sample-care", CALL, CONTENT, stranger)
    planned = projects.Planned((LineUpPart(member="college"),), plan)
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(projects, "_stored", _fails)
        with pytest.raises(RuntimeError):
            projects.save_project(session, "sample-care", CALL, CONTENT, planned)
    session.rollback()
    assert session.exec(select(LineUp)).all() == []
    assert session.exec(select(Project)).all() == []
    saved = projects.save_project(session, "sample-care", CALL, CONTENT, planned)
    stored = line_ups.line_up_of(session, saved.coalition_id, saved.call_id)
    assert stored is not None
    assert stored.project == plan


def _fails(*_: object) -> None:
    raise RuntimeError


def test_a_project_stands_when_a_member_leaves(session: Session) -> None:
    projects.save_project(session, "sample-care", CALL, CONTENT)
    coalitions.save_coalition(session, builders.coalition(members=[]))
    assert projects.project_of(session, "sample-care", CALL) == CONTENT


def test_coalitions_decide_for_themselves(session: Session) -> None:
    coalitions.save_coalition(session, builders.coalition(slug="other"))
    projects.save_project(session, "sample-care", CALL, CONTENT)
    assert projects.project_of(session, "other", CALL) is None
    assert projects.clear_project(session, "sample-care", CALL) is True
    assert projects.project_of(session, "sample-care", CALL) is None


@pytest.mark.parametrize(("coalition", "call"), [("nobody", CALL), ("sample-care", "NO-CALL")])
def test_an_unknown_coalition_or_call_is_told(session: Session, coalition: str, call: str) -> None:
    for asked in (projects.project_of, projects.stored_project, projects.clear_project):
        with pytest.raises(NotFound, match=r"nobody|NO-CALL"):
            asked(session, coalition, call)
    with pytest.raises(NotFound):
        projects.save_project(session, coalition, call, CONTENT)

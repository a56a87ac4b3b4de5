"""Line-ups: stored when people decide, and always those of today's members."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session, select

from store import coalitions, database, line_ups
from store.errors import NotFound
from store.importer import save_call
from store.models import LineUp, LineUpPart, ProjectPlan
from store.vocabulary import Language, PartnerRole
from tests import builders

LEAD = LineUpPart(member="a", role=PartnerRole.COORDINATOR, applications=2, applications_led=1)
PARTNER = LineUpPart(member="b", role=PartnerRole.BENEFICIARY)
PLAN = ProjectPlan(
    grant=300_000, months=24, language=Language.FI, statements={"state_aid": False}, characters={"q1": 40}
)


@pytest.fixture
def ids(session: Session) -> tuple[int, int]:
    """A coalition of the members a and b, and a call."""
    stored = save_coalition(session, "a", "b")
    call = save_call(session, builders.call()).call
    assert call.id
    return stored, call.id


def save_coalition(session: Session, *slugs: str, name: str = "sample-care") -> int:
    members = [builders.member(slug=slug) for slug in slugs]
    stored = coalitions.save_coalition(session, builders.coalition(slug=name, members=members))
    assert stored.id
    return stored.id


def test_nothing_is_stored_before_people_decide(session: Session, ids: tuple[int, int]) -> None:
    assert line_ups.line_up_of(session, *ids) is None
    assert line_ups.line_ups_of(session, ids[0]) == {}
    assert line_ups.clear_line_up(session, *ids) is False


def test_a_decision_comes_back_whole(session: Session, ids: tuple[int, int]) -> None:
    saved = line_ups.save_line_up(session, *ids, [PARTNER, LEAD], PLAN)
    session.expire_all()
    assert line_ups.line_up_of(session, *ids) == saved
    assert (saved.parts, saved.project) == ([LEAD, PARTNER], PLAN)
    assert line_ups.line_ups_of(session, ids[0]) == {ids[1]: saved}


def test_deciding_again_replaces_the_parts_and_keeps_the_plan(
    session: Session, ids: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = line_ups.save_line_up(session, *ids, [LEAD, PARTNER], PLAN)
    monkeypatch.setenv("KOALITIO_TODAY", "2026-06-01")
    again = line_ups.save_line_up(session, *ids, [PARTNER])
    assert [part.role for part in again.parts] == [None, PartnerRole.BENEFICIARY]
    assert again.project == PLAN
    assert again.saved_at == first.saved_at < again.last_modified_at
    assert len(session.exec(select(LineUp)).all()) == 1


def test_two_first_decisions_at_once_leave_the_later_one(
    session: Session, ids: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    look = line_ups._stored

    def overtaken(*_: object) -> None:
        monkeypatch.setattr(line_ups, "_stored", look)
        with database.session() as quick:
            line_ups.save_line_up(quick, *ids, [PARTNER])

    monkeypatch.setattr(line_ups, "_stored", overtaken)
    assert line_ups.save_line_up(session, *ids, [LEAD]).parts[0] == LEAD
    assert session.exec(select(LineUp)).one().parts == [LEAD]


def test_who_leaves_drops_out_and_who_comes_has_no_role_yet(session: Session, ids: tuple[int, int]) -> None:
    line_ups.save_line_up(session, *ids, [LEAD, PARTNER])
    save_coalition(session, "new", "b")
    read = line_ups.line_up_of(session, *ids)
    assert read
    assert read.parts == [LineUpPart(member="new"), PARTNER]
    save_coalition(session)
    emptied = line_ups.line_up_of(session, *ids)
    assert emptied
    assert emptied.parts == []
    save_coalition(session, "a", "b")
    back = line_ups.line_up_of(session, *ids)
    assert back
    assert back.parts == [LEAD, PARTNER]


def test_coalitions_decide_for_themselves(session: Session, ids: tuple[int, int]) -> None:
    other = save_coalition(session, "a", name="other")
    line_ups.save_line_up(session, *ids, [LEAD])
    assert line_ups.line_up_of(session, other, ids[1]) is None
    assert line_ups.clear_line_up(session, *ids) is True
    assert line_ups.line_up_of(session, *ids) is None


def test_a_part_of_nobody_is_refused_and_names_the_members(session: Session, ids: tuple[int, int]) -> None:
    with pytest.raises(NotFound, match=r"'c'.*a, b"):
        line_ups.save_line_up(session, *ids, [LineUpPart(member="c")])
    assert line_ups.line_up_of(session, *ids) is None


@pytest.mark.parametrize(
    "plan", [{"grant": -1}, {"grant": 0.5}, {"months": 0}, {"pages": -1}, {"language": "de"}, {"price": 3}]
)
def test_a_plan_that_is_none_is_refused(plan: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ProjectPlan.model_validate(plan)


@given(st.builds(ProjectPlan, regions=st.just(("FI1D7",)), municipalities=st.just(("698",))))
def test_a_plan_survives_being_plain_data(plan: ProjectPlan) -> None:
    adapter = TypeAdapter(ProjectPlan)
    assert adapter.validate_python(adapter.dump_python(plan, mode="json")) == plan

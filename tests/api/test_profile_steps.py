"""Steps of a profile: what is kept unchecked, what counts as done, who answers which need, who may."""

import pytest
from sqlmodel import Session

from api.errors import Forbidden, SignInNeeded
from api.services.access.actor import STRANGER, Actor, act_as
from api.services.profile.coverage import assets_of, save_answers
from api.services.profile.profile_progress import StepState, needs_of_nobody, profile_progress
from api.services.profile.profile_steps import Step, drop_step, keep_step, kept_steps, save_step
from store.coalition_file import parse_coalition, write_coalition
from store.coalitions import coalition_by_slug, profile_of, public_coalition, save_coalition
from store.errors import NotFound
from store.models import GoalCreate, NeedCreate
from store.models.member_parts import Answer
from store.vocabulary import PartnerRole, Role
from tests.builders import coalition, member

SLUG = "sample-care"
BARE = {"summary": "", "nuts_regions": [], "target_groups": [], "members": [], "goals": [], "needs": []}


def states(session: Session) -> dict[str, str]:
    return {str(one.step): str(one.state) for one in profile_progress(session, SLUG).steps}


def gains(session: Session, step: Step) -> dict[str, int | None]:
    steps = {one.step: one for one in profile_progress(session, SLUG).steps}
    return {one.key: one.n for one in steps[step].improvements}


def test_a_name_alone_is_a_beginning_and_the_first_step_is_next(session: Session) -> None:
    save_coalition(session, coalition(**BARE))
    assert states(session) == {"who": "in_progress"} | dict.fromkeys(list(Step)[1:], "not_started")
    progress = profile_progress(session, SLUG)
    assert (progress.done, progress.next) == (0, Step.WHO)


def test_a_whole_profile_has_nothing_left_to_improve(session: Session) -> None:
    lead = member(slug="town", role_wish=PartnerRole.COORDINATOR, answers=[Answer(need="n1", asset="a hall")])
    save_coalition(
        session,
        coalition(
            members=[lead.model_copy(update={"legal_type": "public"})],
            goals=[GoalCreate(slug="g1", text="Zx", indicator="Zx")],
            needs=[NeedCreate(slug="n1", text="Zx", evidence="report", figure="12 of 60 posts")],
            capacity="one manager",
            working_languages=["suomi"],
            avoids=["nothing"],
        ),
    )
    progress = profile_progress(session, SLUG)
    assert (progress.done, progress.next) == (7, None)
    assert all(not one.improvements for one in progress.steps)


def test_what_is_missing_is_counted_where_it_is(session: Session) -> None:
    bare = member(slug="a", nuts_region=None, role_wish=None, expertise=None)
    needs = [
        NeedCreate(slug="n1", text="Zx", evidence="report"),
        NeedCreate(slug="n2", text="Zx"),
        NeedCreate(slug="n3", text="Zx", figure="3 of 4"),
    ]
    save_coalition(session, coalition(members=[bare, member(slug="b")], needs=needs))
    assert gains(session, Step.MEMBERS) == {
        "members.region": 1,
        "members.role": 1,
        "members.lead": None,
        "members.strength": 1,
        "members.legal": 2,
    }
    assert gains(session, Step.NEEDS) == {"needs.source": 2, "needs.figure": 2, "needs.nobody": 3}


def test_what_nobody_wishes_or_answers_keeps_no_step_from_being_done(session: Session) -> None:
    need = NeedCreate(slug="n1", text="Zx", evidence="report", figure="3 of 4")
    save_coalition(session, coalition(needs=[need]))
    assert states(session)["members"] == StepState.DONE
    assert states(session)["needs"] == StepState.DONE
    assert "needs.nobody" in gains(session, Step.NEEDS)


def test_a_step_kept_for_later_is_in_progress_until_it_is_saved(session: Session) -> None:
    stored = save_coalition(session, coalition(capacity="one manager"))
    assert states(session)["capacity"] == StepState.DONE
    first = keep_step(session, SLUG, Step.CAPACITY, {"capacity": " two\nmanagers"})
    assert states(session)["capacity"] == StepState.IN_PROGRESS
    again = keep_step(session, SLUG, Step.CAPACITY, {"capacity": "three"})
    assert first.mark != again.mark
    assert kept_steps(session, SLUG)[Step.CAPACITY].fields == {"capacity": "three"}
    session.refresh(stored)
    assert stored.capacity == "one manager"
    save_step(session, Step.CAPACITY, profile_of(stored).model_copy(update={"capacity": "three"}))
    assert kept_steps(session, SLUG) == {}
    assert coalition_by_slug(session, SLUG).capacity == "three"


def test_a_kept_step_can_be_dropped(session: Session) -> None:
    save_coalition(session, coalition())
    keep_step(session, SLUG, Step.GOALS, {"goals-0-text": "Zx"})
    drop_step(session, SLUG, Step.GOALS)
    drop_step(session, SLUG, Step.GOALS)
    assert kept_steps(session, SLUG) == {}


@pytest.mark.parametrize("role", [Role.GRANT_WRITER, Role.MEMBER])
def test_only_the_lead_keeps_steps_and_answers(session: Session, role: Role) -> None:
    save_coalition(session, coalition())
    act_as(session, Actor("account", account_id=1, roles={SLUG: frozenset({role})}))
    for ask in (
        lambda: keep_step(session, SLUG, Step.GOALS, {}),
        lambda: kept_steps(session, SLUG),
        lambda: drop_step(session, SLUG, Step.GOALS),
        lambda: save_answers(session, SLUG, {}),
    ):
        with pytest.raises(Forbidden):
            ask()
    assert profile_progress(session, SLUG).next is Step.GOALS


def test_others_find_nothing_there(session: Session) -> None:
    save_coalition(session, coalition())
    act_as(session, Actor("account", account_id=1))
    with pytest.raises(NotFound):
        kept_steps(session, SLUG)
    act_as(session, STRANGER)
    with pytest.raises(SignInNeeded):
        profile_progress(session, SLUG)


def test_answers_replace_those_to_needs_and_leave_the_others(session: Session) -> None:
    loose = Answer(need=None, asset="money")
    needs = [NeedCreate(slug="n1", text="Zx"), NeedCreate(slug="n2", text="Zx")]
    members = [member(slug="a", answers=[Answer(need="n1", asset="old"), loose]), member(slug="b")]
    save_coalition(session, coalition(members=members, needs=needs))
    save_answers(
        session, SLUG, {("n2", "a"): " a hall ", ("n2", "b"): "", ("n9", "a"): "x", ("n1", "z"): "x"}
    )
    after = public_coalition(coalition_by_slug(session, SLUG))
    assert after.members[0].answers == [Answer(need="n2", asset="a hall"), loose]
    assert after.members[1].answers == [Answer(need="n2", asset=None)]
    assert assets_of(after) == {("n2", "a"): "a hall", ("n2", "b"): ""}
    assert needs_of_nobody(after) == ["n1"]


def test_new_fields_go_out_to_the_file_and_come_back() -> None:
    profile = coalition(
        needs=[NeedCreate(slug="n1", text="Zx", figure="12 of 60 posts", evidence="report 2025")],
        capacity="one manager\nhalf-time",
        working_languages=["suomi", "svenska"],
        avoids=["more than ten partners"],
    )
    assert parse_coalition(write_coalition(profile), "x.yaml") == profile

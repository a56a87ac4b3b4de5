"""The lead asks members about a call: what is asked, of whom, and what the fields begin with."""

from datetime import date
from decimal import Decimal

import pytest
from sqlmodel import Session

from api.errors import BadChoice, Forbidden
from api.services.members.member_asks import ANSWERED_NEEDS, CANNOT_ALONE, ask_question, ask_role, asks_of
from api.services.members.member_shapes import MemberAsk
from store import projects
from store.models import ProjectContent
from store.models.member_parts import Answer
from store.models.project_budget import Budget, CostLine
from store.vocabulary import Confirmation, Language, PartnerRole, Role
from tests.api import care, seats


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    bare = [one.model_copy(update={"legal_type": None, "founded": None}) for one in care.members()]
    care.coalition(session, members=bare)
    care.adult_call(session)


def member(session: Session, slug: str, language: Language = Language.EN) -> MemberAsk:
    shown = asks_of(session, care.SLUG, care.ADULT, language=language)
    return next(one for one in shown.members if one.slug == slug)


def first_open(session: Session) -> tuple[str, str]:
    """A member that the check asks about, and the fact."""
    shown = asks_of(session, care.SLUG, care.ADULT)
    found = next(one for one in shown.members if one.open)
    return found.slug, found.open[0].fact


def test_every_member_stands_there_with_its_role_and_open_questions(session: Session) -> None:
    shown = asks_of(session, care.SLUG, care.ADULT)
    assert [one.slug for one in shown.members] == ["town", "college", "jobless"]
    assert all(question.member == one.slug for one in shown.members for question in one.open)
    assert any(one.open for one in shown.members)
    assert shown.waiting == []
    assert not any(one.was_asked for one in shown.members)


def test_a_question_that_was_put_waits_for_the_member(session: Session) -> None:
    slug, fact = first_open(session)
    with seats.asking(session, seats.actor(Role.LEAD, "Leena")):
        ask_question(session, care.SLUG, care.ADULT, slug, fact, answer_by=date(2026, 9, 3))
        ask_question(session, care.SLUG, care.ADULT, slug, fact, answer_by=date(2026, 9, 3))
    found = member(session, slug)
    assert [(one.fact, one.asked_by, one.is_open) for one in found.asked] == [(fact, "Leena", True)]
    assert fact not in [one.fact for one in found.open]
    assert [one.slug for one in asks_of(session, care.SLUG, care.ADULT).waiting] == [slug]


@pytest.mark.parametrize(
    ("slug", "fact"),
    [("college", "member.shoe_size"), ("nobody", "member.founded"), ("town", "project.months")],
)
def test_what_the_check_does_not_ask_is_not_put(session: Session, slug: str, fact: str) -> None:
    with pytest.raises(BadChoice):
        ask_question(session, care.SLUG, care.ADULT, slug, fact)
    assert asks_of(session, care.SLUG, care.ADULT).waiting == []


def test_a_role_is_asked_in_the_words_of_the_call(session: Session) -> None:
    ask_role(
        session,
        care.SLUG,
        care.ADULT,
        "college",
        role=PartnerRole.BENEFICIARY,
        hours=120,
        benefit="New teachers",
        request="A letter",
        answer_by=date(2026, 9, 3),
    )
    task = member(session, "college", Language.SV).task
    assert task is not None
    assert (task.role_label, task.hours, task.benefit, task.request, task.answer_by, task.state) == (
        "bidragsmottagare",
        120,
        "New teachers",
        "A letter",
        date(2026, 9, 3),
        Confirmation.ASKED,
    )


def test_what_is_not_known_stays_unknown(session: Session) -> None:
    ask_role(session, care.SLUG, care.ADULT, "college")
    task = member(session, "college").task
    assert task is not None
    assert (task.role, task.hours, task.benefit, task.request, task.answer_by) == (None,) * 5


def test_hours_begin_with_the_projects_person_months_by_the_stated_rule(session: Session) -> None:
    assert member(session, "college").hours is None
    costs = (
        CostLine(member="college", category="salaries", person_months=Decimal("2.5")),
        CostLine(member="college", category="salaries", person_months=Decimal("0.5")),
        CostLine(member="college", category="travel"),
        CostLine(member="town", category="salaries", person_months=Decimal(9)),
    )
    projects.save_project(session, care.SLUG, care.ADULT, ProjectContent(budget=Budget(costs=costs)))
    hours = member(session, "college").hours
    assert hours is not None
    assert hours.value == str(3 * 1720 // 12)
    assert member(session, "jobless").hours is None


def test_the_benefit_begins_with_what_the_profile_says_of_the_member(session: Session) -> None:
    members = care.members()
    members[0] = members[0].model_copy(update={"cannot_alone": "Reach employers"})
    members[1] = members[1].model_copy(update={"answers": [Answer(need="n1", asset="a workshop")]})
    care.coalition(session, members=members)
    assert member(session, "town").benefit == ("Reach employers", CANNOT_ALONE)
    assert member(session, "college").benefit == ("Nurses are missing", ANSWERED_NEEDS)
    assert member(session, "jobless").benefit is None


def test_members_do_not_ask_members(session: Session) -> None:
    with seats.asking(session, seats.actor(Role.MEMBER, member="college")):
        with pytest.raises(Forbidden):
            asks_of(session, care.SLUG, care.ADULT)
        with pytest.raises(Forbidden):
            ask_role(session, care.SLUG, care.ADULT, "town")
        with pytest.raises(Forbidden):
            ask_question(session, care.SLUG, care.ADULT, "town", "member.oid")

"""An answer goes where it belongs; a bad one is told in one line and stores nothing."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session

from api.errors import BadChoice
from api.services.checking import line_ups
from api.services.checking.answer_question import answer
from api.services.checking.check_call import check_call
from store.coalitions import coalition_by_slug, profile_of
from store.models import CoalitionCreate, ProjectPlan
from store.vocabulary import Identifier, Language, LegalType
from tests.api import care


@pytest.fixture(autouse=True)
def _stored(session: Session) -> None:
    care.coalition(session)
    care.regional_call(session)


def profile(session: Session) -> CoalitionCreate:
    """The coalition as stored now."""
    session.expire_all()
    return profile_of(coalition_by_slug(session, care.SLUG))


def plan(session: Session) -> ProjectPlan:
    """The plan as stored now; an empty one when none is."""
    return line_ups.plan_of(session, care.SLUG, care.REGIONAL)


@pytest.mark.parametrize(
    ("fact", "value", "stored"),
    [
        ("legal_type", "non_profit", LegalType.NON_PROFIT),
        ("legal_type", "julkinen organisaatio", LegalType.PUBLIC),
        ("founded", "1992-03-01", date(1992, 3, 1)),
        ("municipality", "Rovaniemi", "698"),
        ("municipality", "698", "698"),
        ("nuts_region", "Lappland", "FI1D7"),
        ("nuts_region", "fi1d9", "FI1D9"),
        ("may_co_fund", "kyllä", True),
        ("consortium_experience", "nej", False),
        ("legal_type", "unknown", None),
    ],
)
def test_a_members_fact_goes_to_its_profile(session: Session, fact: str, value: str, stored: Any) -> None:
    before = profile(session)
    answer(session, care.SLUG, care.REGIONAL, f"member.{fact}", value, "jobless")
    after = profile(session)
    assert getattr(after.members[2], fact) == stored
    assert after.members[:2] == before.members[:2]
    assert (after.goals, after.needs) == (before.goals, before.needs)


@pytest.mark.parametrize(
    ("fact", "value", "identifiers", "lacks"),
    [
        ("pic", "999999999", {Identifier.PIC: "999999999"}, []),
        ("pic", "no", {}, [Identifier.PIC]),
        ("suomi_fi_mandate", "ja", {Identifier.SUOMI_FI_MANDATE: "yes"}, []),
    ],
)
def test_a_registration_is_a_number_or_a_no(
    session: Session, fact: str, value: str, identifiers: dict[Identifier, str], lacks: list[Identifier]
) -> None:
    answer(session, care.SLUG, care.REGIONAL, f"member.{fact}", value, "college")
    college = profile(session).members[1]
    assert (college.identifiers, college.lacks) == (identifiers, lacks)
    answer(session, care.SLUG, care.REGIONAL, f"member.{fact}", "unknown", "college")
    college = profile(session).members[1]
    assert (college.identifiers, college.lacks) == ({}, [])


def test_applications_belong_to_the_line_up_of_the_call(session: Session) -> None:
    answer(session, care.SLUG, care.REGIONAL, "member.applications", "3", "town")
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert [one.applications for one in found.members] == [3, None, None]
    assert not found.proposed
    assert all(one.role for one in found.members)


@pytest.mark.parametrize(
    ("fact", "value", "field", "stored"),
    [
        ("months", "24", "months", 24),
        ("grant", "250 000 €", "grant", 250_000),
        ("grant", "250,000", "grant", 250_000),
        ("language", "fi", "language", Language.FI),
        ("investment", "no", "investment", False),
        ("municipality", "Rovaniemi, Kemi", "municipalities", ("698", "240")),
        ("regions", "Lappi", "regions", ("FI1D7",)),
        ("activities", "none", "activities", ()),
        ("statements.state_aid", "yes", "statements", {"state_aid": True}),
        ("characters.summary", "1200", "characters", {"summary": 1200}),
    ],
)
def test_a_value_of_the_plan_goes_to_the_line_up(
    session: Session, fact: str, value: str, field: str, stored: Any
) -> None:
    answer(session, care.SLUG, care.REGIONAL, f"project.{fact}", value)
    assert getattr(plan(session), field) == stored
    answer(session, care.SLUG, care.REGIONAL, f"project.{fact}", "unknown")
    assert plan(session) == ProjectPlan()


def test_an_answer_settles_the_question(session: Session) -> None:
    bare = [one.model_copy(update={"legal_type": None, "founded": None}) for one in care.members()]
    care.coalition(session, members=bare)
    care.adult_call(session)
    asked = next(one.question for one in check_call(session, care.SLUG, care.ADULT).members if one.question)
    value = {"legal_type": "public", "date": "1985-01-01", "yes_no": "yes"}[asked.kind]
    answer(session, care.SLUG, care.ADULT, asked.fact, value, asked.member)
    members = check_call(session, care.SLUG, care.ADULT).members
    again = [(one.question.fact, one.question.member) for one in members if one.question]
    assert (asked.fact, asked.member) not in again


def test_the_coalitions_word_on_a_condition_holds_for_it(session: Session) -> None:
    answer(session, care.SLUG, care.REGIONAL, "call.duration", "maximum=30", by="A. Lead")
    found = check_call(session, care.SLUG, care.REGIONAL)
    duration = next(one for one in found.to_keep if one.type == "duration")
    assert (duration.value, duration.evidence.origin, duration.evidence.by) == (
        "at most 30 months",
        "lead",
        "A. Lead",
    )
    answer(session, care.SLUG, care.REGIONAL, "call.duration", "unknown")
    found = check_call(session, care.SLUG, care.REGIONAL)
    assert [one for one in found.to_keep if one.evidence.origin == "lead"] == []


@pytest.mark.parametrize(
    ("fact", "value", "member", "told"),
    [
        ("member.founded", "1992", "town", "1995-03-01"),
        ("member.founded", "2026-02-30", "town", "whole day"),
        ("member.legal_type", "club", "town", "non_profit"),
        ("member.pic", "12", "town", "nine digits"),
        ("member.municipality", "Atlantis", "town", "Finnish municipality"),
        ("member.may_co_fund", "perhaps", "town", "neither yes nor no"),
        ("member.shoe_size", "44", "town", "member.shoe_size"),
        ("member.founded", "1992-01-01", None, "Say which member"),
        ("member.founded", "1992-01-01", "nobody", "town, college, jobless"),
        ("project.months", "two", None, "whole number"),
        ("project.months", "0", None, "write 1 or more"),
        ("project.shoe_size", "44", None, "project.shoe_size"),
        ("project.statements", "yes", None, "statements.KEY"),
        ("call.duration", "perhaps", None, "confirm, reject"),
        ("call.duration", "longest=3", None, "minimum"),
        ("call.duration", "confirm", None, "correct it"),
        ("call.shoe_size", "minimum=3", None, "consortium_size"),
        ("weather", "fine", None, "begins with member."),
    ],
)
def test_a_bad_answer_is_told_in_one_line_and_stores_nothing(
    session: Session, fact: str, value: str, member: str | None, told: str
) -> None:
    before = profile(session)
    with pytest.raises(BadChoice, match=told) as refused:
        answer(session, care.SLUG, care.REGIONAL, fact, value, member)
    assert "\n" not in str(refused.value)
    assert profile(session) == before
    assert check_call(session, care.SLUG, care.REGIONAL).proposed

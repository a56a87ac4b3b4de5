"""The sample coalitions are whole, plainly samples, and honest about what is not known."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sample_world import coalition_files
from store.coalition_file import read_coalition
from store.models.cooperation import EmployerBase
from store.models.member_parts import Employer, PastProject, Staff

ACTOR_TYPES = {
    "employment_authority",
    "municipality",
    "regional_council",
    "wellbeing_county",
    "employer",
    "employer_org",
    "trade_union",
    "vet_provider",
    "hei",
    "research",
    "third_sector",
    "social_enterprise",
    "target_group_org",
}
MEMBER_KEYS = {
    "id",
    "name",
    "actor_type",
    "country",
    "region",
    "role_wish",
    "capacities",
    "expertise",
    "contribution",
}
FACT_KEYS = {"legal_type", "founded"}
MORE_FACT_KEYS = {"municipality", "identifiers", "lacks", "may_co_fund", "consortium_experience"}
"""Facts that calls ask for; those of `MORE_FACT_KEYS` are left out where nothing is known."""
PART_KEYS = {"cannot_alone", "answers", "represents", "newcomer", "employer", "staff", "past_projects"}
"""What drafts tell of a member; left out where nothing is known."""
FULL = "satakunta-transition"
"""The coalition whose profile leaves nothing open that its partnership section tells."""
LEGAL_TYPES = {"public", "public_service", "non_profit", "for_profit", None}
ROLES = {"coordinator", "beneficiary", "affiliated_entity", "associated_partner", "subcontractor", None}
SAMPLE_WORDS = ("esimerkki", "exempel", "sample", "esimerkin")


def coalition(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert loaded["koalitio"] == 1
    found: dict[str, Any] = loaded["coalition"]
    return found


@pytest.fixture(params=coalition_files(), ids=lambda path: path.stem)
def profile(request: pytest.FixtureRequest) -> dict[str, Any]:
    assert coalition(request.param)["id"] == request.param.stem
    return coalition(request.param)


def test_there_is_one_in_each_language() -> None:
    assert sorted(coalition(path)["language"] for path in coalition_files()) == ["en", "fi", "sv"]


def test_members_have_their_facts(profile: dict[str, Any]) -> None:
    members = profile["members"]
    assert 5 <= len(members) <= 8
    assert len({member["id"] for member in members}) == len(members)
    assert [member["role_wish"] for member in members].count("coordinator") == 1
    for member in members:
        known = MEMBER_KEYS | FACT_KEYS | MORE_FACT_KEYS | PART_KEYS
        assert MEMBER_KEYS | FACT_KEYS <= member.keys() <= known
        assert member["legal_type"] in LEGAL_TYPES
        assert member["actor_type"] in ACTOR_TYPES
        assert member["role_wish"] in ROLES
        assert len(member["country"]) == 2
        assert any(word in member["name"].lower() for word in SAMPLE_WORDS), member["name"]


def test_jobseekers_and_workers_have_a_seat(profile: dict[str, Any]) -> None:
    types = {member["actor_type"] for member in profile["members"]}
    assert {"trade_union", "target_group_org", "employment_authority"} <= types
    assert types & {"employer", "employer_org"}


def test_goals_and_needs(profile: dict[str, Any]) -> None:
    assert 3 <= len(profile["goals"]) <= 5
    assert 2 <= len(profile["needs"]) <= 4
    assert all(goal["text"] and "indicator" in goal for goal in profile["goals"])
    assert all(need["text"] and {"region", "evidence"} <= need.keys() for need in profile["needs"])
    assert 2 <= profile["summary"].count(".") <= 4


def test_some_facts_are_honestly_unknown(profile: dict[str, Any]) -> None:
    if profile["id"] == FULL:
        return
    members, goals, needs = profile["members"], profile["goals"], profile["needs"]
    assert 1 <= [member["founded"] for member in members].count(None) <= 2
    assert any("consortium_experience" not in member for member in members)
    assert any(goal["indicator"] is None for goal in goals)
    assert any(need["evidence"] is None for need in needs)
    assert any(
        None in (member["expertise"], member["contribution"], member["role_wish"]) for member in members
    )
    assert any("staff" not in member for member in members)
    assert any("newcomer" not in member for member in members)
    assert "null" in yaml.safe_dump(profile["cooperation"])


def holes(value: Any, place: str = "") -> list[str]:
    """Places of what is not known in what is written."""
    if isinstance(value, dict):
        return [hole for key, inner in value.items() for hole in holes(inner, f"{place}.{key}")]
    if isinstance(value, list):
        return [hole for number, inner in enumerate(value) for hole in holes(inner, f"{place}[{number}]")]
    return [place] if value is None else []


def test_one_coalition_leaves_nothing_open_that_drafts_tell_of_its_partnership() -> None:
    (path,) = (path for path in coalition_files() if path.stem == FULL)
    profile = coalition(path)
    assert holes(profile) == []
    read = read_coalition(path)
    for member in read.members:
        told = PART_KEYS - {"represents", "employer"}
        assert all(getattr(member, key) not in (None, [], "") for key in told), member.slug
        assert all(set(Staff.model_fields) == staff.model_fields_set for staff in member.staff)
        assert all(set(PastProject.model_fields) == past.model_fields_set for past in member.past_projects)
    employers = [member.employer for member in read.members if member.employer]
    assert [employer.model_fields_set for employer in employers] == [set(Employer.model_fields)]
    assert {need.slug for need in read.needs} == {a.need for member in read.members for a in member.answers}
    for part in (read.cooperation, read.cooperation.governance, read.cooperation.theory):
        assert part.model_fields_set == set(type(part).model_fields)
    assert read.cooperation.employers.model_fields_set == set(EmployerBase.model_fields)
    new = {member.slug for member in read.members if member.newcomer}
    assert {support.member for support in read.cooperation.newcomers} == new


def test_job_seekers_and_workers_are_represented_and_seated(profile: dict[str, Any]) -> None:
    voices = {group for member in profile["members"] for group in member.get("represents", [])}
    seats = {seat.get("represents") for seat in profile["cooperation"]["governance"]["steering_group"]}
    assert voices == {"job_seekers", "workers"}
    assert voices <= seats


def test_no_number_of_a_register_is_made_up(profile: dict[str, Any]) -> None:
    for member in profile["members"]:
        assert set(member.get("identifiers", {})) <= {"suomi_fi_mandate"}

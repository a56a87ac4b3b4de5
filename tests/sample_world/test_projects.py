"""The sample projects agree with themselves: months inside, sums that meet, slugs that are there."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from pydantic import BaseModel

from sample_world import coalition_files, load_world, projects
from sample_world.world import SampleProject
from store.coalition_file import read_coalition
from store.models import CoalitionCreate, ProjectPlan
from store.models.project import ProjectContent
from store.project_file import ProjectFile, read_project
from store.references import unknown_references
from store.vocabulary import Counts, PartnerRole, WorkKind

COALITIONS = {path.stem: read_coalition(path) for path in coalition_files()}
LUMP_SUMS = {"ka220-adu": 250_000, "ka210-adu": 60_000}
FLAT_RATES = ("sample-psuevk-908", "sample-kesevk-909")


@pytest.fixture(params=projects(), ids=lambda sample: f"{sample.coalition}-{sample.call}")
def sample(request: pytest.FixtureRequest) -> SampleProject:
    found: SampleProject = request.param
    return found


@pytest.fixture
def file(sample: SampleProject) -> ProjectFile:
    return read_project(sample.path)


@pytest.fixture
def plan(file: ProjectFile) -> ProjectPlan:
    assert file.plan is not None
    return file.plan


@pytest.fixture
def coalition(sample: SampleProject) -> CoalitionCreate:
    return COALITIONS[sample.coalition]


def test_every_coalition_has_a_project_for_calls_of_the_sample_world() -> None:
    shown = load_world()
    known = {topic.identifier.lower() for call in shown.portal for topic in call.topics}
    known |= {notice.identifier.lower() for notice in shown.eura}
    known |= {call.action.lower() for call in shown.agency if call.action}
    assert {each.coalition for each in projects()} == set(COALITIONS)
    assert {each.call for each in projects()} <= known


def test_members_and_goals_that_are_named_are_there(file: ProjectFile, coalition: CoalitionCreate) -> None:
    assert unknown_references(file.content, coalition) == ()


def test_a_work_package_for_management_comes_first_and_one_for_impact_last(file: ProjectFile) -> None:
    kinds = [work.kind for work in file.content.work_packages]
    assert (kinds[0], kinds[-1]) == (WorkKind.MANAGEMENT, WorkKind.IMPACT)
    assert set(kinds[1:-1]) == {WorkKind.GOAL}


def months(part: BaseModel) -> Iterator[int]:
    """Every project month in the part."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        if name in ("month", "first_month", "last_month") and value is not None:
            yield value
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, BaseModel):
                yield from months(item)


def test_every_month_is_inside_the_project(file: ProjectFile, plan: ProjectPlan) -> None:
    assert plan.months
    assert max(months(file.content)) == plan.months


def test_tasks_and_results_are_inside_their_work_package(file: ProjectFile) -> None:
    for work in file.content.work_packages:
        assert work.first_month
        assert work.last_month
        held = [
            month for part in (*work.tasks, *work.milestones, *work.deliverables) for month in months(part)
        ]
        assert work.first_month <= min(held) <= max(held) <= work.last_month, work.slug


def test_deliverables_are_few(file: ProjectFile) -> None:
    assert 5 <= sum(len(work.deliverables) for work in file.content.work_packages) <= 15


def test_every_goal_has_work_effects_and_a_qualitative_indicator(
    file: ProjectFile, coalition: CoalitionCreate
) -> None:
    content = file.content
    named = {goal for work in content.work_packages for goal in work.goals}
    goals = {goal.slug for goal in coalition.goals if goal.slug in named}
    assert named == goals
    assert {effect.goal for effect in content.effects} >= goals
    qualitative = {each.goal for each in content.indicators if each.counts is Counts.QUALITATIVE}
    assert qualitative >= goals


def test_money_meets(sample: SampleProject, file: ProjectFile, plan: ProjectPlan) -> None:
    budget = file.content.budget
    shares = sum((share.amount or Decimal(0) for share in budget.shares), Decimal(0))
    assert shares == plan.grant
    assert all(share.reason for share in budget.shares)
    if sample.call in LUMP_SUMS:
        assert plan.grant == LUMP_SUMS[sample.call]
        return
    assert plan.total_cost is not None
    assert plan.own_funding is not None
    assert plan.other_funding is not None
    funding = sum((each.amount or Decimal(0) for each in budget.funding), Decimal(0))
    assert funding == plan.own_funding + plan.other_funding == plan.total_cost - shares


def test_costs_meet_the_total(sample: SampleProject, file: ProjectFile, plan: ProjectPlan) -> None:
    costs = sum((line.amount or Decimal(0) for line in file.content.budget.costs), Decimal(0))
    if sample.call in LUMP_SUMS:
        assert costs == 0
        return
    rate = Decimal("1.4") if sample.call in FLAT_RATES else Decimal("1.07")
    assert costs * rate == plan.total_cost
    if sample.call in FLAT_RATES:
        assert costs == plan.salaries
        assert {line.category for line in file.content.budget.costs} == {"salaries"}


def test_only_members_with_a_share_of_the_grant_have_costs(
    file: ProjectFile, coalition: CoalitionCreate
) -> None:
    funded = (PartnerRole.COORDINATOR, PartnerRole.BENEFICIARY)
    able = {member.slug for member in coalition.members if member.role_wish in funded}
    assert {line.member for line in file.content.budget.costs} <= able
    assert {share.member for share in file.content.budget.shares} <= able


def test_management_of_a_lump_sum_is_a_fifth_at_most(sample: SampleProject, file: ProjectFile) -> None:
    if sample.call != "ka220-adu":
        return
    first = file.content.work_packages[0].slug
    shares = [share for share in file.content.budget.shares if share.work == first]
    assert sum(share.amount or 0 for share in shares) <= LUMP_SUMS[sample.call] / 5


def empty_fields(content: ProjectContent, *aside: str) -> set[str]:
    """Top fields of the project that hold nothing."""
    return {name for name in type(content).model_fields if not getattr(content, name) and name not in aside}


def test_the_full_coalition_leaves_no_part_of_its_projects_empty() -> None:
    for each in projects():
        if each.coalition == "satakunta-transition":
            assert empty_fields(read_project(each.path).content) == set()

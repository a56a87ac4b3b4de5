"""A project goes out to a file and comes back the same; what a file has wrong is told in one line."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import BadProjectFile
from store.models import ProjectContent, ProjectPlan
from store.models.project import Indicator, Risk, Task, WorkPackage
from store.models.project_budget import Budget, CostLine, Funding, Share
from store.project_file import parse_project, read_project, write_project
from store.references import unknown_references
from store.vocabulary import Counts, FundingKind, Language, RiskLevel, WorkKind
from tests import builders

TOP = "koalitio: 1\nproject:\n  name: x\n"
TWO = TOP + "  work_packages:\n    - {id: wp1}\n    - {id: wp2}\n"

words = st.none() | st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=30)
slugs = st.sampled_from(["a", "b", "wp1", "long-term"])
maybe = st.none() | slugs
month = st.none() | st.integers(1, 120)
cents = st.decimals(0, 10**9, places=2)
packages = st.lists(
    st.builds(
        WorkPackage,
        slug=slugs,
        kind=st.sampled_from(WorkKind),
        title=words,
        goals=st.tuples(slugs),
        lead=maybe,
        first_month=month,
        parts=st.just(()),
        tasks=st.tuples(st.builds(Task, title=words, lead=maybe, members=st.tuples(slugs), last_month=month)),
        milestones=st.just(()),
        deliverables=st.just(()),
    ),
    unique_by=lambda work: work.slug,
    max_size=3,
).map(tuple)
contents = st.builds(
    ProjectContent,
    name=words,
    start=st.none() | st.dates(),
    priorities=st.tuples(st.text("abcäö ", max_size=20)),
    work_packages=packages,
    events=st.just(()),
    risks=st.tuples(st.builds(Risk, text=words, likelihood=st.sampled_from(RiskLevel), work=st.none())),
    indicators=st.tuples(st.builds(Indicator, code=words, counts=st.sampled_from(Counts), goal=maybe)),
    effects=st.just(()),
    commitments=st.just(()),
    budget=st.builds(
        Budget,
        costs=st.tuples(st.builds(CostLine, member=maybe, work=st.none(), amount=st.none() | cents)),
        shares=st.tuples(st.builds(Share, member=maybe, work=st.none(), amount=cents, reason=words)),
        funding=st.tuples(st.builds(Funding, kind=st.sampled_from(FundingKind), amount=cents)),
        subcontracts=st.just(()),
    ),
    answers=st.dictionaries(st.sampled_from(["ethics", "id", "slug", "region"]), st.text("ab ", max_size=9)),
)


@given(
    contents,
    st.none() | st.builds(ProjectPlan, regions=st.just(("FI1D7",)), municipalities=st.just(("698",))),
)
def test_a_file_gives_the_same_project_and_plan_back(
    content: ProjectContent, plan: ProjectPlan | None
) -> None:
    assert parse_project(write_project(content, plan), "x") == (content, plan)


def test_a_file_is_read_with_its_plan(tmp_path: Path) -> None:
    path = tmp_path / "project.yaml"
    path.write_text(
        TWO
        + "  budget:\n    shares:\n      - {member: college, work: wp2, amount: 1200.50, reason: Leads.}\n"
        + "plan:\n  months: 24\n  grant: 250000\n  language: fi\n  regions: [FI1D7]\n"
    )
    content, plan = read_project(path)
    assert content.budget.shares == (
        Share(member="college", work="wp2", amount=Decimal("1200.50"), reason="Leads."),
    )
    assert plan == ProjectPlan(months=24, grant=250_000, language=Language.FI, regions=("FI1D7",))


def test_a_file_without_a_plan_leaves_it_open() -> None:
    assert parse_project(TOP, "x").plan is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty"),
        ("koalitio: 1\n", "no `project:` at the top"),
        ("project: {name: x}", "`koalitio: 1` is missing"),
        (TOP + "plans: {}\n", "unknown key 'plans' at the top; known: koalitio, project, plan"),
        (TOP + "  title: y\n", "unknown key `title`: check its spelling"),
        (TOP + "  start: 2027\n", "`start`: write the whole day"),
        (TOP + "  work_packages: yes\n", "`work_packages` is 'yes'"),
        (TOP + "  work_packages: [{title: y}]\n", "`work_packages[1].id` is missing"),
        (TOP + "  work_packages: [{id: wp1}, {id: wp1}]\n", "`work_packages`: 2 of them have the id 'wp1'"),
        (TWO.replace("{id: wp2}", "{id: wp2, first_month: 0}"), "`work_packages[2].first_month` is '0'"),
        (
            TOP + "  risks: [{likelihood: likely}]\n",
            "`risks[1].likelihood` is 'likely': input should be 'low'",
        ),
        (TOP + "  budget: {costs: [{amount: -1}]}\n", "`budget.costs[1].amount` is '-1'"),
        (TOP + "  budget: {costs: [{amount: 0.001}]}\n", "`budget.costs[1].amount` is '0.001'"),
        (
            TWO + "  risks: [{work: wp9}]\n",
            "`risks[1].work`: there is no work package 'wp9'; there are: wp1, wp2.",
        ),
        (
            TOP + "  budget: {shares: [{work: wp1}]}\n",
            "`budget.shares[1].work`: there is no work package 'wp1'",
        ),
        (TOP + "plan: {grant: much}\n", "`plan.grant` is 'much'"),
        (TOP + "  priorities: inclusion\n", "`priorities` is 'inclusion': write a list, such as [a, b]."),
        (TOP + "plan: {price: 3}\n", "unknown key `plan.price`"),
    ],
)
def test_a_bad_file_is_told_in_one_line(text: str, told: str) -> None:
    with pytest.raises(BadProjectFile) as caught:
        parse_project(text, "bad.yaml")
    assert str(caught.value).startswith("bad.yaml")
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_who_has_left_is_told_place_by_place_and_refuses_nothing() -> None:
    content = ProjectContent(
        work_packages=(
            WorkPackage(
                slug="wp1", lead="college", goals=("g1", "gone"), tasks=(Task(members=("college", "left")),)
            ),
        ),
        risks=(Risk(owner="left", work="wp1"),),
    )
    assert unknown_references(content, builders.coalition()) == (
        "`work_packages[1].goals[2]`: there is no goal 'gone'; there are: g1.",
        "`work_packages[1].tasks[1].members[2]`: there is no member 'left'; there are: college.",
        "`risks[1].owner`: there is no member 'left'; there are: college.",
    )
    nobody = unknown_references(content, builders.coalition(members=[], goals=[]))
    assert nobody[0] == "`work_packages[1].goals[1]`: there is no goal 'g1'; there is none."

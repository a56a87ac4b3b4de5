"""Whatever of a plan is known or not: every part is written on every form, every fact has an origin."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposal_templates.blocks import SpanKind, words_of
from proposal_templates.context import (
    LANGUAGES,
    DeliverableFacts,
    EventFacts,
    IndicatorFacts,
    MeetingFacts,
    MilestoneFacts,
    PartFacts,
    ProjectFacts,
    RiskFacts,
    TaskFacts,
    WorkPackageFacts,
)
from proposal_templates.forms import load_forms
from proposal_templates.forms.model import ContentPart
from proposal_templates.parts import PARTS
from proposal_templates.plan import work_packages
from tests.proposal_templates import planned

WHOLE: tuple[ContentPart, ...] = (
    "work_plan",
    "work_packages",
    "deliverables",
    "work_matrix",
    "events",
    "timetable",
    "risks",
    "indicators",
    "goal_indicators",
    "previous_projects",
)
ONE: tuple[ContentPart, ...] = (
    "wp_objectives",
    "wp_results",
    "wp_qualitative",
    "wp_quantitative",
    "wp_tasks",
    "wp_activities",
)

words = st.none() | st.sampled_from(["Orchard", "  ", "Two lines\nof it"])
months = st.none() | st.integers(1, 60)
members = st.none() | st.integers(0, 4)
tasks = st.builds(
    TaskFacts,
    title=words,
    description=words,
    lead=members,
    members=st.lists(st.integers(0, 4), max_size=3).map(tuple),
    first_month=months,
    last_month=months,
)
milestones = st.builds(MilestoneFacts, title=words, lead=members, month=months, verification=words)
deliverables = st.builds(DeliverableFacts, title=words, lead=members, level=words, month=months)
packages = st.builds(
    WorkPackageFacts,
    kind=st.sampled_from(["management", "goal", "impact"]),
    title=words,
    goals=st.lists(st.integers(-1, 9), max_size=2, unique=True).map(tuple),
    objectives=words,
    lead=members,
    lead_reason=words,
    first_month=months,
    last_month=months,
    parts=st.lists(st.builds(PartFacts, member=members, part=words, reason=words), max_size=2).map(tuple),
    tasks=st.lists(tasks, max_size=2).map(tuple),
    milestones=st.lists(milestones, max_size=2).map(tuple),
    deliverables=st.lists(deliverables, max_size=2).map(tuple),
)
levels = st.none() | st.sampled_from(["low", "medium", "high"])
projects = st.builds(
    ProjectFacts,
    duration_months=st.none() | st.integers(1, 60),
    work_packages=st.lists(packages, max_size=3).map(tuple),
    events=st.lists(st.builds(EventFacts, name=words, member=members, month=months), max_size=2).map(tuple),
    risks=st.lists(
        st.builds(RiskFacts, text=words, likelihood=levels, impact=levels, owner=members), max_size=2
    ).map(tuple),
    indicators=st.lists(
        st.builds(
            IndicatorFacts,
            code=st.none() | st.sampled_from(["EECO01", "rco38", "X9"]),
            text=words,
            goal=st.none() | st.integers(-1, 9),
            counts=st.none() | st.sampled_from(["persons", "bodies", "qualitative"]),
            target=words,
        ),
        max_size=3,
    ).map(tuple),
)
meetings = st.builds(
    MeetingFacts,
    body=words,
    first_month=months,
    every_months=st.none() | st.integers(1, 12),
    form=st.none() | st.sampled_from(["on_site", "online", "hybrid"]),
)


@pytest.mark.parametrize("form", load_forms(), ids=lambda form: form.key)
@settings(max_examples=15, deadline=None)
@given(project=projects, held=st.lists(meetings, max_size=2), language=st.sampled_from(LANGUAGES))
def test_any_plan_is_written_on_any_form_with_an_origin_for_every_fact(
    form: object, project: ProjectFacts, held: list[MeetingFacts], language: str
) -> None:
    made = planned.context(language, meetings=tuple(held))  # type: ignore[arg-type]
    desk = replace(planned.desk(replace(made, project=project)), form=form)  # type: ignore[arg-type]
    blocks = [block for name in WHOLE for block in PARTS[name](desk)]
    for work in work_packages(desk):
        blocks += [block for name in ONE for block in PARTS[name](replace(desk, work=work))]
    for span in (span for block in blocks for span in words_of(block)):
        assert span.text
        if span.kind is SpanKind.FACT:
            assert span.origin
            assert span.origin.rests_on or span.origin.kind.value != "computed", span.text

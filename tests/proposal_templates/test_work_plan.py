"""Work packages as planned: names, leads, months, tasks, milestones and deliverables; the rest is a gap."""

from dataclasses import replace

import pytest

from proposal_templates.blocks import Block, TableBlock, TextBlock, TextStyle, Words
from proposal_templates.context import DeliverableFacts, DraftContext, ProjectFacts, WorkPackageFacts
from proposal_templates.forms.model import ContentPart, FormatFact
from proposal_templates.parts import PARTS
from proposal_templates.plan import work_packages
from tests.proposal_templates import builders, planned


def said(words: Words) -> str:
    """Words as one text."""
    return "".join(span.text for span in words)


def rows(blocks: list[Block], key: str) -> list[list[str]]:
    """Cells of all tables of a key, as text."""
    return [
        [said(cell.words) for cell in row]
        for block in blocks
        if isinstance(block, TableBlock) and block.key == key
        for row in block.rows
    ]


def part(name: ContentPart, made: DraftContext) -> list[Block]:
    """The blocks of one part."""
    return PARTS[name](planned.desk(made))


def notes(blocks: list[Block]) -> list[str]:
    """Notes among some blocks."""
    return [said(b.words) for b in blocks if isinstance(b, TextBlock) and b.style is TextStyle.NOTE]


def test_a_planned_project_keeps_its_own_packages_in_its_own_order() -> None:
    made = planned.context(work_packages=(planned.spreading(), planned.management()))
    table = rows(part("work_plan", made), "work_plan")
    assert [row[:4] for row in table] == [
        ["WP1", "Use and spreading of results", "Peer House Association", "M12–M24"],
        ["WP2", "Steering and care of the project", "Lakeside Vocational College", "M1–M24"],
    ]


@pytest.mark.parametrize(
    ("change", "need"),
    [
        ({"title": None}, "name of this work package"),
        ({"lead": None}, "which member leads this"),
        ({"first_month": None}, "first month"),
        ({"last_month": None}, "last month"),
        ({"first_month": None, "last_month": None}, "first and last month"),
        ({"kind": "goal"}, "which goal this work package serves"),
    ],
)
def test_what_is_not_decided_of_a_package_is_a_gap(change: dict[str, object], need: str) -> None:
    made = planned.context(work_packages=(planned.management(**change),))
    assert f"[TO COMPLETE: {need}. From: all members]" in " ".join(
        rows(part("work_plan", made), "work_plan")[0]
    )


def test_a_goal_that_no_planned_package_serves_is_told() -> None:
    made = planned.context(work_packages=(planned.management(), planned.spreading()))
    assert notes(part("work_plan", made)) == ["No work package serves these goals yet: Goals 1, 2."]
    assert notes(part("work_plan", planned.context())) == []


def test_tasks_name_who_takes_part_with_role_codes_and_the_leader_first_in_bold() -> None:
    (table,) = [
        block
        for block in part("work_packages", planned.context(work_packages=(planned.courses(),)))
        if isinstance(block, TableBlock) and block.key == "tasks"
    ]
    people = table.rows[0][3].words
    assert said(people) == (
        "Lakeside Vocational College (COO); Lakeside Entrepreneurs (AP); Lakeside Employment Area (BEN)"
    )
    assert [span.text for span in people if span.strong] == ["Lakeside Vocational College"]
    assert [said(row[0].words) for row in table.rows] == ["T1.1", "T1.2"]


def test_milestones_are_numbered_on_and_deliverables_within_their_package() -> None:
    blocks = part("work_packages", planned.context())
    assert [row[0] for row in rows(blocks, "milestones")] == ["MS1", "MS2"]
    assert [row[0] for row in rows(blocks, "deliverables")] == ["D1.1", "D2.1"]
    assert rows(blocks, "deliverables")[1][6] == "M8"


def test_a_package_without_outputs_is_asked_for_them_only_while_no_other_has_any() -> None:
    bare = replace(planned.courses(), milestones=(), deliverables=())
    alone = part("work_packages", planned.context(work_packages=(bare,)))
    assert len(rows(alone, "milestones")) == len(rows(alone, "deliverables")) == 1
    beside = part("work_packages", planned.context(work_packages=(planned.management(), bare)))
    assert [row[0] for row in rows(beside, "milestones")] == ["MS1"]


def test_the_usual_plans_are_proposed_only_while_no_deliverable_is_planned() -> None:
    proposal = "Consider a management plan, a quality plan and a dissemination plan"
    assert proposal in notes(part("work_packages", builders.context()))[0]
    assert notes(part("work_packages", planned.context())) == []


@pytest.mark.parametrize(("count", "told"), [(15, False), (16, True)])
def test_more_deliverables_than_the_form_wants_are_told_with_the_rule(count: int, told: bool) -> None:
    outputs = tuple(DeliverableFacts(title=f"Output {i}") for i in range(count))
    made = planned.context(work_packages=(planned.management(deliverables=outputs),))
    desk = planned.desk(made)
    rule = FormatFact(value=15, source=desk.form.source, certainty="A")
    limited = replace(desk, form=desk.form.model_copy(update={"most_deliverables": rule}))
    found = [
        block
        for block in PARTS["deliverables"](limited)
        if isinstance(block, TextBlock) and block.style is TextStyle.NOTE
    ]
    assert bool(found) is told
    if found:
        assert said(found[0].words).startswith("16 deliverables are planned, and the form wants at most 15")
        origins = [span.origin for span in found[0].words if span.origin]
        assert [origin.path for origin in origins] == ["plan.deliverables", "most_deliverables"]


@pytest.mark.parametrize(
    "name", ["work_plan", "work_packages", "work_matrix", "events", "timetable", "risks"]
)
@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_an_empty_project_gives_gaps_and_no_claim(name: ContentPart, language: str) -> None:
    blocks = part(name, builders.context(language, project=ProjectFacts()))  # type: ignore[arg-type]
    assert any(span.gap for block in blocks for span in _words(block))


def _words(block: Block) -> Words:
    if isinstance(block, TableBlock):
        return tuple(span for row in block.rows for cell in row for span in cell.words)
    return block.words if isinstance(block, TextBlock) else (block.gap,)


def test_web_fields_of_a_package_tell_it_in_sentences() -> None:
    desk = planned.desk(planned.context())
    second = replace(desk, work=work_packages(desk)[1])
    assert [said(_words(block)) for block in PARTS["wp_tasks"](second)] == [
        "Lead: Lakeside Employment Area. It knows who is ready for short training.",
        "Lakeside Vocational College: Builds the courses – It may award qualifications.",
        "Lakeside Entrepreneurs: Opens vacancies – Small firms trust it.",
    ]
    (first, *_) = PARTS["wp_activities"](second)
    assert said(_words(first)).startswith(
        "T2.1 Course design (M3–M8). Takes part: Lakeside Vocational College"
    )
    observed = [said(_words(block)) for block in PARTS["wp_qualitative"](second)]
    assert observed[0].startswith("Employers say that starters are ready for work. Now: No common view.")


def test_web_fields_of_a_package_not_planned_yet_are_gaps() -> None:
    desk = planned.desk(builders.context())
    second = replace(desk, work=work_packages(desk)[1])
    for name in (
        "wp_objectives",
        "wp_results",
        "wp_qualitative",
        "wp_quantitative",
        "wp_tasks",
        "wp_activities",
    ):
        assert any(span.gap for block in PARTS[name](second) for span in _words(block)), name


def test_a_risk_tells_what_stays_after_its_measure() -> None:
    assert rows(part("risks", planned.context()), "risks") == [
        [
            "1",
            "Employers lose interest (impact: high; likelihood: low)",
            "WP2",
            "A contact person for each employer (owner: Lakeside Entrepreneurs)",
        ]
    ]


def test_every_fact_of_the_work_plan_has_an_origin() -> None:
    made = planned.context()
    for name in ("work_plan", "work_packages", "work_matrix", "events", "timetable", "risks", "indicators"):
        for block in part(name, made):
            for span in _words(block):
                assert span.kind.value == "wording" or span.gap or span.origin, (name, span.text)


def test_a_package_of_the_default_plan_has_no_path() -> None:
    desk = planned.desk(builders.context())
    assert {work.facts for work in work_packages(desk)} == {None}
    assert WorkPackageFacts().kind == "goal"

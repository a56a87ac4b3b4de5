"""Who does what: every part with its reason, a member without one is asked, who leads nothing is told."""

from dataclasses import replace

from proposal_templates.blocks import TableBlock
from proposal_templates.context import LANGUAGES, PartFacts
from proposal_templates.parts import PARTS
from tests.proposal_templates import builders, planned
from tests.proposal_templates.test_work_plan import notes, part, rows


def test_members_lead_or_take_part_and_one_without_any_part_is_asked() -> None:
    assert rows(part("work_matrix", planned.context()), "work_matrix") == [
        ["Lakeside Vocational College", "L", "P", ""],
        ["Lakeside Employment Area", "P", "L", ""],
        ["Lakeside Entrepreneurs", "", "P", ""],
        ["Peer House Association", "P", "", "L"],
        [
            "Norrby Competence Centre",
            "[TO COMPLETE: which work packages this member leads or takes part in. "
            "From: Norrby Competence Centre]",
        ],
    ]


def test_every_part_has_its_reason_and_a_part_seen_only_in_tasks_is_told() -> None:
    found = rows(part("work_matrix", planned.context()), "work_reasons")
    assert found[0] == [
        "WP1",
        "Lakeside Vocational College",
        "leads the work package",
        "The college has run projects with several funders.",
    ]
    assert len(found) == 6
    told = notes(part("work_matrix", planned.context()))
    assert (
        "Takes part in tasks, with no part and reason written down yet: WP1 Peer House Association." in told
    )


def test_the_leads_own_part_stands_in_its_row() -> None:
    part_of_lead = PartFacts(member=planned.COLLEGE, part="reports", reason="it holds the grant")
    package = planned.management(parts=(part_of_lead, PartFacts(member=planned.AREA)))
    lead, area = rows(part("work_matrix", planned.context(work_packages=(package,))), "work_reasons")
    assert lead[2] == "leads the work package; reports"
    assert lead[3] == "The college has run projects with several funders. – it holds the grant"
    assert area[1] == "Lakeside Employment Area"
    assert "From: Lakeside Employment Area]" in area[2]


def test_a_member_with_a_grant_that_leads_neither_package_nor_task_is_told() -> None:
    without = planned.context(
        work_packages=(planned.management(), planned.courses(lead=planned.COLLEGE, tasks=()))
    )
    told = notes(part("work_matrix", without))
    assert any(
        note.startswith(
            "Leads no work package or task yet: Lakeside Employment Area; Peer House Association."
        )
        for note in told
    )
    assert "Lakeside Entrepreneurs" not in "".join(told)


def test_a_mark_rests_on_the_decisions_that_show_the_part() -> None:
    (table, *_) = [block for block in part("work_matrix", planned.context()) if isinstance(block, TableBlock)]
    (mark,) = table.rows[3][1].words
    assert mark.origin
    assert [each.path for each in mark.origin.rests_on] == ["project.work_packages[0].tasks[0].members[1]"]


def test_many_packages_stand_in_several_tables() -> None:
    many = tuple(replace(planned.management(), title=f"Package {i}") for i in range(10))
    tables = [
        block
        for block in part("work_matrix", planned.context(work_packages=many))
        if isinstance(block, TableBlock) and block.key == "work_matrix"
    ]
    assert [len(table.columns) for table in tables] == [9, 3]


def test_a_default_plan_claims_no_part_but_the_coordinators() -> None:
    for language in LANGUAGES:
        desk = planned.desk(builders.context(language))
        (table, *_) = [block for block in PARTS["work_matrix"](desk) if isinstance(block, TableBlock)]
        marks = [span for row in table.rows for cell in row[1:] for span in cell.words if not span.gap]
        assert len(marks) == 1

"""Timetable and events, computed from the plan: bars, signs, gaps, and what cannot be shown."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proposal_templates.blocks import Block, TableBlock
from proposal_templates.context import Language
from proposal_templates.forms import load_forms
from proposal_templates.parts import PARTS
from tests.proposal_templates import planned
from tests.proposal_templates.test_work_plan import notes, part, rows, said


def _chart(blocks: list[Block]) -> TableBlock:
    (table,) = [block for block in blocks if isinstance(block, TableBlock)]
    return table


def _signs(table: TableBlock, start: str) -> list[str]:
    """Headings of the columns in which the row that starts so has a sign."""
    (found,) = [row for row in table.rows if said(row[0].words).startswith(start)]
    return [c.heading for c, cell in zip(table.columns[1:], found[1:], strict=True) if said(cell.words)]


def test_bars_and_signs_stand_at_their_months() -> None:
    table = _chart(part("timetable", planned.context()))
    assert _signs(table, "WP2, M3–M18") == [str(month) for month in range(3, 19)]
    assert _signs(table, "T2.1, M3–M8") == ["3", "4", "5", "6", "7", "8"]
    assert _signs(table, "MS2, M9") == ["9"]
    assert _signs(table, "D2.1, M8") == ["8"]
    assert _signs(table, "E1 Steering group") == ["1", "4", "7", "10", "13", "16", "19", "22"]
    assert _signs(table, "Peer learning: Peer support, M6") == ["6"]
    assert _signs(table, "E2 Closing seminar, M23") == ["23"]


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 72), st.integers(1, 80), st.integers(0, 30))
def test_every_month_of_a_package_is_in_the_chart_or_told(duration: int, first: int, length: int) -> None:
    package = planned.management(first_month=first, last_month=first + length, tasks=())
    made = planned.context(duration_months=duration, work_packages=(package,), meetings=(), events=())
    blocks = part("timetable", made)
    shown = _signs(_chart(blocks), "WP1, ")
    inside = range(first, min(first + length, duration) + 1)
    assert len(shown) == len({(month - 1) // (1 if duration <= 24 else 3) for month in inside})
    assert any("WP1: " in note for note in notes(blocks)) is (first + length > duration)


@pytest.mark.parametrize(
    ("language", "heading", "told"),
    [("en", "Y1 Q1", "M25–M30"), ("fi", "V1 N1", "kk\u00a025–30"), ("sv", "Å1 K1", "M25–M30")],
)
def test_above_two_years_quarters_by_project_year(language: Language, heading: str, told: str) -> None:
    package = planned.management(first_month=25, last_month=30, tasks=())
    made = planned.context(language, duration_months=48, work_packages=(package,))
    table = _chart(part("timetable", made))
    assert table.columns[1].heading == heading
    assert len(table.columns) == 17
    (bar,) = [row for row in table.rows if told in said(row[0].words)]
    assert [i for i, cell in enumerate(bar[1:]) if said(cell.words)] == [8, 9]


def test_unknown_months_are_a_gap_across_the_chart() -> None:
    made = planned.context(work_packages=(planned.courses(first_month=None, tasks=()),))
    (row, *_) = _chart(part("timetable", made)).rows
    assert said(row[0].words) == "WP1"
    assert said(row[1].words) == "[TO COMPLETE: first month. From: all members]–M18"
    assert row[1].across == 24


def test_a_package_that_ends_before_it_starts_is_told() -> None:
    made = planned.context(work_packages=(planned.courses(first_month=9, last_month=4, tasks=()),))
    assert any(
        "Ends before it starts" in note and "WP1, M9–M4" in note for note in notes(part("timetable", made))
    )


def test_without_a_duration_the_plan_is_told_in_words() -> None:
    blocks = part("timetable", planned.context(duration_months=None))
    found = {row[0]: row[1] for row in rows(blocks, "timetable")}
    assert found["WP2 Short courses with employers"] == "M3–M18"
    assert found["MS2 First round starts"] == "M9"
    assert found["E1 Steering group"] == "from M1 on, every 3 months"


def test_meetings_come_before_events_and_are_numbered_on() -> None:
    assert rows(part("events", planned.context()), "events") == [
        [
            "E1",
            "Lakeside Vocational College",
            "Steering group (from M1 on, every 3 months, 8 in all)",
            "meeting, hybrid",
            "Decisions on plan and money",
            "Kokkola",
            "1",
            "12",
        ],
        ["E2", "Peer House Association", "Closing seminar (M23)", "Seminar", "Results", "Kokkola", "1", "80"],
    ]


def test_a_meeting_online_has_no_other_place() -> None:
    made = planned.context(meetings=(planned.steering(form="online", place=None, every_months=None),))
    (row, _) = rows(part("events", made), "events")
    assert row[2:4] == ["Steering group (M1)", "meeting, online"]
    assert row[5] == "online"


@pytest.mark.parametrize(
    ("language", "once", "often"),
    [
        ("en", "from M20 on, every 1 month, 1 in all", "from M1 on, every 6 months, 4 in all"),
        (
            "fi",
            "kk\u00a020 alkaen, kuukausittain, yhteensä 1 kokous",
            "kk\u00a01 alkaen, 6 kk:n välein, yhteensä 4 kokousta",
        ),
        (
            "sv",
            "från M20, med 1 månads mellanrum, sammanlagt 1 möte",
            "från M1, med 6 månaders mellanrum, sammanlagt 4 möten",
        ),
    ],
)
def test_one_and_several_meetings_read_right(language: Language, once: str, often: str) -> None:
    single = planned.context(
        language, meetings=(planned.steering(first_month=20, every_months=1),), duration_months=20
    )
    several = planned.context(language, meetings=(planned.steering(every_months=6),))
    assert f"({once})" in rows(part("events", single), "events")[0][2]
    assert f"({often})" in rows(part("events", several), "events")[0][2]


def test_a_web_form_gets_the_timetable_in_words() -> None:
    form = next(form for form in load_forms() if form.delivery == "copy_paste")
    desk = replace(planned.desk(planned.context()), form=form)
    found = {row[0]: row[1] for row in rows(PARTS["timetable"](desk), "timetable")}
    assert found["WP2 Short courses with employers"] == "M3–M18"
    assert found["E2 Closing seminar"] == "M23"

"""Plain text for pasting: reads well without mark-up, and is counted as web forms count."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposal_templates.blocks import Cell, GapBlock, TextStyle
from proposal_templates.context import Language
from proposal_templates.render.plain import characters, plain
from tests.proposal_templates import builders, trees


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("abc", 3), ("äö", 2), ("a\nb", 3), ("a\r\nb", 3), ("a\rb", 3), ("👩", 2), ("e\u0301", 2)],
)
def test_characters_are_utf_16_units_and_a_line_break_is_one(text: str, count: int) -> None:
    assert characters(text) == count


@given(st.text())
def test_the_count_is_the_length_of_the_text_in_javascript(text: str) -> None:
    feeds = text.replace("\r\n", "\n").replace("\r", "\n")
    assert characters(text) == sum(2 if ord(sign) > 0xFFFF else 1 for sign in feeds)


def test_paragraphs_stand_apart_and_items_close_together_without_notes() -> None:
    written = plain(
        trees.field(
            trees.text("First."),
            trees.text("Groups", TextStyle.LABEL),
            trees.text("one", TextStyle.BULLET),
            trees.text("two", TextStyle.BULLET),
            trees.text("For the writer only.", TextStyle.NOTE),
            trees.text("Last.", lead="Who"),
        )
    )
    assert written == "First.\n\nGroups\n- one\n- two\n\nWho: Last."


def test_a_question_is_not_repeated_when_it_is_all_that_the_field_asks() -> None:
    asked = GapBlock(label="Target", gap=trees.gap())
    assert plain(trees.field(asked)) == trees.gap().text
    both = plain(trees.field(trees.text("First."), asked))
    assert both == f"First.\n\nTarget: {trees.gap().text}"
    same = plain(trees.field(trees.text("Jobs.", lead="What are the needs?"), asked))
    assert same.startswith("Jobs.\n\nTarget: ")


def test_a_table_is_a_line_for_each_row_with_the_headings_it_fills() -> None:
    rows = (("1", "College", "courses\nfor adults"), ("2", "Union", ""))
    block = trees.table("No", "Member", "Asset", rows=rows, caption=trees.wording("Who brings what"))
    assert plain(trees.field(block)) == ("Who brings what:\n1. College; Asset: courses for adults\n2. Union")


def test_one_gap_for_several_columns_names_them_all() -> None:
    wide = Cell(words=(trees.gap(),), across=2)
    row = (Cell(words=trees.said("Jobs")), wide)
    block = replace(trees.table("Goal", "Unit", "Target", rows=()), rows=(row,))
    assert plain(trees.field(block)) == f"- Jobs; Unit, Target: {trees.gap().text}"


def test_marks_side_by_side_in_a_chart_are_told_once() -> None:
    block = trees.table("WP", "1", "2", "3", "4", rows=(("WP1", "X", "X", "X", ""), ("WP2", "", "D", "", "")))
    assert plain(trees.field(block)) == "- WP1; 1–3: X\n- WP2; 2: D"


def test_equal_figures_side_by_side_stay_apart() -> None:
    block = trees.table("Member", "Travel", "Staff", rows=(("College", "0", "0"),))
    assert plain(trees.field(block)) == "- College; Travel: 0; Staff: 0"


def test_a_table_that_heads_its_rows_reads_as_label_and_value() -> None:
    block = trees.table("", "", rows=(("Title", "Care together"),), headed=False)
    assert plain(trees.field(block)) == "Title: Care together"


@given(st.text())
def test_whatever_a_profile_says_stays_one_line_of_a_table_and_legal_everywhere(text: str) -> None:
    written = plain(trees.field(trees.table("Member", "Asset", rows=(("College", text),))))
    assert written.count("\n") == 0
    assert not set(written) & {"\x00", "\x0b", "\ufffe", "\r"}


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_every_gap_and_quotation_of_a_draft_is_in_its_plain_text(language: Language) -> None:
    draft = builders.draft(language)
    written = "\n".join(plain(section) for section in draft.walk())
    for opened in draft.gaps():
        assert " ".join(opened.gap.need.split()) in written
    marks = {"en": "“", "fi": "”", "sv": "”"}
    assert f"{marks[language]}{builders.DRIVERS}" in written

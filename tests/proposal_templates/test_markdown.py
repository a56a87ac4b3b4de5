"""Markdown: the same sections, tags and gaps as the tree, and texts that cannot break it."""

import re

from proposal_templates.render.markdown import render_markdown
from tests.proposal_templates import builders, trees
from tests.proposal_templates.reading import open_tags
from tests.proposal_templates.test_forms import OFFICIAL


def test_headings_stand_in_official_order() -> None:
    headings = re.findall(r"^#{1,3} (.+)$", render_markdown(builders.draft()), re.MULTILINE)
    assert headings[: len(OFFICIAL)] == OFFICIAL


def test_tags_are_balanced_and_output_is_the_same_each_time() -> None:
    text = render_markdown(builders.draft("sv"))
    assert open_tags(text) == []
    assert text == render_markdown(builders.draft("sv"))


def test_every_footnote_has_its_text_and_every_row_its_columns() -> None:
    text = render_markdown(builders.draft("fi"))
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    told = set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == told
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in rows)


def test_signs_of_markdown_in_the_profile_stay_plain_text() -> None:
    text = render_markdown(builders.draft(coalition=builders.coalition(summary="# A | b\n*c* [d](e)")))
    assert "\\# A \\| b \\*c\\* \\[d\\](e)" in text


def test_a_field_tells_whom_it_is_about_and_how_long_its_answer_is() -> None:
    section = trees.field(trees.text("x" * 43), subject=trees.said("Zx College", "members[0].name"))
    text = render_markdown(trees.draft(section))
    assert "# What are the needs?: Zx College\n" in text
    assert "*43 / 40 characters. OVER THE LIMIT by 3 characters*" in text

"""A call's clean text as HTML: structure kept, nothing let through, a quotation marked where it stands."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from frontend.prose import SPOT, TAGS, cleaned, prose

LINE = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40)
TEXT = st.lists(st.tuples(st.sampled_from(["", "## ", "- "]), LINE), max_size=8).map(
    lambda lines: "\n".join(mark + line for mark, line in lines)
)


def test_headings_lists_and_lines() -> None:
    assert prose("## Aim\nWork.\n- one\n- two\n\nEnd.", level=4) == (
        "<h4>Aim</h4><p>Work.</p><ul><li>one</li><li>two</li></ul><p>End.</p>"
    )


def test_html_in_a_text_is_only_text() -> None:
    shown = prose('<script>alert(1)</script>\n- <img src=x onerror="y">', spot=(0, 8))
    assert "<script" not in shown.replace("&lt;script", "")
    assert "<img" not in shown


@pytest.mark.parametrize(
    "evil",
    [
        '<p onclick="x()">a</p>',
        "<script>x()</script>",
        '<a href="javascript:x()">a</a>',
        '<svg><style><img src=x onerror="x()"></style></svg>',
        '<math><mtext></form><form><mglyph><style></math><img src onerror="x()">',
        '<mark id="x" style="position:fixed">a</mark>',
        "<iframe srcdoc='<script>x()</script>'></iframe>",
        '<base href="https://evil.example"><meta http-equiv="refresh">',
        "<noscript><p title='</noscript><img src=x onerror=x()>'>",
    ],
)
def test_even_unescaped_nothing_hostile_comes_through(evil: str) -> None:
    for shown in (cleaned(evil), prose(evil), prose(f"## {evil}\n- {evil}", spot=(2, 9))):
        tree = BeautifulSoup(shown, "html.parser")
        assert {tag.name for tag in tree.find_all(True)} <= TAGS
        assert {name for tag in tree.find_all(True) for name in tag.attrs} <= {"id"}
    assert BeautifulSoup(prose(evil), "html.parser").get_text() == evil


def test_a_passage_over_several_lines_is_marked_whole_and_has_one_id() -> None:
    text = "## Aim\nTrain people.\n- mentors\n- employers"
    tree = BeautifulSoup(prose(text, spot=(text.index("people"), text.index("- emp"))), "lxml")
    assert [mark.get_text() for mark in tree.find_all("mark")] == ["people.", "mentors"]
    assert [mark.get("id") for mark in tree.find_all("mark")] == [SPOT, None]


def test_a_span_outside_the_text_marks_nothing() -> None:
    for spot in ((5, 5), (9, 2), (0, 99)):
        assert "<mark" not in prose("Short.", spot=spot)


@given(TEXT, st.data())
def test_every_word_comes_through_and_the_mark_is_the_quotation(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    tree = BeautifulSoup(f"<div>{prose(text, spot=(start, end))}</div>", "html.parser")
    bare = "".join(
        line.removeprefix("## ") if line.startswith("## ") else line.removeprefix("- ")
        for line in text.split("\n")
        if line.strip()
    )
    assert tree.get_text() == bare
    assert all(mark.get_text() in text[start:end] for mark in tree.find_all("mark"))
    assert len(tree.find_all(id=SPOT)) <= 1

"""HTML and plain text to clean text: headings and lists stay, markup goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsing.markup import html_to_text, one_line, plain_to_text, to_text

WORDS = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


def test_a_sign_inside_an_attribute_does_not_leak() -> None:
    assert html_to_text('<div class="eui-u-mt-l>"><p title="a > b">Text</p></div>') == "Text"


def test_topic_kinds_are_headings_without_their_colon_and_null_is_none() -> None:
    html = (
        '<p class="topicdescriptionkind">Expected Outcome:</p><p>First.</p>'
        '<span class="topicdescriptionkind">Scope:</span><p>Second.</p>'
        '<p class="topicdescriptionkind">null</p><p>Third.</p>'
    )
    assert html_to_text(html) == "## Expected Outcome\n\nFirst.\n\n## Scope\n\nSecond.\n\nThird."


def test_lists_keep_their_items_and_depth() -> None:
    html = "<ul level='0'><li><p>one</p></li><li>two<ul><li>two a</li></ul></li></ul><p>after</p>"
    assert html_to_text(html) == "- one\n- two\n  - two a\n\nafter"


def test_a_paragraph_that_is_bold_as_a_whole_is_a_heading() -> None:
    html = "<p><strong>Who can apply?</strong></p><p><b>Only</b> consortia.</p><p><b>A sentence.</b></p>"
    assert html_to_text(html) == "## Who can apply?\n\nOnly consortia.\n\nA sentence."


def test_entities_breaks_and_odd_spaces() -> None:
    assert html_to_text("<p>R&amp;D&#xa0;&#xa0; for<br></br>all &lt; 10 m</p>") == "R&D for\nall < 10 m"


def test_bullets_without_list_markup_are_items() -> None:
    assert html_to_text("<p>- coaching</p><p>• care</p>") == "- coaching\n- care"


def test_scripts_styles_and_page_furniture_are_left_out() -> None:
    assert html_to_text("<nav>Menu</nav><script>x < 1</script><style>p{}</style><p>Call</p>") == "Call"


def test_table_cells_stand_side_by_side() -> None:
    assert html_to_text("<table><tr><td>Budget</td><td>4 M€</td></tr></table>") == "Budget | 4 M€"


def test_plain_text_keeps_paragraphs_and_bullets() -> None:
    assert plain_to_text("A  text\r\n\r\n\r\n  • one \n  • two") == "A text\n\n- one\n- two"


@pytest.mark.parametrize("source", ["5 < 6 and 7 > 2", "a <b c", "<name>"])
def test_plain_text_with_angle_brackets_stays_plain(source: str) -> None:
    assert to_text(source) == source


def test_a_title_is_one_line() -> None:
    assert one_line("<strong>Paths</strong>\n to  work") == "Paths to work"


@given(st.lists(st.tuples(st.sampled_from(["h4", "p", "li"]), PHRASES), min_size=1, max_size=8))
def test_what_is_written_as_blocks_is_read_back(blocks: list[tuple[str, str]]) -> None:
    marks = {"h4": "## ", "p": "", "li": "- "}
    html = "".join(f"<ul><li>{t}</li></ul>" if k == "li" else f"<{k}>x{t}</{k}>" for k, t in blocks)
    lines = [f"{marks[k]}{t}" if k == "li" else f"{marks[k]}x{t}" for k, t in blocks]
    assert [line for line in html_to_text(html).split("\n") if line] == lines


@given(st.text())
def test_no_text_breaks_the_reader(source: str) -> None:
    for read in (html_to_text, plain_to_text, to_text):
        text = read(source)
        assert text == text.strip()
        assert "\n\n\n" not in text
    assert "\n" not in one_line(source)


@given(st.text(alphabet="<>/=\"'divulpstrong &;!-", max_size=60))
def test_no_broken_markup_breaks_the_reader(source: str) -> None:
    html_to_text(source)


def test_deep_markup_is_no_matter() -> None:
    assert html_to_text("<div>" * 3000 + "deep" + "</div>" * 3000) in ("deep", "")


def test_halves_of_emoji_and_signs_that_steer_terminals_are_left_out() -> None:
    source = "Paths \ud83d to\x00 work \U0001f600\x1b[31m\x9b\u202e"
    for clean in (to_text(source), one_line(source), html_to_text(f"<p>{source}</p>")):
        assert clean == "Paths to work \U0001f600[31m"

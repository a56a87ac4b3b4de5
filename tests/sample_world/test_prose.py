"""The light markup loses nothing on its way to HTML and plain text."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from sample_world.prose import blocks, to_html, to_plain

WORDS = st.lists(st.text("abcäöå<&>'0123456789.", min_size=1, max_size=8), min_size=1, max_size=6).map(
    " ".join
)
PARAGRAPH = WORDS
LIST = st.lists(WORDS, min_size=1, max_size=4).map(lambda items: "\n".join(f"- {item}" for item in items))
HEADING = WORDS.map(lambda words: f"## {words}")
TEXT = st.lists(st.one_of(PARAGRAPH, LIST, HEADING), min_size=1, max_size=5).map("\n\n".join)


def test_the_three_kinds_of_block() -> None:
    made = to_html("## Why\n\nBecause it\nmatters & helps.\n\n- one\n- two\n  goes on\n", heading="h2")
    assert (
        made == "<h2>Why</h2><p>Because it matters &amp; helps.</p><ul><li>one</li><li>two goes on</li></ul>"
    )
    assert to_plain("Miksi\n\n- yksi\n- kaksi") == "Miksi\n\n  • yksi\n  • kaksi"


def bare(text: str) -> list[str]:
    return re.sub(r"^(## |- )", "", text, flags=re.MULTILINE).split()


@given(TEXT)
def test_html_keeps_every_word_in_order(text: str) -> None:
    assert unescape(re.sub(r"<[^>]+>", " ", to_html(text))).split() == bare(text)


@given(TEXT)
def test_plain_text_keeps_every_word_in_order(text: str) -> None:
    assert to_plain(text).replace("•", " ").split() == bare(text)


@given(TEXT)
def test_blocks_have_lines(text: str) -> None:
    assert all(block.lines for block in blocks(text))

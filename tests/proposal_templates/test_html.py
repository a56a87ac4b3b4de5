"""The field sheet as HTML: stands alone, reads without looking, and holds every answer unchanged."""

import re
from itertools import pairwise

import pytest
from lxml import html

from proposal_templates.blocks import TextStyle
from proposal_templates.context import Language
from proposal_templates.render.fields import fields
from proposal_templates.render.html import render_html
from tests.proposal_templates import builders, trees
from tests.proposal_templates.sheets import answers

HOSTILE = '</textarea><script>alert("x")</script> & =1+1'


def test_each_field_has_its_answer_ready_to_copy_under_its_own_label() -> None:
    draft = builders.draft()
    page = html.fromstring(render_html(draft))
    written = [field for field in fields(draft) if field.answer]
    assert answers(page) == [field.answer for field in written]
    for field in written:
        (label,) = page.xpath(f"//label[@for='answer-{field.place}']")
        assert label.text_content().endswith(field.name)


def test_an_answer_that_is_too_long_says_so_in_words_and_one_within_does_not() -> None:
    draft = trees.draft(
        trees.field(trees.text("x" * 43)), trees.field(trees.text("y" * 40), key="goals", heading="Goals?")
    )
    page = html.fromstring(render_html(draft))
    lengths = [" ".join(p.text_content().split()) for p in page.xpath("//p[@class='length']")]
    assert lengths == ["43 / 40 characters. OVER THE LIMIT by 3 characters", "40 / 40 characters"]
    assert len(page.xpath("//nav//*[@class='over']")) == 1


def test_a_field_without_an_answer_says_so_and_gaps_are_counted() -> None:
    section = trees.field(heading="Empty?")
    page = html.fromstring(render_html(trees.draft(section)))
    assert "Nothing is written here yet." in page.text_content()
    whole = builders.draft()
    counted = re.findall(r"Open places: (\d+)</p>", render_html(whole))
    assert sum(map(int, counted)) == len(whole.gaps())


def test_what_a_profile_says_cannot_become_markup() -> None:
    draft = trees.draft(trees.field(trees.text(HOSTILE), heading=HOSTILE, limit=None))
    page = html.fromstring(render_html(draft))
    assert page.xpath("//script") == []
    assert answers(page) == [HOSTILE]


def test_an_answer_that_starts_with_a_line_break_or_holds_some_is_kept() -> None:
    text = "One\n\n  two\nthree"
    page = html.fromstring(render_html(trees.draft(trees.field(trees.text(text), limit=None))))
    assert answers(page) == ["One\n\ntwo\nthree"]


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_the_page_stands_alone_and_can_be_read_by_machines(language: Language) -> None:
    text = render_html(builders.draft(language))
    page = html.document_fromstring(text)
    assert page.get("lang") == language
    assert page.findtext(".//title")
    assert not page.xpath("//script | //link | //img | //iframe | //form | //@onclick")
    assert "url(" not in text
    assert "@import" not in text
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for target in (*page.xpath("//a/@href"), *(f"#{name}" for name in page.xpath("//@aria-labelledby"))):
        assert target.startswith("#")
        assert target[1:] in ids
    assert set(page.xpath("//@aria-describedby")) <= set(ids)
    assert page.xpath("//body/*[1]/@href") == ["#fields"]
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_texts_in_another_language_than_the_page_say_so() -> None:
    page = html.document_fromstring(render_html(builders.draft("sv", profile="fi")))
    assert {"en", "fi"} <= set(page.xpath("//@lang"))
    assert page.xpath("//main//h2[@lang='en']")
    assert page.xpath("//textarea[@lang='fi']")


def test_each_field_leads_to_the_origins_it_rests_on() -> None:
    draft = builders.draft()
    page = html.document_fromstring(render_html(draft))
    numbers = [int(number) for number in page.xpath("//section[@aria-labelledby='origins']//li/@value")]
    assert numbers == [used.number for used in draft.records]
    first = next(field for field in fields(draft) if field.origins)
    linked = page.xpath(f"//section[@aria-labelledby='field-{first.place}']//a/@href")
    assert linked == [f"#origin-{number}" for number in first.origins]


def test_the_same_draft_gives_the_same_page() -> None:
    assert render_html(builders.draft("fi")) == render_html(builders.draft("fi"))


def test_notes_for_the_writer_are_not_pasted() -> None:
    draft = trees.draft(
        trees.field(trees.text("Zx note", TextStyle.NOTE), trees.text("Zx answer"), limit=None)
    )
    assert answers(html.fromstring(render_html(draft))) == ["Zx answer"]

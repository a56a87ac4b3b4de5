"""Form files: what ships is whole, unsound ones are refused with file and line, calls find their form."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from proposal_templates.errors import FormFileError
from proposal_templates.forms.loader import FORMS_FOLDER, load_form, load_forms
from proposal_templates.forms.model import ContentPart
from proposal_templates.parts import PARTS

PART_B = FORMS_FOLDER / "erasmus_part_b.yaml"
OFFICIAL = """COVER PAGE
PROJECT SUMMARY
1. RELEVANCE
1.1 Background and general objectives
1.2 Needs analysis and specific objectives
1.3 Complementarity with other actions and innovation — European added value
2. QUALITY
2.1 PROJECT DESIGN AND IMPLEMENTATION
2.1.1 Concept and methodology
2.1.2 Project management, quality assurance and monitoring and evaluation strategy
2.1.3 Project teams, staff and experts
2.1.4 Cost effectiveness and financial management
2.1.5 Risk management
2.2 PARTNERSHIP AND COOPERATION ARRANGEMENTS
2.2.1 Consortium set-up
2.2.2 Consortium management and decision-making
3. IMPACT
3.1 Impact and ambition
3.2 Communication, dissemination and visibility
3.3 Sustainability and continuation
4. WORK PLAN, WORK PACKAGES, ACTIVITIES, RESOURCES AND TIMING
4.1 Work plan
4.2 Work packages, activities, resources and timing
5. OTHER
5.1 Ethics
5.2 Security
6. DECLARATIONS
ANNEXES""".splitlines()


def test_part_b_has_the_official_headings_in_the_official_order() -> None:
    assert [section.heading for section in load_form(PART_B).sections] == OFFICIAL


def test_every_form_loads() -> None:
    assert [form.key for form in load_forms()] == [
        "erasmus_part_b",
        "esf_socpl_part_b",
        "eura_2021",
        "ka210",
        "ka220",
        "social_innovation_plus",
    ]


def test_each_content_part_that_a_form_may_name_exists() -> None:
    assert set(get_args(ContentPart)) == set(PARTS)


OTHER = "{key: KEY, ask: coordinator, label: {en: a, fi: b, sv: c}, need: {en: other, fi: muu, sv: annat}}"
BROKEN: dict[str, tuple[Callable[[str], str], str, str]] = {
    "an unknown key": (
        lambda text: text.replace("delivery: upload", "delivery: upload\ncolour: red"),
        "colour: red",
        "colour",
    ),
    "a section without a source": (
        lambda text: re.sub(r"(key: risk\n(?:.*\n){5})    source: part_b\n", r"\1", text, count=1),
        "key: risk",
        "source: this key is missing",
    ),
    "a source that is not listed": (
        lambda text: text.replace("tag_source: tag_reader", "tag_source: hearsay", 1),
        "tag_source: hearsay",
        "the source 'hearsay' is not listed",
    ),
    "an order that stands twice": (
        lambda text: text.replace("order: 12", "order: 11"),
        "order: 11",
        "order 11 stands twice",
    ),
    "sections out of order": (
        lambda text: text.replace("order: 12", "order: 5"),
        "order: 5",
        "order 5 stands after 11",
    ),
    "a key that stands twice": (
        lambda text: text.replace("key: ethics", "key: security", 1),
        "key: security",
        "'security' stands twice",
    ),
    "a YAML key that stands twice": (
        lambda text: text.replace("delivery: upload", "delivery: upload\ndelivery: copy_paste"),
        "delivery: copy_paste",
        "'delivery' stands twice",
    ),
    "an unknown content part": (
        lambda text: text.replace("content: [risks]", "content: [horoscope]"),
        "content: [horoscope]",
        "content",
    ),
    "an unknown criterion": (
        lambda text: text.replace("criterion: impact", "criterion: beauty", 1),
        "criterion: beauty",
        "the criterion 'beauty' is not listed",
    ),
    "a missing language": (
        lambda text: text.replace("      fi: Vain koordinaattori", "      no: Bare koordinatoren", 1),
        "Bare koordinatoren",
        "guidance",
    ),
    "a certainty that is none": (
        lambda text: text.replace("gloss_certainty: C", "gloss_certainty: D"),
        "gloss_certainty: D",
        "gloss_certainty",
    ),
    "a parent that is no section": (
        lambda text: text.replace("key: annexes\n", "key: annexes\n    within: cellar\n"),
        "within: cellar",
        "section annexes stands within no section",
    ),
    "a parent that comes later": (
        lambda text: text.replace("key: summary\n", "key: summary\n    within: annexes\n"),
        "within: annexes",
        "section summary comes before its parent annexes",
    ),
    "a field in a document": (
        lambda text: text.replace("key: summary\n", "key: summary\n    field: true\n"),
        "field: true",
        "only web forms",
    ),
    "a limit on no field": (
        lambda text: text.replace(
            "key: summary\n",
            "key: summary\n    limit: {value: 5, source: part_b, certainty: A}\n",
        ),
        "limit: {value: 5",
        "only a field has a limit",
    ),
    "a limit below one": (
        lambda text: text.replace(
            "key: summary\n",
            "key: summary\n    limit: {value: 0, source: part_b, certainty: A}\n",
        ),
        "limit: {value: 0",
        "greater than or equal to 1",
    ),
    "a question that nobody wrote": (
        lambda text: text.replace("questions: [ethics]", "questions: [weather]"),
        "questions: [weather]",
        "the question 'weather' is not in shared/questions.yaml",
    ),
    "a question key with a capital": (
        lambda text: text.replace("questions: [ethics]", f"questions: [{OTHER.replace('KEY', 'Ethics')}]"),
        "key: Ethics",
        "sections",
    ),
    "one question key that asks two things": (
        lambda text: text.replace("questions: [ethics]", f"questions: [{OTHER.replace('KEY', 'security')}]"),
        "questions: [security]",
        "the question 'security' asks something else in another section",
    ),
    "a table that a part needs": (
        lambda text: text.replace("      - key: risks\n", "      - key: hazards\n"),
        "content: [risks]",
        "risks needs the table 'risks'",
    ),
    "a role that stands twice": (
        lambda text: text.replace("role: affiliated_entity", "role: subcontractor"),
        "roles:",
        "subcontractor stands twice",
    ),
    "a form without a beneficiary": (
        lambda text: text.replace("role: beneficiary", "role: subcontractor", 1).replace(
            "role: subcontractor\n    code: SUB", "role: affiliated_entity\n    code: SUB"
        ),
        "roles:",
        "roles",
    ),
    "a key that is not the file's name": (
        lambda text: text.replace("key: erasmus_part_b", "key: other_form"),
        "key: other_form",
        "the key 'other_form' is not the file's name",
    ),
    "a tag that closes nowhere": (
        lambda text: text.replace('tag_until: "3.1"', 'tag_until: "2.1"'),
        'tag_until: "2.1"',
        "no section 2.1 here or later",
    ),
    "broken YAML": (
        lambda text: text.replace("languages: [en, fi, sv]", "languages: [en, fi, sv"),
        "languages: [en",
        "not valid YAML",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_unsound_form_is_refused_with_file_and_line(name: str, tmp_path: Path) -> None:
    breaking, where, said = BROKEN[name]
    sound = PART_B.read_text(encoding="utf-8")
    broken = breaking(sound)
    assert broken != sound
    path = tmp_path / PART_B.name
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(FormFileError) as refused:
        load_form(path)
    lines = [number for number, line in enumerate(broken.splitlines(), 1) if where in line]
    assert str(refused.value).startswith("erasmus_part_b.yaml:")
    assert said in str(refused.value)
    assert any(abs(refused.value.line - line) <= 1 for line in lines), str(refused.value)


def test_an_empty_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("# nothing\n", encoding="utf-8")
    with pytest.raises(FormFileError, match=r"empty\.yaml:1: the file is empty"):
        load_form(path)

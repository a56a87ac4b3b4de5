"""JSON: the whole tree comes back, its shape is documented and its schema shipped."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proposal_templates.context import Language
from proposal_templates.render import json_shape
from proposal_templates.render.json import render_json
from proposal_templates.render.json_shape import DraftShape, schema
from proposal_templates.render.plain import characters
from tests.proposal_templates import builders
from tests.proposal_templates.reading import spans

ROOT = Path(__file__).parents[2]


def _sections(of: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for section in of.get("sections", of.get("children", [])):
        yield section
        yield from _sections(section)


def _spans(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if block["type"] != "table":
        yield from block["words"]
        return
    yield from block["caption"]
    for row in block["rows"]:
        for cell in row:
            yield from cell["words"]


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_every_word_comes_back_with_its_kind_language_and_origin(language: Language) -> None:
    draft = builders.draft(language, profile="fi")
    read = json.loads(render_json(draft))
    written = [span for section in _sections(read) for block in section["blocks"] for span in _spans(block)]
    assert [(s["text"], s["kind"], s["language"]) for s in written] == [
        (s.text, s.kind.value, s.language) for s in spans(draft)
    ]
    paths = {origin["number"]: origin["path"] for origin in read["origins"]}
    for span, given in zip(written, spans(draft), strict=True):
        if span["origin"]:
            assert given.origin is not None
            assert paths[span["origin"]] == given.origin.path
    assert len(read["gaps"]) == len(draft.gaps())


def test_quotations_carry_their_place_in_the_call() -> None:
    draft = builders.draft()
    quotes = [o["quote"] for o in json.loads(render_json(draft))["origins"] if o["kind"] == "quote"]
    assert quotes
    texts = draft.context.call.texts
    assert all(texts[q["field"]][q["start"] : q["end"]] == q["text"] for q in quotes)


def test_computed_facts_tell_what_they_rest_on() -> None:
    origins = json.loads(render_json(builders.draft()))["origins"]
    computed = [origin for origin in origins if origin["kind"] == "computed"]
    assert computed
    assert all(origin["rests_on"] for origin in computed)


def test_a_section_tells_its_plain_text_and_its_length() -> None:
    for section in _sections(json.loads(render_json(builders.draft("sv")))):
        assert section["characters"] == characters(section["plain"])


def test_the_same_draft_gives_the_same_text_and_keeps_to_its_shape() -> None:
    text = render_json(builders.draft("fi"))
    assert text == render_json(builders.draft("fi"))
    assert DraftShape.model_validate_json(text).shape == json_shape.SHAPE


def test_the_schema_in_the_room_is_that_of_the_shape() -> None:
    kept = ROOT / "proposal_templates" / "render" / "draft.schema.json"
    assert kept.read_text(encoding="utf-8") == schema()


def test_the_guide_names_every_key() -> None:
    guide = (ROOT / "docs" / "draft_json.md").read_text(encoding="utf-8")
    shapes = [
        s for s in vars(json_shape).values() if isinstance(s, type) and issubclass(s, json_shape._Shape)
    ]
    for shape in shapes:
        for name in shape.model_fields:
            assert f"`{name}`" in guide, f"{shape.__name__}.{name}"

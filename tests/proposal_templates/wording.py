"""All words that the drafting room writes itself: sentences, and the texts of its YAML files."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from proposal_templates.context import Language
from tests.proposal_templates.sources import ROOM, sentences_of


@cache
def yaml_texts(language: Language) -> dict[str, str]:
    """Every text that a YAML file of the room has in this language, by file and path."""
    return {
        f"{path.relative_to(ROOM)}: {place}": text
        for path in sorted(ROOM.rglob("*.yaml"))
        for place, text in _texts(yaml.safe_load(path.read_text(encoding="utf-8")), "", language)
    }


def _texts(value: Any, place: str, language: Language) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for i, each in enumerate(value):
            yield from _texts(each, f"{place}[{i}]", language)
    elif isinstance(value, dict) and {"fi", "sv"} <= value.keys() <= {"en", "fi", "sv"}:
        if language in value:
            yield place, value[language]
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, f"{place}.{key}" if place else str(key), language)


def all_words(language: Language) -> dict[str, str]:
    """Every text and every sentence's words, by where it stands."""
    said = {f"{language}/{name}": sentence.words for name, sentence in sentences_of(language).items()}
    return {**yaml_texts(language), **said}

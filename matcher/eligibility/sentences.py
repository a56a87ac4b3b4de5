"""Messages in the reader's language: `say` finds the sentence in `wording/` and puts the values in.

A sentence of `wording/*.yaml` stands in English, Finnish and Swedish; where it differs for one and for
several, `one` and `other` are chosen by the value `count`. `{day:day}` is the value `day` put into words as
`day` of `matcher.eligibility.phrases` does.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

from matcher.eligibility.judgement import Message, Value
from matcher.eligibility.phrases import PHRASES
from store.plain_yaml import PlainLoader
from store.vocabulary import Language

WORDING = Path(__file__).parent / "wording"
FILES = ("partnership.yaml", "proposal.yaml", "cures.yaml", "questions.yaml")

Sentence = str | dict[str, str]


def say(message: Message, language: Language) -> str:
    """The message as a sentence of the language. Raises KeyError for a key or a value that is not there."""
    sentence = sentences()[message.key][language]
    if not isinstance(sentence, str):
        sentence = sentence["one" if message.values["count"] == 1 else "other"]
    return _Words(language, message.values).vformat(sentence, (), message.values)


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, Sentence]]:
    """All sentences by key and language."""
    return {key: spoken for file in FILES for key, spoken in _read(WORDING / file).items()}


def _read(path: Path) -> dict[str, dict[str, Sentence]]:
    loaded: dict[str, dict[str, Sentence]] = yaml.load(path.read_text(encoding="utf-8"), Loader=PlainLoader)
    return loaded


class _Words(Formatter):
    """Puts values into words: a list of codes as names, an amount in the language's figures."""

    def __init__(self, language: Language, values: Mapping[str, Value]) -> None:
        self._language = language
        self._values = values

    def format_field(self, value: object, format_spec: str) -> str:
        """The value as the sentence asks for it; a sentence within the sentence is said."""
        if isinstance(value, Message):
            return say(value, self._language)
        return PHRASES[format_spec](value, self._language, self._values)

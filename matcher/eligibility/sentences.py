"""Messages in the reader's language: `say` finds the sentence in `wording/` and puts the values in.

A sentence of `wording/*.yaml` stands in English, Finnish and Swedish; where it differs for one and for
several, `one` and `other` are chosen by the value `count`, and `none` for 0 where there is one. `{day:day}`
is the value `day` put into words as `day` of `matcher.eligibility.phrases` does. `{coordinator:gen}` is no
value but the call's own word for its lead, in a form of `own_words` of `wording/words.yaml`.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

from matcher.eligibility.judgement import Message, Value
from matcher.eligibility.own_words import as_role, own_names, own_word
from matcher.eligibility.phrases import PHRASES
from store.labels import RoleWords
from store.plain_yaml import PlainLoader
from store.vocabulary import Language

WORDING = Path(__file__).parent / "wording"
FILES = ("partnership.yaml", "proposal.yaml", "cures.yaml", "questions.yaml")
ROLE = "role"
"""What a sentence asks for where the value is a role: `as coordinator`."""

Sentence = str | dict[str, str]


def say(message: Message, language: Language, said_by: RoleWords = RoleWords.EU_GRANT) -> str:
    """The message as a sentence of the language, with the words for roles that the call uses.

    Raises KeyError for a key or a value that is not there.
    """
    sentence = sentences()[message.key][language]
    if not isinstance(sentence, str):
        sentence = _counted(sentence, message.values["count"])
    return filled(sentence, message.values, language, said_by)


def filled(text: str, values: Mapping[str, Value], language: Language, said_by: RoleWords) -> str:
    """The text with its values and the call's own words put in."""
    return _Words(language, values, said_by).vformat(text, (), values)


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, Sentence]]:
    """All sentences by key and language."""
    return {key: spoken for file in FILES for key, spoken in _read(WORDING / file).items()}


def _counted(forms: dict[str, str], count: Value) -> str:
    if count == 0 and "none" in forms:
        return forms["none"]
    return forms["one" if count == 1 else "other"]


def _read(path: Path) -> dict[str, dict[str, Sentence]]:
    loaded: dict[str, dict[str, Sentence]] = yaml.load(path.read_text(encoding="utf-8"), Loader=PlainLoader)
    return loaded


class _Own(str):
    """The name of a word that the call's programme has of its own."""


class _Words(Formatter):
    """Puts values into words: a list of codes as names, an amount in the language's figures."""

    def __init__(self, language: Language, values: Mapping[str, Value], said_by: RoleWords) -> None:
        self._language = language
        self._values = values
        self._said_by = said_by

    def get_value(self, key: int | str, args: Any, kwargs: Any) -> Any:
        """The value, or the call's own word of that name."""
        if key in kwargs or key not in own_names():
            return super().get_value(key, args, kwargs)
        return _Own(key)

    def format_field(self, value: object, format_spec: str) -> str:
        """The value as the sentence asks for it; a sentence within the sentence is said."""
        if isinstance(value, Message):
            return say(value, self._language, self._said_by)
        if isinstance(value, _Own):
            return own_word(value, format_spec, self._language, self._said_by)
        if format_spec == ROLE:
            return as_role(str(value), self._language, self._said_by)
        return PHRASES[format_spec](value, self._language, self._values)

"""The phrases of each language, from words/*.yaml, made ready to search for.

A phrase is a regular expression on plain text (see `plain`) in which `~` is any ending, `{name}` one of the
language's fragments and a bare bracket only groups. A phrase stands between word boundaries.
"""

import re
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from store.vocabulary import Language

FOLDER = Path(__file__).parent / "words"

Phrases = Annotated[tuple[str, ...], Field(min_length=1)]

_LISTS = ("at_least", "at_most", "or_more", "between", "range_links", "choice_links")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_PLACE = re.compile(r"\{([a-z_]+)\}")


class WordFile(BaseModel):
    """One words/*.yaml as it is written; the same keys in every language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    numbers: dict[int, Phrases]
    percent: Phrases
    months: Phrases
    years: Phrases
    at_least: Phrases
    at_most: Phrases
    or_more: Phrases
    between: Phrases
    range_links: Phrases
    choice_links: Phrases
    articles: Phrases
    articles_count: bool
    neutral: Phrases
    separators: Phrases
    alternatives: Phrases
    ends: Phrases
    doubts: dict[str, Phrases]
    fragments: dict[str, str]
    patterns: dict[str, Phrases]
    languages: dict[Language, Phrases]
    groups: dict[str, Phrases]
    kinds: dict[str, Phrases]


class Words:
    """One language's phrases, compiled when first asked for."""

    def __init__(self, language: Language, file: WordFile) -> None:
        self.language = language
        self.file = file
        self._fragments = file.fragments | {name: "|".join(getattr(file, name)) for name in _LISTS}
        self._compiled: dict[tuple[str, ...], tuple[re.Pattern[str], ...]] = {}

    def first(self, key: str, text: str) -> re.Match[str] | None:
        """The first match of a pattern list `type.part` in a text; earlier phrases of the list go first."""
        found = (phrase.search(text) for phrase in self.compiled(self.file.patterns[key]))
        return next((match for match in found if match), None)

    def every(self, key: str, text: str) -> list[re.Match[str]]:
        """All matches of all phrases of a pattern list, in text order."""
        found = [
            match for phrase in self.compiled(self.file.patterns[key]) for match in phrase.finditer(text)
        ]
        return sorted(found, key=lambda match: (match.start(), -match.end()))

    def says(self, key: str, text: str) -> bool:
        """Whether any phrase of a pattern list stands in the text."""
        return self._joined(self.file.patterns[key]).search(text) is not None

    def doubts(self, kind: str, text: str) -> bool:
        """Whether a phrase that casts this kind of doubt stands in the text."""
        return self._joined(self.file.doubts[kind]).search(text) is not None

    def compiled(self, phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
        """Phrases as patterns between word boundaries."""
        if phrases not in self._compiled:
            self._compiled[phrases] = tuple(re.compile(self.expression(phrase)) for phrase in phrases)
        return self._compiled[phrases]

    def _joined(self, phrases: tuple[str, ...]) -> re.Pattern[str]:
        """Phrases as one pattern that takes nothing out."""
        key = ("|", *phrases)
        if key not in self._compiled:
            whole = re.sub(r"\(\?P<[a-z]+>", "(?:", self.any_of(phrases))
            self._compiled[key] = (re.compile(rf"(?<![\w€]){whole}(?!\w)"),)
        return self._compiled[key][0]

    def expression(self, phrase: str) -> str:
        """A phrase in full regular notation.

        >>> words_of(Language.EN).expression("pre-?financ~ (rate)")
        '(?<![\\\\w€])(?:pre-?financ\\\\w* (?:rate))(?!\\\\w)'
        """
        return rf"(?<![\w€])(?:{self._unfolded(phrase)})(?!\w)"

    def any_of(self, phrases: tuple[str, ...]) -> str:
        """Alternatives in one group, for use inside a larger expression."""
        return f"(?:{'|'.join(self._unfolded(phrase) for phrase in phrases)})"

    def _unfolded(self, phrase: str) -> str:
        while _PLACE.search(phrase):
            phrase = _PLACE.sub(lambda place: f"({self._fragments[place[1]]})", phrase)
        return _GROUP.sub("(?:", phrase.replace("~", r"\w*"))


@cache
def words_of(language: Language) -> Words:
    """The phrases of a language; reading the file once."""
    path = FOLDER / f"{language.value}.yaml"
    return Words(language, WordFile.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))))

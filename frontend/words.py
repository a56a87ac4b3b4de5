"""Speaks the catalogue in the reader's language: texts, counted texts, and names of vocabulary words."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from frontend import texts
from store import labels
from store.vocabulary import Language


@dataclass(frozen=True)
class Words:
    """The catalogue in one language.

    >>> Words(Language.SV).count("calls.count", 1)
    '1 utlysning'
    """

    language: Language

    def __call__(self, key: str, **values: object) -> str:
        """The text of `key` with its values filled in. Raises UnknownText."""
        return texts.text(key, self.language).format(**values)

    def count(
        self, key: str, number: int | float | Decimal, shown: str | None = None, **values: object
    ) -> str:
        """The text of a counted key in the form that the language has for the number.

        `shown` is the number as written (grouped), else plain. Raises UnknownText.
        """
        given = texts.counted(key, number, self.language)
        return given.format(n=shown if shown is not None else number, **values)

    def or_raw(self, prefix: str, word: str) -> str | None:
        """The text of `prefix.word`, or None when the catalogue does not know the word."""
        key = f"{prefix}.{word}"
        return self(key) if texts.has_text(key) else None

    def label(self, word: StrEnum) -> str:
        """The name of a vocabulary word."""
        return labels.label(word, self.language)

    def choices(self, vocabulary: Iterable[StrEnum]) -> list[tuple[str, str]]:
        """Value and name of each word, for a field in which one is chosen."""
        return [(str(word), self.label(word)) for word in vocabulary]

    def languages(self) -> list[tuple[str, str]]:
        """Code and name of each language that Koalitio speaks."""
        return [(str(code), self(f"language.{code}")) for code in Language]

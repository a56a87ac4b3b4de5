"""Speaks the catalogue in the reader's language: texts, counted texts, and names of vocabulary words."""

from dataclasses import dataclass
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

    def count(self, key: str, number: int, shown: str | None = None) -> str:
        """The text of a counted key; `shown` is the number as written (grouped), else plain."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", n=shown if shown is not None else number)

    def or_raw(self, prefix: str, word: str) -> str | None:
        """The text of `prefix.word`, or None when the catalogue does not know the word."""
        key = f"{prefix}.{word}"
        return self(key) if texts.has_text(key) else None

    def label(self, word: StrEnum) -> str:
        """The name of a vocabulary word."""
        return labels.label(word, self.language)

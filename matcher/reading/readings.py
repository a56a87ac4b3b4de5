"""What reading gives: conditions with the words of the call that say them."""

from dataclasses import dataclass

from matcher.eligibility.conditions import Condition

TEXT_SOURCE = "call_text"
"""Key in `rules/sources.yaml` of what is read from a call's own text."""

DOCUMENT_SOURCE = "call_document"
"""Key in `rules/sources.yaml` of what is read from a call document."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A condition and the whole sentence or list item that says it.

    quote: exactly the characters start:end of the text, or of the page. field: which of the call's texts;
    page: from 1, of a document.
    """

    condition: Condition
    quote: str
    start: int
    end: int
    page: int | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Reads:
    """Readings that agree with one another, and those that do not, of which none may count."""

    readings: tuple[Reading, ...] = ()
    conflicts: tuple[Reading, ...] = ()

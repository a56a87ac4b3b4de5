"""What the matcher knows of a call: its words and where it stands in time, free of how it is stored."""

from dataclasses import dataclass
from datetime import datetime

from store.vocabulary import CallStatus

TEXT_LIMIT = 1800
"""Characters of a call's text that its one vector stands for: about the 512 tokens a model reads at once."""


@dataclass(frozen=True)
class Document:
    """A call as the ranking reads it; None means not known and weighs neither for nor against.

    language: ISO 639-1; next_cut_off: UTC. barred: the coalition may not apply, and no partner can cure that.
    """

    id: str
    title: str
    text: str
    language: str | None = None
    programme: str | None = None
    status: CallStatus | None = None
    next_cut_off: datetime | None = None
    barred: bool = False


def document_text(title: str, text: str) -> str:
    """The one text that stands for a call: its title and the beginning of its text.

    >>> document_text("Care work", "Training for nurses.")
    'Care work. Training for nurses.'
    """
    beginning = text[:TEXT_LIMIT].strip()
    return f"{title.strip()}. {beginning}" if beginning else title.strip()

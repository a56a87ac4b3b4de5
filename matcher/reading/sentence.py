"""A clause made plain, as the readers get it, and what every condition read from it says of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matcher.eligibility.conditions import Certainty, PartnershipCondition, ProposalCondition
from matcher.reading.clauses import Clause
from matcher.reading.plain import plain
from matcher.reading.words import Words

AnyCondition = PartnershipCondition | ProposalCondition


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item in plain text, with its heading, introduction and the items it introduces.

    alone: nothing else stands under its heading.
    """

    text: str
    heading: str
    intro: str
    items: tuple[str, ...]
    words: Words
    source: str
    place: str | None
    alone: bool = False

    @property
    def whole(self) -> str:
        """The sentence with the items it introduces."""
        return " ".join((self.text, *self.items))

    def basis(self, *rules: str) -> dict[str, Any]:
        """Source, certainty (B: read, confirmed by nobody), place and numbers of the rule catalogue."""
        return {"source": self.source, "certainty": Certainty.B, "place": self.place, "rules": rules}

    def doubts(self, *kinds: str) -> bool:
        """Whether the sentence, or what introduces it, casts one of these doubts on what it says."""
        said = (self.text, self.intro, *self.items)
        return any(self.words.doubts(kind, part) for kind in kinds for part in said if part)


Reader = Callable[[Sentence], AnyCondition | None]
"""Gives the one condition of its type that a sentence states, or None."""


def sentence_of(clause: Clause, words: Words, source: str, *, alone: bool) -> Sentence:
    """A clause as the readers get it."""
    return Sentence(
        text=plain(clause.text, words),
        heading=plain(clause.heading, words),
        intro=plain(clause.intro, words),
        items=tuple(plain(item, words) for item in clause.items),
        words=words,
        source=source,
        place=clause.heading[:120].strip() or None,
        alone=alone,
    )

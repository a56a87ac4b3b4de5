"""Names of kinds of organisation in plain text, and lists of them; what a name means stands in kinds.yaml."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from matcher.eligibility.conditions import Trait
from matcher.reading.words import Words
from store.vocabulary import ActorType, LegalType

FILE = Path(__file__).parent / "kinds.yaml"


class Kind(BaseModel):
    """What a name means; see the head of kinds.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    actor_types: tuple[ActorType, ...] = ()
    legal_types: tuple[LegalType, ...] = ()
    any: bool = False
    beside: bool = False
    trait: Trait | None = None


@dataclass(frozen=True, slots=True)
class Meant:
    """What a whole list of names means: everybody, legal types, or actor types."""

    everybody: bool = False
    legal_types: tuple[LegalType, ...] = ()
    actor_types: tuple[ActorType, ...] = ()


@cache
def all_kinds() -> dict[str, Kind]:
    """Every kind by its key."""
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {key: Kind.model_validate(kind) for key, kind in read.items()}


class KindReader:
    """Reads names and lists of names in one language."""

    def __init__(self, words: Words) -> None:
        file = words.file
        self._names = [(key, words.compiled(phrases)) for key, phrases in file.kinds.items()]
        self._skipped = re.compile(rf"(?:{words.any_of((*file.articles, *file.neutral))} )+")
        self._separator = re.compile(rf"(?: ?[,;/]| {words.any_of(file.separators)}(?!\w))+ ?|$")
        self._alternative = re.compile(rf" ?{words.any_of(file.alternatives)}(?!\w) ?")
        self._end = re.compile(rf" ?(?:{words.any_of(file.ends)}(?!\w)|[.:()])")

    def name_at(self, text: str, start: int) -> tuple[Kind, int] | None:
        """The longest name that begins there, articles and neutral adjectives aside, and where it ends."""
        starts = {start}
        if skipped := self._skipped.match(text, start):
            starts.add(skipped.end())
        found = [
            (match.end(), key)
            for key, phrases in self._names
            for phrase in phrases
            for begin in starts
            if (match := phrase.match(text, begin))
        ]
        if not found:
            return None
        end, key = max(found, key=lambda one: one[0])
        return all_kinds()[key], end

    def alternatives_at(self, text: str, start: int) -> tuple[list[Kind], int] | None:
        """Names joined by *or*; None when one of them is not known, or a name is narrowed by what follows."""
        kinds: list[Kind] = []
        while named := self.name_at(text, start):
            kind, end = named
            kinds.append(kind)
            link = self._alternative.match(text, end)
            if link is None:
                return (kinds, end) if self.ends_at(text, end) else None
            start = link.end()
        return None

    def ends_at(self, text: str, end: int) -> bool:
        """Whether a name can end there."""
        return bool(self._separator.match(text, end) or self._end.match(text, end))

    def next_item(self, text: str, end: int) -> int:
        """Where the next item of a list begins, after the separator that follows this one."""
        separator = self._separator.match(text, end)
        return separator.end() if separator else len(text)

    def listed(self, text: str) -> list[Kind] | None:
        """The names of a list that takes up a text, up to a phrase that ends it; None if any is unknown."""
        kinds: list[Kind] = []
        position = 0
        text = text.strip()
        while position < len(text):
            named = self.name_at(text, position)
            if named is None:
                return kinds if kinds and self._end.match(text, position) else None
            kinds.append(named[0])
            position = named[1]
            if separator := self._separator.match(text, position):
                position = separator.end()
            elif self._end.match(text, position):
                break
            else:
                return None
        return kinds or None


@cache
def kinds_in(words: Words) -> KindReader:
    """The reader of a language."""
    return KindReader(words)


def meaning(kinds: list[Kind]) -> Meant | None:
    """What a list of names means together; None when no actor type stands for one of them."""
    if any(kind.any for kind in kinds):
        return Meant(everybody=True)
    kinds = [kind for kind in kinds if not kind.beside]
    if not kinds or any(kind.trait for kind in kinds):
        return None
    if all(kind.legal_types for kind in kinds):
        legal = {legal for kind in kinds for legal in kind.legal_types}
        if legal == set(LegalType) or {LegalType.PUBLIC, LegalType.NON_PROFIT, LegalType.FOR_PROFIT} <= legal:
            return Meant(everybody=True)
        return Meant(legal_types=tuple(one for one in LegalType if one in legal))
    if not all(kind.actor_types for kind in kinds):
        return None
    actors = {actor for kind in kinds for actor in kind.actor_types}
    if actors == set(ActorType):
        return Meant(everybody=True)
    return Meant(actor_types=tuple(one for one in ActorType if one in actors))

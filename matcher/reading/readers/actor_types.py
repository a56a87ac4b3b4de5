"""Which kinds of organisation have to be in the consortium."""

import re

from matcher.eligibility.conditions import ActorNeed, ActorTypes
from matcher.reading.kinds import Kind, kinds_in
from matcher.reading.sentence import Sentence
from matcher.reading.words import Words
from store.vocabulary import ActorType

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand", "indicative")
_COUNT = re.compile(r"(?:(?P<n>\d{1,2})|an?|en|ett)(?: (?:is|on|är|must be|ska vara))? ")


def read_actor_types(sentence: Sentence) -> ActorTypes | None:
    """`At least one employer and one education provider per country`; each is a need of its own (R07)."""
    words, text = sentence.words, sentence.text
    if not (words.says("needs.required", text) or words.says("needs.listed", sentence.intro)):
        return None
    if sentence.doubts(*_DOUBTS) or words.says("needs.choice", f"{sentence.intro} {text}"):
        return None
    if words.says("needs.aside", f"{sentence.intro} {text}"):
        return None
    per_country = words.says("needs.per_country", text)
    associated = words.says("needs.associated", text)
    needs: dict[tuple[object, ...], ActorNeed] = {}
    starts = {match.end() + 1 for match in words.every("needs.start", text)}
    for start in sorted(starts | ({0} if sentence.intro else set())):
        for count, kinds in _items(text, start, words):
            need = _need(count, kinds, per_country=per_country, associated=associated)
            if need is not None:
                needs.setdefault((need.any_of, need.trait), need)
    if not needs:
        return None
    has_trait = any(need.trait for need in needs.values())
    rules = ("R07", "R25") if has_trait else ("R07",)
    return ActorTypes(needs=tuple(needs.values()), **sentence.basis(*rules))


def _items(text: str, start: int, words: Words) -> list[tuple[int, list[Kind]]]:
    """Counted names from there on, as long as one follows the other: `1 employer and 2 universities`."""
    reader = kinds_in(words)
    items: list[tuple[int, list[Kind]]] = []
    while count := _COUNT.match(text, start):
        found = reader.alternatives_at(text, count.end())
        if found is None or words.says("size.subset", text[found[1] :]):
            break
        kinds, end = found
        items.append((int(count["n"] or 1), kinds))
        start = reader.next_item(text, end)
    return items


def _need(count: int, kinds: list[Kind], *, per_country: bool, associated: bool) -> ActorNeed | None:
    """One need; None when a name does not stand for actor types."""
    trait = kinds[0].trait if len(kinds) == 1 else None
    if trait is None and not all(kind.actor_types for kind in kinds):
        return None
    actors = {actor for kind in kinds for actor in kind.actor_types}
    return ActorNeed(
        any_of=tuple(one for one in ActorType if one in actors),
        trait=trait,
        minimum=max(count, 1),
        per_country=per_country,
        may_be_associated=associated,
    )

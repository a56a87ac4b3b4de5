"""Ranked full text without a database's own search: which calls hold every word, and how well.

A word of the question is met by itself, by an inflected form (what begins with its Snowball stem, in calls of
that language), by what begins with it (so that the last word may be unfinished), and inside a compound
(`palvelu` in *työllisyyspalvelut*). The better way counts more, a word of the title three times as much as
one of the text, and rare words more than common ones. Consonant gradation (`työtön`, `työttömät`) is beyond
the stems: ask for the beginning that both share.
"""

import math
import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

WORD = re.compile(r"[^\W_]+")
STEMMERS = {"en": "english", "fi": "finnish", "sv": "swedish"}
ITSELF, INFLECTED, BEGINNING, INSIDE = 8.0, 5.0, 4.0, 2.0
TITLE = 3.0
SHORTEST_STEM, SHORTEST_INSIDE = 3, 4
MOST_WORDS = 12
"""Words of one question that are looked for; a whole paragraph is no question."""


def words_of(text: str) -> list[str]:
    """The words in small letters; every other sign parts them.

    >>> words_of("Care-work_2026: TYÖ")
    ['care', 'work', '2026', 'työ']
    """
    return WORD.findall(text.casefold())


class TextMemory:
    """The words of many calls, by position; positions only grow, and old ones are left to whoever asks."""

    def __init__(self) -> None:
        self._title: dict[str, array[int]] = {}
        self._text: dict[str, array[int]] = {}
        self._language: dict[int, str] = {}
        self._all = "\n"
        self._count = 0

    def add(self, position: int, language: str, title: str, text: str) -> None:
        """Remembers the words of one call."""
        self._language[position] = language
        for words, postings in ((words_of(title), self._title), (words_of(text), self._text)):
            for word in set(words):
                known = postings.get(word)
                if known is None:
                    postings[word] = array("I", (position,))
                else:
                    known.append(position)

    def search(self, question: str) -> dict[int, float] | None:
        """How well each position that holds every word does; None when there is no word to look for."""
        asked = list(dict.fromkeys(words_of(question)))[:MOST_WORDS]
        if not asked:
            return None
        self._learn_vocabulary()
        met = [self._met(word) for word in asked]
        whole = set(met[0]).intersection(*met[1:])
        size = len(self._language) + 1
        rarity = [math.log(1 + size / (len(found) + 1)) for found in met]
        return {
            position: sum(found[position] * rare for found, rare in zip(met, rarity, strict=True))
            for position in whole
        }

    def _met(self, word: str) -> dict[int, float]:
        """Positions that hold the word in any way, by the best: worse ways first, better ones over them."""
        ways: list[tuple[float, list[Iterable[int]]]] = []
        stems = _stems(word)
        for weight, title, text in self._ways(word, stems):
            ways += [(weight, [text]), (weight * TITLE, [title])]
        found: dict[int, float] = {}
        for weight, lists in sorted(ways, key=lambda way: way[0]):
            for positions in lists:
                found.update(dict.fromkeys(positions, weight))
        return found

    def _ways(
        self, word: str, stems: tuple[tuple[str, str], ...]
    ) -> Iterator[tuple[float, list[int], list[int]]]:
        yield ITSELF, *self._postings((word,))
        yield BEGINNING, *self._postings(self._beginning(word))
        for language, stem in stems:
            title, text = self._postings(self._beginning(stem))
            yield INFLECTED, self._only(language, title), self._only(language, text)
        if len(word) >= SHORTEST_INSIDE:
            yield INSIDE, *self._postings(self._inside(word))
            for language, stem in stems:
                if len(stem) >= SHORTEST_INSIDE:
                    title, text = self._postings(self._inside(stem))
                    yield INSIDE, self._only(language, title), self._only(language, text)

    def _postings(self, words: Iterable[str]) -> tuple[list[int], list[int]]:
        title: list[int] = []
        text: list[int] = []
        for word in words:
            title += self._title.get(word, ())
            text += self._text.get(word, ())
        return title, text

    def _only(self, language: str, positions: list[int]) -> list[int]:
        return [position for position in positions if self._language[position] == language]

    def _learn_vocabulary(self) -> None:
        known = len(self._title) + len(self._text)
        if known != self._count:
            self._all = "\n" + "\n".join(self._title.keys() | self._text.keys()) + "\n"
            self._count = known

    def _beginning(self, start: str) -> list[str]:
        return [self._all[at + 1 : self._all.index("\n", at + 1)] for at in _places(self._all, "\n" + start)]

    def _inside(self, part: str) -> set[str]:
        everything = self._all
        return {
            everything[everything.rindex("\n", 0, at) + 1 : everything.index("\n", at)]
            for at in _places(everything, part)
        }


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


@lru_cache(maxsize=4096)
def _stems(word: str) -> tuple[tuple[str, str], ...]:
    """The stem of a word in each language we speak, where it shortens the word.

    Snowball turns *policies* and *policy* to `polici`; its last letter goes, so that both begin with it.
    """
    found = []
    for language in STEMMERS:
        stem = _stemmer(language)(word)
        stem = stem.removesuffix("i") if language == "en" and not word.endswith("i") else stem
        if len(stem) >= SHORTEST_STEM and stem != word and word.startswith(stem):
            found.append((language, stem))
    return tuple(found)


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(STEMMERS[language]).stemWord

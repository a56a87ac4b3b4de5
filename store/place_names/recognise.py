"""Finds the places that a text names, by their forms and by what stands around them.

The longest name wins. A name must begin with a capital letter. A form that could also be an ordinary word, a
person or a company (`doubtful_names.csv`) is taken when it is in a local case, when a word such as *city*
goes with it, or when it stands in a list with a place that is beyond doubt; an ordinary word also inside a
sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.place_names.gazetteer import Doubt, Entry, gazetteer, longest
from store.place_names.place import Place, PlaceKind
from store.place_names.surroundings import (
    AUTHORITY_WORDS,
    BODIES_OF,
    CLITICS,
    CONJUNCTIONS,
    DIRECTIONS,
    FOREIGN,
    ICELAND,
    IN_FRONT,
    ORGANISATIONS,
    PROGRAMME_WORDS,
    WHOLE_ONLY,
    ends_a_list_item,
    is_municipal,
    opens_sentence,
)
from store.vocabulary import Language

FINLAND = "FI"
WORD = re.compile(r"[^\W\d_]+(?:(?:[-:]|-\s(?=[A-ZÅÄÖ]))[^\W\d_]+)*-?")
"""A word; a hyphen may be followed by a line break or a stray space (`Länsi- Suomen`)."""
SHARED_WITHIN = 7
"""How many words later the full name stands at the latest (`Etelä-, Keski- ja Pohjois-Pohjanmaa`)."""
YEAR = re.compile(r"\s*20\d\d\b")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text and where it stands: `written` as it is, `text` without a break after a hyphen."""

    written: str
    text: str
    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A name that stands in the text; not sure means that only its neighbours can tell."""

    entry: Entry
    start: int
    end: int
    sure: bool
    words: int = 1


def places_in(text: str, language: Language | str) -> list[Place]:
    """Places named in a text of that language (`en`, `fi`, `sv`), inflected forms too, in their order.

    A name of an organisation that holds a place's name counts as a mention of the place, except those of the
    programme's authorities, which are of their own kind. Raises ValueError for another language.

    >>> [(place.name, place.kind.value) for place in places_in("Haku Lapissa ja Kainuussa", "fi")]
    [('Lappi', 'region'), ('Kainuu', 'region')]
    """
    spoken = Language(language)
    tokens = [_token(match) for match in WORD.finditer(text)]
    found = sorted(_scan(text, tokens, spoken), key=lambda one: (one.start, one.end))
    return [
        Place(one.entry.kind, one.entry.code, one.entry.name, one.start, one.end)
        for one in _settled(text, found)
    ]


def _token(match: re.Match[str]) -> Token:
    word = re.sub(r"-\s", "-", match.group())
    return Token(match.group(), word, word.lower(), match.start(), match.end())


def _scan(text: str, tokens: Sequence[Token], language: Language) -> Iterator[Found]:
    at = 0
    while at < len(tokens):
        found = _longest_at(text, tokens, at, language)
        if found is None:
            yield from _shared_name(tokens, at, language)
            yield from _parts_of_word(tokens[at], language)
            at += 1
        else:
            if not _is_of_another(text, tokens, at, found, language):
                yield found
            at += found.words


def _longest_at(text: str, tokens: Sequence[Token], at: int, language: Language) -> Found | None:
    names = gazetteer(language)
    first = tokens[at]
    for count in range(min(longest(language).get(first.low, 1), len(tokens) - at), 0, -1):
        some = tokens[at : at + count]
        if count > 1 and any(text[a.end : b.start].strip() for a, b in pairwise(some)):
            continue
        entry = names.get(" ".join(token.low for token in some)) or (
            _without_clitic(first, language) if count == 1 else None
        )
        if entry is not None and _is_written_as_name(some, entry):
            sure = _is_sure(text, tokens, at, count, entry, language)
            return Found(entry, first.start, some[-1].end, sure, count)
    return None


def _without_clitic(token: Token, language: Language) -> Entry | None:
    """The entry of `Lapissakin` without its last syllable."""
    if language is not Language.FI:
        return None
    for end in CLITICS:
        entry = gazetteer(language).get(token.low.removesuffix(end)) if token.low.endswith(end) else None
        if entry is not None:
            return entry
    return None


def _is_written_as_name(some: Sequence[Token], entry: Entry) -> bool:
    """A capital in front; of several words the last may have it alone (`norra Finland`)."""
    capital = some[0] if entry.kind is PlaceKind.AUTHORITY else some[-1]
    return capital.text[0].isupper() or (some[0].text[0].isupper() and len(some) > 1)


def _is_sure(
    text: str, tokens: Sequence[Token], at: int, count: int, entry: Entry, language: Language
) -> bool:
    if entry.doubt is Doubt.NONE or entry.local:
        return True
    last = tokens[at + count - 1]
    if YEAR.match(text, last.end) or (last.text.isupper() and len(last.text) > 1):
        return False
    if is_municipal(tokens, at, count, entry, language):
        return True
    if language is not Language.FI or entry.doubt is Doubt.NAME:
        return False
    return not opens_sentence(text, tokens[at].start)


def _is_of_another(text: str, tokens: Sequence[Token], at: int, found: Found, language: Language) -> bool:
    """A part of a longer name that means something else: Swedish Lapland, University of Eastern Finland."""
    entry = found.entry
    before = [token.low for token in tokens[max(at - 2, 0) : at]] or [""]
    after = tokens[at + found.words].low if at + found.words < len(tokens) else ""
    if entry.kind in (PlaceKind.REGION, PlaceKind.AREA):
        if before[-1] in FOREIGN or after.startswith(AUTHORITY_WORDS) or tuple(before) in BODIES_OF:
            return True
        if entry.kind is PlaceKind.AREA and after.startswith(ORGANISATIONS):
            return True
    if before[-1] in DIRECTIONS[language] and entry.name in WHOLE_ONLY and found.words == 1:
        return True
    if entry.code == FINLAND:
        return after == "aikaa" or (before[-1] in PROGRAMME_WORDS and not entry.genitive)
    if entry.name == ICELAND and before[-1] not in IN_FRONT[language]:
        last = tokens[max(at - 1, 0)]
        return last.text[0].isupper() and text[last.end : found.start] == " "
    return False


def _shared_name(tokens: Sequence[Token], at: int, language: Language) -> Iterator[Found]:
    """The first of two names that share their end: `Kanta- ja Päijät-Häme`, `Södra och Norra Österbotten`."""
    token = tokens[at]
    if not _is_start(token, language) or not token.text[0].isupper():
        return
    for later in range(at + 1, min(at + SHARED_WITHIN, len(tokens))):
        entry = _entry_of_shared(tokens, at, later, language)
        if entry is not None:
            yield Found(entry, token.start, token.end, sure=True)
            return
        if tokens[later].low not in CONJUNCTIONS and not _is_start(tokens[later], language):
            return


def _is_start(token: Token, language: Language) -> bool:
    """Whether a word may be the first part of a name whose rest comes later."""
    return token.text.endswith("-") if language is Language.FI else token.low in DIRECTIONS[language]


def _entry_of_shared(tokens: Sequence[Token], at: int, later: int, language: Language) -> Entry | None:
    if language is Language.FI:
        _, hyphen, rest = tokens[later].low.partition("-")
        return gazetteer(language).get(tokens[at].low + rest) if hyphen and rest else None
    following = [token.low for token in tokens[later + 1 : later + 2]]
    return gazetteer(language).get(" ".join([tokens[at].low, *following])) if following else None


def _parts_of_word(token: Token, language: Language) -> Iterator[Found]:
    """Places in a word with a hyphen that is no name itself: Lappi-sopimus, Kemi-Tornio-alue, Itä-Lapissa."""
    parts = list(re.finditer(r"[^-\s]+", token.written))
    if len(parts) < 2 or token.text.endswith("-"):
        return
    is_direction = parts[0].group().lower() in DIRECTIONS[language]
    for part in parts:
        entry = gazetteer(language).get(part.group().lower())
        if entry is None or not part.group()[0].isupper() or entry.doubt is not Doubt.NONE:
            continue
        if is_direction and (entry.name in WHOLE_ONLY or entry.kind is PlaceKind.AREA):
            continue
        start = token.start if is_direction else token.start + part.start()
        yield Found(entry, start, token.start + part.end(), sure=True)


def _settled(text: str, found: Sequence[Found]) -> list[Found]:
    """The sure ones, and those that stand in a list with a sure municipality or region."""
    sure = [one.sure for one in found]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for at in order:
            beside = at - 1 if order.step > 0 else at + 1
            first, second = sorted((at, beside))
            between = text[found[first].end : found[second].start]
            sure[at] = sure[at] or (sure[beside] and ends_a_list_item(between))
    return [one for one, is_sure in zip(found, sure, strict=True) if is_sure]

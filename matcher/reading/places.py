"""Groups of countries in plain text: `EU Member States and EEA countries`."""

import re
from functools import cache

from matcher.eligibility.conditions import CountryGroup
from matcher.reading.words import Words

_BRACKET = re.compile(r" ?\([^)]*\)")


def groups_in(text: str, words: Words) -> tuple[CountryGroup, ...]:
    """The groups that a list names; empty when it names anything else as well.

    >>> from store.vocabulary import Language
    >>> from matcher.reading.words import words_of
    >>> groups_in("eu member states (with overseas territories) and eea countries", words_of(Language.EN))
    (<CountryGroup.EU: 'eu'>, <CountryGroup.EEA: 'eea'>)
    """
    rest = _BRACKET.sub("", text).strip(" .:;,")
    found: set[CountryGroup] = set()
    while rest:
        group = next(((one, m) for one, p in _names(words) if (m := p.match(rest))), None)
        if group is None:
            return ()
        found.add(group[0])
        rest = _separators(words).sub("", rest[group[1].end() :], count=1)
        if rest and rest == rest.lstrip() and rest[:1].isalnum() is False:
            return ()
    return tuple(one for one in CountryGroup if one in found)


@cache
def _names(words: Words) -> tuple[tuple[CountryGroup, re.Pattern[str]], ...]:
    return tuple(
        (CountryGroup(key), phrase)
        for key, phrases in words.file.groups.items()
        for phrase in words.compiled(phrases)
    )


@cache
def _separators(words: Words) -> re.Pattern[str]:
    return re.compile(rf"^(?: ?[,;/]| {words.any_of(words.file.separators)}(?!\w))+ ?")

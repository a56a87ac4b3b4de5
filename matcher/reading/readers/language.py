"""Which languages the application may be written in, of those that Koalitio writes."""

import re

from matcher.eligibility.conditions import ApplicationLanguage
from matcher.reading.sentence import Sentence
from matcher.reading.words import Words
from store.vocabulary import Language

_DOUBTS = ("recommended", "weak", "negated", "example", "past", "conditional", "strand")
_BRACKET = re.compile(r" ?\([^)]*\)")


def read_language(sentence: Sentence) -> ApplicationLanguage | None:
    """`Applications are written in Finnish or Swedish`; a language we do not write voids it (R30)."""
    words, text = sentence.words, _BRACKET.sub("", sentence.text)
    match = words.first("language.application", text)
    if match is None or any(words.doubts(kind, text) for kind in _DOUBTS):
        return None
    named = match["languages"]
    any_language = words.says("language.any", named)
    languages = tuple(Language) if any_language else _languages(named, words)
    return ApplicationLanguage(languages=languages, **sentence.basis("R30")) if languages else None


def _languages(text: str, words: Words) -> tuple[Language, ...]:
    """The languages that make up a whole list; empty when another word stands among them."""
    rest, found = f" {text.strip(' .,')} ", set()
    for language, names in words.file.languages.items():
        for name in words.compiled(names):
            rest, count = name.subn(" ", rest)
            found |= {language} if count else set()
    for link in words.compiled((*words.file.separators, *words.file.articles)):
        rest = link.sub(" ", rest)
    is_whole = not re.sub(r"[\s,/]", "", rest)
    return tuple(one for one in Language if one in found) if is_whole else ()

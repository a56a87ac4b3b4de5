"""Reads conditions from a call's own text, or from the pages of a call document."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from matcher.language import guess_language
from matcher.reading.agreement import agree
from matcher.reading.clauses import Clause, clauses
from matcher.reading.readers import READERS
from matcher.reading.readings import DOCUMENT_SOURCE, TEXT_SOURCE, Reading, Reads
from matcher.reading.sentence import Sentence, sentence_of
from matcher.reading.words import Words, words_of
from store.vocabulary import Language


def read(text: str, language: str | None, field: str) -> Reads:
    """Conditions that a call's text states, and those it states in contradicting ways.

    language: ISO 639-1 of the text; others than en, fi and sv give nothing, None is guessed. field: which of
    the call's texts it is (description, conditions); it is kept with the readings.
    """
    return agree(_readings(text, _known(language or guess_language(text)), TEXT_SOURCE, field, None))


def read_conditions(text: str, language: str | None, field: str) -> list[Reading]:
    """The readings of `read` that count."""
    return list(read(text, language, field).readings)


def read_pages(pages: Sequence[str], language: str | None) -> Reads:
    """Conditions that a document states, each with its page (from 1); start and end are places on that page.

    language: None guesses page by page, and by the whole document where a page does not tell.
    """
    whole = None if language else guess_language("\n".join(pages)[:20_000])
    found = [
        reading
        for number, page in enumerate(pages, start=1)
        for reading in _readings(
            page, _known(language or guess_language(page) or whole), DOCUMENT_SOURCE, None, number
        )
    ]
    return agree(found)


def read_document(pages: Sequence[str], language: str | None) -> list[Reading]:
    """The readings of `read_pages` that count."""
    return list(read_pages(pages, language).readings)


def _known(language: str | None) -> Language | None:
    return Language(language) if language in set(Language) else None


def _readings(
    text: str, language: Language | None, source: str, field: str | None, page: int | None
) -> Iterator[Reading]:
    if language is None:
        return
    words = words_of(language)
    cut = clauses(text)
    choices = _choices(cut, words)
    sentences = Counter(clause.section for clause in cut if not clause.intro and not clause.items)
    lists = Counter(clause.section for clause in cut if clause.items)
    for clause in cut:
        if clause.text.rstrip(' .)”"').endswith("?") or (clause.intro, clause.section) in choices:
            continue
        beside = sentences[clause.section] + lists[clause.section]
        alone = (bool(clause.items) and beside <= 2) or (not clause.intro and beside == 1)
        sentence = sentence_of(clause, words, source, alone=alone)
        yield from _of_sentence(sentence, clause, text, field, page)


def _choices(cut: list[Clause], words: Words) -> set[tuple[str, int]]:
    """Introduction and section of each list whose items are alternatives: one of them ends with *or*."""
    ends_with_or = re.compile(rf"(?<!\w){words.any_of(words.file.alternatives)}[\s,;:]*$", re.IGNORECASE)
    return {
        (clause.intro, clause.section)
        for clause in cut
        if clause.intro and not clause.items and ends_with_or.search(clause.text)
    }


def _of_sentence(
    sentence: Sentence, clause: Clause, text: str, field: str | None, page: int | None
) -> Iterator[Reading]:
    for reader in READERS:
        condition = reader(sentence)
        if condition is not None:
            quote = text[clause.start : clause.end]
            yield Reading(condition, quote, clause.start, clause.end, page, field)

"""Choose the sentence or two of a passage that a reason quotes, always exactly as they stand in the call."""

from matcher.lexical import words
from matcher.passages import sentences

LONGEST = 300
"""Characters of a quotation at most."""

SHORTEST = 40
"""Characters a quotation starts with at least, where the passage has such a sentence: less is a heading."""

GRAM = 4
"""Length of the word pieces compared: long enough to mean something, short enough to see through endings."""


def quotation(text: str, start: int, end: int, aim: str) -> tuple[int, int]:
    """Span within `text[start:end]` of the one or two sentences that share most with `aim`.

    Word pieces are compared, so that compounds, endings and international words meet; where nothing is
    shared, as between languages, the passage's first sentences are quoted. A sentence beyond LONGEST ends
    at a word.

    >>> text = "The fund was set up in 2021. Nurses are trained at work. Reports are due in May."
    >>> a, b = quotation(text, 0, len(text), "training for nurses")
    >>> text[a:b]
    'Nurses are trained at work.'
    """
    spans = sentences(text, start, end)
    if not spans:
        return start, end
    wanted = _pieces(aim)
    shared = [len(wanted & _pieces(text[a:b])) for a, b in spans]
    telling = [number for number, (a, b) in enumerate(spans) if b - a >= SHORTEST] or range(len(spans))
    best = max(telling, key=lambda number: shared[number])
    first, last = spans[best]
    following = spans[best + 1] if best + 1 < len(spans) else None
    adds = following is not None and (shared[best + 1] > 0 or shared[best] == 0)
    if following is not None and adds and following[1] - first <= LONGEST:
        last = following[1]
    return first, _ended_at_a_word(text, first, last)


def _pieces(text: str) -> set[str]:
    return {word[n : n + GRAM] for word in words(text) for n in range(len(word) - GRAM + 1)}


def _ended_at_a_word(text: str, start: int, end: int) -> int:
    if end - start <= LONGEST:
        return end
    gap = text.rfind(" ", start + 1, start + LONGEST + 1)
    return gap if gap > start else start + LONGEST

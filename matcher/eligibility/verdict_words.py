"""A verdict in a line of its own: what it would become possible with."""

from collections.abc import Sequence

from matcher.eligibility.judgement import Cure
from matcher.eligibility.sentences import say
from store.labels import ORDER
from store.vocabulary import Language, Verdict

POSSIBLE_WITH = ("possible with {}", "mahdollinen näin: {}", "möjligt med {}")


def possible_with(verdict: Verdict, cures: Sequence[Cure], language: Language) -> str | None:
    """`possible with two partners from two more countries`; None when nothing is to be cured."""
    if verdict is not Verdict.INELIGIBLE or not cures:
        return None
    told = ", ".join(say(cure.message, language) for cure in cures)
    return POSSIBLE_WITH[ORDER.index(language)].format(told)

"""A verdict in a line of its own: what it would become possible with."""

from collections.abc import Callable, Sequence

from matcher.eligibility.judgement import Cure, Message
from matcher.eligibility.phrases import AND, joined
from matcher.eligibility.sentences import say
from store.labels import ORDER, RoleWords
from store.vocabulary import Language, Verdict

POSSIBLE_WITH = ("possible with {}", "mahdollinen, edellytyksenä {}", "möjligt med {}")


def possible_with(
    verdict: Verdict, cures: Sequence[Cure], language: Language, said_by: RoleWords = RoleWords.EU_GRANT
) -> str | None:
    """`possible with two partners from two more countries`; None when nothing is to be cured."""
    if verdict is not Verdict.INELIGIBLE or not cures:
        return None
    parts = _parts(cures, lambda message: say(message, language, said_by), AND[language])
    parted = (", ", ": ", AND[language])
    plain = not any(mark in part for part in parts for mark in parted)
    told = joined(parts, AND[language]) if plain else "; ".join(parts)
    return POSSIBLE_WITH[ORDER.index(language)].format(told)


def _parts(cures: Sequence[Cure], told: Callable[[Message], str], by: str) -> list[str]:
    """The cures one by one; partners wanted for their number and those wanted among them go together."""
    among = [cure for cure in cures if cure.among]
    if not among:
        return [told(cure.message) for cure in cures]
    base = next(cure for cure in cures if not cure.among)
    kinds = joined((told(_plain(cure)) for cure in among), by)
    rest = [told(cure.message) for cure in cures if cure is not base and not cure.among]
    return [_together(base, kinds, sum(cure.count for cure in among), told), *rest]


def _together(base: Cure, kinds: str, of_kinds: int, told: Callable[[Message], str]) -> str:
    """`base` partners, among them the kinds; where there are as many of a kind, the kinds and whence."""
    if base.count > 1 and of_kinds <= base.count:
        return told(Message("cure.with_among", {"partners": base.message, "partner": kinds}))
    if not base.countries:
        return kinds
    if of_kinds == 1:
        return told(Message("cure.from_new_country", {"partner": kinds}))
    return told(Message("cure.some_from_new_countries", {"partner": kinds, "count": base.countries}))


def _plain(cure: Cure) -> Message:
    """What is wanted, without the words that it may be among others."""
    partner = cure.message.values.get("partner")
    return partner if isinstance(partner, Message) else cure.message

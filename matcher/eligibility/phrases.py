"""How values are put into words: amounts, days, countries, kinds of organisation, and lists of them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from matcher.eligibility.judgement import Value
from store.plain_yaml import PlainLoader
from store.regions import country_by_code
from store.vocabulary import Language

WORDS = Path(__file__).parent / "wording" / "words.yaml"
AND = {Language.EN: " and ", Language.FI: " ja ", Language.SV: " och "}
OR = {Language.EN: " or ", Language.FI: " tai ", Language.SV: " eller "}
ORDINALS = {
    Language.EN: ("a second", "a third", "a fourth", "a fifth", "a sixth"),
    Language.FI: ("toisesta", "kolmannesta", "neljännestä", "viidennestä", "kuudennesta"),
    Language.SV: ("ett andra", "ett tredje", "ett fjärde", "ett femte", "ett sjätte"),
}
"""Words for 2 to 6, as the sentences need them: *from a second country*."""
DAYS = {Language.EN: "d MMMM y", Language.FI: "d.M.y", Language.SV: "d MMMM y"}
LOCALES = {Language.EN: "en_GB", Language.FI: "fi", Language.SV: "sv"}
WITH_ARTICLE = ("NL", "GB")
"""Countries that are the Netherlands and the United Kingdom in an English sentence."""
ANOTHER = {Language.EN: "another", Language.FI: "muusta", Language.SV: "ett annat"}
Values = Mapping[str, Value]
Phrase = Callable[[Any, Language, Values], str]


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The words of `wording/words.yaml`, by kind and code."""
    loaded: dict[str, Any] = yaml.load(WORDS.read_text(encoding="utf-8"), Loader=PlainLoader)
    return loaded


def joined(parts: Iterable[str], by: str) -> str:
    """`a, b and c` with the language's own word before the last."""
    *others, last = parts
    return f"{', '.join(others)}{by}{last}" if others else last


def number(value: int, language: Language) -> str:
    """A whole number with the language's thousands: 120,000 and 120 000 (with a hard space)."""
    return f"{value:,}" if language is Language.EN else f"{value:,}".replace(",", "\u00a0")


def euros(value: int, language: Language) -> str:
    """An amount of whole EUR."""
    if language is Language.EN:
        return f"EUR {number(value, language)}"
    return f"{number(value, language)} {'euroa' if language is Language.FI else 'euro'}"


def euros_or(values: Iterable[str], language: Language) -> str:
    """Amounts to choose from; the currency is said once."""
    figures = joined((number(int(value), language) for value in values), OR[language])
    if language is Language.EN:
        return f"EUR {figures}"
    return f"{figures} {'euroa' if language is Language.FI else 'euro'}"


def percent(value: float, language: Language) -> str:
    """A rate of 0 to 1 as a percentage with at most one decimal."""
    figures = f"{value * 100:.1f}".removesuffix(".0")
    return f"{figures}%" if language is Language.EN else f"{figures.replace('.', ',')}\u00a0%"


def day(value: str, language: Language) -> str:
    """A day given as ISO text: `5 March 2026`, `5.3.2026`, `5 mars 2026`."""
    return format_date(date.fromisoformat(value), DAYS[language], locale=LOCALES[language])


def country(code: str, language: Language) -> str:
    """The country's name; the code where nobody knows one."""
    known = country_by_code(code)
    return code if known is None else known.name(language)


def from_country(code: str, language: Language) -> str:
    """`from Sweden`, `Ruotsista`, `från Sverige`."""
    if language is Language.FI:
        return str(words()["from_country_fi"].get(code, f"maasta {code}"))
    return f"from {_the(code)}" if language is Language.EN else f"från {country(code, language)}"


def in_country(code: str, language: Language) -> str:
    """`Estonia` after the sentence's own in, `Virossa`, `Estland`."""
    if language is not Language.FI:
        return _the(code) if language is Language.EN else country(code, language)
    whence = words()["from_country_fi"].get(code)
    return f"maassa {code}" if whence is None else f"{whence[:-2]}{whence[-3]}{whence[-1]}"


def _the(code: str) -> str:
    """The country's English name within a sentence."""
    return f"{'the ' if code in WITH_ARTICLE else ''}{country(code, Language.EN)}"


def actors(kinds: Iterable[str], language: Language, values: Values) -> str:
    """`a VET provider or an employer`, or with the sentence's `count`: `2 VET providers or employers`."""
    count = values["count"]
    if count == 1:
        return one_of(kinds, language)
    return f"{count} {joined((words()['actors'][kind][language][1] for kind in kinds), OR[language])}"


def one_of(kinds: Iterable[str], language: Language) -> str:
    """`a VET provider or an employer`."""
    return joined((words()["actors"][kind][language][0] for kind in kinds), OR[language])


def partners(told: Iterable[str], language: Language) -> str:
    """`a VET provider from Sweden and an employer from Estonia`, of pairs `vet_provider SE`."""
    pairs = (pair.split() for pair in told)
    return joined(
        (f"{one_of((kind,), language)} {from_country(code, language)}" for kind, code in pairs), AND[language]
    )


def by_months(limits: Iterable[str], language: Language) -> str:
    """`24 months: EUR 1,000,000; 36 months: EUR 1,500,000`, of pairs `24 1000000`."""
    unit = {Language.EN: "months", Language.FI: "kk", Language.SV: "månader"}[language]
    pairs = (limit.split() for limit in limits)
    return "; ".join(f"{months} {unit}: {euros(int(amount), language)}" for months, amount in pairs)


def nth(place: int, language: Language) -> str:
    """`second` of a second country; `another` beyond the sixth."""
    known = ORDINALS[language]
    return known[place - 2] if 2 <= place < len(known) + 2 else ANOTHER[language]


def word(kind: str, code: str, language: Language) -> str:
    """A word of `words.yaml`; the code itself, read as words, where it has none."""
    known = words()[kind].get(code)
    return code.replace("_", " ") if known is None else str(known[language])


def _one(kind: str) -> Phrase:
    return lambda code, language, _: word(kind, code, language)


def _several(kind: str, by: Mapping[Language, str]) -> Phrase:
    return lambda codes, language, _: joined((word(kind, code, language) for code in codes), by[language])


def _alone(phrase: Callable[[Any, Language], str]) -> Phrase:
    return lambda value, language, _: phrase(value, language)


PHRASES: Mapping[str, Phrase] = {
    "": lambda value, _language, _values: str(value),
    "actors": actors,
    "and": lambda values, language, _: joined(values, AND[language]),
    "by_months": _alone(by_months),
    "country": _alone(country),
    "day": _alone(day),
    "euros": _alone(euros),
    "euros_or": _alone(euros_or),
    "identifiers": _several("identifiers", AND),
    "in": lambda codes, language, _: joined((in_country(code, language) for code in codes), AND[language]),
    "languages_or": _several("languages", OR),
    "legal": _several("legal_types", OR),
    "nth": _alone(nth),
    "one_of": _alone(one_of),
    "or": lambda values, language, _: joined(values, OR[language]),
    "partners": _alone(partners),
    "percent": _alone(percent),
    "role": _one("roles"),
    "topic": _one("topics"),
    "topics": lambda codes, language, _: ", ".join(word("topics", code, language) for code in codes),
    "zone": _one("zones"),
}
"""How a value is put into words, by what the sentence asks for."""

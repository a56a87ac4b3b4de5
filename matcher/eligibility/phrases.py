"""How values are put into words: amounts, days, countries, kinds of organisation, and lists of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from babel.dates import format_date

from matcher.eligibility.judgement import Value
from matcher.eligibility.numerals import CASES, number, numeral
from store.plain_yaml import PlainLoader
from store.regions import country_by_code
from store.vocabulary import Language

WORDS = Path(__file__).parent / "wording" / "words.yaml"
AND = {Language.EN: " and ", Language.FI: " ja ", Language.SV: " och "}
OR = {Language.EN: " or ", Language.FI: " tai ", Language.SV: " eller "}
DAYS = {Language.EN: "d MMMM y", Language.FI: "d.M.y", Language.SV: "d.M.y"}
LOCALES = {Language.EN: "en_GB", Language.FI: "fi", Language.SV: "sv"}
IN = {Language.EN: "in", Language.SV: "i"}
BOTH = {Language.EN: "in both", Language.SV: "i både"}
EACH = {Language.EN: "in each of", Language.SV: "i vart och ett av länderna"}
BOTH_OF = 2
WITH_ARTICLE = ("NL", "GB")
"""Countries that are the Netherlands and the United Kingdom in an English sentence."""
NAMED = 2
"""How many members a reason names before it counts the others."""
COUNTED = (
    "countries",
    "from_countries",
    "from_more_countries",
    "from_at_least_more_countries",
    "months",
    "months_of",
    "pages",
    "and_further",
    "others",
)
"""The nouns of `words.yaml` that sentences count."""
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


def euros(value: int, language: Language) -> str:
    """An amount of whole EUR."""
    if language is Language.EN:
        return f"EUR {number(value, language)}"
    return f"{number(value, language)} {'euroa' if language is Language.FI else 'euro'}"


def euros_of(value: int, language: Language) -> str:
    """An amount before what it is of: `60 000 euron` in Finnish."""
    return euros(value, language).replace("euroa", "euron")


def euros_or(values: Iterable[str], language: Language) -> str:
    """Amounts to choose from; the currency is said once."""
    figures = joined((number(int(value), language) for value in values), OR[language])
    if language is Language.EN:
        return f"EUR {figures}"
    return f"{figures} {'euroa' if language is Language.FI else 'euro'}"


def euros_or_of(values: Iterable[str], language: Language) -> str:
    """Amounts to choose from, before what they are of."""
    return euros_or(values, language).replace("euroa", "euron")


def percent(value: float, language: Language) -> str:
    """A rate of 0 to 1 as a percentage with at most one decimal."""
    figures = f"{value * 100:.1f}".removesuffix(".0")
    return f"{figures}%" if language is Language.EN else f"{figures.replace('.', ',')}\u00a0%"


def day(value: str, language: Language) -> str:
    """A day given as ISO text: `5 March 2026`, `5.3.2026` in Finnish and in the Swedish of Finland."""
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
    """`a VET provider or an employer`, or with the sentence's `count`: `two VET providers or employers`."""
    count = values["count"]
    if count == 1 or not isinstance(count, int):
        return one_of(kinds, language)
    told = joined((words()["actors"][kind][language][1] for kind in kinds), OR[language])
    return f"{numeral(count, language)} {told}"


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


def clock(hour: str, language: Language) -> str:
    """`17:00`, `17.00` for an hour told as 17:00."""
    return hour if language is Language.EN else hour.replace(":", ".")


def some(names: Sequence[str], language: Language) -> str:
    """The first two names and how many others there are; a third is rather named than counted."""
    if len(names) <= NAMED + 1:
        return joined(names, AND[language])
    others = counted("others", len(names) - NAMED, language)
    return joined((*names[:NAMED], others), AND[language])


def each_in(codes: Sequence[str], language: Language) -> str:
    """Of one in every country: `in Estonia`, `in both Estonia and Sweden`; `sekä Virosta että Ruotsista`."""
    names = [_from_fi(code) if language is Language.FI else in_country(code, language) for code in codes]
    if len(names) == 1:
        return names[0] if language is Language.FI else f"{IN[language]} {names[0]}"
    if language is Language.FI:
        return f"sekä {joined(names, ' että ')}"
    both = BOTH[language] if len(names) == BOTH_OF else EACH[language]
    return f"{both} {joined(names, AND[language])}"


def _from_fi(code: str) -> str:
    return from_country(code, Language.FI)


def counted(noun: str, number_of: int, language: Language) -> str:
    """A noun of `words.yaml` with its number: `one country`, `three countries`."""
    forms: dict[str, str] = words()["counted"][noun][language]
    form = "one" if number_of == 1 else "none" if number_of == 0 and "none" in forms else "other"
    return forms[form].format(**{case: numeral(number_of, language, case) for case in CASES})


def word(kind: str, code: str, language: Language) -> str:
    """A word of `words.yaml`; the code itself, read as words, where it has none."""
    known = words()[kind].get(code)
    return code.replace("_", " ") if known is None else str(known[language])


def _numeral(case: str) -> Phrase:
    return lambda value, language, _: numeral(value, language, case)


def _counted(noun: str) -> Phrase:
    return lambda value, language, _: counted(noun, value, language)


def _one(kind: str) -> Phrase:
    return lambda code, language, _: word(kind, code, language)


def _several(kind: str, by: Mapping[Language, str]) -> Phrase:
    return lambda codes, language, _: joined((word(kind, code, language) for code in codes), by[language])


def _alone(phrase: Callable[[Any, Language], str]) -> Phrase:
    return lambda value, language, _: phrase(value, language)


def _capital(value: int, language: Language, _values: Values) -> str:
    return numeral(value, language).capitalize()


PHRASES: Mapping[str, Phrase] = {
    "": lambda value, _language, _values: str(value),
    "actors": actors,
    "and": lambda values, language, _: joined(values, AND[language]),
    "by_months": _alone(by_months),
    "clock": _alone(clock),
    "country": _alone(country),
    "day": _alone(day),
    "each_in": _alone(each_in),
    "euros": _alone(euros),
    "euros_of": _alone(euros_of),
    "euros_or": _alone(euros_or),
    "euros_or_of": _alone(euros_or_of),
    "from": lambda codes, language, _: joined((from_country(c, language) for c in codes), AND[language]),
    "in_or": lambda codes, language, _: joined((in_country(c, language) for c in codes), OR[language]),
    "identifiers": _several("identifiers", AND),
    "in": lambda codes, language, _: joined((in_country(code, language) for code in codes), AND[language]),
    "languages_or": _several("languages", OR),
    "legal": _several("legal_types", OR),
    "N": _capital,
    "number": _alone(number),
    "one_of": _alone(one_of),
    "or": lambda values, language, _: joined(values, OR[language]),
    "partners": _alone(partners),
    "percent": _alone(percent),
    "some": _alone(some),
    "topic": _one("topics"),
    "topics": lambda codes, language, _: ", ".join(word("topics", code, language) for code in codes),
    "zone": _one("zones"),
    **{case: _numeral(case) for case in CASES},
    **{noun: _counted(noun) for noun in COUNTED},
}
"""How a value is put into words, by what the sentence asks for."""

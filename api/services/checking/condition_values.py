"""What a condition asks for, in a few words of the reader's language: `at least 3`, `80 %`, `12 months`."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from matcher.eligibility import conditions as c
from matcher.eligibility.phrases import country
from store.labels import ORDER, label
from store.regions import municipality, region_name
from store.vocabulary import Language

CITIES = {
    "Europe/Brussels": ("Brussels", "Bryssel", "Bryssel"),
    "Europe/Helsinki": ("Helsinki", "Helsinki", "Helsingfors"),
}
NBSP = "\u00a0"
WORDS: dict[str, tuple[str, str, str]] = {
    "at_least": ("at least {}", "vähintään {}", "minst {}"),
    "at_most": ("at most {}", "enintään {}", "högst {}"),
    "euros": (f"EUR{NBSP}{{}}", f"{{}}{NBSP}euroa", f"{{}}{NBSP}euro"),
    "months": ("{} months", "{} kuukautta", "{} månader"),
    "years": ("{} years", "{} vuotta", "{} år"),
    "pages": ("{} pages", "{} sivua", "{} sidor"),
    "characters": ("{} characters", "{} merkkiä", "{} tecken"),
    "months.one": ("{} month", "{} kuukausi", "{} månad"),
    "years.one": ("{} year", "{} vuosi", "{} år"),
    "pages.one": ("{} page", "{} sivu", "{} sida"),
    "any": ("any organisation", "mikä tahansa organisaatio", "vilken organisation som helst"),
    "not": ("not {}", "ei {}", "inte {}"),
    "leading": ("leading {}", "johtajana {}", "som ledare {}"),
    "per_country": ("in each country", "joka maassa", "i varje land"),
    "or": (" or ", " tai ", " eller "),
    "up_to_months": ("{1} up to {0} months", "{1} enintään {0} kuukautta", "{1} upp till {0} månader"),
    "investment": ("investments {}", "investoinnit {}", "investeringar {}"),
    "further": ("further: at most {}", "muita: enintään {}", "ytterligare: högst {}"),
    "eu": ("EU countries", "EU-maat", "EU-länder"),
    "eea": ("EEA countries", "ETA-maat", "EES-länder"),
    "erasmus_associated": (
        "third countries associated to Erasmus+",
        "Erasmus+ -ohjelmaan assosioituneet kolmannet maat",
        "tredjeländer som är associerade till Erasmus+",
    ),
    "esf_by_agreement": (
        "candidate countries with an agreement",
        "ehdokasmaat, joilla on sopimus",
        "kandidatländer som har ett avtal",
    ),
    "potential_co_funder": (
        "an organisation that could fund the solution later on",
        "organisaatio, joka voi rahoittaa ratkaisua jatkossa",
        "en organisation som kan finansiera lösningen senare",
    ),
    "consortium_experience": (
        "experience of consortia",
        "kokemusta konsortioista",
        "erfarenhet av konsortier",
    ),
}


def value_of(condition: c.ConditionBase, language: Language) -> str | None:
    """The condition's values in short; None when the sources do not say, or when its name says all."""
    write = _WRITERS.get(type(condition))
    return (write(condition, language) or None) if write else None


def _word(key: str, language: Language, *values: str) -> str:
    return WORDS[key][ORDER.index(language)].format(*values)


def _joined(parts: Iterable[str | None]) -> str:
    return "; ".join(part for part in parts if part)


def _labels(words: Sequence[StrEnum] | None, language: Language, between: str = ", ") -> str:
    return between.join(label(word, language) for word in words or ())


def number_words(value: int, language: Language) -> str:
    """A whole number with the language's spaces: `400,000`, `400 000`."""
    return format_decimal(value, "#,##0", locale=language.value)


def _euros(value: int, language: Language) -> str:
    return _word("euros", language, number_words(value, language))


def _percent(rate: float, language: Language) -> str:
    amount = format_decimal(round(rate * 100, 2), "0.##", locale=language.value)
    return f"{amount}%" if language is Language.EN else f"{amount}{NBSP}%"


def _range(
    low: int | None, high: int | None, language: Language, say: Callable[[int, Language], str] = number_words
) -> str:
    if low is not None and low == high:
        return say(low, language)
    if low is not None and high is not None:
        return f"{say(low, language)} – {say(high, language)}"
    if low is not None:
        return _word("at_least", language, say(low, language))
    return "" if high is None else _word("at_most", language, say(high, language))


def _counted(key: str, value: int, language: Language) -> str:
    form = f"{key}.one" if value == 1 else key
    return _word(form, language, number_words(value, language))


def _applicants(condition: c.ApplicantType, language: Language) -> str:
    if condition.any_organisation:
        return _word("any", language)
    return _joined([_labels(condition.legal_types, language), _labels(condition.actor_types, language)])


def _places(condition: c.CountryScope | c.Lead, language: Language) -> str:
    groups = [_word(group.value, language) for group in condition.groups or ()]
    return ", ".join([*groups, *(country(code, language) for code in condition.countries)])


def _countries(condition: c.CountryScope, language: Language) -> str:
    excluded = ", ".join(country(code, language) for code in condition.excluded)
    return _joined([_places(condition, language), _word("not", language, excluded) if excluded else None])


def _region(condition: c.Region, language: Language) -> str:
    known = [region_name(code, language) for code in condition.regions or ()]
    return ", ".join([*known, *(_municipality(code, language) for code in condition.municipalities)])


def _municipality(code: str, language: Language) -> str:
    known = municipality(code)
    return code if known is None else known.name(language)


def _actors(condition: c.ActorTypes, language: Language) -> str:
    return _joined(_need(need, language) for need in condition.needs or ())


def _need(need: c.ActorNeed, language: Language) -> str:
    who = _labels(need.any_of, language, _word("or", language))
    who = who or (_word(need.trait.value, language) if need.trait else "")
    told = who if need.minimum == 1 else f"{need.minimum} × {who}"
    return f"{told} {_word('per_country', language)}" if need.per_country else told


def _lead(condition: c.Lead, language: Language) -> str:
    excluded = _labels(condition.excluded_legal_types, language)
    return _joined(
        [
            _labels(condition.actor_types, language),
            _labels(condition.legal_types, language),
            _word("not", language, excluded) if excluded else None,
            _places(condition, language),
            ", ".join(_word(trait.value, language) for trait in condition.traits),
        ]
    )


def _associated(condition: c.AssociatedOnly, language: Language) -> str:
    countries = ", ".join(country(code, language) for code in condition.countries)
    kinds = (condition.actor_types, condition.legal_types)
    return _joined([*(_labels(kind, language) for kind in kinds), countries])


def _deadline(condition: c.Deadline, language: Language) -> str:
    day, hour = condition.day, condition.hour
    clock = (f"{hour:%H:%M}" if language is Language.EN else f"{hour.hour}.{hour:%M}") if hour else ""
    pattern = "d MMMM y" if language is Language.EN else "d.M.y"
    told = [format_date(day, pattern, locale=language.value)] if day else []
    cities = CITIES.get(condition.zone)
    zone = cities[ORDER.index(language)] if cities else condition.zone
    return " ".join([*told, *([clock, f"({zone})"] if clock else [])])


def _applications(condition: c.ApplicationCount, language: Language) -> str:
    led = _range(None, condition.maximum_as_coordinator, language)
    return _joined(
        [_range(None, condition.maximum, language), _word("leading", language, led) if led else None]
    )


def _grant(condition: c.Grant, language: Language) -> str:
    by_months = (
        _word("up_to_months", language, str(months), _euros(amount, language))
        for months, amount in sorted(condition.maximum_by_months.items())
    )
    options = _word("or", language).join(_euros(amount, language) for amount in condition.options)
    return _joined([options, _range(condition.minimum, condition.maximum, language, _euros), *by_months])


def _duration(condition: c.Duration, language: Language) -> str:
    months = partial(_counted, "months")
    options = _word("or", language).join(str(length) for length in condition.options)
    told = _word("months", language, options) if options else None
    if condition.minimum and condition.maximum and condition.minimum != condition.maximum:
        return _joined([told, _word("months", language, f"{condition.minimum}–{condition.maximum}")])
    return _joined([told, _range(condition.minimum, condition.maximum, language, months)])


def _rate(condition: c.CoFinancing, language: Language) -> str:
    rate, investing = condition.maximum_rate, condition.maximum_rate_investment
    further = investing is not None and investing != rate
    return _joined(
        [
            _word("at_most", language, _percent(rate, language)) if rate else None,
            _word("investment", language, _percent(investing or 0, language)) if further else None,
        ]
    )


def _languages(condition: c.ApplicationLanguage, language: Language) -> str:
    names = Locale(language.value).languages
    return ", ".join(str(names.get(code.value, code.value)) for code in condition.languages or ())


def _priorities(condition: c.Priorities, language: Language) -> str:
    more = condition.maximum_further
    further = _word("further", language, str(more)) if more else None
    return _joined([None if condition.main is None else str(condition.main), further])


def _length(condition: c.TextLength, language: Language) -> str:
    pages = None if condition.pages is None else _counted("pages", condition.pages, language)
    each = sorted(set(condition.characters.values()))
    told = "–".join(number_words(limit, language) for limit in (*each[:1], *each[1:][-1:]))
    return _joined(
        [
            _word("at_most", language, pages) if pages else None,
            _word("characters", language, told) if told else None,
        ]
    )


def _years(condition: c.CoordinatorAge, language: Language) -> str:
    return _range(condition.minimum_years, None, language, partial(_counted, "years"))


_WRITERS: dict[type[c.ConditionBase], Callable[[Any, Language], str]] = {
    c.ApplicantType: _applicants,
    c.CountryScope: _countries,
    c.Region: _region,
    c.ConsortiumSize: lambda it, language: _range(it.minimum, it.maximum, language),
    c.CountryCount: lambda it, language: _range(it.minimum, None, language),
    c.ActorTypes: _actors,
    c.Lead: _lead,
    c.AssociatedOnly: _associated,
    c.CoordinatorAge: _years,
    c.Deadline: _deadline,
    c.ApplicationCount: _applications,
    c.Grant: _grant,
    c.Duration: _duration,
    c.CoFinancing: _rate,
    c.ApplicationLanguage: _languages,
    c.Identifiers: lambda it, language: _labels(it.needed, language),
    c.Priorities: _priorities,
    c.CostShare: lambda it, language: _at_most_rate(it.maximum_share, language),
    c.FlatRate: lambda it, language: "" if it.rate is None else _percent(it.rate, language),
    c.TextLength: _length,
}


def _at_most_rate(rate: float | None, language: Language) -> str:
    return "" if rate is None else _word("at_most", language, _percent(rate, language))

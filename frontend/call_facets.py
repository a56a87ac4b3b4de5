"""The filters of the calls as a page shows them: names, counts, what is chosen and how to let go of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from api.services.calls.list_calls import CallList
from api.services.calls.list_sources import source_title
from frontend.call_query import Asked, Known, Pair
from frontend.regions import region_name
from frontend.render import Reader
from store.call_search.wanted import NOT_KNOWN, AmountRange, GrantRange, Standing, Within, bounds
from store.vocabulary import ActorType, Programme

HOME = "/"


@dataclass(frozen=True)
class Option:
    """One value of a filter; `count` is how many calls it would leave with the other filters as they are."""

    value: str
    name: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Facet:
    """One filter; `open` when its choices are shown at once."""

    name: str
    options: list[Option]
    single: bool
    open: bool


@dataclass(frozen=True)
class Chip:
    """A chosen filter by name, and the address without it."""

    name: str
    address: str


def facets(reader: Reader, asked: Asked, found: CallList, known: Known) -> list[Facet]:
    """Every filter that is a choice of values, in the order of the page; one without values is left out."""
    values: dict[str, Iterable[str]] = {
        "programme": Programme,
        "status": Standing,
        "deadline": [str(int(days)) for days in Within],
        "grant": GrantRange,
        "amount": AmountRange,
        "applicant": (*ActorType, NOT_KNOWN),
        "language": known.languages,
        "source": known.sources,
    }
    shown = [_facet(reader, asked, found, name, of) for name, of in values.items()]
    return [facet for facet in shown if facet.options]


def _facet(reader: Reader, asked: Asked, found: CallList, name: str, values: Iterable[str]) -> Facet:
    chosen, counts = asked.values(name), found.counts.get(name, {})
    options = [
        Option(str(value), value_name(reader, (name, str(value))), counts.get(value, 0), str(value) in chosen)
        for value in values
    ]
    offered = [option for option in options if option.count or option.chosen or name in _WHOLE]
    return Facet(name, offered, single=name == "deadline", open=name in _OPEN or bool(chosen))


_OPEN = frozenset({"programme", "status", "deadline"})
_WHOLE = frozenset({"programme", "deadline"})
"""Filters whose every value is shown, those that would leave nothing too."""


def chips(reader: Reader, asked: Asked) -> list[Chip]:
    """What is chosen, words first; each can be let go of."""
    shown = [Chip(asked.words, asked.address(HOME, words=""))] if asked.words else []
    return shown + [
        Chip(_chip_name(reader, pair), asked.address(HOME, asked.without(pair))) for pair in asked.pairs
    ]


def _chip_name(reader: Reader, pair: Pair) -> str:
    """An amount or a language alone would not say of what."""
    name = value_name(reader, pair)
    if pair[0] in {"grant", "amount", "language"} and pair[1] != NOT_KNOWN:
        return reader.words("facet.chip", facet=reader.words(f"facet.{pair[0]}"), value=name)
    return name


def value_name(reader: Reader, pair: Pair) -> str:
    """What a filter's value is called; a value of *not known* says of what."""
    name, value = pair
    words, language = reader.words, reader.language
    if value == NOT_KNOWN:
        return words(f"facet.{name}.unknown")
    if name == "status":
        return words(f"status.{'forthcoming' if value == Standing.FORECASTED else value}")
    if name == "deadline":
        return words("facet.within", n=value)
    if name == "before":
        return words("facet.before_day", date=reader.formats.day(date.fromisoformat(value)))
    if name in {"grant", "amount"}:
        return _range_name(reader, value)
    if name == "new":
        return words("facet.new")
    names = {
        "programme": lambda: words.label(Programme(value)),
        "region": lambda: region_name(value, language),
        "applicant": lambda: _capital(words.label(ActorType(value))),
        "language": lambda: words.or_raw("language", value) or value,
        "source": lambda: source_title(value, language),
    }
    return names[name]()


def _range_name(reader: Reader, value: str) -> str:
    low, high = bounds(value)
    if high is None:
        return reader.words("facet.from", least=reader.formats.money(low))
    if not low:
        return reader.words("facet.below", most=reader.formats.money(high))
    return reader.formats.money(low, high)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

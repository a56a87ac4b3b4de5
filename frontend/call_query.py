"""Reads the filters of calls from an address, and writes addresses with one filter more or less."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from api.services.calls.list_calls import known_in_calls
from frontend.regions import region_code
from store.call_search.search import Known
from store.call_search.wanted import (
    NOT_KNOWN,
    AmountRange,
    CallFilter,
    GrantRange,
    Sort,
    Standing,
    Within,
)
from store.vocabulary import ActorType, Programme

__all__ = ["Asked", "Known", "Pair", "asked", "known_in_calls"]

Pair = tuple[str, str]
"""Name and value of one filter in an address."""
MOST_WORDS = 200
"""Letters of a search that are looked at."""
ORDER = (
    *("programme", "status", "deadline", "before", "region", "grant", "amount"),
    *("applicant", "language", "source", "new"),
)
"""Filters in the order in which they are shown as chosen."""
SINGLE = frozenset({"deadline", "before", "region", "new"})


@dataclass(frozen=True)
class Asked:
    """What an address asks for: words, chosen filters, order; `unknown` is what no filter knows."""

    words: str
    pairs: tuple[Pair, ...]
    sort: Sort | None
    unknown: tuple[Pair, ...]
    region_words: str

    def values(self, name: str) -> list[str]:
        """The chosen values of one filter."""
        return [value for key, value in self.pairs if key == name]

    def value(self, name: str) -> str | None:
        """The chosen value of a filter that has one."""
        return next(iter(self.values(name)), None)

    def wanted(self) -> CallFilter:
        """The filter; without the moment since which calls are new."""
        data: dict[str, object] = {"words": self.words, "sort": self.sort}
        for name in ORDER:
            if name != "new":
                data[name] = self.value(name) if name in SINGLE else self.values(name)
        return CallFilter.model_validate(data)

    def address(self, path: str, pairs: Iterable[Pair] | None = None, **more: object) -> str:
        """The address of these filters (or others in their place); `words` or `page` may be put in."""
        query: list[Pair] = [("q", str(more.pop("words", self.words)))]
        query += self.pairs if pairs is None else pairs
        query += [("sort", self.sort or "")] + [(name, str(value or "")) for name, value in more.items()]
        given = [pair for pair in query if pair[1]]
        return f"{path}?{urlencode(given)}" if given else path

    def without(self, pair: Pair) -> list[Pair]:
        """The chosen filters but one."""
        return [one for one in self.pairs if one != pair]

    def having(self, pair: Pair) -> list[Pair]:
        """The chosen filters and one more; of a filter with one value it takes the place of the other."""
        others = [one for one in self.pairs if one[0] != pair[0]] if pair[0] in SINGLE else list(self.pairs)
        return [*others, pair]


def asked(params: QueryParams, known: Known) -> Asked:
    """What the query asks for; a value that no filter knows is left out and told as such."""
    readers = _readers(known)
    pairs: list[Pair] = []
    unknown: list[Pair] = []
    for name in ORDER:
        for typed in dict.fromkeys(value.strip() for value in params.getlist(name)):
            if not typed:
                continue
            value = readers[name](typed)
            (unknown if value is None else pairs).append((name, typed if value is None else value))
            if name in SINGLE:
                break
    sort = params.get("sort", "")
    return Asked(
        words=" ".join(params.get("q", "").split())[:MOST_WORDS],
        pairs=tuple(dict.fromkeys(pairs)),
        sort=Sort(sort) if sort in list(Sort) else None,
        unknown=tuple(unknown),
        region_words=params.get("region", "").strip(),
    )


def _readers(known: Known) -> dict[str, Callable[[str], str | None]]:
    return {
        "programme": _one_of(list(Programme)),
        "status": _one_of(list(Standing)),
        "deadline": _one_of([str(int(days)) for days in Within]),
        "before": _day,
        "region": region_code,
        "grant": _one_of(list(GrantRange)),
        "amount": _one_of(list(AmountRange)),
        "applicant": _one_of([*ActorType, NOT_KNOWN]),
        "language": _one_of(known.languages),
        "source": _one_of(known.sources),
        "new": _one_of(["1"]),
    }


def _one_of(values: Sequence[str]) -> Callable[[str], str | None]:
    return lambda typed: typed if typed in values else None


def _day(typed: str) -> str | None:
    try:
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        return None

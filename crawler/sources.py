"""The registry: every module of `crawler/spiders/` declares one source. Imports no Scrapy."""

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from crawler import spiders
from crawler.errors import UnknownSource
from crawler.source import Source


@cache
def all_sources() -> tuple[Source, ...]:
    """All sources, by name."""
    names = sorted(module.name for module in iter_modules(spiders.__path__))
    return tuple(import_module(f"{spiders.__name__}.{name}").SOURCE for name in names)


def chosen(names: Sequence[str]) -> list[Source]:
    """The sources of these names, each once and in the order asked; all of them when none is named.

    Raises UnknownSource, naming those there are.
    """
    known = {source.name: source for source in all_sources()}
    for name in names:
        if name not in known:
            raise UnknownSource(f"No source {name!r}; there are: {', '.join(known)}.")
    return [known[name] for name in dict.fromkeys(names or known)]


SOURCES = all_sources()
"""The same, as a name."""

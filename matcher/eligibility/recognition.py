"""Which action a call belongs to: by its identifier, else by its source, else by its programme."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from matcher.eligibility.facts import CallFacts
from matcher.eligibility.rule_file import Calls
from store.vocabulary import Programme


class Claim(NamedTuple):
    """Calls that an action claims: its key and the words of its file."""

    action: str
    programme: Programme
    calls: Calls


class _Pattern(NamedTuple):
    """spelt: how many characters it spells out; literal: the longest of its parts, a quick first look."""

    spelt: int
    literal: str
    expression: re.Pattern[str]
    action: str


class Recognition:
    """Finds the action that claims a call most surely."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        claims = tuple(claims)
        self._by_key = {claim.action.upper(): claim.action for claim in claims}
        self._by_source = {source: claim.action for claim in claims for source in claim.calls.sources}
        self._by_programme = {claim.programme: claim.action for claim in claims if claim.calls.programme}
        spelt = (_pattern(words, claim.action) for claim in claims for words in claim.calls.identifiers)
        self._patterns = sorted(spelt, key=lambda pattern: -pattern.spelt)

    def action_of(self, call: CallFacts) -> str | None:
        """The action's key, which an identifier may name itself; None when nothing claims the call."""
        names = [name.upper() for name in (call.identifier, call.action) if name]
        for name in names:
            if name in self._by_key:
                return self._by_key[name]
        for pattern in self._patterns:
            if any(pattern.literal in name and pattern.expression.fullmatch(name) for name in names):
                return pattern.action
        return self._by_source.get(call.source or "") or self._by_programme.get(call.programme)


def _pattern(words: str, action: str) -> _Pattern:
    """`*` stands for anything; the words fit the whole identifier, or all of it after one of its hyphens."""
    parts = words.upper().split("*")
    expression = re.compile("(?:.*-)?" + ".*".join(re.escape(part) for part in parts))
    return _Pattern(sum(map(len, parts)), max(parts, key=len), expression, action)

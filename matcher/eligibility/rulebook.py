"""All rules that are known, and which of them are a call's: loaded once, refused with file and line."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path

from matcher.eligibility.conditions import Condition, ConditionBase, CountryGroup
from matcher.eligibility.facts import CallFacts
from matcher.eligibility.positions import Lines
from matcher.eligibility.recognition import Claim, Recognition
from matcher.eligibility.rule_checks import ASKING, TYPES, read_part, read_rule_file
from matcher.eligibility.rule_file import (
    CallCountries,
    Calls,
    Catalogue,
    Countries,
    Group,
    ManagedBy,
    Part,
    RuleFile,
    Source,
    Sources,
)
from store.vocabulary import Language, Programme

RULES = Path(__file__).parent / "rules"


@dataclass(frozen=True, eq=False)
class RuleSet:
    """The rules of one action. conditions: all editions, in the file's order; file: where they stand."""

    action: str
    name: Mapping[Language, str | None]
    programme: Programme
    managed_by: ManagedBy
    call_countries: CallCountries
    calls: Calls
    conditions: tuple[Condition, ...]
    file: Path

    def on(self, cut_off: date | None) -> tuple[ConditionBase, ...]:
        """The conditions for a cut-off on this local day; without one, the last edition of each type.

        A type that can ask and of which no edition holds that day is there without values.
        """
        return self.of_edition(self.edition(cut_off))

    def edition(self, cut_off: date | None) -> int | None:
        """How many times the rules have changed by this day; None without one."""
        return None if cut_off is None else bisect_right(self._turns, cut_off)

    def of_edition(self, edition: int | None) -> tuple[ConditionBase, ...]:
        """The conditions of one edition."""
        if edition not in self._editions:
            first = (date.min, *self._turns)
            self._editions[edition] = self._holding(None if edition is None else first[edition])
        return self._editions[edition]

    @cached_property
    def _turns(self) -> list[date]:
        """The days on which a condition begins to hold, or holds no more."""
        begins = {c.valid_from for c in self.conditions if c.valid_from}
        ends = {_until(c) + timedelta(days=1) for c in self.conditions if _until(c) < date.max}
        return sorted(begins | ends)

    @cached_property
    def _editions(self) -> dict[int | None, tuple[ConditionBase, ...]]:
        """What holds after so many turns; without a cut-off, the last of each type."""
        return {}

    def _holding(self, cut_off: date | None) -> tuple[ConditionBase, ...]:
        if cut_off is None:
            last = {kind: max(map(_until, group)) for kind, group in self._by_type().items()}
            return tuple(c for c in self.conditions if _until(c) == last[c.type])
        holding = tuple(c for c in self.conditions if (c.valid_from or date.min) <= cut_off <= _until(c))
        held = {c.type for c in holding}
        silent = [kind for kind in self._by_type() if kind not in held and kind in ASKING]
        return (*holding, *(self._without_values(kind) for kind in silent))

    def _by_type(self) -> dict[str, list[Condition]]:
        found: dict[str, list[Condition]] = {}
        for condition in self.conditions:
            found.setdefault(condition.type, []).append(condition)
        return found

    def _without_values(self, kind: str) -> ConditionBase:
        known = self._by_type()[kind][0]
        note = "The sources give no value for a cut-off on this day."
        return TYPES[kind](source=known.source, certainty=known.certainty, rules=known.rules, note=note)


def _until(condition: Condition) -> date:
    return condition.valid_until or date.max


class Rulebook:
    """Rule sets, the sources they rest on, groups of countries, and the catalogue of checks."""

    def __init__(
        self,
        rule_sets: Sequence[RuleSet],
        sources: Mapping[str, Source],
        countries: Mapping[CountryGroup, Group],
        catalogue: Mapping[str, str],
    ) -> None:
        self.rule_sets = tuple(rule_sets)
        self.sources = sources
        self.countries = countries
        self.catalogue = catalogue
        self._by_action = {rule_set.action: rule_set for rule_set in self.rule_sets}
        self._recognition = Recognition(Claim(r.action, r.programme, r.calls) for r in self.rule_sets)

    def rules_of(self, call: CallFacts) -> RuleSet | None:
        """The rule set that claims a call most surely; None when none does."""
        action = self._recognition.action_of(call)
        return None if action is None else self._by_action[action]


def load_rulebook(folder: Path = RULES) -> Rulebook:
    """Every rule file below a folder, with its sources, countries and catalogue. Raises BadRuleFile."""
    sources = read_part(folder / "sources.yaml", Sources)[0].sources
    catalogue = read_part(folder / "catalogue.yaml", Catalogue)[0].rules
    countries, lines = read_part(folder / "countries.yaml", Countries)
    _check_groups(countries, lines)
    rule_sets: list[RuleSet] = []
    for path in sorted(folder.glob("*/*.yaml")):
        file, lines = read_rule_file(path, sources, catalogue)
        _check_claims(file, lines, rule_sets)
        rule_sets += _rule_sets(file, path)
    return Rulebook(rule_sets, sources, countries.groups, catalogue)


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The rules that Koalitio comes with."""
    return load_rulebook()


def _check_groups(countries: Countries, lines: Lines) -> None:
    missing = [group for group in CountryGroup if group not in countries.groups]
    if missing:
        raise lines.refuse(("groups",), f"the group '{missing[0]}' is missing; list its members")


def _check_claims(file: RuleFile, lines: Lines, earlier: Sequence[RuleSet]) -> None:
    """No two actions may have the same key, or claim calls by the same words."""
    taken = {claim: known.action for known in earlier for claim in _claims(known.action, known.calls)}
    for place, part in enumerate((file, *file.variants)):
        for claim in _claims(part.action, part.calls):
            if claim in taken:
                told = f"'{claim}' is claimed by {taken[claim]} already; take it out of one of them"
                raise lines.refuse(("variants", place - 1, "action") if place else ("action",), told)
            taken[claim] = part.action


def _claims(action: str, calls: Calls) -> Iterator[str]:
    yield action.upper()
    yield from (identifier.upper() for identifier in calls.identifiers)
    yield from (f"source {source}" for source in calls.sources)


def _rule_sets(file: RuleFile, path: Path) -> Iterator[RuleSet]:
    own = _dated(file.conditions, file)
    yield _rule_set(file, file, own, path)
    for variant in file.variants:
        varied = {condition.type for condition in variant.conditions}
        kept = tuple(condition for condition in own if condition.type not in varied)
        yield _rule_set(file, variant, (*kept, *_dated(variant.conditions, file)), path)


def _dated(conditions: Sequence[Condition], file: RuleFile) -> tuple[Condition, ...]:
    """Conditions with the file's dates where they have none of their own."""
    return tuple(
        condition.model_copy(
            update={
                "valid_from": condition.valid_from or file.valid_from,
                "valid_until": condition.valid_until or file.valid_until,
            }
        )
        for condition in conditions
    )


def _rule_set(file: RuleFile, part: Part, conditions: tuple[Condition, ...], path: Path) -> RuleSet:
    name = {Language.EN: part.name.en, Language.FI: part.name.fi, Language.SV: part.name.sv}
    return RuleSet(
        action=part.action,
        name=name,
        programme=file.programme,
        managed_by=file.managed_by,
        call_countries=file.call_countries,
        calls=part.calls,
        conditions=conditions,
        file=path,
    )

"""What a call asks for: its action's rules, its own fields, and what was read from it or confirmed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from matcher.eligibility.conditions import (
    ApplicantType,
    Certainty,
    ConditionBase,
    ConsortiumSize,
    CountryCount,
    CountryScope,
    Deadline,
    Lead,
    Region,
)
from matcher.eligibility.facts import Applied, CallFacts, Origin
from matcher.eligibility.rule_file import CallCountries
from matcher.eligibility.rulebook import Rulebook, RuleSet
from store.clock import local_midnight

CALL = "call"
"""Key in `rules/sources.yaml` of the call itself, as its source published it."""

_READ = (Origin.TEXT, Origin.DOCUMENT)
_CONFIRMED = (Origin.OFFICER, Origin.LEAD)
_NO_HOUR_ZONES = ("Europe/Brussels", "Europe/Helsinki")
_OF_EVERY_TYPE = ConditionBase.model_fields.keys()
_REMEMBERED = 20_000


def conditions_for(call: CallFacts, book: Rulebook) -> tuple[Applied, ...]:
    """Every condition of a call with its origin, rules first; what `judge` judges.

    A person's confirmation takes the place of all else of its type, a lead's that of an officer's; but the
    action's own territory, and the countries it shuts out, hold beside what is confirmed of a call. A reading
    stands beside a rule, so that a disagreement is seen, but instead of one that is empty or of certainty C.
    """
    rules = book.rules_of(call)
    edition = rules.edition(call.cut_off) if rules else None
    deadline = _deadline(call.closes_at, call.cut_off, _rule_deadline(rules, edition))
    given = (*_of_rules(rules, edition), deadline, *_of_fields(call, rules))
    return _settled(given, call.own) if call.own else given


def says_nothing(condition: ConditionBase) -> bool:
    """Whether a condition carries no value that could be met: the sources do not say."""
    if isinstance(condition, Deadline):
        return condition.day is None
    return all(getattr(condition, name) == default for name, default in _defaults(type(condition)))


@lru_cache
def _defaults(kind: type[ConditionBase]) -> tuple[tuple[str, object], ...]:
    """The values by which a type says nothing."""
    own = {name: f for name, f in kind.model_fields.items() if name not in _OF_EVERY_TYPE}
    return tuple((name, f.get_default(call_default_factory=True)) for name, f in own.items())


@lru_cache(maxsize=_REMEMBERED)
def _of_rules(rules: RuleSet | None, edition: int | None) -> tuple[Applied, ...]:
    """The rules but for the deadline, which needs the call's day; of an unknown action, four questions."""
    if rules is None:
        kinds = (ApplicantType, CountryScope, ConsortiumSize, CountryCount)
        return tuple(Applied(kind(source=CALL, certainty=Certainty.A), Origin.RULE) for kind in kinds)
    return tuple(Applied(c, Origin.RULE) for c in rules.of_edition(edition) if not isinstance(c, Deadline))


@lru_cache(maxsize=_REMEMBERED)
def _rule_deadline(rules: RuleSet | None, edition: int | None) -> Deadline:
    """Hour and zone that the action's authority keeps to; without any, a deadline that says nothing."""
    found = [c for c in rules.of_edition(edition) if isinstance(c, Deadline)] if rules else []
    return found[0] if found else Deadline(source=CALL, certainty=Certainty.A)


@lru_cache(maxsize=_REMEMBERED)
def _deadline(closes_at: datetime | None, cut_off: date | None, rule: Deadline) -> Applied:
    """The call's deadline in the authority's zone; for a day without an hour, at the authority's hour."""
    if closes_at is None:
        dated = None if cut_off is None else _on_day(cut_off, rule.zone, rule)
        return Applied(rule, Origin.RULE) if dated is None else Applied(dated, Origin.SOURCE)
    zone = None if cut_off is None else _zone_of_day(closes_at, cut_off, rule.zone)
    if cut_off is None or zone is None:
        return Applied(_at_moment(closes_at, rule), Origin.SOURCE)
    return Applied(_on_day(cut_off, zone, rule), Origin.SOURCE)


def _at_moment(closes_at: datetime, rule: Deadline) -> Deadline:
    """A moment as the authority's clock shows it."""
    local = closes_at.astimezone(ZoneInfo(rule.zone))
    return Deadline(
        source=CALL,
        certainty=Certainty.A,
        rules=rule.rules,
        day=local.date(),
        hour=local.time(),
        zone=rule.zone,
    )


def _zone_of_day(closes_at: datetime, cut_off: date, zone: str) -> str | None:
    """The zone in which the moment is the end of the local day, so that the source gave no hour."""
    if cut_off == date.max:
        return zone
    next_day = cut_off + timedelta(days=1)
    zones = (zone, *_NO_HOUR_ZONES)
    return next((name for name in zones if closes_at == local_midnight(next_day, ZoneInfo(name))), None)


def _on_day(cut_off: date, zone: str, rule: Deadline) -> Deadline:
    """A day at the authority's hour, where one is known."""
    if rule.hour is None:
        return Deadline(source=CALL, certainty=Certainty.A, rules=rule.rules, day=cut_off, zone=zone)
    note = "The call gives the day; the hour is the authority's."
    return rule.model_copy(update={"day": cut_off, "note": note})


def _of_fields(call: CallFacts, rules: RuleSet | None) -> Iterator[Applied]:
    meaning = rules.call_countries if rules else CallCountries.APPLICANTS
    if call.nuts_regions:
        yield _region(call.nuts_regions, ())
    elif call.area_regions:
        yield _region(call.area_regions, call.area_uncertain)
    elif call.countries and meaning is CallCountries.TERRITORY:
        yield _region(call.countries, ())
    if call.countries and meaning is not CallCountries.TERRITORY:
        yield _countries(call.countries, meaning)


@lru_cache(maxsize=_REMEMBERED)
def _region(regions: tuple[str, ...], uncertain: tuple[str, ...]) -> Applied:
    made = Region(source=CALL, certainty=Certainty.A, rules=("R33",), regions=regions, uncertain=uncertain)
    return Applied(made, Origin.SOURCE)


@lru_cache(maxsize=_REMEMBERED)
def _countries(countries: tuple[str, ...], meaning: CallCountries) -> Applied:
    """Where applicants are; of an agency's call, by our reading, where the coordinator is."""
    if meaning is CallCountries.LEAD:
        lead = Lead(source=CALL, certainty=Certainty.B, rules=("R03",), countries=countries)
        return Applied(lead, Origin.SOURCE)
    scope = CountryScope(source=CALL, certainty=Certainty.A, rules=("R02",), countries=countries)
    return Applied(scope, Origin.SOURCE)


def _settled(given: tuple[Applied, ...], own: tuple[Applied, ...]) -> tuple[Applied, ...]:
    """Given and own conditions after precedence."""
    final: dict[type[ConditionBase], Applied] = {}
    for origin in _CONFIRMED:
        final |= {type(one.condition): one for one in own if one.origin is origin}
    read = {type(one.condition) for one in own if one.origin in _READ}
    settled = [
        one
        for one in (*given, *own)
        if (final.get(type(one.condition), one) is one or _is_the_actions_territory(one))
        and not (one.origin is Origin.RULE and type(one.condition) in read and _gives_way(one.condition))
    ]
    settled += _shut_out(given, final.get(CountryScope))
    return tuple(
        _one_country_for_one(one, settled) if isinstance(one.condition, CountryCount) else one
        for one in settled
    )


def _is_the_actions_territory(one: Applied) -> bool:
    """Whether it is the territory that every call of the action lies in, whatever a call says of itself."""
    ours = one.origin is Origin.RULE and isinstance(one.condition, Region)
    return ours and not _gives_way(one.condition)


def _shut_out(given: tuple[Applied, ...], confirmed: Applied | None) -> list[Applied]:
    """The countries that the rules shut out, when a confirmed scope says nothing of its own about that."""
    if confirmed is None or not isinstance(confirmed.condition, CountryScope) or confirmed.condition.excluded:
        return []
    rules = [one.condition for one in given if one.origin is Origin.RULE]
    return [
        _exclusion(rule)
        for rule in rules
        if isinstance(rule, CountryScope) and rule.excluded and rule.certainty is not Certainty.C
    ]


@lru_cache(maxsize=_REMEMBERED)
def _exclusion(rule: CountryScope) -> Applied:
    return Applied(rule.model_copy(update={"groups": None, "countries": ()}), Origin.RULE)


def _one_country_for_one(one: Applied, settled: list[Applied]) -> Applied:
    """Where one organisation is enough, one country is: of a number of countries that nobody gives."""
    sizes = [other for other in settled if isinstance(other.condition, ConsortiumSize)]
    enough = all(isinstance(size.condition, ConsortiumSize) and size.condition.minimum == 1 for size in sizes)
    if not (says_nothing(one.condition) and sizes and enough):
        return one
    size = sizes[-1]
    told = {"minimum": 1, "source": size.condition.source, "certainty": size.condition.certainty}
    note = "One organisation is enough, and so is one country."
    return replace(size, condition=one.condition.model_copy(update=told | {"note": note}))


def _gives_way(rule: ConditionBase) -> bool:
    return rule.certainty is Certainty.C or says_nothing(rule)

"""The smallest set of partners and choices that cures all that fails: one may cure several conditions."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.eligibility.judgement import Cure, Message
from store.vocabulary import PartnerRole


def combined(cures: Sequence[Cure]) -> tuple[Cure, ...]:
    """The cures together: partners from new countries first, then the kinds wanted among them, then the rest.

    A partner for the number or the countries may be of a wanted kind as well, unless the kind is wanted in
    countries that are there already.
    """
    open_to_all = [c for c in cures if _any_partner(c)]
    kinds = [c for c in cures if c.count and not _any_partner(c)]
    choices = [c for c in cures if not c.count]
    if not open_to_all:
        return (*_unique(kinds), *_unique(choices))
    base = _base(open_to_all)
    return (base, *(_among(c) for c in _unique(kinds)), *_unique(choices))


def partners_needed(cures: Sequence[Cure]) -> int:
    """How many more partners the combined cures come to, at the least; all that the lead lacks, one cures."""
    leads = [cure for cure in cures if cure.count and cure.role is PartnerRole.COORDINATOR]
    cures = [cure for cure in cures if cure not in leads[1:]]
    own = sum(c.count * max(1, len(c.in_countries)) for c in cures if not c.among and not _any_partner(c))
    among = sum(c.count for c in cures if c.among)
    return own + max(among, sum(c.count for c in cures if _any_partner(c)))


def _any_partner(cure: Cure) -> bool:
    """Whether any organisation will do: only the number or the countries count."""
    return bool(cure.count) and cure.role is PartnerRole.BENEFICIARY and not (cure.actor_types or cure.trait)


def _base(cures: Sequence[Cure]) -> Cure:
    """The number of partners and of new countries, as one cure."""
    count = max(cure.count for cure in cures)
    widest = max(cures, key=lambda cure: cure.countries)
    if not widest.countries or widest.count == count:
        return widest if widest.countries else max(cures, key=lambda cure: cure.count)
    values = {"count": count, "countries": widest.countries}
    return replace(widest, count=count, message=Message("cure.partners_countries", values))


def _among(cure: Cure) -> Cure:
    if cure.in_countries:
        return cure
    return replace(cure, among=True, message=Message("cure.among", {"partner": cure.message}))


def _unique(cures: Sequence[Cure]) -> tuple[Cure, ...]:
    return tuple(cure for place, cure in enumerate(cures) if cure not in cures[:place])

"""Which partners to think of: first what the cures ask for, then whatever brings the line-up nearer."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matcher.eligibility.conditions import ActorTypes, ApplicantType, CountryScope, Lead
from matcher.eligibility.judgement import Cure
from matcher.eligibility.judging.case import Case
from matcher.eligibility.judging.composition import countries_of
from matcher.eligibility.partners import Thought, may
from store.vocabulary import ActorType, PartnerRole

LIKELY_COUNTRIES = ("SE", "EE", "DE", "LV", "LT", "DK", "PL", "NL", "ES", "IT", "FR", "BE", "AT", "PT", "FI")
"""Where a partner is thought of first: neighbours across the Baltic Sea, then other countries of the EU."""

LIKELY_KINDS = (ActorType.VET_PROVIDER, ActorType.EMPLOYER, ActorType.THIRD_SECTOR)
"""What kind of partner is thought of when any will do."""

KINDS, COUNTRIES, KEPT = 5, 5, 4
"""Of a search: kinds and countries that are tried, and line-ups that are followed up."""

Distance = tuple[int, ...]
"""How far a line-up is from passing; nothing is left at ()."""


def wanted(cures: Sequence[Cure], case: Case, variant: int) -> list[Thought]:
    """One partner for each that the cures ask for; `variant` shifts kind and country."""
    here = countries_of(case.applicants)
    home = case.applicants[0].country if case.applicants else LIKELY_COUNTRIES[variant]
    fresh = [place for place in _countries(case) if place not in here and _may_come_from(place, case)]
    fresh = fresh[variant:] + fresh[:variant]
    at_home = home if not fresh or _may_come_from(home, case) else fresh[0]
    thoughts: list[Thought] = []
    for place, want in enumerate(_wants(cures)):
        country = want.country or (fresh[place % len(fresh)] if want.abroad and fresh else at_home)
        thoughts.append(Thought(_kind(want, country, case, variant + place), country, want.role))
    return thoughts


def searched(
    case: Case, most: int, distance: Callable[[Sequence[Thought]], Distance]
) -> tuple[Thought, ...] | None:
    """Up to `most` partners with which nothing is left, if found: the nearest few are followed up."""
    pool = list(_pool(case))
    nearest: list[tuple[Thought, ...]] = [()]
    for _ in range(most):
        longer = [(*known, new) for known in nearest for new in pool if _one_lead((*known, new))]
        far = {thoughts: distance(thoughts) for thoughts in longer}
        nearest = sorted(far, key=lambda thoughts: far[thoughts])[:KEPT]
        if nearest and far[nearest[0]] == ():
            return nearest[0]
    return None


def _one_lead(thoughts: Sequence[Thought]) -> bool:
    return sum(thought.leads for thought in thoughts) < 2


def _pool(case: Case) -> Iterator[Thought]:
    """Partners of kinds and from countries that the call names, or that are likely, in both roles."""
    places = dict.fromkeys((*countries_of(case.applicants), *_countries(case)))
    near = [place for place in places if _may_come_from(place, case)][:COUNTRIES]
    for role in (PartnerRole.BENEFICIARY, PartnerRole.COORDINATOR):
        for country in near:
            able = (Thought(kind, country, role) for kind in _kinds(case))
            yield from [thought for thought in able if may(thought, case)][:KINDS]


def _kinds(case: Case) -> tuple[ActorType, ...]:
    named: list[ActorType] = []
    for condition in (each.condition for each in case.applied):
        if isinstance(condition, ActorTypes):
            named += [kind for need in condition.needs or () for kind in need.any_of]
        elif isinstance(condition, Lead | ApplicantType):
            named += condition.actor_types or ()
    return tuple(dict.fromkeys((*named, *LIKELY_KINDS, *ActorType)))


def _countries(case: Case) -> tuple[str, ...]:
    """Likely countries, then those that the call names."""
    conditions = (each.condition for each in case.applied)
    named = [place for c in conditions if isinstance(c, CountryScope | Lead) for place in c.countries]
    return tuple(dict.fromkeys((*LIKELY_COUNTRIES, *named)))


@dataclass(slots=True)
class Want:
    """A partner wanted: any kind when none is named; from a new country, from this one, or from anywhere."""

    kinds: tuple[ActorType, ...] = ()
    country: str | None = None
    abroad: bool = False
    role: PartnerRole = PartnerRole.BENEFICIARY

    @property
    def is_open(self) -> bool:
        """Whether any beneficiary will do."""
        return not self.kinds and self.country is None and self.role is PartnerRole.BENEFICIARY


def _wants(cures: Sequence[Cure]) -> list[Want]:
    wants: list[Want] = []
    for cure in cures:
        lead = next((want for want in wants if want.role is PartnerRole.COORDINATOR), None)
        if lead is not None and cure.role is PartnerRole.COORDINATOR:
            lead.kinds = _both(lead.kinds, cure.actor_types)
        elif cure.among:
            _name_among(wants, cure)
        elif cure.in_countries:
            places = cure.in_countries * cure.count
            wants += [Want(cure.actor_types, place, False, cure.role) for place in places]
        else:
            wants += [Want(cure.actor_types, None, i < cure.countries, cure.role) for i in range(cure.count)]
    return wants


def _both(one: tuple[ActorType, ...], other: tuple[ActorType, ...]) -> tuple[ActorType, ...]:
    """Kinds that are in both lists, where an empty list names all."""
    return tuple(kind for kind in one if kind in other) if one and other else one or other


def _name_among(wants: list[Want], cure: Cure) -> None:
    """Gives partners that are wanted anyway the kind or the role wanted too; more where they run out."""
    free = [want for want in wants if want.is_open][: cure.count]
    free += [Want() for _ in range(cure.count - len(free))]
    for want in free:
        want.kinds, want.role = cure.actor_types, cure.role
    wants += [want for want in free if not any(want is other for other in wants)]


def _kind(want: Want, country: str, case: Case, turn: int) -> ActorType:
    """The kind wanted, else a likely one; one that the call shuts out only when there is no other."""
    kinds = want.kinds or (*LIKELY_KINDS, *ActorType)
    likely = kinds if want.kinds else kinds[: len(LIKELY_KINDS)]
    turned = (*likely[turn % len(likely) :], *likely[: turn % len(likely)], *kinds)
    return next((kind for kind in turned if may(Thought(kind, country, want.role), case)), turned[0])


def _may_come_from(country: str, case: Case) -> bool:
    """Whether the call leaves room for a partner from there, of some kind; its countries are asked first."""
    scopes = tuple(applied for applied in case.applied if isinstance(applied.condition, CountryScope))
    narrow = Case(case.call, case.parties, scopes, case.book, case.now, case.project)
    if not may(Thought(LIKELY_KINDS[0], country), narrow):
        return False
    return any(may(Thought(kind, country), case) for kind in _kinds(case))

"""A line-up that may apply, if there is one: who leads, who takes part with funding, who stands beside.

No search over all line-ups: members sort themselves by what the conditions say of each, and a handful of
line-ups made from that are judged as a whole. Quick for any number of members, and the same every time.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from matcher.eligibility.assess import judged, partnership
from matcher.eligibility.conditions import (
    ActorNeed,
    ActorTypes,
    ApplicationCount,
    ConsortiumSize,
    CountryCount,
    Deadline,
)
from matcher.eligibility.facts import NO_PLAN, Applied, CallFacts, Party, Project
from matcher.eligibility.judgement import Answer, Finding
from matcher.eligibility.judging.case import APPLICANTS, FUNDED, Book, Case, Group, grouped
from matcher.eligibility.judging.composition import TOO_MANY, counts_for
from matcher.eligibility.judging.steps import in_too_many, leads_too_many
from matcher.eligibility.roles import answers_in
from store.vocabulary import ActorType, PartnerRole

COORDINATOR, BENEFICIARY = APPLICANTS
ASSOCIATED, SUBCONTRACTOR = PartnerRole.ASSOCIATED_PARTNER, PartnerRole.SUBCONTRACTOR
PROPOSED = (COORDINATOR, BENEFICIARY, ASSOCIATED, SUBCONTRACTOR)
"""Roles that Koalitio gives; that a member is an affiliated entity rests on a tie that only people know."""

Failures = tuple[int, int]
"""How many conditions fail, and how many are open."""
PASSES = (0, 0)


@dataclass(frozen=True, slots=True)
class Scored:
    """A line-up and how it does.

    but_crowded: the same without failures for being too many. lacks: a further member might help, as there
    are too few, or too few kinds. certain: failures that having fewer members, or others, does not cure.
    """

    failures: Failures
    but_crowded: Failures
    lacks: bool
    certain: Failures
    line_up: tuple[Party, ...]


NUMBERS = (ConsortiumSize, CountryCount)
LACKING = (ConsortiumSize, CountryCount, ActorTypes)
"""Conditions that a further funded member can help with when they fail."""

REPRESENTATIVES = (ActorType.TARGET_GROUP_ORG, ActorType.TRADE_UNION)
"""Kinds of member that lose a share of the grant last: a labour market is not inclusive without them."""

RANK = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}
WISHES = {
    COORDINATOR: 0,
    None: 1,
    BENEFICIARY: 2,
    PartnerRole.AFFILIATED_ENTITY: 3,
    ASSOCIATED: 4,
    SUBCONTRACTOR: 5,
}
"""Whom to ask first to lead, by what the members themselves wish."""


@dataclass(frozen=True, slots=True)
class Member:
    """One member: whether it may be funded, after whom it is asked to lead, and its role otherwise."""

    party: Party
    place: int
    funded: Answer
    leads_after: tuple[int, int, int]
    beside: PartnerRole | None

    @property
    def stands_aside(self) -> bool:
        """Whether it wishes a role without a share of the grant."""
        return self.party.role_wish in (ASSOCIATED, SUBCONTRACTOR)


def propose(
    call: CallFacts,
    parties: Sequence[Party],
    applied: Sequence[Applied],
    book: Book,
    now: datetime,
    project: Project = NO_PLAN,
) -> tuple[Party, ...]:
    """The same parties, in the same order, with roles; a line-up that passes if there is one.

    Of several the first: with as many members funded as may be. If none passes, the one that fails least.
    """
    return proposed(Case(call, tuple(parties), tuple(applied), book, now, project))


def proposed(case: Case) -> tuple[Party, ...]:
    """`propose` for a case whose parties have no roles yet."""
    asked = (
        *partnership(case.applied),
        *(a for a in case.applied if isinstance(a.condition, ApplicationCount)),
    )
    groups = tuple(group for group in grouped(asked) if group.kind is not Deadline)
    makings = Makings(case, groups)
    best = _best(makings)
    if best.failures != PASSES and _may_count_beside(makings):
        best = min(best, _best(Makings(case, groups, all_beside=True)), key=_failures)
    return best.line_up


def _best(makings: "Makings") -> Scored:
    """The first that passes, else the one that fails least, bettered by small steps where they may help."""
    best: Scored | None = None
    for candidate in _candidates(makings):
        if best is None or candidate.failures < best.failures:
            best = candidate
        if best.failures <= makings.at_best:
            return best
    found = makings.score(()) if best is None else best
    return _bettered(makings, found) if _may_be_bettered(makings, found) else found


def _may_be_bettered(makings: "Makings", best: Scored) -> bool:
    """Whether a kind is wanted in each country, or somebody of a wanted kind is not among the funded.

    Not where even all together are too few, or from too few countries: then nothing passes.
    """
    if not makings.needs or makings.at_best[0]:
        return False
    pairs = zip(makings.members, best.line_up, strict=True)
    left = [m.party for m, party in pairs if party.role not in FUNDED and m.funded is not Answer.NO]
    return any(
        need.per_country or any(counts_for(need, party) is True for party in left) for need in makings.needs
    )


def _failures(scored: Scored) -> Failures:
    return scored.failures


def _bettered(makings: "Makings", best: Scored) -> Scored:
    """By one or two members, or a country's, in or out at a time, for as long as less fails."""
    while best.failures != PASSES:
        found = min((makings.score(funded) for funded in _near(makings, best)), key=_failures, default=best)
        if found.failures >= best.failures:
            break
        best = found
    return best


def _near(makings: "Makings", scored: Scored) -> Iterator[Sequence["Member"]]:
    able = {member.place for member in makings.members if member.funded is not Answer.NO}
    inside = {place for place, party in enumerate(scored.line_up) if party.role in FUNDED}
    home = {place: makings.members[place].party.country for place in able}
    countries = [
        {place for place in able if home[place] == country} for country in dict.fromkeys(home.values())
    ]
    steps = [inside ^ {one, other} if one != other else inside ^ {one} for one in able for other in able]
    wide = [places for group in countries for places in (inside - group, inside | group, able - group)]
    for places in (*steps, *wide):
        yield [member for member in makings.members if member.place in places]


def _may_count_beside(makings: "Makings") -> bool:
    """Whether somebody who wishes to be a subcontractor would count as an associated partner."""
    return any(
        need.may_be_associated and counts_for(need, member.party) is not False
        for need in makings.needs
        for member in makings.members
        if member.beside is SUBCONTRACTOR
    )


@dataclass(frozen=True)
class Makings:
    """What line-ups are made of: the members as they stand, and the conditions that a line-up has to meet.

    all_beside: whoever is not funded is an associated partner, also one that wishes to be a subcontractor.
    """

    case: Case
    groups: tuple[Group, ...]
    all_beside: bool = False
    scored: dict[frozenset[int], Scored] = field(default_factory=dict)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Every party with what it may do."""
        return _members(self.case, self.all_beside)

    @cached_property
    def at_best(self) -> Failures:
        """What fails and is open in every line-up, as it does with all who may be funded."""
        return self.score([member for member in self.members if member.funded is not Answer.NO]).certain

    @cached_property
    def needs(self) -> tuple[ActorNeed, ...]:
        """The kinds of organisation that are wanted."""
        wanted = (a.condition for a in self.case.applied if isinstance(a.condition, ActorTypes))
        return tuple(need for condition in wanted for need in condition.needs or ())

    def score(self, funded: Sequence[Member]) -> Scored:
        """The line-up in which these are funded, and how many of its conditions fail and are open."""
        places = frozenset(member.place for member in funded)
        if places not in self.scored:
            line_up = self._cast(funded)
            self.scored[places] = _scored(line_up, judged(self.groups, self.case.with_line_up(line_up)))
        return self.scored[places]

    def _cast(self, funded: Sequence[Member]) -> tuple[Party, ...]:
        """Everybody in a role: the likeliest of the funded leads."""
        lead = min(funded, key=lambda member: member.leads_after, default=None)
        places = {member.place for member in funded}
        return tuple(
            self._in_role(each, _role(each, each is lead, each.place in places)) for each in self.members
        )

    def _in_role(self, member: Member, role: PartnerRole | None) -> Party:
        cast, key = self.case.known.cast, (member.party.key, role)
        if key not in cast:
            cast[key] = replace(member.party, role=role)
        return cast[key]


def _scored(line_up: tuple[Party, ...], found: Iterable[Finding]) -> Scored:
    unmet = [each for each in found if each.answer is not Answer.YES]
    failed = [each for each in unmet if each.answer is Answer.NO]
    crowded = sum(each.reason.key == TOO_MANY for each in failed)
    lacks = any(isinstance(each.applied.condition, LACKING) for each in failed)
    unknown = len(unmet) - len(failed)
    certain = (sum(map(_too_few, failed)), sum(map(_not_told, unmet)))
    return Scored((len(failed), unknown), (len(failed) - crowded, unknown), lacks, certain, line_up)


def _too_few(failed: Finding) -> bool:
    """Whether there are too few, or from too few countries: never cured by having fewer."""
    return isinstance(failed.applied.condition, NUMBERS) and failed.reason.key != TOO_MANY


def _not_told(unmet: Finding) -> bool:
    """Whether it is open in every line-up, as the call's own value is not known."""
    open_ = unmet.answer is Answer.UNKNOWN
    return open_ and unmet.reason.key.endswith((".not_told", ".recalled"))


def _candidates(makings: Makings) -> Iterator[Scored]:
    """Line-ups worth judging, the fullest first; where only so many may take part, with so many."""
    maxima = _maxima(makings.case.applied)
    for funded in _sets(makings):
        yield makings.score(funded)
        for most in maxima:
            if len(funded) > most:
                yield makings.score(_down_to(makings, funded, most))


def _sets(makings: Makings) -> Iterator[Sequence[Member]]:
    """Who might be funded."""
    able = [member for member in makings.members if member.funded is not Answer.NO]
    if not able:
        yield makings.members
        return
    for pool in _pools(makings, able):
        yield from _sets_of(makings, pool)


def _sets_of(makings: Makings, able: Sequence[Member]) -> Iterator[Sequence[Member]]:
    """Of those able: all who wish, all who surely may, and these with those without whom more would fail."""
    willing = [member for member in able if not member.stands_aside]
    sure = _sure(willing)
    yield willing
    if len(sure) < len(willing):
        yield sure
    more = [member for member in able if not any(member is other for other in sure)]
    if more and (makings.score(sure).lacks or _better_lead(sure, more)):
        yield _with_the_needed(makings, sure, more)


def _pools(makings: Makings, able: Sequence[Member]) -> Iterator[Sequence[Member]]:
    """All who are able; where a kind is wanted in each country, also those from countries that have it."""
    yield able
    needs = [need for need in makings.needs if need.per_country]
    willing = [member for member in able if not member.stands_aside]
    for members in (able, willing, _sure(willing)) if needs else ():
        places = {
            m.party.country for m in members if all(_has_enough(n, m.party.country, members) for n in needs)
        }
        yield [member for member in able if member.party.country in places]


def _sure(members: Sequence[Member]) -> list[Member]:
    return [member for member in members if member.funded is Answer.YES]


def _better_lead(sure: Sequence[Member], more: Sequence[Member]) -> bool:
    """Whether somebody among the further members is surer to be allowed to lead."""
    surest = min((member.leads_after[0] for member in sure), default=len(RANK))
    return any(member.leads_after[0] < surest for member in more)


def _with_the_needed(makings: Makings, sure: Sequence[Member], more: Sequence[Member]) -> Sequence[Member]:
    """Those who surely may and wish, with only those of the others without whom more would fail."""
    rest = sorted(more, key=lambda member: (RANK[member.funded], member.stands_aside))
    funded = [*sure, *rest]
    fewer_fail = makings.score(funded).but_crowded[0] < makings.score(sure).but_crowded[0]
    if not fewer_fail and not _better_lead(sure, more):
        return sure
    for member in reversed(rest):
        funded = _without(makings, funded, member)
    return funded


def _without(makings: Makings, funded: list[Member], member: Member) -> list[Member]:
    """The set without a member if nothing fails for it that did not fail before."""
    fewer = [other for other in funded if other is not member]
    worse = makings.score(fewer).but_crowded > makings.score(funded).but_crowded
    return funded if worse else fewer


def _has_enough(need: ActorNeed, place: str, able: Sequence[Member]) -> bool:
    there = [member.party for member in able if member.party.country == place]
    return sum(counts_for(need, party) is True for party in there) >= need.minimum


def _maxima(applied: Sequence[Applied]) -> list[int]:
    """The largest sizes that conditions allow."""
    sizes = [each.condition for each in applied if isinstance(each.condition, ConsortiumSize)]
    return sorted({size.maximum for size in sizes if size.maximum is not None}, reverse=True)


def _down_to(makings: Makings, members: Sequence[Member], most: int) -> Sequence[Member]:
    """As many as allowed: those who did not ask for it leave first, the last of the list before the first."""
    funded = list(members)
    for member in sorted(members, key=_leaves_first):
        if len(funded) > most:
            funded = _without(makings, funded, member)
    return funded


def _leaves_first(member: Member) -> tuple[bool, bool, bool, int]:
    party = member.party
    return (
        member.funded is Answer.YES,
        party.actor_type in REPRESENTATIVES,
        party.role_wish in (COORDINATOR, BENEFICIARY),
        -member.place,
    )


def _members(case: Case, all_beside: bool) -> tuple[Member, ...]:
    known = answers_in(PROPOSED, case)
    limits = [each.condition for each in case.applied if isinstance(each.condition, ApplicationCount)]
    return tuple(
        Member(
            party,
            place,
            funded=Answer.NO if any(in_too_many(limit, party) for limit in limits) else funded,
            leads_after=(
                RANK[Answer.NO if any(leads_too_many(limit, party) for limit in limits) else leads],
                WISHES[party.role_wish],
                place,
            ),
            beside=_beside(party, associated, Answer.NO if all_beside else subcontracted),
        )
        for place, (party, (leads, funded, associated, subcontracted)) in enumerate(
            zip(case.parties, known, strict=True)
        )
    )


def _beside(party: Party, associated: Answer, subcontracted: Answer) -> PartnerRole | None:
    """What a member is that gets no share of the grant: a subcontractor only by wish, if it may."""
    if party.role_wish is SUBCONTRACTOR and subcontracted is not Answer.NO:
        return SUBCONTRACTOR
    return None if associated is Answer.NO else ASSOCIATED


def _role(member: Member, leads: bool, funded: bool) -> PartnerRole | None:
    if leads:
        return COORDINATOR
    return BENEFICIARY if funded else member.beside

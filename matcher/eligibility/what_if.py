"""What the verdict would be with more partners: judged with partners thought of, not guessed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from matcher.eligibility.assess import Assessment, assess, findings_of, partnership, proposal
from matcher.eligibility.conditions import CountryScope
from matcher.eligibility.cures import partners_needed
from matcher.eligibility.facts import Applied, CallFacts, Party, Project
from matcher.eligibility.judgement import Answer, Cure, Judgement, Message, Value, WhatIf
from matcher.eligibility.judging.case import Book, Case
from matcher.eligibility.judging.composition import countries_of
from matcher.eligibility.roles import role_answer
from store.vocabulary import ActorType, PartnerRole, Verdict

AT_MOST = 3
"""What-ifs told of one call."""

LIKELY_COUNTRIES = ("SE", "EE", "DE", "LV", "LT", "DK", "PL", "NL", "ES", "IT", "FR", "BE", "AT", "PT", "FI")
"""Where a partner is thought of first: neighbours across the Baltic Sea, then other countries of the EU."""

LIKELY_KINDS = (ActorType.VET_PROVIDER, ActorType.EMPLOYER, ActorType.THIRD_SECTOR)
"""What kind of partner is thought of when any will do."""


MANY = 3
"""More partners than this are counted, not named."""


@dataclass(frozen=True, slots=True)
class Thought:
    """A partner thought of."""

    actor_type: ActorType
    country: str
    role: PartnerRole = PartnerRole.BENEFICIARY


def with_partner(
    parties: Sequence[Party],
    actor_type: ActorType,
    country: str,
    role: PartnerRole = PartnerRole.BENEFICIARY,
) -> tuple[Party, ...]:
    """The line-up with one partner that nobody has yet; what is not known of it is taken to be as needed.

    As coordinator it takes the lead from whoever has it.
    """
    others = [_stepping_back(party) for party in parties] if role is PartnerRole.COORDINATOR else parties
    number = sum(party.assumed for party in parties) + 1
    key = f"what-if-{number}-{actor_type}-{country}"
    return (*others, Party(key, key, actor_type, country, role=role, assumed=True))


def what_if(
    call: CallFacts,
    parties: Sequence[Party],
    applied: Sequence[Applied],
    book: Book,
    now: datetime,
    project: Project,
    partners: Sequence["Thought"],
) -> WhatIf:
    """The verdict for a line-up, its roles given, with these partners, at least one, beside it."""
    return _judged(Case(call, tuple(parties), tuple(applied), book, now, project), partners)


def what_ifs(case: Case, judgement: Judgement) -> tuple[WhatIf, ...]:
    """Up to three, where partners help: each one partner that does it, or the smallest number that does."""
    cures = judgement.cures
    needed = partners_needed(cures)
    if judgement.verdict is not Verdict.INELIGIBLE or not judgement.curable or not needed:
        return ()
    variants: list[list[Thought]] = []
    for variant in range(AT_MOST if needed == 1 else 1):
        thoughts = _thoughts(cures, case, variant)
        if thoughts not in variants:
            variants.append(thoughts)
    found = [_judged(case, thoughts) for thoughts in variants]
    return tuple(each for each in found if each.verdict is not Verdict.INELIGIBLE)


def _judged(case: Case, thoughts: Sequence[Thought]) -> WhatIf:
    parties = case.parties
    for thought in thoughts:
        parties = with_partner(parties, thought.actor_type, thought.country, thought.role)
    found = verdict_of(case.with_line_up(parties))
    values: dict[str, Value] = {
        "count": len(thoughts),
        "countries": len({thought.country for thought in thoughts}),
        "partners": tuple(f"{thought.actor_type} {thought.country}" for thought in thoughts),
        "reason": found.reason,
    }
    many = "many" if len(thoughts) > MANY else "named"
    only = thoughts[0] if len(thoughts) == 1 else None
    return WhatIf(
        actor_type=only.actor_type if only else None,
        country=only.country if only else None,
        role=only.role if only else PartnerRole.BENEFICIARY,
        verdict=found.verdict,
        message=Message(f"what_if.{many}.{found.verdict}", values),
        partners=len(thoughts),
    )


def verdict_of(case: Case) -> Assessment:
    """The verdict for a line-up and nothing else."""
    return assess(findings_of(partnership(case.applied), case), findings_of(proposal(case.applied), case))


def _thoughts(cures: Sequence[Cure], case: Case, variant: int) -> list[Thought]:
    """One partner for each that the cures ask for; `variant` shifts kind and country."""
    wanted = _wanted(cures)
    here = countries_of(case.funded)
    home = case.funded[0].country if case.funded else LIKELY_COUNTRIES[variant]
    fresh = [place for place in LIKELY_COUNTRIES if place not in here and _may_come_from(place, case)]
    fresh = fresh[variant:] + fresh[:variant]
    thoughts: list[Thought] = []
    for place, want in enumerate(wanted):
        country = want.country or (fresh[place % len(fresh)] if want.abroad and fresh else home)
        thoughts.append(Thought(_kind(want, country, case, variant + place), country, want.role))
    return thoughts


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


def _wanted(cures: Sequence[Cure]) -> list[Want]:
    wants: list[Want] = []
    for cure in cures:
        if cure.among:
            _name_among(wants, cure)
        elif cure.in_countries:
            places = cure.in_countries * cure.count
            wants += [Want(cure.actor_types, place, False, cure.role) for place in places]
        else:
            wants += [Want(cure.actor_types, None, i < cure.countries, cure.role) for i in range(cure.count)]
    return wants


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
    return next((kind for kind in turned if _may(Thought(kind, country, want.role), case)), turned[0])


def _may_come_from(country: str, case: Case) -> bool:
    """Whether the call's countries leave room for a partner from there."""
    scopes = [applied for applied in case.applied if isinstance(applied.condition, CountryScope)]
    return _may(Thought(LIKELY_KINDS[0], country), replace(case, applied=tuple(scopes)))


def _may(thought: Thought, case: Case) -> bool:
    partner = with_partner((), thought.actor_type, thought.country)[0]
    return role_answer(partner, thought.role, case).answer is not Answer.NO


def _stepping_back(party: Party) -> Party:
    leads = party.role is PartnerRole.COORDINATOR
    return replace(party, role=PartnerRole.BENEFICIARY) if leads else party

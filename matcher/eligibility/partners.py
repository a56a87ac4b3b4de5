"""Partners that nobody has yet: thought of as kind, country and role, and put into a line-up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.eligibility.conditions import Region
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer
from matcher.eligibility.judging.case import APPLICANTS, FUNDED, Case, worst
from matcher.eligibility.judging.standing import standing
from matcher.eligibility.legal_types import legal_type_of
from matcher.eligibility.roles import role_answer
from store.regions import municipality
from store.vocabulary import ActorType, LegalType, PartnerRole

COORDINATOR, BENEFICIARY = APPLICANTS
ASSOCIATED = PartnerRole.ASSOCIATED_PARTNER
RANK = {Answer.YES: 0, Answer.UNKNOWN: 1, Answer.NO: 2}


@dataclass(frozen=True, slots=True)
class Thought:
    """A partner thought of."""

    actor_type: ActorType
    country: str
    role: PartnerRole = BENEFICIARY

    @property
    def leads(self) -> bool:
        """Whether it would have to lead."""
        return self.role is COORDINATOR


def with_partner(
    parties: Sequence[Party],
    actor_type: ActorType,
    country: str,
    role: PartnerRole = BENEFICIARY,
) -> tuple[Party, ...]:
    """The line-up with one partner that nobody has yet; what is not known of it is taken to be as needed.

    As coordinator it takes the lead from whoever has it.
    """
    leads = role is COORDINATOR
    others = [
        replace(party, role=BENEFICIARY) if leads and party.role is COORDINATOR else party
        for party in parties
    ]
    number = sum(party.assumed for party in parties) + 1
    key = f"what-if-{number}-{actor_type}-{country}"
    return (*others, Party(key, key, actor_type, country, role=role, assumed=True))


def joined(case: Case, thoughts: Sequence[Thought], *, stand_aside: bool) -> Case:
    """The case with these partners, each of a legal type and from a place that there is.

    Where one of them leads, a lead there is becomes beneficiary, or stands aside when it may not be funded.
    stand_aside: so does every other member that may not be.
    """
    leads = any(thought.leads for thought in thoughts)
    parties = tuple(_beside_them(party, case, leads, stand_aside) for party in case.parties)
    for thought in thoughts:
        *others, new = with_partner(parties, thought.actor_type, thought.country, thought.role)
        parties = (*others, as_needed(new, thought.role, case))
    return case.with_line_up(parties)


def as_needed(partner: Party, role: PartnerRole, case: Case) -> Party:
    """The partner with the place and the legal type that suit the call best: one of each, not all at once."""
    regions = [each.condition for each in case.applied if isinstance(each.condition, Region)]
    placed = min(
        _in_places(partner, regions),
        key=lambda one: RANK[worst([standing(each, one, role, case).answer for each in regions])],
    )
    return min(_as_bodies(placed), key=lambda one: RANK[role_answer(one, role, case).answer])


def may(thought: Thought, case: Case) -> bool:
    """Whether such a partner might take its role."""
    partner = as_needed(with_partner((), thought.actor_type, thought.country)[0], thought.role, case)
    return role_answer(partner, thought.role, case).answer is not Answer.NO


def _in_places(partner: Party, regions: Sequence[Region]) -> list[Party]:
    """The partner in each place of its country that the call names; as it is when there is none."""
    found = [
        replace(partner, key=f"{partner.key}-{region}-{local}", nuts_region=region, municipality=local)
        for region, local in dict.fromkeys(_places(regions))
        if region.startswith(partner.country)
    ]
    return found or [partner]


def _places(regions: Sequence[Region]) -> Iterator[tuple[str, str | None]]:
    for condition in regions:
        yield from ((code, None) for code in condition.regions or ())
        found = (municipality(code) for code in condition.municipalities)
        yield from ((known.nuts_2024, known.code) for known in found if known is not None)


def _as_bodies(partner: Party) -> list[Party]:
    if legal_type_of(partner) is not None:
        return [partner]
    return [replace(partner, key=f"{partner.key}-{kind}", legal_type=kind) for kind in LegalType]


def _beside_them(party: Party, case: Case, leads: bool, stand_aside: bool) -> Party:
    steps_back = leads and party.role is COORDINATOR
    if not steps_back and not (stand_aside and party.role in FUNDED):
        return party
    if role_answer(party, BENEFICIARY, case).answer is not Answer.NO:
        return replace(party, role=BENEFICIARY) if steps_back else party
    beside = role_answer(party, ASSOCIATED, case).answer is not Answer.NO
    return replace(party, role=ASSOCIATED if beside else None)

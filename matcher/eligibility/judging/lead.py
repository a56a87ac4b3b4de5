"""Who leads: one coordinator, of the kind the call wants, established long enough."""

from datetime import date
from typing import Literal

from matcher.eligibility.conditions import Certainty, ConditionBase, CoordinatorAge, Lead, Trait
from matcher.eligibility.facts import Applied, Origin, Party
from matcher.eligibility.judgement import Answer, Cure, Message, Value
from matcher.eligibility.judging.case import Case, Outcome, Standing, keys, names
from matcher.eligibility.judging.people import in_scope, of_legal_type
from matcher.eligibility.judging.questions import ask_call, ask_member
from store.vocabulary import LegalType, PartnerRole


class OneCoordinator(ConditionBase):
    """Exactly one coordinator: no rule of a call but of every application, so no rule file states it."""

    type: Literal["one_coordinator"] = "one_coordinator"


ONE_COORDINATOR = Applied(
    OneCoordinator(source="part_b", certainty=Certainty.A, place="Participants: roles"), Origin.RULE
)


def one_coordinator(_condition: OneCoordinator, case: Case) -> Outcome:
    """The line-up has one lead, neither none nor two."""
    leads = case.coordinators
    if len(leads) == 1:
        return Outcome(Answer.YES, Message("one_coordinator.yes", {"name": leads[0].name}))
    cure = Cure(Message("cure.one_coordinator"), count=0, role=PartnerRole.COORDINATOR)
    if not leads:
        return Outcome(Answer.NO, Message("one_coordinator.none"), cure=cure)
    reason = Message("one_coordinator.several", {"names": names(leads)})
    return Outcome(Answer.NO, reason, cure=cure, parties=keys(leads))


def lead(condition: Lead, party: Party, _role: PartnerRole, case: Case) -> Standing:
    """The lead is of a wanted kind, from a country in scope, with the traits. Source: R03, R23, R26."""
    kind = _kind(condition, party)
    where = in_scope(party.country, condition.groups, condition.countries, case.book)
    if kind is Answer.NO:
        return Standing(kind, Message("lead.kind", {"name": party.name}))
    if where is Answer.NO:
        return Standing(where, Message("lead.country", {"name": party.name, "country": party.country}))
    for trait in condition.traits:
        if has(party, trait) is False:
            return Standing(Answer.NO, Message(f"lead.{trait}.no", {"name": party.name}))
    if kind is Answer.UNKNOWN:
        reason = Message("legal_type.missing", {"name": party.name})
        return Standing(kind, reason, ask_member(party, "legal_type"))
    if where is Answer.UNKNOWN:
        reason = Message("country.unknown", {"name": party.name, "country": party.country})
        return Standing(where, reason, ask_call(condition))
    for trait in condition.traits:
        if has(party, trait) is None:
            reason = Message(f"lead.{trait}.unknown", {"name": party.name})
            return Standing(Answer.UNKNOWN, reason, ask_member(party, TRAIT_FACTS[trait]))
    return Standing(Answer.YES, Message("lead.yes", {"name": party.name}))


def coordinator_age(condition: CoordinatorAge, party: Party, _role: PartnerRole, case: Case) -> Standing:
    """The lead is established for so many full years at the cut-off; without one, by today. Source: R04."""
    years = condition.minimum_years
    if years is None:
        return Standing(Answer.UNKNOWN, Message("coordinator_age.not_told"), ask_call(condition))
    if party.founded is None:
        reason = Message("coordinator_age.founded_missing", {"name": party.name, "count": years})
        return Standing(Answer.UNKNOWN, reason, ask_member(party, "founded"))
    values: dict[str, Value] = {"name": party.name, "founded": party.founded.isoformat(), "count": years}
    if established(party.founded, years, case.call.cut_off or case.now.date()):
        return Standing(Answer.YES, Message("coordinator_age.yes", values))
    if case.call.cut_off is None:
        return Standing(
            Answer.UNKNOWN, Message("coordinator_age.cut_off_missing", values), ask_call(condition)
        )
    return Standing(Answer.NO, Message("coordinator_age.no", values))


def established(founded: date, years: int, day: date) -> bool:
    """Whether so many full years lie between; 29 February comes round on 28 February of a common year.

    Source: Regulation (EEC, Euratom) No 1182/71, Article 3(2)(c).
    """
    last_day = (
        28 if (founded.month, founded.day) == (2, 29) and not _leap(founded.year + years) else founded.day
    )
    return (founded.year + years, founded.month, last_day) <= (day.year, day.month, day.day)


TRAIT_FACTS = {
    Trait.POTENTIAL_CO_FUNDER: "may_co_fund",
    Trait.CONSORTIUM_EXPERIENCE: "consortium_experience",
}
"""The fact of a member that each trait rests on."""


def has(party: Party, trait: Trait) -> bool | None:
    """Whether the member has the trait; None not known."""
    known: bool | None = getattr(party, TRAIT_FACTS[trait])
    return True if known is None and party.assumed else known


def _kind(condition: Lead, party: Party) -> Answer:
    if condition.actor_types and party.actor_type not in condition.actor_types:
        return Answer.NO
    allowed = [
        kind for kind in condition.legal_types or LegalType if kind not in condition.excluded_legal_types
    ]
    return of_legal_type(party, allowed)


def _leap(year: int) -> bool:
    return (year % 4 == 0 and year % 100 != 0) or year % 400 == 0

"""Who has to be there: how many organisations, from how many countries, of which kinds."""

from collections.abc import Sequence

from matcher.eligibility.conditions import ActorNeed, ActorTypes, ConsortiumSize, CountryCount, CountryScope
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Cure, Message, Question, Value
from matcher.eligibility.judging.case import APPLICANTS, Book, Case, Outcome, keys, worst
from matcher.eligibility.judging.lead import TRAIT_FACTS, has
from matcher.eligibility.judging.people import in_scope
from matcher.eligibility.judging.questions import ask_call, ask_member
from store.vocabulary import ActorType, PartnerRole

ASIDE = tuple(role for role in PartnerRole if role not in APPLICANTS)
"""Roles that count for nothing that a call asks of a partnership as a whole."""

TOO_MANY = "consortium_size.many"
"""The reason that fewer members would cure."""


def consortium_size(condition: ConsortiumSize, case: Case) -> Outcome:
    """The applicants are as many as asked, and no more than allowed. Source: R05, R08."""
    low, high, found = condition.minimum, condition.maximum, len(case.applicants)
    if low is None and high is None:
        return Outcome(Answer.UNKNOWN, Message("consortium_size.not_told"), question=ask_call(condition))
    if low is not None and found < low:
        reason = Message("consortium_size.few", {"count": found, "minimum": low})
        cure = Cure(Message("cure.partners", {"count": low - found}), count=low - found)
        return Outcome(Answer.NO, reason, cure=cure)
    if high is not None and found > high:
        cure = Cure(Message("cure.fewer", {"count": high}), count=0)
        reason = Message(TOO_MANY, {"count": found, "maximum": high})
        return Outcome(Answer.NO, reason, cure=cure)
    return Outcome(Answer.YES, Message("consortium_size.yes", {"count": found}))


def country_count(condition: CountryCount, case: Case) -> Outcome:
    """The applicants come from as many different countries as asked. Source: R06, R08."""
    if condition.minimum is None:
        return Outcome(Answer.UNKNOWN, Message("country_count.not_told"), question=ask_call(condition))
    here = countries_of(case.applicants)
    lacking = condition.minimum - len(here)
    values: dict[str, Value] = {"count": len(here), "countries": here, "minimum": condition.minimum}
    if lacking <= 0:
        return Outcome(Answer.YES, Message("country_count.yes", values))
    message = Message("cure.countries", {"count": lacking, "nth": len(here) + 1})
    cure = Cure(message, count=lacking, countries=lacking, not_from=here)
    perhaps = _perhaps(case)
    if not perhaps:
        return Outcome(Answer.NO, Message("country_count.few", values), cure=cure)
    sure = tuple(place for place in here if place not in perhaps)
    told: dict[str, Value] = values | {"count": len(sure), "countries": sure, "perhaps": perhaps}
    return Outcome(Answer.NO, Message("country_count.few_perhaps", told), cure=cure)


def _perhaps(case: Case) -> tuple[str, ...]:
    """Members' countries of which nobody knows whether they are in the call's scope; wishes aside heeded."""
    places = countries_of([p for p in case.parties if p.role in APPLICANTS or p.role_wish not in ASIDE])
    scopes = [each.condition for each in case.applied if isinstance(each.condition, CountryScope)]
    return tuple(place for place in places if _scope(place, scopes, case.book) is Answer.UNKNOWN)


def _scope(place: str, scopes: Sequence[CountryScope], book: Book) -> Answer:
    if any(place in scope.excluded for scope in scopes):
        return Answer.NO
    return worst([in_scope(place, scope.groups or (), scope.countries, book) for scope in scopes])


def actor_types(condition: ActorTypes, case: Case) -> Outcome:
    """Each kind of organisation asked for is there, in each country where so asked. Source: R07, R25."""
    if condition.needs is None:
        return Outcome(Answer.UNKNOWN, Message("actor_types.not_told"), question=ask_call(condition))
    found = [_meet(need, case) for need in condition.needs]
    answer = worst([outcome.answer for outcome in found])
    if answer is Answer.YES:
        return Outcome(answer, Message("actor_types.yes"))
    return next(outcome for outcome in found if outcome.answer is answer)


def countries_of(parties: Sequence[Party]) -> tuple[str, ...]:
    """Their different countries, in the alphabet's order."""
    return tuple(sorted({party.country for party in parties}))


def _meet(need: ActorNeed, case: Case) -> Outcome:
    present = _present(need, case)
    if not need.per_country:
        return _count(need, present)
    found = {place: _count(need, _from(present, place)) for place in countries_of(case.applicants)}
    answer = worst([outcome.answer for outcome in found.values()])
    places = tuple(place for place, outcome in found.items() if outcome.answer is answer)
    if answer is Answer.NO:
        values: dict[str, Value] = {**_values(need, need.minimum), "countries": places}
        cure = _cure(need, need.minimum, Message(f"cure.{_what(need)}.in", values), places)
        return Outcome(answer, Message(f"actor_types.{_what(need)}.no_in", values), cure=cure)
    return found[places[0]] if places else Outcome(Answer.YES, Message("actor_types.yes"))


def _count(need: ActorNeed, present: Sequence[Party]) -> Outcome:
    sure = [party for party in present if counts_for(need, party)]
    unsure = [party for party in present if counts_for(need, party) is None]
    lacking = need.minimum - len(sure)
    if lacking <= 0:
        return Outcome(Answer.YES, Message("actor_types.yes"))
    values = _values(need, lacking)
    if len(unsure) >= lacking:
        reason = Message(f"actor_types.{_what(need)}.unknown", values)
        return Outcome(Answer.UNKNOWN, reason, question=_ask(need, unsure), parties=keys(unsure))
    cure = _cure(need, lacking, Message(f"cure.{_what(need)}", values))
    return Outcome(Answer.NO, Message(f"actor_types.{_what(need)}.no", values), cure=cure)


def _present(need: ActorNeed, case: Case) -> tuple[Party, ...]:
    if not need.may_be_associated:
        return case.applicants
    associated = tuple(p for p in case.parties if p.role is PartnerRole.ASSOCIATED_PARTNER)
    return case.applicants + associated


def counts_for(need: ActorNeed, party: Party) -> bool | None:
    """Whether a member counts for the need; a trait may be not known."""
    if need.any_of and party.actor_type not in need.any_of:
        return False
    return True if need.trait is None else has(party, need.trait)


CO_FUNDERS = (ActorType.REGIONAL_COUNCIL, ActorType.EMPLOYMENT_AUTHORITY, ActorType.MUNICIPALITY)
"""Who is asked first whether it could pay for the solution: those that run public money of their region."""


def _ask(need: ActorNeed, unsure: Sequence[Party]) -> Question | None:
    if need.trait is None:
        return None
    likely = [party for kind in CO_FUNDERS for party in unsure if party.actor_type is kind]
    return ask_member((*likely, *unsure)[0], TRAIT_FACTS[need.trait])


def _cure(need: ActorNeed, count: int, message: Message, places: tuple[str, ...] = ()) -> Cure:
    return Cure(message, count, actor_types=need.any_of, in_countries=places, trait=need.trait)


def _values(need: ActorNeed, count: int) -> dict[str, Value]:
    return {"count": count, "actors": tuple(need.any_of)}


def _what(need: ActorNeed) -> str:
    """Which words tell what is wanted: those for kinds of organisation, or for the trait."""
    return "kinds" if need.trait is None else need.trait.value


def _from(parties: Sequence[Party], place: str) -> list[Party]:
    return [party for party in parties if party.country == place]

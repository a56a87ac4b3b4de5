"""Who may take part with funding: kinds of organisation and countries."""

from collections.abc import Sequence

from matcher.eligibility.conditions import (
    ApplicantType,
    AssociatedOnly,
    Certainty,
    CountryGroup,
    CountryScope,
)
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Message
from matcher.eligibility.judging.case import FUNDED, Book, Case, Standing
from matcher.eligibility.judging.questions import ask_call, ask_member
from matcher.eligibility.legal_types import legal_type_of
from store.vocabulary import LegalType, PartnerRole


def applicant_type(condition: ApplicantType, party: Party, _role: PartnerRole, _case: Case) -> Standing:
    """A member of an allowed kind may; the legal type is asked where only it can tell. Source: R01."""
    if condition.any_organisation:
        return Standing(Answer.YES, Message("applicant.any"))
    if condition.legal_types is None and condition.actor_types is None:
        return Standing(Answer.UNKNOWN, Message("applicant.not_told"), ask_call(condition))
    if party.actor_type in (condition.actor_types or ()):
        return Standing(Answer.YES, Message("applicant.yes", {"name": party.name}))
    answer = of_legal_type(party, condition.legal_types or ())
    if answer is Answer.UNKNOWN:
        return Standing(answer, _legal_type_missing(party), ask_member(party, "legal_type"))
    return Standing(answer, Message(f"applicant.{answer}", {"name": party.name}))


def associated_only(condition: AssociatedOnly, party: Party, _role: PartnerRole, _case: Case) -> Standing:
    """A member of a listed kind or country may not be funded."""
    listed = party.actor_type in condition.actor_types or party.country in condition.countries
    answer = Answer.YES if listed else of_legal_type(party, condition.legal_types)
    if answer is Answer.UNKNOWN:
        return Standing(answer, _legal_type_missing(party), ask_member(party, "legal_type"))
    if answer is Answer.YES:
        return Standing(Answer.NO, Message("associated_only.no", {"name": party.name}))
    return Standing(Answer.YES, Message("associated_only.yes", {"name": party.name}))


def country(condition: CountryScope, party: Party, role: PartnerRole, case: Case) -> Standing:
    """A member from an excluded country takes no part; a funded one is from a country in scope. R02, R24."""
    values = {"name": party.name, "country": party.country}
    if party.country in condition.excluded:
        return Standing(Answer.NO, Message("country.excluded", values))
    if role not in FUNDED:
        return Standing(Answer.YES, Message("country.beside", values))
    if condition.groups is None and not condition.countries and not condition.excluded:
        return Standing(Answer.UNKNOWN, Message("country.not_told"), ask_call(condition))
    answer = in_scope(party.country, condition.groups or (), condition.countries, case.book)
    question = ask_call(condition) if answer is Answer.UNKNOWN else None
    return Standing(answer, Message(f"country.{answer}", values), question)


def of_legal_type(party: Party, allowed: Sequence[LegalType]) -> Answer:
    """Whether the member is of one of these legal types; not known unless its profile or the law says."""
    if not allowed:
        return Answer.NO
    known = legal_type_of(party)
    if known is None:
        return Answer.YES if set(allowed) == set(LegalType) else Answer.UNKNOWN
    return Answer.YES if known in allowed else Answer.NO


def in_scope(country: str, groups: Sequence[CountryGroup], countries: Sequence[str], book: Book) -> Answer:
    """Whether a country (ISO 3166-1 alpha-2) is named, or in one of the groups.

    No scope at all restricts nothing. A group of certainty C says neither yes nor no.
    """
    if country in countries or not (groups or countries):
        return Answer.YES
    sure = [book.countries[group] for group in groups if book.countries[group].certainty is not Certainty.C]
    if any(country in group.members for group in sure):
        return Answer.YES
    return Answer.NO if len(sure) == len(groups) else Answer.UNKNOWN


def _legal_type_missing(party: Party) -> Message:
    return Message("legal_type.missing", {"name": party.name})

"""From each member's standing to the line-up's: who fails, whom to ask, whether anybody could do better."""

from collections.abc import Sequence
from dataclasses import replace

from matcher.eligibility.conditions import (
    ApplicantType,
    AssociatedOnly,
    ConditionBase,
    CoordinatorAge,
    CountryScope,
    Lead,
    Region,
)
from matcher.eligibility.facts import Applied, Party
from matcher.eligibility.judgement import Answer, Cure, Message, Question, Value
from matcher.eligibility.judging.case import FUNDED, Case, Outcome, Standing, best, keys, names, worst
from matcher.eligibility.judging.questions import is_of_call
from matcher.eligibility.judging.reach import keeps_all_out, left_out, why_not
from matcher.eligibility.judging.registry import MEMBER_RULES
from matcher.eligibility.judging.standing import standing
from store.vocabulary import PartnerRole


def of_members(applied: Applied, case: Case) -> Outcome:
    """The outcome of a member's condition for the line-up; with nobody in its roles, for whoever could be."""
    condition = applied.condition
    rule = MEMBER_RULES[type(condition)]
    concerned = [party for party in case.parties if party.role in rule.roles]
    if not case.parties:
        return Outcome(Answer.YES, Message("member.nobody"))
    if concerned:
        found = [standing(condition, party, _role(party), case) for party in concerned]
        answer = worst([each.answer for each in found])
    else:
        concerned = list(case.parties)
        found = [standing(condition, party, rule.asked_as, case) for party in concerned]
        answer = best([each.answer for each in found])
    told = [(party, each) for party, each in zip(concerned, found, strict=True) if each.answer is answer]
    if answer is Answer.YES:
        told = [(party, each) for party, each in told if party.role in FUNDED] or told
    outcome = _outcome(answer, told)
    if answer is not Answer.NO:
        return replace(outcome, question=_first_asked([each.question for _, each in told]))
    if keeps_all_out(applied, case):
        return replace(outcome, curable=False)
    return replace(outcome, cure=_cure(condition, case, outcome.parties))


def without_lead(outcome: Outcome, case: Case) -> Outcome:
    """What it comes to that nobody leads: it cannot be cured when none of the members could be funded."""
    funded = [party for party in case.members if party.role in FUNDED]
    out = left_out(case)
    if funded or not case.members or any(party.key not in out for party in case.members):
        return outcome
    lost = [(party, why_not(party, case)) for party in case.members]
    reason = Message("one_coordinator.nobody", {"reason": _told([each for _, each in lost], case.members)})
    return Outcome(Answer.NO, reason, curable=False, parties=keys(case.members))


def _outcome(answer: Answer, told: Sequence[tuple[Party, Standing]]) -> Outcome:
    parties = [party for party, _ in told]
    return Outcome(answer, _told([each for _, each in told], parties), parties=keys(parties))


def _first_asked(questions: Sequence[Question | None]) -> Question | None:
    """What most of them ask; of questions asked as often, one about a member before one about the call."""
    asked = [question for question in questions if question is not None]
    return max(asked, key=lambda one: (asked.count(one), not is_of_call(one)), default=None)


def _cure(condition: ConditionBase, case: Case, failing: tuple[str, ...]) -> Cure:
    """What would put it right: another lead, another place, or those who fail without funding."""
    if isinstance(condition, Lead):
        return _lead_cure(condition)
    if isinstance(condition, CoordinatorAge):
        message = Message("cure.coordinator_age", {"count": condition.minimum_years or 0})
        return Cure(message, role=PartnerRole.COORDINATOR)
    who = [party for party in case.parties if party.key in failing]
    if all(party in who for party in case.applicants):
        if isinstance(condition, Region) and case.places_planned:
            return Cure(Message("cure.region_planned"), count=0)
        return Cure(Message(KIND_OF_LEAD[type(condition)]), role=PartnerRole.COORDINATOR)
    if isinstance(condition, CountryScope) and any(party.country in condition.excluded for party in who):
        return Cure(Message("cure.without", {"names": names(who)}), count=0)
    leads = any(party.role is PartnerRole.COORDINATOR for party in who)
    return Cure(
        Message("cure.associated_lead" if leads else "cure.associated", {"names": names(who)}), count=0
    )


KIND_OF_LEAD: dict[type[ConditionBase], str] = {
    ApplicantType: "cure.applicant",
    AssociatedOnly: "cure.applicant",
    CountryScope: "cure.country",
    Region: "cure.region",
}
"""What is looked for when nobody in the line-up meets the condition."""


def _lead_cure(condition: Lead) -> Cure:
    values: dict[str, Value] = {"actors": condition.actor_types, "legal_types": condition.legal_types}
    wanted = "actors" if condition.actor_types else "legal_types" if condition.legal_types else "other"
    return Cure(
        Message(f"cure.lead.{wanted}", values),
        actor_types=condition.actor_types,
        legal_types=condition.legal_types,
        role=PartnerRole.COORDINATOR,
    )


def _told(found: Sequence[Standing], parties: Sequence[Party]) -> Message:
    """The first member's reason, with the names of the others that it holds for in their own way."""
    first = found[0].reason
    if all(each.reason == first for each in found):
        return first
    return Message("member.and_others", {"first": first, "names": names(parties[1:])})


def _role(party: Party) -> PartnerRole:
    return party.role or PartnerRole.BENEFICIARY

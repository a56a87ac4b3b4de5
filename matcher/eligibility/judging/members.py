"""From each member's standing to the line-up's: who fails, whom to ask, whether anybody could do better."""

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
from matcher.eligibility.facts import NO_PLAN, Applied, Party
from matcher.eligibility.judgement import Answer, Cure, Message, Value
from matcher.eligibility.judging.case import Case, Known, Outcome, Standing, best, keys, names, worst
from matcher.eligibility.judging.registry import MEMBER_RULES, MemberRule
from matcher.eligibility.judging.settle import UNCONFIRMED, doubtful
from store.vocabulary import PartnerRole


def standing(condition: ConditionBase, party: Party, role: PartnerRole, case: Case) -> Standing:
    """How one member stands in one role; what is not known of a partner only thought of is as needed."""
    rule = MEMBER_RULES[type(condition)]
    if role not in rule.roles:
        return Standing(Answer.YES, Message("member.free", {"name": party.name}))
    if rule.dated or case.places_planned:
        return _standing(rule, condition, party, role, case)
    key = (id(condition), party.key, role)
    known = case.known.standings
    if key not in known:
        known[key] = _standing(rule, condition, party, role, case)
    return known[key]


def _standing(
    rule: MemberRule, condition: ConditionBase, party: Party, role: PartnerRole, case: Case
) -> Standing:
    found = rule.judge(condition, party, role, case)
    if party.assumed and found.question is not None and found.question.party == party.key:
        return Standing(Answer.YES, Message("member.assumed"))
    return found


def of_members(condition: ConditionBase, case: Case) -> Outcome:
    """The outcome of a member's condition for the line-up; with nobody in its roles, for whoever could be."""
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
    parties = [party for party, _ in told]
    reason = _told([each for _, each in told], parties)
    outcome = Outcome(answer, reason, question=told[0][1].question, parties=keys(parties))
    return _failed(condition, outcome, case) if answer is Answer.NO else outcome


def _failed(condition: ConditionBase, outcome: Outcome, case: Case) -> Outcome:
    if MEMBER_RULES[type(condition)].sinks and not _anybody(condition, case):
        return replace(outcome, curable=False)
    return replace(outcome, cure=_cure(condition, case, outcome.parties))


def _anybody(condition: ConditionBase, case: Case) -> bool:
    """Whether a member of the coalition could meet it, and be funded otherwise, whatever is planned."""
    free = replace(case, project=NO_PLAN, known=Known()) if case.project != NO_PLAN else case
    others = [a for a in case.applied if not isinstance(a.condition, type(condition)) and _shuts_out(a)]
    return any(
        standing(condition, party, PartnerRole.BENEFICIARY, free).answer is not Answer.NO
        and not any(
            standing(a.condition, party, PartnerRole.BENEFICIARY, free).answer is Answer.NO for a in others
        )
        for party in case.members
    )


def _shuts_out(applied: Applied) -> bool:
    """Whether a condition surely keeps a kind of member from funding: no reading, nothing only recalled."""
    kinds = (ApplicantType, AssociatedOnly, CountryScope)
    return (
        isinstance(applied.condition, kinds)
        and applied.origin not in UNCONFIRMED
        and not doubtful(applied.condition)
    )


def _cure(condition: ConditionBase, case: Case, failing: tuple[str, ...]) -> Cure:
    """What would put it right: another lead, another place, or those who fail without funding."""
    if isinstance(condition, Lead):
        return _lead_cure(condition)
    if isinstance(condition, CoordinatorAge):
        message = Message("cure.coordinator_age", {"count": condition.minimum_years or 0})
        return Cure(message, role=PartnerRole.COORDINATOR)
    who = [party for party in case.parties if party.key in failing]
    if all(party in who for party in case.funded):
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


def _told(found: list[Standing], parties: list[Party]) -> Message:
    """The first member's reason, with the names of the others that it holds for in their own way."""
    first = found[0].reason
    if all(each.reason == first for each in found):
        return first
    return Message("member.and_others", {"first": first, "names": names(parties[1:])})


def _role(party: Party) -> PartnerRole:
    return party.role or PartnerRole.BENEFICIARY

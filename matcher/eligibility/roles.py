"""Who may do what: each member's standing in each role, by all conditions that members meet one by one."""

from collections.abc import Sequence

from matcher.eligibility.assess import ordered
from matcher.eligibility.facts import Applied, Party
from matcher.eligibility.judgement import Answer, Finding, RoleAnswer
from matcher.eligibility.judging.case import Case, Group, Outcome, worst
from matcher.eligibility.judging.questions import ask_call
from matcher.eligibility.judging.reach import SINKING, keeps_all_out, left_out
from matcher.eligibility.judging.registry import MEMBER_RULES
from matcher.eligibility.judging.settle import UNCONFIRMED, settle
from matcher.eligibility.judging.standing import standing
from store.vocabulary import PartnerRole


def member_findings(party: Party, role: PartnerRole, case: Case) -> tuple[Finding, ...]:
    """What the conditions on members come to for this one in this role; failed first."""
    return ordered(_found(party, role, case))


def answers_in(roles: Sequence[PartnerRole], case: Case) -> tuple[tuple[Answer, ...], ...]:
    """For each member, whether it may take each of the roles; remembered for calls that ask the same."""
    dated = any(MEMBER_RULES[group.kind].dated for group in case.on_members)
    key = (tuple(group.key for group in case.on_members), case.call.cut_off if dated else None, roles)
    if key not in case.known.answers or case.places_planned:
        case.known.answers[key] = tuple(
            tuple(worst([found.answer for found in _found(party, role, case)]) for role in roles)
            for party in case.parties
        )
    return case.known.answers[key]


def role_answer(party: Party, role: PartnerRole, case: Case) -> RoleAnswer:
    """Whether the member may take the role, and the reason when it may not or nobody knows."""
    findings = member_findings(party, role, case)
    answer = worst([found.answer for found in findings])
    return RoleAnswer(role, answer, None if answer is Answer.YES else findings[0].reason)


def _found(party: Party, role: PartnerRole, case: Case) -> list[Finding]:
    groups = (group for group in case.on_members if role in MEMBER_RULES[group.kind].roles)
    return [found for group in groups for found in _of_type(group, party, role, case)]


def _of_type(group: Group, party: Party, role: PartnerRole, case: Case) -> tuple[Finding, ...]:
    """The member's findings for the conditions of one type; remembered for calls that ask the same."""
    if MEMBER_RULES[group.kind].dated or case.places_planned:
        return tuple(settle([(each, _outcome(each, party, role, case)) for each in group.applied]))
    key = (group.key, left_out(case) if group.kind in SINKING else None, party.key, role)
    found = case.known.members.get(key)
    if found is None:
        found = tuple(settle([(each, _outcome(each, party, role, case)) for each in group.applied]))
        case.known.members[key] = found
    return found


def _outcome(applied: Applied, party: Party, role: PartnerRole, case: Case) -> Outcome:
    found = standing(applied.condition, party, role, case)
    if found.answer is Answer.NO and applied.origin in UNCONFIRMED and keeps_all_out(applied, case):
        question = ask_call(applied.condition)
        return Outcome(Answer.UNKNOWN, found.reason, question=question, parties=(party.key,))
    return Outcome(found.answer, found.reason, question=found.question, parties=(party.key,))

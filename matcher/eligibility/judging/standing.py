"""How one member stands before one condition, by itself."""

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Message
from matcher.eligibility.judging.case import Case, Standing
from matcher.eligibility.judging.registry import MEMBER_RULES, MemberRule
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

"""Whether anybody of the coalition could take part with funding; if nobody could, the call is out of reach.

That is about the members, the conditions and the planned places, so it is the same for every line-up.
"""

from dataclasses import replace

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.facts import Applied, Party
from matcher.eligibility.judgement import Answer
from matcher.eligibility.judging.case import Case, Group, Outcome, Standing
from matcher.eligibility.judging.registry import MEMBER_RULES
from matcher.eligibility.judging.settle import UNCONFIRMED, doubtful, settle
from matcher.eligibility.judging.standing import standing
from store.vocabulary import PartnerRole

SINKING = frozenset(kind for kind, rule in MEMBER_RULES.items() if rule.sinks)
"""Types of condition that decide whether a member could be funded at all."""


def left_out(case: Case) -> frozenset[str]:
    """Keys of the members that surely could not be funded, by all such conditions together."""
    groups = [group for group in case.on_members if group.kind in SINKING]
    key = tuple([group.key for group in groups])
    out = case.known.left_out.get(key)
    if out is None:
        out = frozenset[str]().union(*(_left_out_by(group, case) for group in groups))
        case.known.left_out[key] = out
    return out


def keeps_all_out(applied: Applied, case: Case) -> bool:
    """Whether no member could be funded: by all that surely holds, and by this condition if it was read."""
    condition = applied.condition
    if type(condition) not in SINKING or not case.members:
        return False
    out = left_out(case)
    others = [party for party in case.members if party.key not in out]
    return not others or (
        applied.origin in UNCONFIRMED
        and all(at_best(condition, party, case).answer is Answer.NO for party in others)
    )


def at_best(condition: ConditionBase, party: Party, case: Case) -> Standing:
    """How a member stands as beneficiary without a plan, or, if better, alone with the plan there is."""
    found = standing(condition, party, PartnerRole.BENEFICIARY, case.unplanned)
    if found.answer is not Answer.NO or not case.places_planned:
        return found
    alone = replace(party, role=PartnerRole.COORDINATOR)
    return standing(condition, alone, PartnerRole.COORDINATOR, case.with_line_up((alone,)))


def why_not(party: Party, case: Case) -> Standing:
    """How a member that is left out stands before a condition that leaves it out."""
    found = (
        at_best(each.condition, party, case)
        for group in case.on_members
        if group.kind in SINKING and party.key in _left_out_by(group, case)
        for each in group.applied
    )
    return next(each for each in found if each.answer is Answer.NO)


def _left_out_by(group: Group, case: Case) -> frozenset[str]:
    """Members that the conditions of one type surely leave out: never by a reading alone."""
    key = (group.kind, group.key)
    out = case.known.left_out.get(key)
    if out is None:
        out = frozenset(party.key for party in case.members if _leaves_out(group, party, case))
        case.known.left_out[key] = out
    return out


def _leaves_out(group: Group, party: Party, case: Case) -> bool:
    found = [(each, at_best(each.condition, party, case)) for each in group.applied]
    sure = [each for each, one in found if one.answer is Answer.NO and _is_sure(each)]
    settled = settle([(each, Outcome(one.answer, one.reason, question=one.question)) for each, one in found])
    return bool(sure) and any(finding.answer is Answer.NO for finding in settled)


def _is_sure(applied: Applied) -> bool:
    return applied.origin not in UNCONFIRMED and not doubtful(applied.condition)

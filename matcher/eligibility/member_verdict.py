"""The verdict for one member: in its role of the line-up, and what else it could be."""

from collections.abc import Sequence

from matcher.eligibility.assess import breaks
from matcher.eligibility.facts import Party
from matcher.eligibility.judgement import Answer, Finding, Message, PartyJudgement
from matcher.eligibility.judging.case import FUNDED, Case
from matcher.eligibility.roles import member_findings, role_answer
from store.vocabulary import PartnerRole, Verdict

VERDICTS = {
    Answer.YES: Verdict.ELIGIBLE,
    Answer.NO: Verdict.INELIGIBLE,
    Answer.UNKNOWN: Verdict.NEEDS_REVIEW,
}


def judge_member(party: Party, case: Case, to_keep: Sequence[Finding]) -> PartyJudgement:
    """The member's verdict; one that takes no part is judged as the beneficiary it could be.

    to_keep: the proposal's findings; one that this member breaks counts; an open one, and a registration to
    make, lower nothing.
    """
    findings = member_findings(party, party.role or PartnerRole.BENEFICIARY, case)
    kept = tuple(f for f in to_keep if f.answer is Answer.NO and party.key in f.parties)
    broken = [f for f in kept if breaks(f)]
    deciding = next((f for f in (*findings, *broken) if f.answer is Answer.NO), None) or next(
        (f for f in findings if f.answer is Answer.UNKNOWN), None
    )
    return PartyJudgement(
        party=party.key,
        role=party.role,
        verdict=Verdict.ELIGIBLE if deciding is None else VERDICTS[deciding.answer],
        reason=_met(party, case) if deciding is None else deciding.reason,
        findings=(*findings, *kept),
        roles=tuple(role_answer(party, role, case) for role in PartnerRole),
        question=None if deciding is None else deciding.question,
    )


def _met(party: Party, case: Case) -> Message:
    """Why a member passes; one without a share of the grant is told if it could not have had one."""
    if party.role is None:
        return Message("member.could", {"name": party.name})
    if party.role not in FUNDED:
        funded = role_answer(party, PartnerRole.BENEFICIARY, case)
        if funded.reason is not None:
            values = {"name": party.name, "role": party.role.value, "reason": funded.reason}
            return Message(f"member.beside_{funded.answer}", values)
    return Message("member.may", {"name": party.name, "role": party.role.value})

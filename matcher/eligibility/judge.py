"""The verdict for one coalition and one call, with everything it rests on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from matcher.eligibility import representation
from matcher.eligibility.applied import conditions_for
from matcher.eligibility.assess import assess, findings_of, partnership, proposal
from matcher.eligibility.facts import NO_PLAN, Applied, CallFacts, Party, Project
from matcher.eligibility.judgement import Answer, Finding, Judgement, Question
from matcher.eligibility.judging.case import Book, Case
from matcher.eligibility.line_up import proposed
from matcher.eligibility.member_verdict import judge_member
from matcher.eligibility.rulebook import Rulebook
from matcher.eligibility.what_if import what_ifs


def check(
    call: CallFacts, parties: Sequence[Party], book: Rulebook, now: datetime, project: Project = NO_PLAN
) -> Judgement:
    """The verdict for the line-up that is given, or for one proposed here when no party has a role.

    now: UTC. With up to three what-ifs when partners would cure what fails.
    """
    case = Case(call, tuple(parties), conditions_for(call, book), book, now, project)
    decided = any(party.role is not None for party in parties)
    case = case if decided else case.with_line_up(proposed(case))
    judgement = _judge(case)
    return replace(judgement, what_ifs=what_ifs(case, judgement), proposed=not decided)


def judge(
    call: CallFacts,
    parties: Sequence[Party],
    applied: Sequence[Applied],
    book: Book,
    now: datetime,
    project: Project = NO_PLAN,
) -> Judgement:
    """The verdict for parties with roles under these conditions; now: UTC. No what-ifs."""
    return _judge(Case(call, tuple(parties), tuple(applied), book, now, project))


def _judge(case: Case) -> Judgement:
    findings = findings_of(partnership(case.applied), case)
    to_keep = findings_of(proposal(case.applied), case)
    found = assess(findings, to_keep)
    return Judgement(
        verdict=found.verdict,
        curable=found.curable,
        reason=found.reason,
        findings=findings,
        to_keep=to_keep,
        members=tuple(judge_member(party, case, to_keep) for party in case.parties),
        questions=_questions(findings),
        cures=found.cures,
        warnings=representation.warn(case.parties),
    )


def _questions(findings: Sequence[Finding]) -> tuple[Question, ...]:
    """What would settle the open conditions, each once; a question that settles several comes first."""
    asked = [f.question for f in findings if f.answer is Answer.UNKNOWN and f.question is not None]
    facts = [(question.fact, question.party) for question in asked]
    first = dict(zip(reversed(facts), reversed(asked), strict=True))
    return tuple(first[fact] for fact in sorted(dict.fromkeys(facts), key=lambda fact: -facts.count(fact)))

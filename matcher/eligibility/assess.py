"""The core under `judge` and `screen`: conditions judged for one line-up, and one verdict out of them."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from matcher.eligibility.conditions import (
    CoordinatorAge,
    CountryCount,
    CountryScope,
    Deadline,
    Identifiers,
    PartnershipCondition,
)
from matcher.eligibility.cures import combined
from matcher.eligibility.facts import Applied
from matcher.eligibility.judgement import Answer, Cure, Finding, Message
from matcher.eligibility.judging.case import Case, Group, Outcome, grouped
from matcher.eligibility.judging.lead import ONE_COORDINATOR, OneCoordinator
from matcher.eligibility.judging.members import of_members, without_lead
from matcher.eligibility.judging.reach import SINKING, left_out
from matcher.eligibility.judging.registry import LINE_UP_JUDGES, MEMBER_RULES, ORDER
from matcher.eligibility.judging.settle import settle
from store.vocabulary import Verdict

PARTNERSHIP = frozenset(get_args(PartnershipCondition))
"""Types of condition that make the verdict; the rest is for the proposal to keep to."""
RANK = {kind: place for place, kind in enumerate(ORDER)}
BY_CALL = frozenset((Deadline, CoordinatorAge))
"""Types for which the call's own dates decide, whatever the condition says."""
AHEAD = frozenset((Identifiers,))
"""Types of the proposal of which a failure is a step still ahead, not a plan that breaks a rule."""
SEVERITY = {Answer.NO: 1, Answer.UNKNOWN: 2, Answer.YES: 3}


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict, the finding that decides, and the cures together."""

    verdict: Verdict
    curable: bool
    reason: Message
    cures: tuple[Cure, ...]


def outcome_of(applied: Applied, case: Case) -> Outcome:
    """What one condition comes to for the line-up."""
    condition = applied.condition
    if type(condition) in MEMBER_RULES:
        return of_members(applied, case)
    outcome = LINE_UP_JUDGES[type(condition)](condition, case)
    return without_lead(outcome, case) if applied is ONE_COORDINATOR and not case.coordinators else outcome


def findings_of(applied: Iterable[Applied], case: Case) -> tuple[Finding, ...]:
    """A finding for every condition, each type settled by itself; failed first, then open, then met."""
    return ordered(judged(grouped(applied), case))


def judged(groups: Iterable[Group], case: Case) -> Iterator[Finding]:
    """The findings for each group of conditions, in their order; remembered for calls that ask the same."""
    remembered = case.known.findings.setdefault(case.line_up, {})
    for group in groups:
        key = (group.key, _beside(group, case))
        found = remembered.get(key)
        if found is None:
            found = settled(group, case)
            if group.kind not in BY_CALL:
                remembered[key] = found
        yield from found


def _beside(group: Group, case: Case) -> Hashable:
    """What else of the call the findings for a group depend on."""
    if group.kind in SINKING or group.kind is OneCoordinator:
        return left_out(case)
    if group.kind is CountryCount:
        return tuple(other.key for other in case.on_members if other.kind is CountryScope)
    return None


def settled(group: Group, case: Case) -> tuple[Finding, ...]:
    """The findings for the conditions of one type."""
    return tuple(settle([(each, outcome_of(each, case)) for each in group.applied]))


def partnership(applied: Sequence[Applied]) -> tuple[Applied, ...]:
    """The conditions of the partnership, with the one that every line-up has: one coordinator."""
    return (ONE_COORDINATOR, *(each for each in applied if type(each.condition) in PARTNERSHIP))


def proposal(applied: Sequence[Applied]) -> tuple[Applied, ...]:
    """The conditions of the proposal."""
    return tuple(each for each in applied if type(each.condition) not in PARTNERSHIP)


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """What sinks the call, what fails, what is open, what is met; then by type, the most deciding first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, int]:
    """Of two conditions of a type, the one that more members fail says more."""
    sinks = finding.answer is Answer.NO and not finding.curable
    severity = 0 if sinks else SEVERITY[finding.answer]
    failing = 0 if finding.answer is Answer.YES else len(finding.parties)
    return (severity, RANK[type(finding.applied.condition)], -failing)


def sinks(findings: Sequence[Finding]) -> bool:
    """Whether ordered findings begin with a failure that nobody can cure."""
    return bool(findings) and findings[0].answer is Answer.NO and not findings[0].curable


def breaks(kept: Finding) -> bool:
    """Whether what is planned breaks this condition of the proposal; a registration can still be made."""
    return kept.answer is Answer.NO and type(kept.applied.condition) not in AHEAD


def assess(findings: Sequence[Finding], to_keep: Sequence[Finding]) -> Assessment:
    """The verdict of ordered findings: decision record 0009.

    A NO that nobody can cure sinks; a NO that a partner or a choice cures is curable; else any open condition
    of the partnership asks. Open conditions of the proposal and registrations still to make lower nothing.
    """
    failed = [f for f in findings if f.answer is Answer.NO]
    broken = [f for f in to_keep if breaks(f)]
    if sinks(findings):
        return Assessment(Verdict.INELIGIBLE, False, failed[0].reason, ())
    if failed or broken:
        cures = combined([f.cure for f in (*failed, *broken) if f.cure is not None])
        return Assessment(Verdict.INELIGIBLE, True, (*failed, *broken)[0].reason, cures)
    asking = next((f for f in findings if f.answer is Answer.UNKNOWN), None)
    if asking is not None:
        return Assessment(Verdict.NEEDS_REVIEW, True, asking.reason, ())
    return Assessment(Verdict.ELIGIBLE, True, Message("verdict.eligible"), ())

"""Verdicts for all calls at once: the judging of `check`, each thing judged once for all who share it."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from matcher.eligibility.applied import conditions_for
from matcher.eligibility.assess import (
    PARTNERSHIP,
    Assessment,
    assess,
    findings_of,
    ordered,
    partnership,
    proposal,
    settled,
    sinks,
)
from matcher.eligibility.conditions import (
    ApplicationCount,
    ConditionBase,
    CoordinatorAge,
    Deadline,
)
from matcher.eligibility.facts import Applied, CallFacts, Origin, Party
from matcher.eligibility.judgement import Answer, Finding, Screening
from matcher.eligibility.judging.case import Case, Known, grouped
from matcher.eligibility.judging.lead import established
from matcher.eligibility.judging.settle import UNCONFIRMED
from matcher.eligibility.line_up import proposed
from matcher.eligibility.rulebook import Rulebook

Asked = tuple[tuple[int, Origin | None], ...]
"""Conditions by the id of the first that had the same values; where it was read, if nobody confirmed it."""

REFERENCE = {"source", "place", "note", "rules", "valid_from", "valid_until"}
"""Fields that say where a condition comes from, and nothing about what it asks."""

MAY_FAIL = frozenset((*PARTNERSHIP, ApplicationCount))
"""Types of condition that can lower a verdict while nothing is planned."""


def screen(
    calls: Iterable[CallFacts], parties: Sequence[Party], book: Rulebook, now: datetime
) -> dict[str, Screening]:
    """By the calls' keys: verdict, curable, reason and cures as `check` gives them; now: UTC."""
    desk = Desk(tuple(parties), book, now)
    return {call.key: desk.screen(call) for call in calls}


@dataclass(frozen=True, slots=True)
class Shared:
    """What all but the deadline comes to, for every call that asks for the same."""

    findings: tuple[Finding, ...]
    steps: tuple[Finding, ...]
    assessment: Assessment


class Desk:
    """One coalition before a pile of calls; remembers what it has judged.

    Two calls share a judgement when their conditions have the same values and origins, and their cut-offs the
    same members old enough to lead. The deadline is judged first and by itself: a closed call needs no more.
    """

    def __init__(self, parties: tuple[Party, ...], book: Rulebook, now: datetime) -> None:
        self._parties = parties
        self._book = book
        self._now = now
        self._decided = any(party.role is not None for party in parties)
        self._same: dict[int, ConditionBase] = {}
        self._by_value: dict[str, ConditionBase] = {}
        self._met: list[ConditionBase] = []
        self._shared: dict[tuple[Asked, tuple[bool, ...]], Shared] = {}
        self._judged_dates: dict[Hashable, tuple[Finding, ...]] = {}
        self._known = Known()

    def screen(self, call: CallFacts) -> Screening:
        """One call's verdict."""
        deadlines: list[Applied] = []
        others: list[Applied] = []
        for applied in conditions_for(call, self._book):
            kind = type(applied.condition)
            if kind is Deadline:
                deadlines.append(applied)
            elif kind in MAY_FAIL:
                others.append(applied)
        dates = self._dates(call, deadlines)
        found = assess(dates, ()) if sinks(dates) else self._open(call, others, dates)
        return Screening(found.verdict, found.curable, found.reason, found.cures)

    def _dates(self, call: CallFacts, deadlines: Sequence[Applied]) -> tuple[Finding, ...]:
        """What the call's deadline comes to."""
        asked = tuple((id(each.condition), each.origin) for each in deadlines)
        key = (asked, call.closes_at, call.continuous)
        if key not in self._judged_dates:
            self._met += [each.condition for each in deadlines]
            case = self._case(call, (), self._parties)
            found = (each for group in grouped(deadlines) for each in settled(group, case))
            self._judged_dates[key] = ordered(found)
        return self._judged_dates[key]

    def _open(self, call: CallFacts, others: Sequence[Applied], dates: tuple[Finding, ...]) -> Assessment:
        """The verdict for a call that is not closed for good."""
        shared = self._shared_by(call, others)
        if all(each.answer is Answer.YES for each in dates):
            return shared.assessment
        return assess(ordered((*shared.findings, *dates)), shared.steps)

    def _shared_by(self, call: CallFacts, applied: Sequence[Applied]) -> Shared:
        known = [self._canonical(each.condition) for each in applied]
        asked = tuple((id(c), _read(each.origin)) for c, each in zip(known, applied, strict=True))
        key = (asked, self._old_enough(call, known))
        if key not in self._shared:
            conditions = tuple(
                each if each.condition is same else Applied(same, each.origin, each.evidence)
                for each, same in zip(applied, known, strict=True)
            )
            self._shared[key] = self._judge(self._case(call, conditions, self._parties))
        return self._shared[key]

    def _judge(self, case: Case) -> Shared:
        case = case if self._decided else case.with_line_up(proposed(case))
        findings = findings_of(partnership(case.applied), case)
        steps = findings_of(proposal(case.applied), case)
        return Shared(findings, steps, assess(findings, steps))

    def _case(self, call: CallFacts, applied: tuple[Applied, ...], parties: tuple[Party, ...]) -> Case:
        return Case(call, parties, applied, self._book, self._now, known=self._known)

    def _old_enough(self, call: CallFacts, conditions: Sequence[ConditionBase]) -> tuple[bool, ...]:
        """Which members are established long enough at the cut-off: all that the date decides here."""
        day = call.cut_off or self._now.date()
        years = [c.minimum_years for c in conditions if isinstance(c, CoordinatorAge) and c.minimum_years]
        ages = [
            party.founded is not None and established(party.founded, minimum, day)
            for minimum in years
            for party in self._parties
        ]
        return (call.cut_off is None, *ages) if years else ()

    def _canonical(self, condition: ConditionBase) -> ConditionBase:
        """The first condition met that has the same values."""
        found = self._same.get(id(condition))
        if found is None:
            value = f"{type(condition).__name__} {condition.model_dump_json(exclude=REFERENCE)}"
            found = self._by_value.setdefault(value, condition)
            self._same[id(condition)] = found
            self._met.append(condition)
        return found


def _read(origin: Origin) -> Origin | None:
    return origin if origin in UNCONFIRMED else None

"""What the verdict would be with more partners: judged with partners thought of, not guessed."""

from collections.abc import Sequence
from datetime import datetime

from matcher.eligibility.assess import Assessment, assess, breaks, findings_of, partnership, proposal
from matcher.eligibility.cures import partners_needed
from matcher.eligibility.facts import Applied, CallFacts, Party, Project
from matcher.eligibility.judgement import Judgement, Message, Value, WhatIf
from matcher.eligibility.judging.case import FUNDED, Book, Case, names
from matcher.eligibility.partners import Thought, joined
from matcher.eligibility.partners_wanted import Distance, searched, wanted
from store.vocabulary import PartnerRole, Verdict

AT_MOST = 3
"""What-ifs told of one call."""

MANY = 3
"""More partners than this are counted, not named, and not searched for."""


def what_if(
    call: CallFacts,
    parties: Sequence[Party],
    applied: Sequence[Applied],
    book: Book,
    now: datetime,
    project: Project,
    partners: Sequence[Thought],
) -> WhatIf:
    """The verdict for a line-up, its roles given, with these partners, at least one, beside it."""
    return _judged(Case(call, tuple(parties), tuple(applied), book, now, project), partners)


def what_ifs(case: Case, judgement: Judgement) -> tuple[WhatIf, ...]:
    """Up to three, where partners help: each one partner that does it, or the smallest number that does."""
    cures = judgement.cures
    needed = partners_needed(cures)
    if judgement.verdict is not Verdict.INELIGIBLE or not judgement.curable or not needed:
        return ()
    variants: list[list[Thought]] = []
    for variant in range(AT_MOST if needed == 1 else 1):
        thoughts = wanted(cures, case, variant)
        if thoughts not in variants:
            variants.append(thoughts)
    found = [_judged(case, thoughts) for thoughts in variants]
    helping = tuple(each for each in found if each.verdict is not Verdict.INELIGIBLE)
    if helping or any(breaks(kept) for kept in judgement.to_keep):
        return helping
    nearest = searched(case, MANY, lambda thoughts: _distance(case, thoughts))
    return () if nearest is None else (_judged(case, nearest),)


def verdict_of(case: Case) -> Assessment:
    """The verdict for a line-up and nothing else."""
    return assess(findings_of(partnership(case.applied), case), findings_of(proposal(case.applied), case))


def _distance(case: Case, thoughts: Sequence[Thought]) -> Distance:
    found = verdict_of(_line_up(case, thoughts))
    if found.verdict is not Verdict.INELIGIBLE:
        return ()
    return (not found.curable, partners_needed(found.cures), len(found.cures))


def _line_up(case: Case, thoughts: Sequence[Thought]) -> Case:
    """The line-up with these partners; members that may not be funded stand aside if that helps."""
    plain = joined(case, thoughts, stand_aside=False)
    if verdict_of(plain).verdict is not Verdict.INELIGIBLE:
        return plain
    without = joined(case, thoughts, stand_aside=True)
    return plain if verdict_of(without).verdict is Verdict.INELIGIBLE else without


def _judged(case: Case, thoughts: Sequence[Thought]) -> WhatIf:
    line_up = _line_up(case, thoughts)
    found = verdict_of(line_up)
    leads = any(thought.leads for thought in thoughts)
    only = thoughts[0] if len(thoughts) == 1 else None
    return WhatIf(
        actor_type=only.actor_type if only else None,
        country=only.country if only else None,
        role=PartnerRole.COORDINATOR if leads else PartnerRole.BENEFICIARY,
        verdict=found.verdict,
        message=_told(case, line_up, thoughts, found),
        partners=len(thoughts),
    )


def _told(case: Case, line_up: Case, thoughts: Sequence[Thought], found: Assessment) -> Message:
    """The sentence, with who would lead, who would take part beside, and which members would stand aside."""
    values: dict[str, Value] = {
        "count": len(thoughts),
        "countries": len({thought.country for thought in thoughts}),
        "lead": _pairs([thought for thought in thoughts if thought.leads]),
        "partners": _pairs([thought for thought in thoughts if not thought.leads]),
        "reason": found.reason,
    }
    message = Message(f"what_if.{_how(thoughts)}.{found.verdict}", values)
    pairs = list(zip(case.parties, line_up.parties, strict=False))
    moved = [after for before, after in pairs if before.role in FUNDED and after.role not in FUNDED]
    for key, kept in (("aside", True), ("out", False)):
        who = [party for party in moved if (party.role is not None) is kept]
        if who:
            told: dict[str, Value] = {"what_if": message, "names": names(who), "count": len(who)}
            message = Message(f"what_if.{key}", values | told)
    return message


def _how(thoughts: Sequence[Thought]) -> str:
    """Which sentence names them: by their number, or each; with or without a lead."""
    leads = any(thought.leads for thought in thoughts)
    if len(thoughts) > MANY:
        return "many_led" if leads else "many"
    if not leads:
        return "named"
    return "lead" if len(thoughts) == 1 else "led"


def _pairs(thoughts: Sequence[Thought]) -> tuple[str, ...]:
    return tuple(f"{thought.actor_type} {thought.country}" for thought in thoughts)

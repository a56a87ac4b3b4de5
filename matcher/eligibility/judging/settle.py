"""What certainty and origin make of outcomes: recalled values and disagreements ask, readings never sink."""

from collections.abc import Sequence

from matcher.eligibility.conditions import Certainty, ConditionBase
from matcher.eligibility.facts import Applied, Origin
from matcher.eligibility.judgement import Answer, Finding, Message
from matcher.eligibility.judging.case import Outcome, worst
from matcher.eligibility.judging.questions import ask_call, is_of_call

UNCONFIRMED = frozenset((Origin.TEXT, Origin.DOCUMENT))
"""Origins of a condition that was read and that nobody has confirmed."""

Judged = tuple[Applied, Outcome]


def doubtful(condition: ConditionBase) -> bool:
    """Whether the value is only recalled: certainty C gives neither yes nor no."""
    return condition.certainty is Certainty.C


def settle(judged: Sequence[Judged]) -> list[Finding]:
    """The findings for the conditions of one type.

    Where a reading and what is settled give different answers, there is one finding that asks; where they
    agree, the reading speaks, for it is the call's own. A side that does not know the call's value leaves it
    to the other.
    """
    read = _latest([each for each in judged if each[0].origin in UNCONFIRMED])
    settled = [each for each in judged if each[0].origin not in UNCONFIRMED]
    if not read or not settled:
        return [finding(*each) for each in read or settled]
    if all(_silent(each) for each in settled):
        return [finding(*each) for each in read]
    if all(_silent(each) for each in read):
        return [finding(*each) for each in settled]
    ours, theirs = _decisive(settled), _decisive(read)
    if ours[1].answer is not theirs[1].answer:
        return [_disagreement(ours, theirs)]
    if ours[1].answer is Answer.NO and not all(outcome.curable for _, outcome in read):
        return [finding(*each) for each in settled]
    return [finding(*each) for each in read]


def _latest(read: list[Judged]) -> list[Judged]:
    """What a call document says wins over what the notice's text says."""
    return [each for each in read if each[0].origin is Origin.DOCUMENT] or read


def finding(applied: Applied, outcome: Outcome) -> Finding:
    """The finding for one condition that nothing contradicts."""
    sinks = outcome.answer is Answer.NO and not outcome.curable
    if doubtful(applied.condition) and not _asks_the_call(outcome):
        return _asking(applied, outcome, "recalled")
    if sinks and applied.origin in UNCONFIRMED:
        return _asking(applied, outcome, "read")
    return Finding(
        applied,
        outcome.answer,
        outcome.reason,
        outcome.curable,
        outcome.cure,
        outcome.question,
        outcome.parties,
    )


def _asking(applied: Applied, outcome: Outcome, why: str) -> Finding:
    """The outcome if the value holds, and the question whether it does."""
    reason = Message(f"doubt.{why}", {"reason": outcome.reason})
    question = ask_call(applied.condition)
    return Finding(applied, Answer.UNKNOWN, reason, question=question, parties=outcome.parties)


def _disagreement(ours: Judged, theirs: Judged) -> Finding:
    values = {"rule": ours[1].reason, "reading": theirs[1].reason}
    missing = next((outcome.question for _, outcome in (ours, theirs) if outcome.question), None)
    question = missing or ask_call(theirs[0].condition)
    return Finding(theirs[0], Answer.UNKNOWN, Message("doubt.disagree", values), question=question)


def _silent(judged: Judged) -> bool:
    return doubtful(judged[0].condition) or _asks_the_call(judged[1])


def _asks_the_call(outcome: Outcome) -> bool:
    return outcome.question is not None and is_of_call(outcome.question)


def _decisive(judged: Sequence[Judged]) -> Judged:
    """Of those that know the call's value, the one with the worst answer."""
    speaking = [each for each in judged if not _silent(each)]
    answer = worst([outcome.answer for _, outcome in speaking])
    return next(each for each in speaking if each[1].answer is answer)

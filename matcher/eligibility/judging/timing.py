"""By when: the deadline in its own zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from matcher.eligibility.conditions import Deadline
from matcher.eligibility.judgement import Answer, Message
from matcher.eligibility.judging.case import Case, Outcome
from matcher.eligibility.judging.questions import ask_call
from store.clock import local_moment


def deadline(condition: Deadline, case: Case) -> Outcome:
    """There is time until the last cut-off ends, in the clock of its zone. Source: R22.

    On a last day of which no hour is known one has to ask until when.
    """
    if condition.day is not None and condition.hour is None:
        return _by_day(condition, condition.day, case)
    closes = _closes_at(condition, case)
    if closes is None:
        if case.call.continuous:
            return Outcome(Answer.YES, Message("deadline.continuous"))
        return Outcome(Answer.UNKNOWN, Message("deadline.not_told"), question=ask_call(condition))
    local = closes.astimezone(ZoneInfo(condition.zone))
    values = {"day": local.date().isoformat(), "hour": f"{local:%H:%M}", "zone": condition.zone}
    if case.now < closes:
        return Outcome(Answer.YES, Message("deadline.yes", values))
    return Outcome(Answer.NO, Message("deadline.no", values), curable=False)


def _by_day(condition: Deadline, last: date, case: Case) -> Outcome:
    today = case.now.astimezone(ZoneInfo(condition.zone)).date()
    values = {"day": last.isoformat(), "zone": condition.zone}
    if today == last:
        reason = Message("deadline.today", {"zone": condition.zone})
        return Outcome(Answer.UNKNOWN, reason, question=ask_call(condition))
    if today < last:
        return Outcome(Answer.YES, Message("deadline.yes_day", values))
    return Outcome(Answer.NO, Message("deadline.no_day", values), curable=False)


def _closes_at(condition: Deadline, case: Case) -> datetime | None:
    """The moment that the condition states, else the one that the call's own dates come to (UTC)."""
    if condition.day is None or condition.hour is None:
        return case.call.closes_at
    return local_moment(condition.day, condition.hour, ZoneInfo(condition.zone))

"""The rows of a comparison: what each call says on the same matter, and whether they say the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from api.services.deciding.side_by_side import Side
from frontend.render import Reader, sentence
from frontend.standing import date_sentence, standing_of
from store.models import CallPublic


@dataclass(frozen=True)
class Cell:
    """What one call says, a line each; nothing is *not known*.

    quotes: lines after those, in words that are not ours, which are of the language `lang`.
    """

    lines: Sequence[str] = ()
    quotes: Sequence[str] = ()
    lang: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether the call says anything."""
        return bool(self.lines or self.quotes)


@dataclass(frozen=True)
class Row:
    """One matter, a cell for each call."""

    name: str
    cells: Sequence[Cell]

    @property
    def differs(self) -> bool:
        """Whether the calls do not say the same."""
        return len({(*cell.lines, *cell.quotes) for cell in self.cells}) > 1


def rows_of(sides: Sequence[Side], reader: Reader) -> list[Row]:
    """Every row, in the order of the page."""
    return [
        Row(reader.words(f"compare.row.{name}"), [cell(side, reader) for side in sides])
        for name, cell in CELLS.items()
    ]


def total_of(call: CallPublic, reader: Reader) -> str | None:
    """What the call pays in all; None when it is not known."""
    if call.total_amount_available is None:
        return None
    amount = reader.formats.money(call.total_amount_available)
    return f"{amount}, {reader.words(f'money.scope.{call.budget_scope}')}" if call.budget_scope else amount


def rate_of(call: CallPublic, reader: Reader) -> str | None:
    """The rate in words; None when it is not known."""
    if call.co_financing_rate is None:
        return None
    return reader.words("money.rate", rate=reader.formats.percent(call.co_financing_rate))


def days_of(call: CallPublic, reader: Reader) -> str | None:
    """How many days are left to the next cut-off; None when it is not open or not known."""
    left = standing_of(call, reader.formats).days_left
    return None if left is None else reader.formats.days_left(left)


def _one(text: str | None) -> Cell:
    return Cell([text] if text else [])


def _deadline(side: Side, reader: Reader) -> Cell:
    left = days_of(side.call, reader)
    return Cell([date_sentence(side.call, reader.formats), *([left] if left else [])])


def _duration(side: Side, reader: Reader) -> Cell:
    return _one(reader.formats.months(side.call.min_duration, side.call.max_duration))


def _grant(side: Side, reader: Reader) -> Cell:
    return _one(reader.formats.between(side.call.min_award_amount, side.call.max_award_amount))


def _applicants(side: Side, reader: Reader) -> Cell:
    rules = side.weighed.check.rules
    named = [reader.words("check.rules", name=rules.name)] if rules else []
    return Cell(named, side.call.accepted_applicant_types or [], side.call.language)


def _verdict(side: Side, _reader: Reader) -> Cell:
    check = side.weighed.check
    asked = [check.questions[0].text] if check.questions and check.verdict == "needs_review" else []
    possible = [sentence(check.possible_with)] if check.possible_with else []
    return Cell([sentence(check.verdict_label), *possible, *asked])


def _missing(side: Side, reader: Reader) -> Cell:
    lines = [sentence(one) for one in side.weighed.missing]
    return Cell(lines or [reader.words("compare.nobody")])


def _reasons(side: Side, reader: Reader) -> Cell:
    goals = list(dict.fromkeys(reason.goal for reason in side.reasons))
    if not goals:
        return Cell([reader.words("compare.no_reason")])
    return Cell([], goals, side.weighed.check.coalition.language)


def _effort(side: Side, reader: Reader) -> Cell:
    effort, formats = side.weighed.effort, reader.formats
    if effort is None:
        return Cell()
    return Cell(
        [
            reader.words.count("effort.sections", effort.sections, formats.number(effort.sections)),
            reader.words.count("effort.gaps", effort.open, formats.number(effort.open)),
        ]
    )


def _form(side: Side, reader: Reader) -> Cell:
    effort = side.weighed.effort
    return Cell([effort.form if effort else reader.words("effort.no_form")])


def _decision(side: Side, reader: Reader) -> Cell:
    decision = side.weighed.decision
    if decision is None:
        return Cell([reader.words("decision.is.open")])
    why = [decision.reason] if decision.reason else []
    return Cell([reader.words(f"decision.is.{decision.choice}")], why, side.weighed.check.coalition.language)


CELLS: dict[str, Callable[[Side, Reader], Cell]] = {
    "deadline": _deadline,
    "total": lambda side, reader: _one(total_of(side.call, reader)),
    "grant": _grant,
    "rate": lambda side, reader: _one(rate_of(side.call, reader)),
    "duration": _duration,
    "applicants": _applicants,
    "verdict": _verdict,
    "missing": _missing,
    "reasons": _reasons,
    "effort": _effort,
    "form": _form,
    "decision": _decision,
}
"""Every matter that calls are compared in, and what one of them says on it."""

"""How a condition of the proposal comes out: kept, still open, broken by a planned value, or not told."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.eligibility.conditions import ConditionBase
from matcher.eligibility.judgement import Answer, Cure, Message, Question, Value
from matcher.eligibility.judging.case import Outcome
from matcher.eligibility.judging.questions import ask_call, ask_project, type_of


@dataclass(frozen=True, slots=True)
class ToKeep:
    """What the proposal has to keep to: a sentence (`keep.NAME`), and what would cure it (`cure.NAME`)."""

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)

    @property
    def sentence(self) -> Message:
        """The rule, said as what to do."""
        return Message(f"keep.{self.name}", self.values)

    def kept(self) -> Outcome:
        """The plan keeps to it."""
        return Outcome(Answer.YES, self.sentence)

    def open(self, question: Question) -> Outcome:
        """The plan does not say yet; lowers no verdict."""
        return Outcome(Answer.UNKNOWN, self.sentence, question=question)

    def missing(self, fact: str, topic: str | None = None) -> Outcome:
        """Still open, for want of this value of the plan."""
        return self.open(ask_project(fact, topic))

    def broken(self, planned: Value | None = None, unit: str = "plain") -> Outcome:
        """A planned value breaks it. planned: that value; unit: which words tell it."""
        values = {"rule": self.sentence} if planned is None else {"rule": self.sentence, "planned": planned}
        reason = Message(f"broken.{unit}", values)
        return Outcome(Answer.NO, reason, cure=Cure(Message(f"cure.{self.name}", self.values), count=0))


def not_told(condition: ConditionBase) -> Outcome:
    """The sources give no value: the condition asks."""
    return Outcome(Answer.UNKNOWN, Message(f"{type_of(condition)}.not_told"), question=ask_call(condition))


@dataclass(frozen=True, slots=True)
class Limits:
    """Set values, or a range with both bounds in it."""

    options: tuple[int, ...] = ()
    minimum: int | None = None
    maximum: int | None = None

    def __bool__(self) -> bool:
        """Whether anything is limited at all."""
        return bool(self.options) or self.minimum is not None or self.maximum is not None

    def allow(self, value: int) -> bool:
        """Whether a value is one of those set and inside the bounds."""
        return (
            (not self.options or value in self.options)
            and (self.minimum is None or value >= self.minimum)
            and (self.maximum is None or value <= self.maximum)
        )

    def to_keep(self, stem: str) -> ToKeep:
        """The limits as a rule about `grant` or `duration`."""
        if len(self.options) == 1:
            return ToKeep(f"{stem}.exactly", {"amount": self.options[0]})
        if self.options:
            return ToKeep(f"{stem}.options", {"amounts": tuple(str(option) for option in self.options)})
        if self.minimum is None:
            return ToKeep(f"{stem}.at_most", {"amount": self.maximum or 0})
        if self.maximum is None:
            return ToKeep(f"{stem}.at_least", {"amount": self.minimum})
        if self.minimum == self.maximum:
            return ToKeep(f"{stem}.exactly", {"amount": self.minimum})
        return ToKeep(f"{stem}.between", {"low": self.minimum, "high": self.maximum})

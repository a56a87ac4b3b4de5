"""The history of a decision in the reader's words: what went from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from api.services.deciding.decisions import DecisionChange
from frontend.render import Reader
from store.vocabulary import Choice, Stage

DAYS = ("submitted_on", "answered_on")
POINTS = ("points", "points_of")


@dataclass(frozen=True)
class Step:
    """One change; old and new are None where there was nothing. `is_quote`: words of the coalition."""

    what: str
    old: str | None
    new: str | None
    is_quote: bool
    by: str
    at: datetime


def steps_of(changes: Sequence[DecisionChange], reader: Reader) -> list[Step]:
    """The changes in words, in their order."""
    return [
        Step(
            what=reader.words(f"decision.field.{one.field}"),
            old=_worded(one.field, one.old, reader),
            new=_worded(one.field, one.new, reader),
            is_quote=one.field in ("reason", "learnt"),
            by=one.by,
            at=one.at,
        )
        for one in changes
    ]


def _worded(field: str, value: str | None, reader: Reader) -> str | None:
    if value is None:
        return None
    if field == "choice":
        return reader.words(f"decision.is.{Choice(value)}")
    if field == "stage":
        return reader.words.label(Stage(value))
    if field in DAYS:
        return reader.formats.day(date.fromisoformat(value))
    return reader.formats.number(float(value)) if field in POINTS else value

"""What the sample coalitions did before the pinned day: goals measured, calls decided, members' input."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from sample_world.errors import BadSampleData
from sample_world.models import SampleModel

FILE = Path(__file__).resolve().parent / "history.yaml"


class SampleValue(SampleModel):
    """One measurement of a goal."""

    day: date
    value: float
    note: str


class SampleStep(SampleModel):
    """What was told of a pursued call on a day; facts that are None were not told then."""

    day: date
    stage: Literal["preparing", "drafting", "submitted", "granted", "rejected"]
    submitted_on: date | None = None
    answered_on: date | None = None
    points: float | None = None
    points_of: float | None = None
    learnt: str | None = None


class SampleDecision(SampleModel):
    """A decision about the call of that official identifier, and what followed."""

    call: str
    choice: Literal["pursue", "watch", "drop"]
    day: date
    reason: str | None = None
    steps: tuple[SampleStep, ...] = ()


class SampleProposal(SampleModel):
    """A member's proposal, and how much it weighs for which member (0 to 3)."""

    kind: Literal["goal", "need"]
    text: str
    source: str | None = None
    member: str
    day: date
    weights: dict[str, int] = Field(default_factory=dict)


class SampleWeights(SampleModel):
    """Weights given on a day: member, then `goal:SLUG` or `need:SLUG`, then 0 to 3."""

    day: date
    given: dict[str, dict[str, int]]


class SampleHistory(SampleModel):
    """All of one coalition; `by` stands where a person's name would."""

    coalition: str
    by: str
    values: dict[str, tuple[SampleValue, ...]]
    decisions: tuple[SampleDecision, ...]
    proposals: tuple[SampleProposal, ...]
    weights: SampleWeights


class _File(SampleModel):
    coalitions: tuple[SampleHistory, ...]


@cache
def sample_history() -> tuple[SampleHistory, ...]:
    """The histories of `history.yaml`. Raises BadSampleData."""
    try:
        return _File.model_validate(yaml.safe_load(FILE.read_text(encoding="utf-8"))).coalitions
    except (yaml.YAMLError, ValidationError) as wrong:
        raise BadSampleData(f"{FILE.name}: {wrong}; mend that file") from wrong

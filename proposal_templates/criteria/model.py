"""The shape of a criteria file: what a proposal is judged by, and how many points are at stake."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from proposal_templates.forms.model import CallRule, Key, Sourced, Text, Trilingual

Kind = Literal["points", "scale", "pass_fail"]
"""points: added up to a total. scale: scored alone, from 0. pass_fail: met or not, no score."""


class SubCriterion(Sourced):
    """One thing looked at under a criterion, and what of a draft answers it.

    answered_by: keys of content parts and questions; none when nothing in a form answers it.
    """

    key: Key
    name: Trilingual
    answered_by: tuple[Key, ...] = ()


class Criterion(Sourced):
    """One award or selection criterion; `most` and `least` None are not known, never nought.

    least: the minimum without which the proposal fails. covers: keys of the form's criteria that it takes in;
    none takes its own key.
    """

    key: Key
    name: Trilingual
    kind: Kind = "points"
    most: int | None = Field(default=None, ge=1)
    least: int | None = Field(default=None, ge=1)
    covers: tuple[Key, ...] = ()
    parts: tuple[SubCriterion, ...] = ()

    @property
    def form_criteria(self) -> tuple[str, ...]:
        """Keys of the form's criteria under which it is answered."""
        return self.covers or (self.key,)


class Overall(Sourced):
    """All points together; `least` None is not known, and `note` tells why."""

    most: int = Field(ge=1)
    least: int | None = Field(default=None, ge=1)
    note: Trilingual | None = None


class PaidShare(Sourced):
    """The share of the grant that is paid for a final report with so many points."""

    from_points: int = Field(ge=0)
    to_points: int = Field(ge=0)
    share: Decimal = Field(ge=0, le=1)


class Grid(Sourced):
    """The criteria of one action in one year."""

    key: Key
    name: Trilingual
    year: int | None = None
    """Year of the calls it was read for; None when it holds for the whole period."""
    forms: tuple[Key, ...] = Field(min_length=1)
    sources: dict[Key, Text] = Field(min_length=1)
    applies_to: tuple[CallRule, ...] = Field(min_length=1)
    overall: Overall | None = None
    final_report: tuple[PaidShare, ...] = ()
    notes: tuple[Trilingual, ...] = ()
    criteria: tuple[Criterion, ...] = Field(min_length=1)

    def sourced(self) -> tuple[tuple[tuple[str | int, ...], Sourced], ...]:
        """Everything that names a source, with its place in the file."""
        found: list[tuple[tuple[str | int, ...], Sourced]] = [((), self)]
        for name in ("applies_to", "final_report", "criteria"):
            found += [((name, i), each) for i, each in enumerate(getattr(self, name))]
        for i, criterion in enumerate(self.criteria):
            found += [(("criteria", i, "parts", j), part) for j, part in enumerate(criterion.parts)]
        return (*found, (("overall",), self.overall)) if self.overall else tuple(found)

"""Figures that remember what they rest on, and how they are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from proposal_templates.blocks import Span, SpanKind, Words
from proposal_templates.budget.arithmetic import NOTHING
from proposal_templates.budget.funding import percents
from proposal_templates.budget.model import CostModel
from proposal_templates.desk import Desk
from proposal_templates.formats import money, number, share
from proposal_templates.origins import Origin, OriginKind


@dataclass(frozen=True)
class Figure:
    """A number (EUR, or person-months) with the origins of all that went into it."""

    value: Decimal
    rests_on: tuple[Origin, ...]


def project_origin(field: str) -> Origin:
    """Origin of a decision about the project; `field` is its path after `project.`."""
    return Origin(kind=OriginKind.PROJECT, path=f"project.{field}")


def model_origin(model: CostModel, field: str, source: str, certainty: str) -> Origin:
    """Origin of a rule of a cost model."""
    path = f"cost_models.{model.key}.{field}"
    return Origin(kind=OriginKind.FORM, path=path, source=model.sources[source], certainty=certainty)


def summed(figures: Iterable[Figure]) -> Figure:
    """The sum of figures; it rests on all that they rest on, each named once."""
    every = tuple(figures)
    origins = dict.fromkeys(origin for each in every for origin in each.rests_on)
    return Figure(sum((each.value for each in every), NOTHING), tuple(origins))


def in_table(desk: Desk, figure: Figure, path: str) -> Words:
    """A figure as a bare number, for cells whose heading or caption names the unit."""
    return told(desk, number(figure.value, desk.language), figure.rests_on, path)


def in_text(desk: Desk, figure: Figure, path: str) -> Words:
    """A figure as an amount in EUR, for sentences."""
    return told(desk, money(figure.value, desk.language), figure.rests_on, path)


def percent_cells(desk: Desk, amounts: list[Figure], whole: Figure) -> list[Words]:
    """Amounts as shares of a whole, written as percent to a tenth; they add up when the amounts do."""
    shares = percents([each.value for each in amounts], whole.value)
    return [
        desk.computed(share(part, desk.language), "budget.percent", (*each.rests_on, *whole.rests_on))
        for part, each in zip(shares, amounts, strict=True)
    ]


def told(desk: Desk, text: str, rests_on: tuple[Origin, ...], path: str) -> Words:
    """A figure's text: as the fact it is when it rests on one alone, else as computed."""
    if len(rests_on) == 1:
        return fact(desk, text, rests_on[0])
    return desk.computed(text, path, rests_on)


def fact(desk: Desk, text: str, origin: Origin) -> Words:
    """Our words for a fact with its origin."""
    return (Span(text=text, kind=SpanKind.FACT, language=desk.language, origin=origin),)

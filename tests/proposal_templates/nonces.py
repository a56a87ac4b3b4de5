"""Contexts in which every value is one that stands nowhere else, so that it is known again in a draft."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from proposal_templates.blocks import Block, Section, SpanKind, TableBlock, TextBlock, words_of
from proposal_templates.context import DraftContext
from proposal_templates.draft import Draft
from proposal_templates.origins import Origin
from tests.proposal_templates.paths import Place, mapped, values

KEPT = {
    "CoalitionFacts.language": "steers in which language the profile's texts are",
    "CostLineFacts.category": "a key of the cost model",
    "IndicatorFacts.code": "a code of the fund's own list",
}
"""Texts that choose something and are not words of their own."""
COUNTED = ("vacancies", "work_trials", "mentors", "employers", "small_employers", "attendees", "days")
"""Whole numbers that mean nothing else but their number; months and pointers must stay what they are."""
FIRST_DAY = date(2031, 7, 13)
FIRST_COUNT = 7001
FIRST_AMOUNT = 90001


def nonced(context: DraftContext, *, money: bool = True) -> DraftContext:
    """The same context with a nonce for each text, and unusual counts, amounts and days; the call stays.

    Without `money` the amounts stay, so that their sums meet.
    """
    number = itertools.count()

    def change(_path: str, place: Place, value: Any) -> Any:
        amount = isinstance(value, Decimal) and not money
        return value if amount else _nonce(place, value, next(number))

    coalition = mapped(context.coalition, change, "coalition.")
    goals = {old.text: new.text for old, new in zip(context.coalition.goals, coalition.goals, strict=True)}
    goals |= {old.text: new.text for old, new in zip(context.coalition.needs, coalition.needs, strict=True)}
    return replace(
        context,
        coalition=coalition,
        members=tuple(mapped(each, change, f"members[{i}].") for i, each in enumerate(context.members)),
        project=mapped(context.project, change, "project."),
        reasons=tuple(replace(each, aim=goals[each.aim]) for each in context.reasons),
    )


def _nonce(place: Place, value: Any, number: int) -> Any:
    if place.chosen or str(place) in KEPT or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return f"Nonce{number:04d}x"
    if isinstance(value, Decimal) and place.name != "person_months":
        return Decimal(FIRST_AMOUNT + number)
    if isinstance(value, int) and place.name in COUNTED:
        return FIRST_COUNT + number
    return FIRST_DAY if isinstance(value, date) else value


def given(context: DraftContext) -> dict[str, tuple[Place, Any]]:
    """Every value of coalition, members and project that is known, by its path."""
    return {
        path: (place, value)
        for path, place, value in values(context)
        if path.startswith(("coalition.", "members[", "project.")) and value not in (None, (), "")
    }


def leaves(origin: Origin) -> Iterator[Origin]:
    """An origin and all that it rests on."""
    yield origin
    for each in origin.rests_on:
        yield from leaves(each)


def shown(draft: Draft) -> Callable[[str, Place, Any], bool]:
    """Whether a value stands in a draft: a nonce by its words, any other by the path of an origin."""
    spans = [span for section in draft.walk() for span in (*section.subject, *said_in(section.blocks))]
    text = "\n".join(span.text for span in spans)
    digits = re.sub(r"(?<=[0-9])[\s\u00a0\u202f,](?=[0-9]{3})", "", text)
    paths = {each.path for span in spans if span.origin for each in leaves(span.origin)}

    def found(path: str, place: Place, value: Any) -> bool:
        if isinstance(value, str) and value.startswith("Nonce"):
            return value in text
        if isinstance(value, int) and not isinstance(value, bool) and place.name in COUNTED:
            return str(value) in digits
        return path in paths

    return found


def said_in(blocks: tuple[Block, ...]) -> list[Any]:
    """All spans of some blocks."""
    return [span for block in blocks for span in words_of(block)]


def wording_of(section: Section) -> Iterator[str]:
    """All words of a section that are no fact: wording, labels, headings, guidance."""
    yield from (section.heading, section.gloss or "", section.guidance, section.criterion or "")
    for span in (*section.subject, *said_in(section.blocks)):
        if span.kind is SpanKind.WORDING:
            yield span.text
    for block in section.blocks:
        if isinstance(block, TextBlock):
            yield block.lead
        elif isinstance(block, TableBlock):
            yield from (f"{column.heading} {column.gloss or ''}" for column in block.columns)
        else:
            yield block.label

"""Tells a recorded change in words: which field, before and after, as the reader writes figures."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from frontend.formats import Formats
from frontend.regions import country_name, region_name
from store.models import ChangePublic, CutOff
from store.vocabulary import BudgetScope, CallStatus, Programme

TEXT_FIELDS = frozenset({"title", "description", "conditions", "action"})
"""Fields in the call's own language."""
MONEY_FIELDS = frozenset({"total_amount_available", "min_award_amount", "max_award_amount"})
MONTH_FIELDS = frozenset({"min_duration", "max_duration"})


@dataclass(frozen=True)
class Line:
    """One line of a value; `stays` when it is the same on the other side of the change."""

    text: str
    stays: bool


@dataclass(frozen=True)
class ToldChange:
    """A change line by line, before and after; `own_language` when the lines are the call's own words."""

    field: str
    before: list[Line]
    after: list[Line]
    changed_at: datetime
    own_language: bool


def told(change: ChangePublic, formats: Formats) -> ToldChange:
    """The change in words."""
    before, after = (_lines(change.field, value, formats) for value in (change.old, change.new))
    return ToldChange(
        field=change.field,
        before=[Line(text, text in after) for text in before],
        after=[Line(text, text in before) for text in after],
        changed_at=change.changed_at,
        own_language=change.field in TEXT_FIELDS,
    )


def _lines(field: str, value: Any, formats: Formats) -> list[str]:
    if value is None or value in ("", [], {}):
        return [formats.words("not_known")]
    if isinstance(value, list):
        return [_one(field, item, formats) for item in value]
    if isinstance(value, dict):
        return [str(item) for item in dict.fromkeys(value.values())]
    return [_one(field, value, formats)]


def _one(field: str, value: Any, formats: Formats) -> str:
    words = formats.words
    tellers: dict[str, Callable[[Any], str]] = {
        "cut_offs": lambda v: formats.cut_off(CutOff.model_validate(v)),
        "opening_date": lambda v: formats.day(date.fromisoformat(v)),
        "co_financing_rate": formats.percent,
        "continuous": lambda v: words("answer.yes" if v else "answer.no"),
        "programme": lambda v: words.label(Programme(v)),
        "source_status": lambda v: words.label(CallStatus(v)),
        "budget_scope": lambda v: words(f"money.scope.{BudgetScope(v)}"),
        "nuts_regions": lambda v: region_name(v, words.language),
        "countries": lambda v: country_name(v, words.language),
        "links": lambda v: f"{v['label']}: {v['url']}",
        "doubts": lambda v: str(v["note"]),
        **dict.fromkeys(MONEY_FIELDS, formats.money),
        **dict.fromkeys(MONTH_FIELDS, lambda v: words.count("time.months", v)),
    }
    return tellers.get(field, str)(value)

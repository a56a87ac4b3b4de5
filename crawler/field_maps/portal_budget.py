"""The portal's budget overview: rows of a call and all its sibling topics, in lines that siblings may share.

A row belongs to the topic whose identifier stands before ` - ` in its text. Rows of one line (one key of
`budgetTopicActionMap`) repeat the line's amount, so a line with rows of siblings is an envelope they share
(in the recorded index all 75 such lines hold one amount each). When a sibling's own line shows the same
amount, the portal does not say whether the two share it, and neither do we.
Amounts are strings or numbers; 0 and empty mean unknown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from crawler.field_maps.portal_values import rows_of
from store.money import whole_euros
from store.vocabulary import BudgetScope


@dataclass(frozen=True)
class Budget:
    """Whole EUR; None is not known."""

    total: int | None = None
    scope: BudgetScope | None = None
    smallest_grant: int | None = None
    largest_grant: int | None = None
    grants: int | None = None


@dataclass(frozen=True)
class _Row:
    line: str
    topic: str
    total: int | None
    fields: Mapping[str, Any]


def budget_of(overview: Any, identifier: str) -> Budget:
    """What the overview says of one topic."""
    rows = list(_rows(overview))
    own = [row for row in rows if row.topic == identifier.upper()]
    siblings = [row for row in rows if row.topic != identifier.upper()]
    totals = {row.line: row.total for row in own if row.total}
    total = sum(totals.values()) if totals else None
    smallest = [found for row in own if (found := whole_euros(row.fields.get("minContribution")))]
    largest = [found for row in own if (found := whole_euros(row.fields.get("maxContribution")))]
    grants = [found for row in own if (found := whole_euros(row.fields.get("expectedGrants")))]
    return Budget(
        total=total,
        scope=_scope(totals, siblings) if total else None,
        smallest_grant=min(smallest, default=None),
        largest_grant=max(largest, default=None),
        grants=sum(grants) or None,
    )


def _rows(overview: Any) -> Iterator[_Row]:
    lines = overview.get("budgetTopicActionMap") if isinstance(overview, dict) else None
    for line, rows in lines.items() if isinstance(lines, dict) else ():
        for row in rows_of(rows):
            topic, dash, _ = str(row.get("action") or "").partition(" - ")
            if dash:
                yield _Row(str(line), topic.strip().upper(), _total(row.get("budgetYearMap")), row)


def _total(years: Any) -> int | None:
    amounts = [whole_euros(amount) for amount in years.values()] if isinstance(years, dict) else []
    return sum(amount for amount in amounts if amount) or None


def _scope(totals: Mapping[str, int | None], siblings: list[_Row]) -> BudgetScope | None:
    if any(row.line in totals for row in siblings):
        return BudgetScope.SHARED
    if any(row.total in totals.values() for row in siblings):
        return None
    return BudgetScope.OWN

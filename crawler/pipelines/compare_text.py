"""Step 6: what the text says of dates is held against the data; where they disagree both are told."""

from collections.abc import Iterator
from datetime import date

from crawler.draft import CallDraft
from crawler.parsing.call_texts import says_continuous, stated_closings, stated_periods
from crawler.parsing.dates import FoundDate
from store.vocabulary import CallFlag

LONGEST_QUOTE = 160


class CompareText:
    """Notes doubts; it changes no fact."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with a doubt for each disagreement on closing, opening, hour or continuity."""
        for note in self._disagreements(item):
            item.doubt(CallFlag.TEXT_DISAGREES, note)
        return item

    def _disagreements(self, item: CallDraft) -> Iterator[str]:
        periods, closings = stated_periods(item.text), stated_closings(item.text)
        days = {cut_off.date for cut_off in item.cut_offs}
        ends = {period.closes.date for period in periods} | {closing.date for closing in closings}
        if days and ends and (not ends & days or max(ends) > max(days)):
            yield f"closing: text {_days(ends - days)} ≠ data {max(days)}"
        openings = {period.opens.date for period in periods if period.closes.date in days}
        if item.opening_date and openings and item.opening_date not in {p.opens.date for p in periods}:
            yield f"opening: text {_days(openings)} ≠ data {item.opening_date}"
        yield from _other_hours(item, [*closings, *(period.closes for period in periods)])
        sentence = says_continuous(item.text)
        if sentence and item.continuous is False:
            quote = sentence if len(sentence) <= LONGEST_QUOTE else sentence[: LONGEST_QUOTE - 1] + "…"
            yield f"continuous: text “{quote}” ≠ data no"


def _other_hours(item: CallDraft, stated: list[FoundDate]) -> Iterator[str]:
    hours = {cut_off.date: cut_off.time for cut_off in item.cut_offs}
    for found in stated:
        known = hours.get(found.date)
        if found.time is not None and known is not None and found.time != known:
            yield f"hour on {found.date}: text {found.time:%H:%M} ≠ data {known:%H:%M}"


def _days(days: set[date]) -> str:
    return ", ".join(day.isoformat() for day in sorted(days))

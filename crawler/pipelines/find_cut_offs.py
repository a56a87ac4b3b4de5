"""Step 3: cut-offs and hours that stand only in the text: those of continuous calls, and the closing hour."""

from crawler.draft import CallDraft
from crawler.parsing.call_texts import says_continuous, stated_cut_offs, stated_hours
from store.models import CutOff
from store.vocabulary import CallFlag


class FindCutOffs:
    """A continuous call's data has one closing day, its text the cut-offs before it; data always stays."""

    def process_item(self, item: CallDraft) -> CallDraft:
        """The draft with all cut-offs in order, and a doubt when text and data end on different days."""
        if item.continuous or says_continuous(item.text):
            self._add_days(item)
        if any(cut_off.time is None for cut_off in item.cut_offs):
            self._add_hours(item)
        return item

    def _add_days(self, item: CallDraft) -> None:
        given = {cut_off.date for cut_off in item.cut_offs}
        stated = [
            CutOff(date=found.date, time=found.time, zone=item.time_zone)
            for found in stated_cut_offs(item.text)
            if item.opening_date is None or found.date > item.opening_date
        ]
        if not stated:
            return
        if given and stated[-1].date != max(given):
            item.doubt(CallFlag.TEXT_DISAGREES, f"closing: text {stated[-1].date} ≠ data {max(given)}")
        added = [cut_off for cut_off in stated if cut_off.date not in given]
        item.cut_offs = sorted([*item.cut_offs, *added], key=CutOff.ends_at)

    def _add_hours(self, item: CallDraft) -> None:
        hours = stated_hours(item.text)
        item.cut_offs = [
            cut_off.model_copy(update={"time": cut_off.time or hours.get(cut_off.date)})
            for cut_off in item.cut_offs
        ]
